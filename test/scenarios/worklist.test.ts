import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { act, apply, person, presentHead } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { closeIncident, deliveryOf, openIncident } from '../support/incidents.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// What the operators and the counters find in their lists.

let product: TestProduct;
let operator: GraphClient;
let berlin: GraphClient;
let tirana: GraphClient;
/** Applications by their names here. */
const ids: Record<string, string> = {};

beforeAll(async () => {
  product = await startTestProduct();
  operator = product.as('iin_operator');
  berlin = product.as('consul', { mission: 13 });
  tirana = product.as('consul', { mission: 1 });
  const named = (latin: string, cyrillic: string) =>
    person({ surname: latin, cyrillicName: { surname: cyrillic, givenNames: 'Эрика' } });
  ids.decidedLate = await apply(berlin, await presentHead(berlin, named('Schmidt', 'Шмидт')));
  ids.open = await apply(berlin, await presentHead(berlin, named('Schmitz', 'Шмиц')));
  product.clock.set('2026-03-04T10:00:00+05:00');
  await act(operator, 'takeIinApplication', ids.decidedLate, 1);
  await act(operator, 'formIin', ids.decidedLate, 2);
  ids.tirana = await apply(tirana, await presentHead(tirana, named('Schulze-Delitzsch', 'Шульце-Делич')));
  ids.withdrawn = await apply(tirana, await presentHead(tirana, named('Alpen', 'Альпен')));
  await act(tirana, 'withdrawIinApplication', ids.withdrawn, 1);
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-04T12:00:00+05:00'));

async function found(client: GraphClient, filter: object): Promise<string[]> {
  const query = `query Found($filter: IinApplicationFilter) { iinApplications(first: 100, filter: $filter) {
    totalCount edges { node { id } } } }`;
  const { iinApplications } = await client.ask(query, { filter });
  const nodes: string[] = iinApplications.edges.map(({ node }: { node: { id: string } }) => node.id);
  expect(iinApplications.totalCount).toBe(nodes.length);
  return nodes.map((id) => Object.keys(ids).find((name) => ids[name] === id)!);
}

const missionId = async (number: number) =>
  (await product.anybody().ask('query M($number: Int!) { mission(number: $number) { id } }', { number })).mission.id;

describe('a list of applications, the newest first,', () => {
  test.each([
    ['all of them', {}, ['withdrawn', 'tirana', 'open', 'decidedLate']],
    ['by state', { states: ['REGISTERED', 'WITHDRAWN'] }, ['withdrawn', 'tirana', 'open']],
    ['by category', { category: 'HEIR' }, []],
    // Registered on Wednesday, due on Thursday at 18:30.
    [
      'by when they are due, the latest due first',
      { dueBefore: '2026-03-06T00:00:00+05:00', states: ['FORMED', 'REGISTERED', 'WITHDRAWN'] },
      ['withdrawn', 'tirana', 'open', 'decidedLate'],
    ],
    ['by when they are due', { dueBefore: '2026-03-05T18:30:00+05:00' }, ['open', 'decidedLate']],
    ['late ones, also those that were decided too late', { overdue: true }, ['open', 'decidedLate']],
    ['those that are not late', { overdue: false }, ['withdrawn', 'tirana']],
    ['late ones in a state', { overdue: true, states: ['REGISTERED'] }, ['open']],
    ['by a Latin surname, in any case', { text: 'schmidt' }, ['decidedLate']],
    ['by how a surname begins, in the order of surnames', { text: 'Schm' }, ['decidedLate', 'open']],
    ['by how a Cyrillic surname begins, in their order', { text: ' шМи' }, ['decidedLate', 'open']],
    ['open ones by how a surname begins', { text: 'Sch', states: ['REGISTERED', 'IN_REVIEW'] }, ['tirana', 'open']],
    ['by a surname without its hyphen', { text: 'schulze del' }, ['tirana']],
    ['by what no surname begins with', { text: 'midt' }, []],
    ['by what would mean anything elsewhere', { text: 'Sch%' }, []],
    ['by what would mean any letter elsewhere', { text: 'Schmi_t' }, []],
  ])('%s', async (_what, filter, expected) => {
    expect(await found(operator, filter)).toEqual(expected);
  });

  test('by number, whole and in any case', async () => {
    const query = 'query N($id: ID!) { iinApplication(id: $id) { number } }';
    const { number } = (await operator.ask(query, { id: ids.open })).iinApplication as { number: string };
    expect(await found(operator, { text: number.toLowerCase() })).toEqual(['open']);
    expect(await found(operator, { text: number.slice(0, -1) })).toEqual([]);
  });

  test('by mission; a mission that there is not received none', async () => {
    expect(await found(operator, { missionId: await missionId(13) })).toEqual(['open', 'decidedLate']);
    expect(await found(operator, { missionId: await missionId(2) })).toEqual([]);
    expect(await found(operator, { missionId: 'Berlin' })).toEqual([]);
  });

  test('by whether they wait', async () => {
    const incident = await openIncident(product);
    ids.waiting = await apply(berlin, await presentHead(berlin));
    expect(await found(berlin, { delivery: 'WAITING' })).toEqual(['waiting']);
    expect(await found(berlin, { delivery: 'DELIVERED' })).toEqual(['open', 'decidedLate']);
    expect(await found(operator, { delivery: 'WAITING' })).toEqual([]);
    await closeIncident(product, incident);
    await eventually(async () =>
      expect(await deliveryOf(berlin, ids.waiting!)).toMatchObject({ delivery: 'DELIVERED' }),
    );
    await act(berlin, 'withdrawIinApplication', ids.waiting, 2);
  });

  test('never shows a counter what another one received, whatever is looked for', async () => {
    expect(await found(berlin, { text: 'Sch' })).toEqual(['decidedLate', 'open']);
    expect(await found(tirana, { text: 'Sch' })).toEqual(['tirana']);
    expect(await found(tirana, { missionId: await missionId(13) })).toEqual([]);
  });

  test.each([
    ['nothing that could be a surname', ' - ', 'TEXT_EMPTY'],
    ['what nobody types', 'Schm\u0000', 'TEXT_HAS_CONTROL_CHARACTERS'],
    ['a text without end', 'x'.repeat(2001), 'TEXT_TOO_LONG'],
  ])('is not looked through for %s', async (_what, text, code) => {
    const query = 'query F($filter: IinApplicationFilter) { iinApplications(filter: $filter) { totalCount } }';
    const { errors } = await operator.send(query, { filter: { text } });
    expect(errors[0]?.extensions.problems).toMatchObject([{ code, path: ['filter', 'text'] }]);
  });

  test('has pages that stay put while rows are added', async () => {
    const query = `query Page($after: String) { iinApplications(first: 1, after: $after, filter: { overdue: true, text: "schm" }) {
      pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
    const first = (await operator.ask(query)).iinApplications;
    expect(first.edges).toEqual([{ node: { id: ids.decidedLate } }]);
    ids.later = await apply(berlin, await presentHead(berlin, person({ surname: 'Schmall' })));
    const second = (await operator.ask(query, { after: first.pageInfo.endCursor })).iinApplications;
    expect(second.edges).toEqual([{ node: { id: ids.open } }]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });
});
