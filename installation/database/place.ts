import { chmod, mkdir, mkdtemp, readlink, realpath, rmdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { holdsFor, serverAccount } from './account.ts';
import type { Account } from './account.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { codeOf, exists, files, makePublicFolder } from './files.ts';

/**
 * What root's databases need outside of a folder that their account can't reach. It is durable, unlike the directory for
 * temporary files, and only root can write there, so nobody can plant a program in it.
 */
export const sharedPlace = '/var/lib/qonaq';

export interface Place {
  /** Where the database lives: its data, password, settings and log. */
  home: string;
  /** As whom the server runs, if not as the user of this process. */
  account: Account | undefined;
}

/**
 * Decides where the database of a folder lives: in it; or, when the product runs as root and the folder lies below a
 * directory that the server's account may not enter (such as /root), in a folder of its own below `/var/lib/qonaq`, to
 * which the link `elsewhere` in the folder points. Once made the decision stays, and deleting the folder is
 * a new beginning in both cases.
 *
 * @throws EmbeddedDatabaseError when data exist and can't be reached; an empty database never takes their place.
 */
export async function settle(folder: string): Promise<Place> {
  await mkdir(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
  const here = await realpath(folder);
  const moved = await movedTo(here);
  const home = moved ?? here;
  const account = await serverAccount(home);
  if (account === undefined || (await holdsFor(account, '-x', home))) return { home, account };
  if (moved !== undefined || (await exists(join(home, files.cluster)))) {
    throw new EmbeddedDatabaseError(
      `User ${account.uid}, as whom PostgreSQL runs, can't enter ${home}: ` +
        'let others pass through it and each directory above it (chmod o+x).',
    );
  }
  return { home: await moveElsewhere(here), account };
}

async function movedTo(folder: string): Promise<string | undefined> {
  const link = join(folder, files.elsewhere);
  const target = await readlink(link).catch(() => undefined);
  if (target !== undefined && !(await exists(target))) {
    throw new EmbeddedDatabaseError(
      `The database of ${folder} lived in ${target}, which is gone: bring it back, or remove ${link} to begin anew.`,
    );
  }
  return target;
}

async function moveElsewhere(folder: string): Promise<string> {
  await makePublicFolder(sharedPlace);
  const home = await mkdtemp(join(sharedPlace, 'database-'));
  await chmod(home, 0o711);
  try {
    await symlink(home, join(folder, files.elsewhere));
    return home;
  } catch (error) {
    await rmdir(home);
    // Another first start was quicker: its place is the place.
    const other = codeOf(error) === 'EEXIST' ? await movedTo(folder) : undefined;
    if (other === undefined) throw error;
    return other;
  }
}
