import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { act, apply, presentHead } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A§14: failures of the operators' side are recorded, with measures; none of them moves a deadline.

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

const fields = 'id version system description stopsDelivery foundAt measuresFrom measures endedAt closingMeasures';
const openMutation = `mutation Open($input: OpenIncidentInput!) { openIncident(input: $input) { incident { ${fields} } } }`;
const closeMutation = `mutation Close($input: CloseIncidentInput!) { closeIncident(input: $input) { incident { ${fields} } } }`;

async function open(foundAt: string, more: object = {}) {
  const input = { system: 'MIGRATION_POLICE_SYSTEM', foundAt, description: 'No answer.', ...more };
  return (await operator.ask(openMutation, { input })).openIncident.incident;
}

async function close(id: string, endedAt: string) {
  const input = { id, expectedVersion: 1, endedAt, measures: 'Restarted.' };
  return (await operator.ask(closeMutation, { input })).closeIncident.incident;
}

/** Something that failed for a while in the past; answers the id. */
async function failed(foundAt: string, endedAt: string): Promise<string> {
  product.clock.set(endedAt);
  const { id } = await open(foundAt);
  await close(id, endedAt);
  return id as string;
}

async function application(id: string, client = operator) {
  const query = `query A($id: ID!) { iinApplication(id: $id) { dueAt overdue remaining incidents { id } } }`;
  return (await client.ask(query, { id })).iinApplication;
}

const incidentsOf = async (id: string, client = operator) =>
  (await application(id, client)).incidents.map((incident: { id: string }) => incident.id);

describe('an application', () => {
  test('that ran late shows what failed between its registration and its decision, and nothing else', async () => {
    await failed('2026-04-06T08:00:00+05:00', '2026-04-06T09:59:00+05:00');
    product.clock.set('2026-04-06T10:00:00+05:00');
    const late = await apply(consul, await presentHead(consul));
    const inTime = await apply(consul, await presentHead(consul));
    const withdrawn = await apply(consul, await presentHead(consul));
    const during = await failed('2026-04-06T12:00:00+05:00', '2026-04-07T09:00:00+05:00');
    await act(operator, 'takeIinApplication', inTime, 1);
    await act(operator, 'formIin', inTime, 2);
    product.clock.set('2026-04-07T18:30:00+05:00');
    const going = await open('2026-04-07T18:00:00+05:00');
    expect(await incidentsOf(late)).toEqual([]);

    product.clock.set('2026-04-07T18:30:01+05:00');
    expect(await incidentsOf(late)).toEqual([during, going.id]);
    await act(consul, 'withdrawIinApplication', withdrawn, 1);
    product.clock.set('2026-04-08T10:00:00+05:00');
    await act(operator, 'takeIinApplication', late, 1);
    await act(operator, 'formIin', late, 2);
    await failed('2026-04-08T10:00:01+05:00', '2026-04-08T11:00:00+05:00');
    expect(await incidentsOf(late)).toEqual([during, going.id]);
    expect(await incidentsOf(inTime)).toEqual([]);
    expect(await incidentsOf(withdrawn)).toEqual([]);

    // The counter that answers for it sees the same; another one sees neither it nor them.
    expect(await incidentsOf(late, consul)).toEqual(await incidentsOf(late));
    const query = `query A($id: ID!) { iinApplication(id: $id) { incidents { description } } }`;
    expect((await product.as('consul', { mission: 1 }).send(query, { id: late })).codes).toEqual(['NOT_FOUND']);
    expect((await consul.send('{ incidents { totalCount } }')).codes).toEqual(['FORBIDDEN']);
  });

  test('is due when it was due, whatever fails meanwhile', async () => {
    const id = await apply(consul, await presentHead(consul));
    product.clock.set('2026-03-02T11:00:00+05:00');
    const incident = await open('2026-03-02T11:00:00+05:00');
    expect(await application(id)).toMatchObject({ dueAt: '2026-03-03T18:30:00.000+05:00', overdue: false });
    product.clock.set('2026-03-04T12:00:00+05:00');
    await close(incident.id, '2026-03-04T12:00:00+05:00');
    expect(await application(id)).toMatchObject({ dueAt: '2026-03-03T18:30:00.000+05:00', overdue: true });
  });

  test('counts the seconds that are left, below zero once it is late', async () => {
    const id = await apply(consul, await presentHead(consul));
    // From Monday 10:00 to Tuesday 18:30: 32.5 hours.
    expect(await application(id)).toMatchObject({ remaining: 117_000, overdue: false });
    product.clock.set('2026-03-03T18:30:00+05:00');
    expect(await application(id)).toMatchObject({ remaining: 0, overdue: false });
    product.clock.set('2026-03-03T18:30:01+05:00');
    expect(await application(id)).toMatchObject({ remaining: -1, overdue: true });
    await act(operator, 'takeIinApplication', id, 1);
    await act(operator, 'formIin', id, 2);
    expect(await application(id)).toMatchObject({ remaining: null, overdue: true });
  });
});

describe('an incident', () => {
  test('is recorded when it is found, and closed with the measures that ended it', async () => {
    const incident = await open('2026-03-02T09:40:00+05:00', { system: 'LINK', measures: 'The provider was called.' });
    expect(incident).toEqual({
      id: expect.any(String),
      version: 1,
      system: 'LINK',
      description: 'No answer.',
      stopsDelivery: false,
      foundAt: '2026-03-02T09:40:00.000+05:00',
      measuresFrom: '2026-03-02T09:40:00.000+05:00',
      measures: 'The provider was called.',
      endedAt: null,
      closingMeasures: null,
    });
    product.clock.set('2026-03-02T12:00:00+05:00');
    expect(await close(incident.id, '2026-03-02T11:50:00+05:00')).toEqual({
      ...incident,
      version: 2,
      endedAt: '2026-03-02T11:50:00.000+05:00',
      closingMeasures: 'Restarted.',
    });
  });

  test('that is found outside of working hours tells when measures begin: from 09:00 of the next working day', async () => {
    // Friday evening; Monday 9 March is off.
    product.clock.set('2026-03-06T19:00:00+05:00');
    expect(await open('2026-03-06T18:30:00+05:00')).toMatchObject({ measuresFrom: '2026-03-10T09:00:00.000+05:00' });
  });

  test('is neither found nor ended in the future, nor ended before it was found: all problems at once', async () => {
    const opened = await operator.send(openMutation, {
      input: { system: 'OTHER', foundAt: '2026-03-02T10:00:01+05:00', description: ' ' },
    });
    expect(opened.errors[0]?.extensions.problems).toMatchObject([
      { code: 'MOMENT_IN_FUTURE', path: ['foundAt'], reference: 'A§14' },
      { code: 'TEXT_EMPTY', path: ['description'], reference: 'A§14' },
    ]);
    const { id } = await open('2026-03-02T10:00:00+05:00');
    const closed = async (endedAt: string, measures: string) =>
      (await operator.send(closeMutation, { input: { id, expectedVersion: 1, endedAt, measures } })).errors[0]
        ?.extensions.problems;
    expect(await closed('2026-03-02T10:00:01+05:00', '')).toMatchObject([
      { code: 'MOMENT_IN_FUTURE', path: ['endedAt'] },
      { code: 'TEXT_EMPTY', path: ['measures'] },
    ]);
    expect(await closed('2026-03-02T09:59:59+05:00', 'Mended.')).toMatchObject([
      { code: 'ENDED_BEFORE_FOUND', path: ['endedAt'] },
    ]);
  });

  test('ends once, and on top of the version that was seen', async () => {
    const { id } = await open('2026-03-02T09:00:00+05:00');
    const input = { id, expectedVersion: 2, endedAt: '2026-03-02T09:30:00+05:00', measures: 'Mended.' };
    const early = await operator.send(closeMutation, { input });
    expect(early.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
    await close(id, '2026-03-02T09:30:00+05:00');
    expect((await operator.send(closeMutation, { input })).codes).toEqual(['WRONG_STATE']);
  });

  test('is found in the list, also by whether it has ended', async () => {
    const list = async (filter: object | null) => {
      const query = `query List($filter: IncidentFilter) { incidents(first: 100, filter: $filter) { totalCount edges { node { endedAt } } } }`;
      const { incidents } = await operator.ask(query, { filter });
      return {
        count: incidents.totalCount,
        ended: incidents.edges.map((edge: never) => edge['node']['endedAt'] !== null),
      };
    };
    const [all, ended, going] = [await list(null), await list({ ended: true }), await list({ ended: false })];
    expect(all.count).toBe(ended.count + going.count);
    expect(ended.ended.length * going.ended.length).toBeGreaterThan(0);
    expect(ended.ended.every(Boolean)).toBe(true);
    expect(going.ended.some(Boolean)).toBe(false);
  });
});
