import { createHash } from 'node:crypto';
import { cp, readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { places } from '../../subgraphs/kit/storage/folder-storage.ts';
import type { Manifest } from './manifest.ts';

/** Nothing refers to what lies there. */
const aside: readonly string[] = Object.values(places);

/** Copies stored documents, encrypted as they are. None is ever changed, so those that a moment of the database knows are all there after it. */
export async function copyDocuments(from: string, to: string): Promise<void> {
  await cp(from, to, {
    recursive: true,
    errorOnExist: true,
    force: false,
    filter: (path) => !aside.includes(relative(from, path)),
  });
}

/** What a folder of documents holds, as a manifest tells it. */
export async function listDocuments(folder: string): Promise<Manifest['documents']> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !aside.some((each) => relative(folder, path).startsWith(each)))
    .toSorted();
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${relative(folder, file)} ${(await stat(file)).size}\n`);
  return { count: files.length, sha256: hash.digest('hex') };
}
