import type { Client } from 'pg';

/** Which commands make the rows of a table. */
const made: Record<string, string[]> = {
  'applicants.applicant': ['registerApplicant'],
  'applicants.document': ['attachDocument'],
  'applicants.consent': ['recordConsent'],
  'iin.application': ['registerIinApplication', 'registerIinCorrection'],
  'iin.acceptance_refusal': ['registerIinApplication', 'registerIinCorrection'],
  'iin.incident': ['openIncident'],
};

/** The tables whose cases each have events. */
const withEvents: Record<string, string> = {
  'applicants.applicant': 'applicants.event',
  'iin.application': 'iin.event',
  'iin.incident': 'iin.event',
};

/** Rows without the one journal line of the command that made them or without an event, and journal lines of such commands without their row. */
export async function strayRows(database: Client): Promise<string[]> {
  const strays: string[] = [];
  const find = async (what: string, query: string, values: unknown[]) => {
    const { rows } = await database.query<{ id: string }>(query, values);
    if (rows.length > 0) strays.push(`${rows.length} ${what}, such as ${rows[0]!.id}`);
  };
  for (const [table, commands] of Object.entries(made))
    await find(
      `rows of ${table} without one journal line`,
      `select id from ${table} made where (select count(*) from audit.journal where kind = 'COMMAND' and action = any($1) and subjects[1] = made.id) <> 1`,
      [commands],
    );
  const rowsOf = (command: string) => Object.keys(made).filter((table) => made[table]!.includes(command));
  for (const command of new Set(Object.values(made).flat()))
    await find(
      `journal lines of ${command} without a row`,
      `select id from audit.journal where kind = 'COMMAND' and action = $1 and ${rowsOf(command)
        .map((table) => `not exists (select from ${table} where id = subjects[1])`)
        .join(' and ')}`,
      [command],
    );
  for (const [table, events] of Object.entries(withEvents))
    await find(
      `rows of ${table} without an event`,
      `select id from ${table} made where not exists (select from ${events} where case_id = made.id)`,
      [],
    );
  for (const schema of ['applicants', 'iin'])
    await find(
      `keys of ${schema} without an outcome`,
      `select key as id from ${schema}.idempotency_key where outcome_id is null`,
      [],
    );
  return strays;
}
