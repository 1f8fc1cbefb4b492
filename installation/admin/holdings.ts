import { join } from 'node:path';
import { z } from 'zod';
import { databaseUrl, readConfiguration } from '../../subgraphs/kit/configuration.ts';
import type { Holdings } from '../backup/holdings.ts';
import { installationConfiguration } from '../configuration.ts';
import { embeddedOwnerUrl } from '../database/embedded.ts';
import { readRunning } from '../running.ts';
import { installationSecrets } from '../secrets.ts';

/** What a larger installation says of itself: the owner of its database, its documents, and the heads of its seals. */
const settings = z.object({
  DATABASE_URL: databaseUrl(),
  STORAGE_FOLDER: z.string(),
  STORAGE_KEY: z.string(),
  SEAL_HEADS: z.string().optional(),
});

/** What an installation of separate processes keeps, as the environment tells it. */
export function processHoldings(): Holdings {
  const { DATABASE_URL, STORAGE_FOLDER, STORAGE_KEY, SEAL_HEADS } = readConfiguration(settings, process.env);
  return { ownerUrl: DATABASE_URL, documents: STORAGE_FOLDER, storageKey: STORAGE_KEY, heads: SEAL_HEADS };
}

/** What the installation keeps that was started from the data folder. */
export async function runningHoldings(): Promise<Holdings> {
  if (process.env.ADMIN_OF) return processHoldings();
  const { QONAQ_DATA: folder, DATABASE_URL: external } = installationConfiguration(process.env);
  const { databaseUrl: url } = await readRunning(folder);
  return { ...(await inFolder(folder)), ownerUrl: external ?? (await embeddedOwnerUrl(join(folder, 'database'), url)) };
}

/** What the installation of a data folder keeps beside its database. */
export async function inFolder(folder: string): Promise<Omit<Holdings, 'ownerUrl'>> {
  const { storageKey } = await installationSecrets(folder);
  const { SEAL_HEADS: heads } = installationConfiguration(process.env);
  return { documents: join(folder, 'documents'), storageKey, heads: heads ?? join(folder, 'seals') };
}
