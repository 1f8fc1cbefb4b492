import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { allSubgraphs } from '../../subgraphs/all.ts';
import { subgraphsWithTerms } from '../../subgraphs/kit/terms/recount.ts';
import { apply, presentHead } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { breakEventsOf, jobsDone, runNow, waitsForLock } from '../support/queue.ts';

// The terms that run follow the calendar, once for each change, whatever happens to the job.

let product: TestProduct;
let consul: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
});
afterAll(() => product.close());
// Applied for on a Monday: due on Tuesday 3 March, or, when that is off, on Wednesday.
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const onTuesday = '2026-03-03T18:30:00.000+05:00';
const onWednesday = '2026-03-04T18:30:00.000+05:00';
const moved = { dueAt: onWednesday, recounts: [{ before: onTuesday, after: onWednesday }] };
const unmoved = { dueAt: onTuesday, recounts: [] };

/** Makes a day worked or off. */
async function setDay(day: string, kind: 'WORKING' | 'DAY_OFF'): Promise<void> {
  const administrator = product.as('state_corporation');
  const { calendarYear } = await administrator.ask('{ calendarYear(year: 2026) { version } }');
  const input = { day, kind, reason: 'Decree', expectedVersion: calendarYear.version };
  await administrator.ask(
    'mutation Day($input: SetCalendarDayInput!) { setCalendarDay(input: $input) { calendarYear { version } } }',
    { input },
  );
}

async function termOf(id: string) {
  const query = 'query Term($id: ID!) { iinApplication(id: $id) { version dueAt recounts { before after } } }';
  return (await consul.ask(query, { id })).iinApplication;
}

async function applications(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let each = 0; each < count; each += 1) ids.push(await apply(consul, await presentHead(consul)));
  for (const id of ids) expect(await termOf(id)).toEqual({ version: 1, ...unmoved });
  return ids;
}

/** Makes Tuesday worked again, so that the next test begins where this one did. */
async function tidyUp(): Promise<void> {
  await setDay('2026-03-03', 'WORKING');
  await jobsDone(product);
}

test('the subgraphs that are told of a change are those that have the job', () => {
  const able = Object.values(allSubgraphs).filter(({ jobs }) => jobs?.recountTerms);
  expect(able.map(({ name }) => name)).toEqual(subgraphsWithTerms);
});

test('a change that concerns none of the days moves nothing', async () => {
  const [id] = await applications(1);
  await setDay('2026-06-19', 'DAY_OFF');
  await jobsDone(product);
  expect(await termOf(id!)).toEqual({ version: 1, ...unmoved });
});

test('killed in the middle, it goes on there; what was recounted is not recounted again', async () => {
  const ids = await applications(3);
  const mend = await breakEventsOf(product, 'iin', ids[1]!);
  await setDay('2026-03-03', 'DAY_OFF');
  await eventually(async () => {
    const query = 'select attempts from graphile_worker._private_jobs where locked_at is null';
    expect((await product.database.query(query)).rows).toEqual([{ attempts: 1 }]);
  });
  expect(await termOf(ids[0]!)).toEqual({ version: 2, ...moved });
  for (const id of ids.slice(1)) expect(await termOf(id)).toEqual({ version: 1, ...unmoved });

  await mend();
  await runNow(product);
  for (const id of ids) await eventually(async () => expect(await termOf(id)).toEqual({ version: 2, ...moved }));
  await tidyUp();
});

test('run twice, and by two processes at once, it changes nothing the second time', async () => {
  const beside = await startTestProduct({ beside: product });
  try {
    const ids = await applications(5);
    await setDay('2026-03-03', 'DAY_OFF');
    await product.database.query(
      `select graphile_worker.add_job('iin.recountTerms', job_key => 'twin ' || twin) from generate_series(1, 3) as twin`,
    );
    for (const id of ids) await eventually(async () => expect(await termOf(id)).toEqual({ version: 2, ...moved }));
    await jobsDone(product);
    for (const id of ids) expect(await termOf(id)).toEqual({ version: 2, ...moved });
    await tidyUp();
  } finally {
    await beside.close();
  }
});

test('an application that is being registered while the calendar is changed is due by the changed one', async () => {
  const applicantId = await presentHead(consul);
  // Registering has counted its term then, and waits for the next number of the year.
  await product.database.query('begin');
  await product.database.query('select from iin.number_counter for update');
  const registering = apply(consul, applicantId);
  await waitsForLock(product, 'transactionid');
  const changing = setDay('2026-03-03', 'DAY_OFF');
  await waitsForLock(product, 'advisory');
  await product.database.query('commit');
  const id = await registering;
  await changing;
  await eventually(async () => expect(await termOf(id)).toEqual({ version: 2, ...moved }));
  await tidyUp();
});
