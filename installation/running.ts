import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What an installation tells the commands beside it, such as `npm run token`. */
export interface Running {
  /** Where it listens. */
  url: string;
  /** Where people reach it. */
  publicUrl: string;
  demo: boolean;
  /** Its database, without who logs in. */
  databaseUrl: string;
}

/** Notes in the data folder where the installation listens, and in which mode. */
export async function noteRunning(folder: string, running: Running): Promise<void> {
  await writeFile(file(folder), JSON.stringify(running), { mode: 0o600 });
}

/** Where the installation of a data folder listens, or listened last. */
export async function readRunning(folder: string): Promise<Running> {
  try {
    return JSON.parse(await readFile(file(folder), 'utf8')) as Running;
  } catch {
    throw new Error('Nothing was started from this folder yet: run `npm start` first.');
  }
}

function file(folder: string): string {
  return join(folder, 'running.json');
}
