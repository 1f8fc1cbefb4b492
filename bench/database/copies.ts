import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { createDatabase } from '../../installation/database/external.ts';
import type { ApplicationRole } from '../../installation/roles.ts';
import { setUp } from '../../installation/set-up.ts';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { subgraphNames } from '../../subgraphs/kit/subgraph/definition.ts';
import { fill } from './fill.ts';
import type { DatabaseServer } from './server.ts';

const project = join(import.meta.dirname, '../..');

/** The database role of those that ask the database without subgraphs: it may what these may, and passes the same policies. */
export const directRole = 'qonaq_direct';

/** A database of its own with so many rows, to be measured on; it is filled once for each version of the product's tables and kept. */
export async function copyWithRows(
  { owner, urlOf }: DatabaseServer,
  rows: number,
  passwords: Record<ApplicationRole, string>,
): Promise<string> {
  const template = `filled_${rows}_${await versionOfTables()}`;
  const filled = await owner.query('select from pg_database where datname = $1 and datistemplate', [template]);
  if (!filled.rowCount) {
    await dropOthers(owner, `filled_${rows}_`);
    const ownerUrl = await createDatabase(urlOf('postgres'), template);
    await setUp({ ownerUrl, passwords, demo: true, demoByDefault: true, demoAllowed: true, clock: systemClock });
    const client = new Client({ connectionString: ownerUrl });
    await client.connect();
    await fill(client, rows).finally(() => client.end());
    await owner.query(`alter database ${template} is_template true`);
  }
  const { rowCount: knowsRole } = await owner.query('select from pg_roles where rolname = $1', [directRole]);
  if (!knowsRole)
    await owner.query(
      `create role ${directRole} login password '${directRole}' in role ${subgraphNames.map((name) => `qonaq_${name}`).join(', ')}`,
    );
  const copy = `measured_${rows}`;
  await owner.query(`drop database if exists ${copy} with (force)`);
  await owner.query(`create database ${copy} template ${template} strategy file_copy`);
  await owner.query('checkpoint');
  return urlOf(copy);
}

/** Databases that were filled for another version, or not to the end. */
async function dropOthers(owner: Client, beginning: string): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [beginning],
  );
  for (const { name } of rows) {
    await owner.query(`alter database ${name} is_template false`);
    await owner.query(`drop database ${name}`);
  }
}

/** Changes with the migrations, the reference data, and with how the tables are filled. */
async function versionOfTables(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of [
    'migrations',
    'installation/reference',
    'installation/demo/accounts.ts',
    'bench/database/fill.ts',
    'test/proofs/applications-of-years.ts',
    'test/proofs/journal-of-years.ts',
  ])
    for (const file of await filesOf(join(project, folder))) hash.update(await readFile(file));
  return hash.digest('hex').slice(0, 8);
}

async function filesOf(place: string): Promise<string[]> {
  if (/\.\w+$/.test(place)) return [place];
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
