import { rm, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { EmbeddedDatabaseError } from './errors.ts';
import { codeOf } from './files.ts';
import { postmasterPidFile, readPostmasterPid } from './postmaster-pid.ts';
import type { PostmasterPid } from './postmaster-pid.ts';
import { isAlive, signal } from './signal.ts';

/** How long a server may take to start, to stop or to answer before we give up. Milliseconds. */
const patience = 20_000;

/** A server that is just starting doesn't listen yet: so often it is asked again before it is believed to be none. */
const refusals = 10;

/**
 * Ends the server that still runs on the data because the process that started it was killed, and clears away what
 * a dead one left. The folder's lock must be held: then whatever serves these data has nobody to serve.
 *
 * @param url gives the owner's connection string for a port.
 * @throws EmbeddedDatabaseError when the noted process lives and it can't be proved whose it is, or when it won't stop.
 */
export async function stopOrphan(cluster: string, url: (port: number) => string, pgCtl: string): Promise<void> {
  const noted = await readPostmasterPid(cluster);
  if (noted === undefined) return;
  if (!(noted.processId > 0 && noted.port > 0)) {
    // A power failure left it empty; PostgreSQL would refuse to start over it.
    await rm(postmasterPidFile(cluster), { force: true });
  } else if (await isOurs(noted, cluster, url)) {
    signal(noted.processId, 'INT', pgCtl);
    const deadline = AbortSignal.timeout(patience);
    while ((await readPostmasterPid(cluster))?.processId === noted.processId && isAlive(noted.processId)) {
      if (deadline.aborted) {
        throw new EmbeddedDatabaseError(
          `PostgreSQL, process ${noted.processId}, still runs on ${cluster} and doesn't stop.`,
        );
      }
      await sleep(10);
    }
  } else if (isAlive(noted.processId)) {
    // The id is a stranger's by now; PostgreSQL would take it for its own kind and refuse to start.
    await rm(postmasterPidFile(cluster), { force: true });
  }
}

/**
 * A process id proves nothing, it may be another's by now. A server that answers at the noted port, knows
 * our password (SCRAM makes it prove that, too) and works in our data directory is ours.
 */
async function isOurs(noted: PostmasterPid, cluster: string, url: (port: number) => string): Promise<boolean> {
  const deadline = AbortSignal.timeout(patience);
  let refused = 0;
  while (isAlive(noted.processId)) {
    const answer = await ask(url(noted.port));
    if (typeof answer === 'object') return isSameFolder(answer.dataDirectory, cluster);
    if (answer === 'stranger') return false;
    if (answer === 'nobody' && ++refused > refusals) return false;
    if (deadline.aborted) {
      throw new EmbeddedDatabaseError(
        `Process ${noted.processId} may be a PostgreSQL that runs on ${cluster}, but it doesn't answer. ` +
          `If it is one, stop it; if it is something else, remove ${postmasterPidFile(cluster)}.`,
      );
    }
    await sleep(100);
  }
  return false;
}

async function ask(url: string): Promise<{ dataDirectory: string } | 'nobody' | 'stranger' | 'later'> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000, query_timeout: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory');
    return { dataDirectory: rows[0]?.data_directory ?? '' };
  } catch (error) {
    switch (codeOf(error)) {
      case 'ECONNREFUSED':
      case 'ECONNRESET':
        return 'nobody';
      case '57P03': // starting or stopping
      case '57P01':
      case '53300': // all connections taken
        return 'later';
      case undefined: // the client's own errors: no answer in time, or one that isn't PostgreSQL's
        return (error as Error).message.includes('timeout') ? 'later' : 'nobody';
      default:
        return 'stranger';
    }
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [a, b] = await Promise.all([one, other].map((path) => stat(path).catch(() => undefined)));
  return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
}
