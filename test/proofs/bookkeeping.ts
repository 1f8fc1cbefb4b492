import type { Client } from 'pg';

/**
 * What doesn't add up: ids that don't stand exactly once in each of several lists, such as the rows of a case, its events, and the lines of the journal
 * that name it.
 *
 * @param lists each a statement that selects the ids of one list.
 */
export async function uneven(database: Client, of: string, lists: Record<string, string>): Promise<string[]> {
  const names = Object.keys(lists);
  const counts = names.map((name, index) => `count(*) filter (where list = ${index}) as "${name}"`);
  const all = Object.values(lists).map(
    (statement, index) => `select listed.id, ${index} as list from (${statement}) as listed (id)`,
  );
  const once = names.map((_name, index) => `count(*) filter (where list = ${index}) = 1`);
  const { rows } = await database.query<Record<string, string>>(
    `select id, ${counts.join(', ')} from (${all.join(' union all ')}) as every group by id having not (${once.join(' and ')})`,
  );
  return rows.map(({ id, ...counted }) => `${of} ${id}: ${names.map((name) => `${counted[name]} ${name}`).join(', ')}`);
}

/** What a statement finds that must find nothing, one line a row. */
export async function found(
  database: Client,
  what: string,
  statement: string,
  values: unknown[] = [],
): Promise<string[]> {
  const { rows } = await database.query<Record<string, unknown>>(statement, values);
  return rows.map((row) => `${what}: ${JSON.stringify(row)}`);
}
