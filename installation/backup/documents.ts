import { createHash } from 'node:crypto';
import { cp, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Manifest } from './manifest.ts';

/** What is being stored lies there until it is whole; nobody was told of it yet. */
const unfinished = 'unfinished';

/** Copies stored documents, encrypted as they are. None is ever changed, so those that a moment of the database knows are all there after it. */
export async function copyDocuments(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    errorOnExist: true,
    force: false,
    filter: (path) => relative(from, path) !== unfinished,
  });
}

/** What a folder of documents holds, as a manifest tells it. */
export async function listDocuments(folder: string): Promise<Manifest['documents']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !relative(folder, path).startsWith(unfinished))
    .toSorted();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${relative(folder, file)} ${(await stat(file)).size}\n`);
  return { count: files.length, sha256: hash.digest('hex') };
}
