import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ApplicationRole } from '../../installation/roles.ts';
import { asSubgraph } from '../support/as-subgraph.ts';
import { sees } from './sees.ts';
import { startWorld } from '../support/world.ts';
import type { World } from '../support/world.ts';

// A case that a command opened to somebody is seen by exactly those, in each table that holds it, from then until it is closed.

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.product.close());

/** Each table, and what a case of Tirana is opened by there: its own id, or that of the row to which it belongs. */
const tables = [
  ['applicants.applicant', 'applicant'],
  ['applicants.document', 'applicant'],
  ['applicants.consent', 'applicant'],
  ['iin.application', 'application'],
  ['iin.record', 'application'],
  ['iin.record_version', 'application'],
  ['iin.printed_form', 'application'],
  ['iin.acceptance_refusal', 'acceptanceRefusal'],
  ['residence.petition', 'petition'],
  ['residence.case_document', 'petition'],
  ['residence.interview_time', 'petition'],
  ['residence.residence_case', 'residenceCase'],
] as const;

type Viewer = keyof World['accounts'];

/** To whom it is opened: a role, and where or who somebody of it has to be. */
interface Opening {
  role: string;
  officeId?: string | null;
  city?: string | null;
  accountId?: string;
}

/** Opens a case of Tirana from 9 to 11 o'clock; answers how to take that back. */
async function open(subject: string, { role, officeId, city, accountId }: Opening): Promise<() => Promise<unknown>> {
  const { database } = world.product;
  const { rows } = await database.query<{ id: string }>(
    `insert into kit.case_access (id, subject_id, role, office_id, city, account_id, case_id, opened_at, closed_at)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, $1, '2026-03-02T09:00:00+05:00', '2026-03-02T11:00:00+05:00') returning id`,
    [subject, role, officeId ?? null, city ?? null, accountId ?? null],
  );
  return () => database.query('delete from kit.case_access where id = $1', [rows[0]!.id]);
}

/** How many rows of a table are shown to a viewer at a moment. */
async function shownRows(table: string, viewer: Viewer, at = '10:00:00'): Promise<number> {
  const role = `qonaq_${table.split('.')[0]}` as ApplicationRole;
  const moment = `2026-03-02T${at}+05:00`;
  const { rowCount } = await asSubgraph(world.product.databaseUrl, role, world.accounts[viewer], moment, (client) =>
    client.query(`select from ${table}`),
  );
  return rowCount!;
}

describe.each(tables)('a row of %s', (table, by) => {
  test('is shown from the moment of opening until that of closing', async () => {
    const close = await open(world.rows[by].Tirana!, { role: 'manager' });
    const shown = [];
    for (const at of ['08:59:59', '09:00:00', '10:59:59', '11:00:00'])
      shown.push((await shownRows(table, 'manager', at)) > 0);
    expect(shown).toEqual([false, true, true, false]);
    await close();
    expect(await shownRows(table, 'manager')).toBe(0);
  });

  test('is shown to the role, the city, the office and the person that it was opened to', async () => {
    const { accounts } = world;
    const astana = accounts['migration officer of Astana'];
    const openings: [Opening, shown: Viewer[]][] = [
      [{ role: 'complaint_reviewer' }, ['complaint reviewer']],
      [{ role: 'kkq_officer' }, ['migration officer of Astana', 'migration officer of Almaty']],
      [{ role: 'kkq_officer', city: 'ALMATY' }, ['migration officer of Almaty']],
      [{ role: 'kkq_officer', officeId: astana.officeId }, ['migration officer of Astana']],
      [{ role: 'kkq_officer', accountId: astana.id }, ['migration officer of Astana']],
    ];
    const viewers = [
      'complaint reviewer',
      'KNB officer',
      'migration officer of Astana',
      'migration officer of Almaty',
    ] as const;
    // Some of them see it anyway.
    const others = viewers.filter((viewer) => !sees[by][viewer]?.includes('Tirana'));
    for (const [opening, expected] of openings) {
      const before = new Map<Viewer, number>();
      for (const viewer of viewers) before.set(viewer, await shownRows(table, viewer));
      const close = await open(world.rows[by].Tirana!, opening);
      const shown: Viewer[] = [];
      for (const viewer of viewers) if ((await shownRows(table, viewer)) > before.get(viewer)!) shown.push(viewer);
      await close();
      expect([opening, shown]).toEqual([opening, others.filter((viewer) => expected.includes(viewer))]);
    }
  });
});
