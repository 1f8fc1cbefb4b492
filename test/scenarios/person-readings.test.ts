import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { act, apply, presentHead } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A§15-2: whoever reads somebody's data answers in person for it, and the person learns who did.

let product: TestProduct;
let erika: GraphClient;
/** Under which ids Erika was presented: in Berlin, where she got her number, and later in Tirana. */
let berlin: string;
let tirana: string;
beforeAll(async () => {
  product = await startTestProduct();
  erika = product.as('applicant');
  const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
  berlin = await presentHead(consul);
  const application = await apply(consul, berlin);
  await act(operator, 'takeIinApplication', application, 1);
  await act(operator, 'formIin', application, 2);
  await eventually(async () => expect((await numbersOf(berlin))[0]).not.toBeNull());
  tirana = await presentHead(product.as('consul', { mission: 1 }));
  const { database } = product;
  await database.query(
    'update applicants.applicant set iin = (select iin from applicants.applicant where id = $1) where id = $2',
    [berlin, tirana],
  );
  await database.query('update applicants.applicant set person_account_id = $1 where id = $2', [
    demoAccount('applicant')!.id,
    berlin,
  ]);
});
afterAll(() => product.close());

async function numbersOf(...ids: string[]): Promise<(string | null)[]> {
  const { rows } = await product.database.query<{ iin: string | null }>(
    'select iin from applicants.applicant where id = any($1)',
    [ids],
  );
  return rows.map(({ iin }) => iin);
}

const query = `query Readings($id: ID!, $first: Int, $after: String) { applicant(id: $id) { readings(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id at action role office { en } } } } } }`;

interface Shown {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { id: string; at: string; action: string; role: string; office: { en: string } | null } }[];
}

async function readings(page: object = { first: 100 }): Promise<Shown> {
  return (await erika.ask(query, { id: berlin, ...page })).applicant.readings as Shown;
}

test('tell who read what, for which office, and when, newest first: wherever the person was presented', async () => {
  product.clock.set('2026-03-05T11:00:00+05:00');
  await product.as('consul', { mission: 1 }).ask('query R($id: ID!) { applicant(id: $id) { id } }', { id: tirana });
  product.clock.set('2026-03-06T12:00:00+05:00');
  await product.as('consul').ask('query R($id: ID!) { applicant(id: $id) { documents { id } } }', { id: berlin });
  const { edges } = await readings();
  const told = edges.map(({ node: { at, action, role, office } }) => [at, action, role, office?.en]);
  expect(told.slice(0, 2)).toEqual([
    ['2026-03-06T12:00:00.000+05:00', 'Applicant', 'consul', expect.stringContaining('Germany')],
    ['2026-03-05T11:00:00.000+05:00', 'Applicant', 'consul', expect.stringContaining('Albania')],
  ]);
  // The operator, who worked on the application, belongs to no office.
  expect(told).toContainEqual(['2026-03-02T10:00:00.000+05:00', 'IinApplication', 'iin_operator', undefined]);
  // Neither what the product did by itself, nor what she looked at.
  expect(new Set(told.map(([, , role]) => role))).toEqual(new Set(['consul', 'iin_operator']));
});

test('come page by page, each once', async () => {
  const all = await readings();
  const paged: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { edges, pageInfo } = await readings({ first: 2, after });
    paged.push(...edges.map(({ node }) => node.id));
    [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
  }
  expect(paged).toEqual(all.edges.map(({ node }) => node.id));
  expect(all.totalCount).toBe(paged.length);
});

test('of somebody else are told to nobody, and of one oneself to nobody else', async () => {
  const another = await presentHead(product.as('consul'));
  expect((await erika.send(query, { id: another })).codes).toEqual(['NOT_FOUND']);
  expect((await product.as('consul').send(query, { id: berlin })).codes).toEqual(['FORBIDDEN']);
  expect((await readings()).totalCount).toBeGreaterThan(0);
});

test('asked for at the subgraph itself, without the gateway, are the same', async () => {
  const ask = async (client: GraphClient, id: string) =>
    product.subgraphs.send('audit', {
      query: `query A($of: [_Any!]!) { _entities(representations: $of) { ... on Applicant { readings { totalCount } } } }`,
      variables: { of: [{ __typename: 'Applicant', id }] },
      authorization: `Bearer ${await client.freshToken()}`,
      acceptLanguage: undefined,
      trace: { address: null, requestId: 'direct', operationName: null, operationHash: null },
    });
  const { data } = await ask(erika, berlin);
  expect(data!._entities).toEqual([{ readings: { totalCount: (await readings()).totalCount } }]);
  const refused = await ask(erika, tirana);
  expect(refused.errors!.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
});

test('that they were looked at stands in the journal', async () => {
  await readings();
  const { rows } = await product.database.query<{ role: string; subjects: string[] }>(
    `select role, subjects from audit.journal where action = 'PersonReading' order by at desc limit 1`,
  );
  expect(rows).toEqual([{ role: 'applicant', subjects: [berlin] }]);
});
