import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { startEmbeddedDatabase } from '../../installation/database/embedded.ts';
import type { EmbeddedDatabase } from '../../installation/database/embedded.ts';
import { usualDataFolder } from '../../installation/paths.ts';
import { cpuOf, familyOf } from '../machine/processes.ts';

/** Where the benchmark keeps databases that were filled, and the secrets of its installations. */
export const dataFolder = join(usualDataFolder, 'bench');

/** Nothing here has to survive; statements are counted; and what was filled is kept in memory as far as a small machine has it. */
const settings = {
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '1GB',
  max_wal_size: '4GB',
  maintenance_work_mem: '256MB',
  max_connections: '300',
  shared_preload_libraries: 'pg_stat_statements',
  'pg_stat_statements.track_utility': 'off',
};

/** The database server, beside the load generator. */
export interface DatabaseServer {
  /** The superuser's connection. */
  owner: Client;
  urlOf: (database: string) => string;
  /** CPU milliseconds of all its processes so far. */
  cpu: () => number;
  stop: () => Promise<void>;
}

/** Starts it on the data that is kept. */
export async function startDatabase(): Promise<DatabaseServer> {
  await mkdir(dataFolder, { recursive: true });
  await chmod(dataFolder, 0o711);
  const server: EmbeddedDatabase = await startEmbeddedDatabase({ folder: join(dataFolder, 'database'), settings });
  const owner = new Client({ connectionString: server.ownerUrl });
  await owner.connect();
  await owner.query('create extension if not exists pg_stat_statements');
  const used = new Map<number, number>();
  return {
    owner,
    urlOf: (database) => Object.assign(new URL(server.ownerUrl), { pathname: `/${database}` }).href,
    cpu: () => {
      for (const id of familyOf(server.processId)) used.set(id, Math.max(used.get(id) ?? 0, cpuOf(id)));
      return [...used.values()].reduce((sum, each) => sum + each, 0);
    },
    stop: async () => {
      await owner.end();
      await server.stop();
    },
  };
}
