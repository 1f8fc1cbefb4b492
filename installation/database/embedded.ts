import { join } from 'node:path';
import { handBack } from './account.ts';
import { binariesFor } from './binaries.ts';
import { roleUrl } from './external.ts';
import { files } from './files.ts';
import { initialize, owner, readPassword } from './initialize.ts';
import { lock } from './lock.ts';
import { openLog } from './log.ts';
import { stopOrphan } from './orphan.ts';
import { settle, sharedPlace } from './place.ts';
import { startServer } from './server.ts';

/** PostgreSQL as a child of this process. */
export interface EmbeddedDatabase {
  /** Connection string of the superuser for the maintenance database, `postgres`. */
  ownerUrl: string;
  /** The server's process. */
  processId: number;
  /** Where the data, the password and the log are: the given folder, unless the server's account can't reach it. */
  dataFolder: string;
  /** Settles when the server has ended: after `stop`, or because it was killed. */
  ended: Promise<void>;
  /** Ends all sessions, saves, stops the server and lets go of the folder; once is enough. */
  stop(): Promise<void>;
}

/** The superuser's connection string for a database of the server that runs on the data in a folder. */
export async function embeddedOwnerUrl(folder: string, databaseUrl: string): Promise<string> {
  const { home } = await settle(folder);
  return roleUrl(databaseUrl, owner, await readPassword(home));
}

/**
 * Starts the PostgreSQL that came with npm on the data in a folder, and makes both on the first start.
 *
 * The folder is this process's alone until `stop` or its end, however it ends. A server that a killed process left
 * behind is found and stopped first. When Node exits without `stop`, the server is told to stop; a signal that kills Node
 * does not count as that, so the caller handles SIGINT and SIGTERM.
 *
 * @param settings settings of PostgreSQL that are to differ from ours.
 * @throws AlreadyRunningError when another process uses the folder.
 * @throws EmbeddedDatabaseError when the database can't be set up or started; the message ends with the server's last lines.
 */
export async function startEmbeddedDatabase({
  folder,
  settings = {},
}: {
  folder: string;
  settings?: Record<string, string>;
}): Promise<EmbeddedDatabase> {
  const place = await settle(folder);
  const { home, account } = place;
  const release = await lock(home);
  try {
    const log = await openLog(home);
    try {
      const binaries = await binariesFor(account, account === undefined ? home : sharedPlace);
      await initialize(home, binaries, account, log);
      const password = await readPassword(home);
      const url = (port: number) => `postgres://${owner}:${password}@127.0.0.1:${port}/postgres`;
      await stopOrphan(join(home, files.cluster), url, binaries.pgCtl);
      const server = await startServer(place, binaries, settings, log);
      return {
        ownerUrl: url(server.port),
        processId: server.processId,
        dataFolder: home,
        ended: server.ended,
        stop: () => server.stop().finally(release),
      };
    } finally {
      await log.close();
      await handBack(home);
    }
  } catch (error) {
    release();
    throw error;
  }
}
