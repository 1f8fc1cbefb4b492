import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AlreadyRunningError } from './errors.ts';
import { files } from './files.ts';

/** SQLITE_BUSY */
const busy = 5;

/** Two that begin in the same moment get in each other's way for less than this. Milliseconds. */
const patience = 100;

/**
 * Takes the folder for this process until it lets go or ends, however it ends. Node has no call to lock a file but
 * brings SQLite, whose lock on a file is the operating system's: it dies with the process, knows no stale
 * state, and holds between containers that share a volume.
 *
 * @returns lets go.
 * @throws AlreadyRunningError when another process, or another part of this one, has it.
 */
export async function lock(home: string): Promise<() => void> {
  const file = new DatabaseSync(join(home, files.lock), { timeout: patience });
  try {
    file.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode !== busy) throw error;
    throw new AlreadyRunningError(home, await holder(home));
  }
  held.add(file);
  const release = () => {
    if (held.delete(file)) file.close();
  };
  try {
    await writeFile(join(home, files.holder), `${process.pid}\n`);
  } catch (error) {
    release();
    throw error;
  }
  return release;
}

/** A handle that nobody refers to is collected, and its lock with it. */
const held = new Set<DatabaseSync>();

async function holder(home: string): Promise<number | undefined> {
  const text = await readFile(join(home, files.holder), 'utf8').catch(() => '');
  return Number.parseInt(text) || undefined;
}
