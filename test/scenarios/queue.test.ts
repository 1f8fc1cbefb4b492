import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { act, apply, presentHead } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { closeIncident, deliveryOf, openIncident } from '../support/incidents.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A§10: an application passes to the operators at once; while their side is out of reach it waits, and passes later.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const atTen = '2026-03-02T10:00:00.000+05:00';

/** The ids of what the operators have in their list. */
async function worklist(client = operator): Promise<string[]> {
  const { iinApplications } = await client.ask('{ iinApplications(first: 100) { edges { node { id } } } }');
  return iinApplications.edges.map(({ node }: { node: { id: string } }) => node.id);
}

const codesOfTaking = async (id: string) =>
  (
    await operator.send(
      'mutation T($input: IinApplicationInput!) { takeIinApplication(input: $input) { application { id } } }',
      { input: { id, expectedVersion: 1 } },
    )
  ).codes;

test('An application passes at once', async () => {
  const id = await apply(consul, await presentHead(consul));
  const passed = { state: 'REGISTERED', delivery: 'DELIVERED', deliveredAt: atTen };
  expect(await deliveryOf(consul, id)).toMatchObject(passed);
  expect(await deliveryOf(operator, id)).toMatchObject(passed);
  expect(await worklist()).toContain(id);
});

describe("While an incident closes the operators' side", () => {
  test('what is registered waits: the counter sees that, the operators do not see it at all', async () => {
    const incident = await openIncident(product);
    const id = await apply(consul, await presentHead(consul));
    expect(await deliveryOf(consul, id)).toEqual({
      version: 1,
      state: 'REGISTERED',
      dueAt: '2026-03-03T18:30:00.000+05:00',
      delivery: 'WAITING',
      deliveredAt: null,
    });
    expect(await worklist(consul)).toContain(id);
    expect(await worklist()).not.toContain(id);
    const query = 'query A($id: ID!) { iinApplication(id: $id) { state } }';
    expect((await operator.send(query, { id })).codes).toEqual(['NOT_FOUND']);
    expect(await codesOfTaking(id)).toEqual(['NOT_FOUND']);

    product.clock.set('2026-03-02T12:00:00+05:00');
    await closeIncident(product, incident);
    await eventually(async () =>
      expect(await deliveryOf(operator, id)).toEqual({
        version: 2,
        state: 'REGISTERED',
        dueAt: '2026-03-03T18:30:00.000+05:00',
        delivery: 'DELIVERED',
        deliveredAt: '2026-03-02T12:00:00.000+05:00',
      }),
    );
    expect(await worklist()).toContain(id);
    expect(await act(operator, 'takeIinApplication', id, 2)).toMatchObject({ state: 'IN_REVIEW' });
  });

  test('what passed before stays with the operators, and is decided', async () => {
    const before = await apply(consul, await presentHead(consul));
    const taken = await apply(consul, await presentHead(consul));
    await act(operator, 'takeIinApplication', taken, 1);
    const incident = await openIncident(product);
    expect(await worklist()).toEqual(expect.arrayContaining([before, taken]));
    expect(await act(operator, 'formIin', taken, 2)).toMatchObject({ state: 'FORMED' });
    await closeIncident(product, incident);
  });

  test('another incident that closes it too has to end as well', async () => {
    const [one, other] = [await openIncident(product), await openIncident(product)];
    const id = await apply(consul, await presentHead(consul));
    await closeIncident(product, one);
    await eventually(async () => expect(await jobsLeft()).toBe(0));
    expect(await deliveryOf(consul, id)).toMatchObject({ delivery: 'WAITING' });
    await closeIncident(product, other);
    await eventually(async () => expect(await deliveryOf(consul, id)).toMatchObject({ delivery: 'DELIVERED' }));
  });

  test('the person may withdraw it: then it never passes', async () => {
    const incident = await openIncident(product);
    const id = await apply(consul, await presentHead(consul));
    const waiting = await apply(consul, await presentHead(consul));
    await act(consul, 'withdrawIinApplication', id, 1);
    expect(await deliveryOf(consul, id)).toMatchObject({ state: 'WITHDRAWN', delivery: null });
    await closeIncident(product, incident);
    await eventually(async () => expect(await deliveryOf(consul, waiting)).toMatchObject({ delivery: 'DELIVERED' }));
    expect(await deliveryOf(consul, id)).toMatchObject({ delivery: null, deliveredAt: null });
    expect(await worklist()).not.toContain(id);
  });
});

test('An incident that does not close it keeps nothing waiting', async () => {
  const incident = await openIncident(product, false);
  const id = await apply(consul, await presentHead(consul));
  expect(await deliveryOf(operator, id)).toMatchObject({ delivery: 'DELIVERED', deliveredAt: atTen });
  await closeIncident(product, incident);
});

async function jobsLeft(): Promise<number> {
  const { rows } = await product.database.query('select from graphile_worker.jobs');
  return rows.length;
}
