import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { act, apply, presentHead } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A-ord 8, B-ord 8: when the pilots take new applications.

let product: TestProduct;
let administrator: GraphClient;
let consul: GraphClient;
let operator: GraphClient;

beforeAll(async () => {
  product = await startTestProduct();
  administrator = product.as('state_corporation');
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const setMutation = `mutation Set($input: SetPilotPeriodInput!) { setPilotPeriod(input: $input) { pilot {
  name open periods { id version from until orderReference } } } }`;

/** Sets a period of the IIN pilot; answers the pilot. */
async function set(input: object) {
  const data = await administrator.ask(setMutation, { input: { pilot: 'IIN', ...input } });
  return data.setPilotPeriod.pilot;
}

async function pilot(name = 'IIN', client = product.anybody()) {
  const data = await client.ask('{ pilots { name open periods { id version from until orderReference } } }');
  return data.pilots.find((each: { name: string }) => each.name === name);
}

/** The code with which a new application is refused now; nothing when it is accepted. */
async function refusal(client = consul): Promise<string | undefined> {
  const applicantId = await presentHead(client);
  const answer = await client.send(
    'mutation Apply($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) { __typename } }',
    { input: { applicantId, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' } },
  );
  return answer.codes[0];
}

const firstOrder = 'Joint order of 27–28 March 2025, No. 11-1-4/181, No. 225, No. 129/НҚ';

describe('the pilots', () => {
  test('are open from the day on which their orders came into force, for everybody to read', async () => {
    expect(await pilot()).toEqual({
      name: 'IIN',
      open: true,
      periods: [{ id: expect.any(String), version: 1, from: '2025-04-18', until: null, orderReference: firstOrder }],
    });
    expect(await pilot('DIGITAL_NOMAD_RESIDENCY')).toMatchObject({
      open: true,
      periods: [{ from: '2025-01-15', until: null }],
    });
  });
});

describe('a pilot that ends', () => {
  test('takes applications on its last day, none on the first day after it, and finishes what it took', async () => {
    const [{ id, version, from }] = (await pilot()).periods;
    const ended = { id, expectedVersion: version, from, until: '2026-03-31', orderReference: 'Order of 3 March 2026' };
    expect(await set(ended)).toMatchObject({ open: true, periods: [{ version: 2, until: '2026-03-31' }] });

    // It is already 31 March in Astana, and still 31 March there a second before midnight.
    product.clock.set('2026-03-31T23:59:59+05:00');
    const accepted = await apply(consul, await presentHead(consul));
    expect((await pilot()).open).toBe(true);

    product.clock.set('2026-04-01T00:00:00+05:00');
    expect(await refusal()).toBe('PILOT_CLOSED');
    expect((await pilot()).open).toBe(false);
    await act(operator, 'takeIinApplication', accepted, 1);
    expect(await act(operator, 'formIin', accepted, 2)).toMatchObject({ state: 'FORMED' });
    await act(consul, 'printResult', accepted, 3);
    expect(await act(consul, 'handOutResult', accepted, 3)).toMatchObject({
      handedOutAt: '2026-04-01T00:00:00.000+05:00',
    });
    expect((await pilot('DIGITAL_NOMAD_RESIDENCY')).open).toBe(true);
  });

  test('is opened again by a later order, from its first day on', async () => {
    const reopened = await set({ from: '2026-04-10', orderReference: 'Order of 2 April 2026' });
    expect(reopened.periods).toMatchObject([
      { from: '2025-04-18', until: '2026-03-31' },
      { from: '2026-04-10', until: null, orderReference: 'Order of 2 April 2026' },
    ]);
    product.clock.set('2026-04-09T23:59:59+05:00');
    expect(await refusal()).toBe('PILOT_CLOSED');
    product.clock.set('2026-04-10T00:00:00+05:00');
    expect(await refusal()).toBeUndefined();
    expect((await pilot()).open).toBe(true);
  });

  test('keeps what it was before, with who changed it and when', async () => {
    const query =
      '{ pilots { name periods { earlier { from until orderReference replacedAt replacedBy { name } } } } }';
    const { pilots } = await administrator.ask(query);
    expect(pilots[0].periods).toEqual([
      {
        earlier: [
          {
            from: '2025-04-18',
            until: null,
            orderReference: firstOrder,
            replacedAt: '2026-03-02T10:00:00.000+05:00',
            replacedBy: { name: 'Aigerim Demo' },
          },
        ],
      },
      { earlier: [] },
    ]);
    expect((await product.as('auditor').send(query)).codes).toEqual([]);
    expect((await consul.send(query)).codes).toEqual(['FORBIDDEN']);
  });
});

describe('what is refused', () => {
  test('another period over the same days, backwards or without an order: all problems at once', async () => {
    const { errors } = await administrator.send(setMutation, {
      input: { pilot: 'DIGITAL_NOMAD_RESIDENCY', from: '2026-05-01', orderReference: '  ' },
    });
    expect(errors[0]?.extensions.problems).toMatchObject([
      { code: 'PERIODS_OVERLAP', path: ['from'] },
      { code: 'TEXT_EMPTY', path: ['orderReference'] },
    ]);
    const backwards = await administrator.send(setMutation, {
      input: { pilot: 'IIN', from: '2024-05-02', until: '2024-05-01', orderReference: 'Order' },
    });
    expect(backwards.errors[0]?.extensions.problems).toMatchObject([{ code: 'PERIOD_BACKWARDS', path: ['until'] }]);
    expect((await pilot('DIGITAL_NOMAD_RESIDENCY')).periods).toHaveLength(1);
  });

  test('a change on top of a version that is not the present one, or of none', async () => {
    const [{ id, from }] = (await pilot()).periods;
    const input = { pilot: 'IIN', id, from, orderReference: 'Order' };
    for (const version of [{ expectedVersion: 1 }, {}]) {
      const { errors } = await administrator.send(setMutation, { input: { ...input, ...version } });
      expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    }
  });

  test('a period of the other pilot, or of none', async () => {
    const [{ id }] = (await pilot('DIGITAL_NOMAD_RESIDENCY')).periods;
    for (const unknown of [id, 'nothing']) {
      const input = { pilot: 'IIN', id: unknown, expectedVersion: 1, from: '2026-03-01', orderReference: 'Order' };
      expect((await administrator.send(setMutation, { input })).codes).toEqual(['NOT_FOUND']);
    }
  });
});

test('a repeat with the same key changes nothing', async () => {
  const input = { from: '2024-01-01', until: '2024-06-30', orderReference: 'Trial', idempotencyKey: 'trial' };
  const before = (await pilot()).periods.length;
  await set(input);
  await set(input);
  expect((await pilot()).periods).toHaveLength(before + 1);
});

test('of two new periods over the same days that are set at once, one is refused', async () => {
  const summer = { pilot: 'IIN', from: '2023-06-01', until: '2023-08-31', orderReference: 'Summer' };
  const autumn = { pilot: 'IIN', from: '2023-08-31', until: '2023-11-30', orderReference: 'Autumn' };
  // Whoever locked the periods that there are would wait here, and then not see the other one's.
  await product.database.query('begin');
  await product.database.query('select from kit.pilot_period for update');
  const attempts = Promise.all([summer, autumn].map((input) => administrator.send(setMutation, { input })));
  await Promise.race([attempts, setTimeout(500)]);
  await product.database.query('commit');
  const refused = (await attempts).filter(({ codes }) => codes.length > 0);
  expect(refused.map(({ errors }) => errors[0]?.extensions.problems)).toMatchObject([
    [{ code: 'PERIODS_OVERLAP', path: ['from'] }],
  ]);
  const { periods } = (await pilot()) as { periods: { from: string }[] };
  expect(periods.filter(({ from }) => from.startsWith('2023'))).toHaveLength(1);
});
