import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { factsOfApplication } from '../../subgraphs/iin/rules/statistics.ts';
import { keepFacts } from '../../subgraphs/kit/statistics/keep-facts.ts';
import type { Happened } from '../../subgraphs/kit/statistics/walk.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Statistics, compared with a recount of random histories that knows nothing of how they are kept.

/** A history as the test makes it: minutes since 1 January 2026, 00:00 in Astana. */
interface History {
  mission: number;
  category: string;
  registered: number;
  /** Minutes until the term ends, from the registration. */
  term: number;
  /** Minutes from one to the next: taken, decided. Nothing: not yet. */
  taken: number | null;
  decided: { after: number; as: 'FORM' | 'REFUSE' | 'WITHDRAW' } | null;
}

const start = Temporal.Instant.from('2026-01-01T00:00:00+05:00');
const momentOf = (minutes: number) => start.add({ minutes });
const now = 500 * 24 * 60;

const minutes = (most: number) => fc.integer({ min: 0, max: most });
const history: fc.Arbitrary<History> = fc.record({
  mission: fc.constantFrom(2, 13, 40),
  category: fc.constantFrom('HEIR', 'DIGITAL_NOMAD'),
  registered: minutes(480 * 24 * 60),
  term: fc.constantFrom(1_000, 3_000),
  taken: fc.option(minutes(2_000)),
  decided: fc.option(fc.record({ after: minutes(2_000), as: fc.constantFrom('FORM', 'REFUSE', 'WITHDRAW') })),
});

let product: TestProduct;
let histories: History[];

beforeAll(async () => {
  product = await startTestProduct();
  product.clock.set(momentOf(now).toString());
  histories = fc.sample(history, { numRuns: 400, seed: 20_261_126 });
  const { database } = product;
  const offices = new Map(
    (await database.query<{ id: string; number: number }>('select id, number from kit.office')).rows.map(
      ({ id, number }) => [number, id],
    ),
  );
  await database.query(`select set_config('qonaq.role', 'system', false)`);
  const em = {
    execute: (sql: string, values: unknown[]) => {
      let place = 0;
      return database.query(
        sql.replaceAll('?', () => `$${(place += 1)}`),
        values,
      );
    },
  } as unknown as EntityManager;
  for (const each of histories) {
    const { category, registered } = each;
    const application = { id: newId(), officeId: offices.get(each.mission)!, registeredAt: momentOf(registered) };
    await keepFacts(em, factsOfApplication({ ...application, category: category as never }, eventsOf(each)));
  }
});
afterAll(() => product.close());

function eventsOf({ registered, term, taken, decided }: History): Happened[] {
  const dueAt = momentOf(registered + term).toString();
  const events = [{ kind: 'REGISTERED', at: momentOf(registered), details: { dueAt, delivered: true } as object }];
  if (taken === null) return events;
  events.push({ kind: 'TAKE', at: momentOf(registered + taken), details: {} });
  if (decided) {
    const details = { grounds: ['UNTRUE_DOCUMENTS_OR_DATA'] };
    events.push({ kind: decided.as, at: momentOf(registered + taken + decided.after), details });
  }
  return events;
}

/** How long it took in minutes, and how it ended; nothing while it is in work. */
function endOf({ taken, decided }: History) {
  return taken === null || !decided ? undefined : { took: taken + decided.after, as: decided.as };
}

function recount(some: History[]) {
  const ends = some.map((each) => ({ term: each.term, end: endOf(each) }));
  const ended = (as: string) => ends.filter(({ end }) => end?.as === as).length;
  const decisions = ends.filter(({ end }) => end && end.as !== 'WITHDRAW');
  return {
    received: some.length,
    inWork: ends.filter(({ end }) => !end).length,
    done: ended('FORM'),
    refused: ended('REFUSE'),
    refusedAcceptance: 0,
    endedOtherwise: ended('WITHDRAW'),
    onTime: decisions.filter(({ term, end }) => end!.took <= term).length,
    late: decisions.filter(({ term, end }) => end!.took > term).length,
    lateWithIncident: 0,
  };
}

/** The least duration that a share of all doesn't exceed, in hours. */
function percentile(durations: number[], share: number): number | null {
  const rising = durations.toSorted((one, other) => one - other);
  const found = rising.find((_, index) => (index + 1) / rising.length >= share);
  return found === undefined ? null : found / 60;
}

const dayOf = ({ registered }: History) => momentOf(registered).toZonedDateTimeISO('Asia/Almaty').toPlainDate();

function ageGroups(some: History[]): number[] {
  const today = momentOf(now).toZonedDateTimeISO('Asia/Almaty').toPlainDate();
  const ages = some.filter((each) => !endOf(each)).map((each) => dayOf(each).until(today).days);
  const groups = [
    [0, 0],
    [1, 1],
    [2, 2],
    [3, 5],
    [6, 10],
    [11, 20],
    [21, 45],
    [46, 100_000],
  ] as const;
  return groups.map(([from, to]) => ages.filter((age) => age >= from && age <= to).length);
}

const numbers = 'received inWork done refused refusedAcceptance endedOtherwise onTime late lateWithIncident';

test('every number of every filter is what a recount gives', async () => {
  const auditor = product.as('auditor');
  const filters = fc.record({
    from: fc.integer({ min: 0, max: 300 }),
    days: fc.integer({ min: 0, max: 300 }),
    mission: fc.option(fc.constantFrom(2, 13, 40)),
    category: fc.option(fc.constantFrom('HEIR', 'DIGITAL_NOMAD')),
  });
  await fc.assert(
    fc.asyncProperty(filters, async ({ from, days, mission, category }) => {
      const first = Temporal.PlainDate.from('2026-01-01').add({ days: from });
      const last = first.add({ days });
      const some = histories.filter(
        (each) =>
          Temporal.PlainDate.compare(dayOf(each), first) >= 0 &&
          Temporal.PlainDate.compare(dayOf(each), last) <= 0 &&
          (mission === null || each.mission === mission) &&
          (category === null || each.category === category),
      );
      const { statistics } = await auditor.ask(
        `query S($filter: StatisticsFilter!) { statistics(filter: $filter) { counts { ${numbers} }
           missions: groups(by: MISSION) { key counts { ${numbers} } } categories: groups(by: CATEGORY) { key counts { ${numbers} } }
           weeks: groups(by: WEEK) { key counts { ${numbers} } } months: groups(by: MONTH) { key counts { ${numbers} } }
           refusalGrounds { count } steps { step count running medianHours percentile90Hours } queueAges { count } overdue } }`,
        { filter: { service: 'IIN', from: first.toString(), until: last.toString(), mission, category } },
      );
      expect(statistics.counts).toEqual(recount(some));
      const keys = {
        missions: ({ mission: number }: History) => String(number),
        categories: ({ category: code }: History) => code,
        weeks: (each: History) =>
          dayOf(each)
            .subtract({ days: dayOf(each).dayOfWeek - 1 })
            .toString(),
        months: (each: History) => dayOf(each).toString().slice(0, 7),
      };
      for (const [by, keyOf] of Object.entries(keys)) {
        const expected = [...Map.groupBy(some, keyOf)].map(([key, group]) => [key, recount(group)] as const);
        const given = statistics[by].map(({ key, counts }: { key: string; counts: object }) => [key, counts]);
        expect(Object.fromEntries(given)).toEqual(Object.fromEntries(expected));
      }
      const refused = some.filter((each) => endOf(each)?.as === 'REFUSE').length;
      expect(statistics.refusalGrounds).toEqual(refused > 0 ? [{ count: refused }] : []);
      const durations = some.flatMap((each) => endOf(each)?.took ?? []);
      const service = statistics.steps.find(({ step }: { step: string }) => step === 'IIN_SERVICE');
      if (some.length > 0)
        expect(service).toEqual({
          step: 'IIN_SERVICE',
          count: durations.length,
          running: some.length - durations.length,
          medianHours: percentile(durations, 0.5),
          percentile90Hours: percentile(durations, 0.9),
        });
      expect(statistics.queueAges.map((age: { count: number }) => age.count)).toEqual(ageGroups(some));
      const overdue = some.filter((each) => !endOf(each) && each.registered + each.term < now).length;
      expect(statistics.overdue).toBe(overdue);
    }),
    { numRuns: 40 },
  );
});

test('a year among two hundred thousand cases is found by an index, and counted', async () => {
  const { database } = product;
  await database.query(
    `insert into kit.case_statistic (case_id, service, office_id, category, received_on, received_at, ended_at, ended, late_from, grounds, missing_documents)
     select gen_random_uuid(), 'IIN', (select id from kit.office where number = 1 + each % 100), 'HEIR', day, day, day + interval '1 day', 'DONE', null, '{}', '{}'
       from generate_series(1, 200000) each, lateral (select date '2016-01-01' + each % 3650 as day) as received`,
  );
  await database.query('analyze kit.case_statistic');
  const { rows } = await database.query<{ 'QUERY PLAN': string }>(
    `explain select count(*) from kit.case_statistic where service = 'IIN' and received_on >= '2020-01-01' and received_on <= '2020-12-31'`,
  );
  expect(JSON.stringify(rows)).toContain('case_statistic_service_received_on_index');
  const { statistics } = await product
    .as('auditor')
    .ask(
      `{ statistics(filter: { service: IIN, from: "2020-01-01", until: "2020-12-31" }) { counts { received } groups(by: MISSION) { counts { received } } } }`,
    );
  expect(statistics.counts.received).toBeGreaterThan(19_000);
});
