import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads the operations that an installation has in a folder; none where it hasn't any. */
export async function readOperations(folder: string): Promise<string[]> {
  const files = await Array.fromAsync(glob(join(folder, '**/*.graphql')));
  return Promise.all(files.map((file) => readFile(file, 'utf8')));
}
