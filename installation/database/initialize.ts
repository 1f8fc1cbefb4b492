import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chown, mkdtemp, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { startProgram } from './child.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { exists, files } from './files.ts';
import type { Log } from './log.ts';

/** The role that owns the cluster. */
export const owner = 'postgres';

const workshopPrefix = 'initializing-';

/**
 * Collation is PostgreSQL's own and the same everywhere. The kinds of characters come from the operating system where it
 * knows them, because pg_trgm sees no Cyrillic letters otherwise.
 */
const characterTypes = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/**
 * Makes the data directory if there is none: in a folder beside, renamed when it is complete, so that a start that was
 * killed in the middle is simply made again.
 */
export async function initialize(
  home: string,
  { initdb }: Binaries,
  account: Account | undefined,
  log: Log,
): Promise<void> {
  await removeWorkshops(home);
  if (await exists(join(home, files.cluster))) return;
  const password = await makePassword(home);
  const workshop = await mkdtemp(join(home, workshopPrefix));
  const passwordFile = join(workshop, files.password);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account !== undefined) {
    await chown(passwordFile, account.uid >>> 0, account.gid >>> 0);
    await chown(workshop, account.uid >>> 0, account.gid >>> 0);
  }
  const cluster = join(workshop, files.cluster);
  for (const characterType of characterTypes) {
    await log.mark();
    const options = [
      ...[`--pgdata=${cluster}`, `--username=${owner}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
      ...[`--lc-ctype=${characterType}`, '--no-instructions'],
    ];
    const child = await startProgram(initdb, options, { account, log, cwd: workshop });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code === 0) break;
    const words = await log.lastWords();
    if (!words.includes('invalid locale name') || characterType === characterTypes.at(-1)) {
      await rm(workshop, { recursive: true });
      throw new EmbeddedDatabaseError(`PostgreSQL could not set up a database in ${home}:\n${words}`);
    }
  }
  await rename(cluster, join(home, files.cluster));
  await rm(workshop, { recursive: true });
}

/** The owner's password. */
export async function readPassword(home: string): Promise<string> {
  return readFile(join(home, files.password), 'utf8');
}

/** Kept before the data exist, so that there are never data without it. */
async function makePassword(home: string): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  const file = await open(join(home, files.password), 'w', 0o600);
  await file.writeFile(password);
  await file.sync();
  await file.close();
  return password;
}

async function removeWorkshops(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    if (!name.startsWith(workshopPrefix)) continue;
    // The initdb of a killed start may still be at it; it fails soon, and without harm.
    await rm(join(home, name), { recursive: true, force: true, maxRetries: 10 });
  }
}
