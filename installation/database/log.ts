import { open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { files } from './files.ts';

/** Bytes at which a log is put aside for a new one. */
const full = 10_000_000;

/** The file into which the server and its helpers write. */
export interface Log {
  /** The number by which a child process takes it as its output. */
  descriptor: number;
  /** Begins a chapter: from here on the last words are those of what is started now. */
  mark(): Promise<void>;
  /** The last lines since the mark. */
  lastWords(): Promise<string>;
  close(): Promise<void>;
}

/** Opens the log of the database in `home` to append to it; the one before a full one is kept. */
export async function openLog(home: string): Promise<Log> {
  const path = join(home, files.log);
  const size = async () => (await stat(path).catch(() => ({ size: 0 }))).size;
  if ((await size()) > full) await rename(path, join(home, files.previousLog));
  const file = await open(path, 'a', 0o600);
  let begin = await size();
  return {
    descriptor: file.fd,
    mark: async () => {
      begin = await size();
    },
    lastWords: async () => {
      const words = (await readFile(path)).subarray(begin).toString().trimEnd();
      return words.split('\n').slice(-12).join('\n');
    },
    close: () => file.close(),
  };
}
