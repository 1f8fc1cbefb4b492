import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where PostgreSQL notes the running server of a data directory. */
export function postmasterPidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

export interface PostmasterPid {
  /** NaN, like the port, when the file doesn't say it: a power failure may leave it empty. */
  processId: number;
  port: number;
  /** Whether the server accepts connections. */
  ready: boolean;
}

/** What the data directory says of its running server; undefined when there is none. */
export async function readPostmasterPid(cluster: string): Promise<PostmasterPid | undefined> {
  const text = await readFile(postmasterPidFile(cluster), 'utf8').catch(() => undefined);
  // Lines, from the first: process id, data directory, start time, port, socket directory, address, shared memory, status.
  const lines = text?.split('\n');
  return (
    lines && {
      processId: Number.parseInt(lines[0] ?? ''),
      port: Number.parseInt(lines[3] ?? ''),
      ready: lines[7]?.trim() === 'ready',
    }
  );
}
