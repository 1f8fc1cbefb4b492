import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { act, apply, presentHead } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { closeIncident, deliveryOf, openIncident } from '../support/incidents.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { breakEventsOf, jobsDone, runNow, waitsForLock } from '../support/queue.ts';

// A§10: what waits passes by itself, in order and once, whatever happens to the job.

let product: TestProduct;
let consul: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

/** Applications that were registered one after the other, and wait. */
async function waiting(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let each = 0; each < count; each += 1) ids.push(await apply(consul, await presentHead(consul)));
  for (const id of ids) expect(await deliveryOf(consul, id)).toMatchObject({ delivery: 'WAITING' });
  return ids;
}

/** Which of them passed, in the order in which they did; one that passed twice comes twice. */
async function passed(ids: readonly string[]): Promise<string[]> {
  const { rows } = await product.database.query<{ id: string }>(
    `select case_id as id from iin.event where kind = 'DELIVERED' and case_id = any($1) order by id`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

const stateOf = async (id: string) => (await deliveryOf(consul, id)).delivery;

test('what waits passes when the incident is closed, in the order of registration', async () => {
  const incident = await openIncident(product);
  const ids = await waiting(4);
  expect(await passed(ids)).toEqual([]);
  await closeIncident(product, incident);
  await eventually(async () => expect(await passed(ids)).toEqual(ids));
  for (const id of ids) expect(await stateOf(id)).toBe('DELIVERED');
});

test('killed in the middle, it goes on there; what had passed does not pass again', async () => {
  const incident = await openIncident(product);
  const ids = await waiting(3);
  const mend = await breakEventsOf(product, 'iin', ids[1]!);
  await closeIncident(product, incident);
  await eventually(async () => expect(await attempts()).toBe(1));
  expect(await passed(ids)).toEqual([ids[0]]);
  expect([await stateOf(ids[1]!), await stateOf(ids[2]!)]).toEqual(['WAITING', 'WAITING']);

  await mend();
  product.clock.set('2026-03-02T11:00:00+05:00');
  await runNow(product);
  await eventually(async () => expect(await passed(ids)).toEqual(ids));
  expect(await deliveryOf(consul, ids[0]!)).toMatchObject({ deliveredAt: '2026-03-02T10:00:00.000+05:00' });
  expect(await deliveryOf(consul, ids[2]!)).toMatchObject({ deliveredAt: '2026-03-02T11:00:00.000+05:00' });
});

test('run twice, and by two processes at once, it changes nothing the second time', async () => {
  const beside = await startTestProduct({ beside: product });
  try {
    const incident = await openIncident(product);
    const ids = await waiting(5);
    await closeIncident(product, incident);
    await product.database.query(
      `select graphile_worker.add_job('iin.deliverWaiting', job_key => 'twin ' || twin) from generate_series(1, 3) as twin`,
    );
    await eventually(async () => expect(await passed(ids)).toHaveLength(5));
    await jobsDone(product);
    expect((await passed(ids)).toSorted()).toEqual(ids.toSorted());
    for (const id of ids) expect(await deliveryOf(consul, id)).toMatchObject({ version: 2, delivery: 'DELIVERED' });
  } finally {
    await beside.close();
  }
});

test('late, it leaves alone what was withdrawn meanwhile', async () => {
  const incident = await openIncident(product);
  const [first, second] = await waiting(2);
  const mend = await breakEventsOf(product, 'iin', first!);
  await closeIncident(product, incident);
  await eventually(async () => expect(await attempts()).toBe(1));
  await mend();
  await act(consul, 'withdrawIinApplication', first!, 1);
  await runNow(product);
  await eventually(async () => expect(await passed([first!, second!])).toEqual([second]));
  expect(await deliveryOf(consul, first!)).toMatchObject({ state: 'WITHDRAWN', delivery: null });
});

test('when the next incident begins before it ran, everything goes on waiting for that', async () => {
  const incident = await openIncident(product);
  const ids = await waiting(2);
  const mend = await breakEventsOf(product, 'iin', ids[0]!);
  await closeIncident(product, incident);
  await eventually(async () => expect(await attempts()).toBe(1));
  const next = await openIncident(product);
  await mend();
  await runNow(product);
  await jobsDone(product);
  expect(await passed(ids)).toEqual([]);
  await closeIncident(product, next);
  await eventually(async () => expect(await passed(ids)).toEqual(ids));
});

test('an application that is being registered while the incident is closed passes too', async () => {
  const incident = await openIncident(product);
  const applicantId = await presentHead(consul);
  // Registering has seen the incident then, and waits for the next number of the year.
  await product.database.query('begin');
  await product.database.query('select from iin.number_counter for update');
  const registering = apply(consul, applicantId);
  await waitsForLock(product, 'transactionid');
  const closing = closeIncident(product, incident);
  await waitsForLock(product, 'advisory');
  await product.database.query('commit');
  const id = await registering;
  await closing;
  await eventually(async () => expect(await passed([id])).toEqual([id]));
});

async function attempts(): Promise<number> {
  const { rows } = await product.database.query<{ attempts: number }>(
    'select attempts from graphile_worker._private_jobs where locked_at is null',
  );
  return rows[0]?.attempts ?? 0;
}
