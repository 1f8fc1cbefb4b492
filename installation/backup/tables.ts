import { escapeIdentifier } from 'pg';
import type { Client } from 'pg';

/** What the migrations themselves write about themselves is compared, not copied. */
const aboutMigrations = /^(public\.migration_\w+|graphile_worker\.migrations)$/;

/** The product's tables and their columns; of a partitioned one only itself, of columns none that the database computes. In the order of their names. */
export async function productTables(client: Client): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select schema.nspname || '.' || class.relname as name,
       array_agg(attribute.attname::text order by attribute.attnum) as columns
     from pg_class class
       join pg_namespace schema on schema.oid = class.relnamespace
       join pg_attribute attribute on attribute.attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = ''
     where class.relkind in ('r', 'p') and not class.relispartition
       and schema.nspname <> 'information_schema' and schema.nspname not like 'pg\\_%'
     group by 1 order by 1`,
  );
  return rows.filter(({ name }) => !aboutMigrations.test(name));
}

/** The migrations that a database has, as `folder/name`. */
export async function migrationsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string }>(
    `select relname as table from pg_class where relnamespace = 'public'::regnamespace and relname ~ '^migration_[a-z]+$'`,
  );
  const migrations: string[] = [];
  for (const { table } of rows) {
    const done = await client.query<{ name: string }>(`select name from public.${escapeIdentifier(table)}`);
    migrations.push(...done.rows.map(({ name }) => `${table.slice('migration_'.length)}/${name}`));
  }
  const { rows: worker } = await client.query<{ id: number }>('select id from graphile_worker.migrations');
  return [...migrations, ...worker.map(({ id }) => `graphile_worker/${id}`)].toSorted();
}

/** The months for which the journal has partitions, by their first days. */
export async function journalMonths(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ month: string }>(
    `select replace(substr(relname, length('journal_') + 1), '_', '-') || '-01' as month
       from pg_inherits join pg_class on oid = inhrelid
      where inhparent = 'audit.journal'::regclass and relname ~ '^journal_\\d{4}_\\d{2}$' order by 1`,
  );
  return rows.map(({ month }) => month);
}

/** How far each sequence has counted. */
export async function sequencesOf(client: Client): Promise<Record<string, string | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select schemaname || '.' || sequencename as name, last_value::text as last from pg_sequences order by 1`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** A name of the form `schema.table` as it stands in a statement. */
export function quoted(name: string): string {
  return name.split('.').map(escapeIdentifier).join('.');
}

/** Names of columns as they stand in a statement. */
export function quotedColumns(columns: readonly string[]): string {
  return columns.map((column) => escapeIdentifier(column)).join(', ');
}
