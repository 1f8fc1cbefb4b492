import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { lastHead } from '../../subgraphs/audit/commands/heads.ts';
import type { Clock } from '../../subgraphs/kit/clock.ts';
import { setUp } from '../set-up.ts';
import { copyDocuments, listDocuments } from './documents.ts';
import { backupCipher } from './encryption.ts';
import type { Holdings } from './holdings.ts';
import { backupFormat, places } from './manifest.ts';
import type { BackedUpTable, Manifest } from './manifest.ts';
import { measuring } from './measure.ts';
import { migrationsOf, productTables, quoted, quotedColumns } from './tables.ts';

/** A backup that can't be restored, or not here. The message says why. */
export class RestoreError extends Error {}

/** What was restored. */
export interface Restored {
  manifest: Manifest;
  /** The number of the last seal that was written outside after the backup was taken: what those sealed is lost. 0 when there is none. */
  lostSeals: number;
}

/**
 * Restores a backup into an empty database and an empty folder of documents. The lines of the journal that follow belong to a new epoch of seals: transactions are numbered anew.
 *
 * @throws RestoreError when the backup is damaged, of another version, or something is there already.
 */
export async function restoreBackup(holdings: Holdings, folder: string, clock: Clock): Promise<Restored> {
  const cipher = await backupCipher(holdings.storageKey);
  const manifest = await readManifest(cipher, folder);
  await requireEmpty(holdings);
  const documents = join(folder, places.documents);
  if (JSON.stringify(await listDocuments(documents)) !== JSON.stringify(manifest.documents))
    throw new RestoreError('Documents are missing from the backup, or were changed.');

  await setUp({
    ownerUrl: holdings.ownerUrl,
    passwords: {},
    demo: manifest.demo,
    demoByDefault: false,
    demoAllowed: true,
    clock,
  });
  await loadDatabase(holdings.ownerUrl, manifest, (table) =>
    cipher.readStream(join(folder, places.database, `${table.name}.age`)),
  );
  await copyDocuments(documents, holdings.documents);
  return { manifest, lostSeals: holdings.heads ? await restoreHeads(holdings.heads, folder, manifest, clock) : 0 };
}

async function readManifest(cipher: Awaited<ReturnType<typeof backupCipher>>, folder: string): Promise<Manifest> {
  if (!existsSync(join(folder, places.manifest))) throw new RestoreError(`${folder} is no backup.`);
  try {
    const manifest = JSON.parse(await cipher.readText(join(folder, places.manifest))) as Manifest;
    if (manifest.format === backupFormat) return manifest;
  } catch {
    // As below.
  }
  throw new RestoreError('The backup can’t be read: it was made with another key, or damaged.');
}

async function requireEmpty({ ownerUrl, documents }: Holdings): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  const { rowCount } = await client.query(`select from pg_namespace where nspname = 'kit'`);
  await client.end();
  if (rowCount) throw new RestoreError('The database isn’t empty: a backup is restored into a new one.');
  if (existsSync(documents) && (await listDocuments(documents)).count > 0)
    throw new RestoreError(`There are documents in ${documents} already.`);
}

type ReadTable = (table: BackedUpTable) => Promise<NodeJS.ReadableStream>;

/** All of it or nothing. */
async function loadDatabase(ownerUrl: string, manifest: Manifest, read: ReadTable): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    if (String(await migrationsOf(client)) !== String(manifest.migrations))
      throw new RestoreError(
        'The backup is of another version of the product: restore it with that one, then start this one.',
      );
    await client.query('begin');
    // What triggers wrote is in the backup itself.
    await client.query('set local session_replication_role = replica');
    const names = (await productTables(client)).map(({ name }) => quoted(name));
    await client.query(`truncate ${names.join(', ')}`);
    // Lines of a month without a partition would lie in the default one for good.
    for (const month of manifest.months)
      await client.query('select audit.make_journal_partitions($1::date, 0)', [month]);
    for (const table of manifest.tables) await loadTable(client, table, await read(table));
    for (const [name, last] of Object.entries(manifest.sequences))
      if (last !== null) await client.query('select setval($1::regclass, $2::bigint)', [quoted(name), last]);
    await beginEpoch(client);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function loadTable(client: Client, table: BackedUpTable, bytes: NodeJS.ReadableStream): Promise<void> {
  const { through, measured } = measuring();
  const into = client.query(copyFrom(`copy ${quoted(table.name)} (${quotedColumns(table.columns)}) from stdin`));
  try {
    await pipeline(bytes, through, into);
  } catch (cause) {
    throw new RestoreError(`${table.name} could not be restored.`, { cause });
  }
  const { sha256, rows } = measured();
  if (sha256 !== table.sha256 || rows !== table.rows)
    throw new RestoreError(`${table.name} isn’t what the backup says that it is.`);
}

/** Seals know by the numbers of transactions what is complete, and these begin anew. */
async function beginEpoch(client: Client): Promise<void> {
  const { rows } = await client.query<{ next: number }>(
    'select coalesce(max(epoch), 0) + 1 as next from audit.journal',
  );
  await client.query(`alter table audit.journal alter column epoch set default ${rows[0]!.next}`);
}

/**
 * Puts the heads back that the backup's moment knew. Those that were written since stay as evidence, in a folder beside them: what they sealed is lost, and nobody may
 * take the seals that follow for a forgery.
 */
async function restoreHeads(heads: string, backup: string, { lastSeal }: Manifest, clock: Clock): Promise<number> {
  const written = await lastHead(heads);
  if (written > 0) {
    const aside = join(heads, `before-restore-${clock.now().toString().replaceAll(':', '')}`);
    await mkdir(aside);
    for (const name of await readdir(heads))
      if (name.endsWith('.txt')) await rename(join(heads, name), join(aside, name));
  }
  await cp(join(backup, places.heads), heads, { recursive: true });
  return written > lastSeal ? written : 0;
}
