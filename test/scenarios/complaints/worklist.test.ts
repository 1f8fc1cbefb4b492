import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  file,
  notSeenBy,
  on,
  recordForwardings,
  refusedApplication,
  rejection,
  seenBy,
} from '../../support/complaints.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';
import { breakEventsOf, jobsDone } from '../../support/queue.ts';

// The worklists of providers and of the reviewing body: by the clock, whether a job has recorded it yet or not.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
let reviewer: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  [operator, reviewer] = [product.as('iin_operator'), product.as('complaint_reviewer')];
});
afterAll(() => product.close());

const set = (moment: string) => product.clock.set(moment);

async function listed(client: GraphClient, filter: object): Promise<string[]> {
  const query =
    'query L($filter: ComplaintFilter) { complaints(first: 100, filter: $filter) { edges { node { number } } } }';
  const { complaints } = await client.ask(query, { filter });
  return (complaints.edges as { node: { number: string } }[]).map(({ node }) => node.number);
}

test('a complaint is where it is by the clock, overdue when its decision is, and found by what is due', async () => {
  set('2026-03-02T10:00:00+05:00');
  const filed = await file(consul, { iinApplicationId: (await refusedApplication(product)).id });
  set('2026-03-03T11:00:00+05:00');
  const { number, version } = await on(operator, 'registerComplaint', filed);
  expect(await listed(operator, { states: ['REGISTERED'] })).toEqual([number]);
  expect(await listed(operator, { states: ['FORWARDED'] })).toEqual([]);
  expect(await listed(operator, { overdue: true })).toEqual([]);
  expect(await listed(operator, { dueBefore: '2026-03-05T18:30:01+05:00' })).toEqual([number]);
  expect(await listed(operator, { dueBefore: '2026-03-05T18:30:00+05:00' })).toEqual([]);
  expect(await listed(reviewer, {})).toEqual([]);

  // Should a job come by before it is recorded, it can't.
  const mend = await breakEventsOf(product, 'complaints', filed.id);
  for (const isRecorded of [false, true]) {
    if (isRecorded) {
      await mend();
      await recordForwardings(product);
    }
    set('2026-03-06T09:00:00+05:00');
    expect(await listed(operator, { states: ['REGISTERED'] })).toEqual([]);
    expect(await listed(operator, { states: ['RECEIVED', 'FORWARDED'] })).toEqual([number]);
    expect(await listed(reviewer, { states: ['FORWARDED'] })).toEqual([number]);
    // The three days are over by the clock, and not overdue; the five days run until 11 March.
    expect(await listed(operator, { overdue: true })).toEqual([]);
    expect(await listed(operator, { overdue: false })).toEqual([number]);
    expect(await listed(operator, { dueBefore: '2026-03-11T18:30:00+05:00' })).toEqual([]);
    expect(await listed(operator, { dueBefore: '2026-03-11T18:30:01+05:00' })).toEqual([number]);
    set('2026-03-11T18:30:00+05:00');
    expect(await listed(operator, { overdue: true })).toEqual([]);
    set('2026-03-11T18:30:01+05:00');
    expect(await listed(operator, { overdue: true })).toEqual([number]);
    expect(await listed(operator, { overdue: false })).toEqual([]);
  }
  const taken = await on(reviewer, 'registerComplaint', { id: filed.id, version });
  await on(reviewer, 'decideComplaint', taken, rejection);
  expect(await listed(operator, { overdue: true })).toEqual([]);
  expect(await listed(operator, { states: ['DECIDED'], number })).toEqual([number]);
  expect(await listed(operator, { number: 'CMP-2026-999999' })).toEqual([]);
});

test('a calendar that changes moves the three days, and with them what the clock does', async () => {
  set('2026-03-02T10:00:00+05:00');
  const filed = await file(consul, { iinApplicationId: (await refusedApplication(product)).id });
  const administrator = product.as('state_corporation');
  const { calendarYear } = await administrator.ask('{ calendarYear(year: 2026) { version } }');
  const input = { day: '2026-03-04', kind: 'DAY_OFF', reason: 'Decree', expectedVersion: calendarYear.version };
  await administrator.ask(
    'mutation Day($input: SetCalendarDayInput!) { setCalendarDay(input: $input) { calendarYear { version } } }',
    { input },
  );
  await jobsDone(product);
  set('2026-03-06T18:30:00+05:00');
  expect(await seenBy(operator, filed)).toMatchObject({ state: 'RECEIVED', dueAt: '2026-03-06T18:30:00.000+05:00' });
  expect(await notSeenBy(reviewer, filed)).toBe('NOT_FOUND');
  set('2026-03-06T18:30:01+05:00');
  expect(await seenBy(reviewer, filed)).toMatchObject({ state: 'FORWARDED' });
});
