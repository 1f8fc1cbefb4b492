import type { Client } from 'pg';

/** How many rows each table of the cases has, and a sum over all that is in them: what is written half is seen here. */
export async function contents(database: Client): Promise<Record<string, string>> {
  const { rows: tables } = await database.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables where schemaname in ('applicants', 'iin') order by 1`,
  );
  const sums = tables.map(
    ({ name }) => `select '${name}' as name, count(*) || ' ' || ${sum('row')} as sum from ${name} row`,
  );
  const { rows } = await database.query<{ name: string; sum: string }>(sums.join(' union all '));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

function sum(row: string): string {
  return `md5(coalesce(string_agg(${row}::text, ',' order by ${row}::text), ''))`;
}
