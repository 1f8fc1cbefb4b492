import { execFile } from 'node:child_process';
import { access, chown, constants, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { EmbeddedDatabaseError } from './errors.ts';
import { exists, files } from './files.ts';

const run = promisify(execFile);

/** A user of the operating system, by number, as `spawn` takes it. */
export interface Account {
  uid: number;
  gid: number;
}

/** macOS calls its own account for the server `_postgres`. */
const candidates = ['postgres', '_postgres', 'nobody'];

/**
 * As whom the server runs. PostgreSQL refuses to run as root, so a product that runs as root lends it another account:
 * the one that owns the data already, else the one that owns their folder, else `postgres`, else `nobody`.
 *
 * @param home the folder of the database.
 * @returns undefined when the server runs as the product's own user.
 * @throws EmbeddedDatabaseError when the data belong to somebody whom this process can't act for.
 */
export async function serverAccount(home: string): Promise<Account | undefined> {
  const self = process.getuid?.();
  if (self === undefined) return undefined;
  const cluster = await stat(join(home, files.cluster)).catch(() => undefined);
  const folder = await stat(home);
  if (self !== 0) {
    const writable = await access(home, constants.W_OK).then(
      () => true,
      () => false,
    );
    if (writable && (cluster?.uid ?? self) === self) return undefined;
    throw new EmbeddedDatabaseError(
      `The database in ${home} belongs to user ${folder.uid}, this process runs as user ${self}: ` +
        'start it as the user who started it before, or choose another folder.',
    );
  }
  const owner = [cluster, folder].find((entry) => entry !== undefined && entry.uid !== 0);
  return owner === undefined ? lentAccount() : { uid: owner.uid | 0, gid: owner.gid | 0 };
}

/**
 * Gives what root wrote into somebody's folder to that person, so that they can start the product without root again.
 */
export async function handBack(home: string): Promise<void> {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = await stat(home);
  for (const name of [files.lock, files.holder, files.password, files.settings, files.log]) {
    const file = join(home, name);
    if (await exists(file)) await chown(file, uid, gid);
  }
}

/** Whether `test` (the command) finds the condition true when that account asks it. */
export async function holdsFor(account: Account, ...condition: string[]): Promise<boolean> {
  return run('test', condition, { ...account, cwd: '/' }).then(
    () => true,
    () => false,
  );
}

async function lentAccount(): Promise<Account> {
  for (const name of candidates) {
    try {
      return { uid: await idOf('-u', name), gid: await idOf('-g', name) };
    } catch {
      continue;
    }
  }
  throw new EmbeddedDatabaseError(
    `PostgreSQL doesn't run as root, and there is no user ${candidates.join(', ')} to run it as: ` +
      'start the product as another user.',
  );
}

/** `spawn` takes signed numbers, and on macOS `nobody` is -2, which `id` prints as 4294967294. */
async function idOf(which: '-u' | '-g', name: string): Promise<number> {
  return Number((await run('id', [which, name])).stdout) | 0;
}
