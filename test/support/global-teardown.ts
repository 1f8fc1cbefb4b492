import { rm } from 'node:fs/promises';
import type { EmbeddedDatabase } from '../../installation/database/embedded.ts';

/** Stops the run's PostgreSQL and removes its data. */
export default async function globalTeardown(): Promise<void> {
  const { testServer } = globalThis as { testServer?: { database: EmbeddedDatabase; folder: string } };
  if (!testServer) return;
  const { database, folder } = testServer;
  await database.stop();
  await rm(folder, { recursive: true, force: true });
}
