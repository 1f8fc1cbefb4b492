import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { readHeads, writeHeads } from '../../subgraphs/audit/commands/heads.ts';
import { almatyDate } from '../../subgraphs/kit/terms/calendar.ts';
import { copyDocuments, listDocuments } from './documents.ts';
import { backupCipher } from './encryption.ts';
import type { Holdings } from './holdings.ts';
import { backupFormat, places } from './manifest.ts';
import type { BackedUpTable, Manifest } from './manifest.ts';
import { measuring } from './measure.ts';
import { journalMonths, migrationsOf, productTables, quoted, quotedColumns, sequencesOf } from './tables.ts';

/**
 * Takes a backup of a running installation into a new folder: the database as of one moment, then the documents, of which that moment knows none that isn't there. People go on working
 * meanwhile. The folder bears its name when it is whole.
 */
export async function writeBackup(holdings: Holdings, folder: string, now: Temporal.Instant): Promise<Manifest> {
  const unfinished = `${folder}.unfinished`;
  await mkdir(unfinished, { recursive: true, mode: 0o700 });
  try {
    await mkdir(join(unfinished, places.database));
    const known = await writeDatabase(holdings, join(unfinished, places.database));
    await copyDocuments(holdings.documents, join(unfinished, places.documents));
    const manifest = {
      format: backupFormat,
      takenAt: now.toString(),
      ...known,
      documents: await listDocuments(join(unfinished, places.documents)),
    } satisfies Manifest;
    if (holdings.heads) await copyHeads(holdings.heads, join(unfinished, places.heads), manifest.lastSeal, now);
    const cipher = await backupCipher(holdings.storageKey);
    await cipher.writeText(join(unfinished, places.manifest), JSON.stringify(manifest, null, 2));
    await rename(unfinished, folder);
    return manifest;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    throw error;
  }
}

type DatabaseManifest = Omit<Manifest, 'format' | 'takenAt' | 'documents'>;

async function writeDatabase({ ownerUrl, storageKey }: Holdings, folder: string): Promise<DatabaseManifest> {
  const cipher = await backupCipher(storageKey);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    // Rows that somebody isn't shown would be missing unnoticed: rather the backup fails.
    await client.query('set local row_security = off');
    const tables: BackedUpTable[] = [];
    for (const { name, columns } of await productTables(client)) {
      const rows = client.query(copyTo(`copy (select ${quotedColumns(columns)} from ${quoted(name)}) to stdout`));
      const { through, measured } = measuring();
      await Promise.all([pipeline(rows, through), cipher.writeStream(join(folder, `${name}.age`), through)]);
      tables.push({ name, columns, ...measured() });
    }
    const { rows: installation } = await client.query<{ demo: boolean }>('select demo from kit.installation');
    const { rows: seals } = await client.query<{ last: number }>(
      'select coalesce(max(number), 0) as last from audit.seal',
    );
    return {
      demo: installation[0]!.demo,
      migrations: await migrationsOf(client),
      months: await journalMonths(client),
      tables,
      sequences: await sequencesOf(client),
      lastSeal: seals[0]!.last,
    };
  } finally {
    await client.end();
  }
}

/** Copies the heads of the seals that the backup's moment knows. */
async function copyHeads(from: string, to: string, last: number, now: Temporal.Instant): Promise<void> {
  const heads = [...(await readHeads(from))].map(([number, jws]) => ({ number, jws }));
  await writeHeads(
    to,
    almatyDate(now),
    heads.filter(({ number }) => number <= last).toSorted((one, other) => one.number - other.number),
  );
}
