import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { ConfigurationError } from '../../subgraphs/kit/configuration.ts';
import { begunForCallers } from '../support/begun.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { erika, foreignSupergraph, loneGateway } from './limits-gateway.ts';

// Ways around the rights of a graph that were published for federated ones. Who may see e-mail addresses of accounts stands for all the others.

let product: TestProduct;
let consul: GraphClient;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
});
afterAll(() => product.close());

const list = (selections: string) => `{ iinApplications { edges { node { takenBy { ${selections} } } } } }`;

describe('What is closed to a role stays closed', () => {
  test.each([
    ['in an entity of another subgraph', list('email')],
    ['under another name', list('name: email')],
    ['under a name of its own', list('email: email')],
    ['in an inline fragment', list('... { email }')],
    ['in an inline fragment of its type', list('... on Account { email }')],
    ['in a fragment', `${list('...F')} fragment F on Account { email }`],
    [
      'in a fragment within another one',
      `${list('...F')} fragment F on Account { ...G } fragment G on Account { email }`,
    ],
    ['in a fragment on the root', `{ ...F } fragment F on Query ${list('email')}`],
    ['where it is left out', list('email @skip(if: true)')],
    ['where a variable decides', `query ($a: Boolean = false) ${list('... @include(if: $a) { email }')}`],
    ['beside something open', list('name email')],
    [
      'in the answer of a mutation',
      'mutation { takeIinApplication(input: { id: "1", expectedVersion: 1 }) { application { takenBy { email } } } }',
    ],
    [
      'in what a mutation may answer',
      `mutation { registerIinApplication(input: { applicantId: "1", applicantVersion: 1, category: LEGAL_ENTITY_HEAD }) {
         ... on AcceptanceRefusal { id } ... on IinApplication { takenBy { email } } } }`,
    ],
  ])('%s', async (_name, query) => {
    product.statements.length = 0;
    const forbidden = await consul.send(query);
    expect(forbidden).toMatchObject({ status: 403, data: undefined });
    expect(new Set(forbidden.codes)).toEqual(new Set(['FORBIDDEN']));
    const nobody = await product.anybody().send(query);
    expect(nobody).toMatchObject({ status: 401, data: undefined });
    expect(new Set(nobody.codes)).toEqual(new Set(['UNAUTHENTICATED']));
    // Nothing but the line of the journal about who is signed in.
    expect(begunForCallers(product)).toEqual([expect.stringMatching(/^audit .*'consul'/)]);
  });

  test('while its neighbours are open to it, and it is open to others', async () => {
    expect(await consul.ask(list('name'))).toEqual({ iinApplications: { edges: [] } });
    const accounts = '{ accounts(first: 1) { edges { node { email } } } }';
    expect(await product.as('manager').ask(accounts)).toHaveProperty('accounts.edges');
    expect((await consul.send(accounts)).codes).toContain('FORBIDDEN');
  });

  test('and what an operation that isn’t run names doesn’t close the one that is', async () => {
    const query = `query A { mission(number: 13) { number } } query B ${list('email')}`;
    const send = async (operationName: string) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${await consul.freshToken()}` };
      const body = JSON.stringify({ query, operationName });
      return (await fetch(`${product.url}/graphql`, { method: 'POST', headers, body })).status;
    };
    expect(await send('A')).toBe(200);
    expect(await send('B')).toBe(403);
  });
});

test('What is inaccessible isn’t there, whoever asks', async () => {
  for (const client of [product.anybody(), consul, product.as('state_corporation')]) {
    const { status, codes } = await client.send('mutation { recordSignIn(input: { accountId: "1" }) }');
    expect(status).toBe(400);
    expect(new Set(codes)).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
  }
});

const federation = (directives: string) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires", "@external", ${directives}])`;

describe('In a graph that is none of ours', () => {
  let gateway: FastifyInstance;
  let supergraph: Awaited<ReturnType<typeof foreignSupergraph>>;

  beforeAll(async () => {
    supergraph = await foreignSupergraph({
      things: `${federation('"@authenticated", "@requiresScopes"')}
        type Query { node: Node, shelf: Shelf, any: Any }
        interface Node { id: ID, name: String }
        type Open implements Node { id: ID, name: String }
        type Partly implements Node { id: ID, name: String @requiresScopes(scopes: [["name:read"]]) }
        interface Shelf { id: ID }
        type Hidden implements Shelf @authenticated { id: ID }
        type Plain implements Shelf { id: ID }
        union Any = Open | Hidden`,
    });
    gateway = await loneGateway({
      supergraphFile: supergraph.file,
      transport: { send: () => Promise.resolve({ data: { node: null, shelf: null, any: null } }) },
      authenticate: ({ headers: { authorization } }) => {
        const scopes = new Set(authorization?.split(' ').slice(1));
        const viewer = {
          accountId: erika,
          role: 'partner' as const,
          officeId: null,
          city: null,
          scopes,
          expiresAt: Infinity,
        };
        return Promise.resolve(authorization === undefined ? undefined : viewer);
      },
    });
  });
  afterAll(async () => {
    await gateway.close();
    await supergraph.remove();
  });

  test.each([
    ['GHSA-mx7m-j9xf-62hw, CVE-2025-64530: a field of an interface that is closed in one type', '{ node { name } }'],
    ['the same under another name', '{ node { id: name } }'],
    ['the same in a fragment', '{ node { ...F } } fragment F on Node { name }'],
    ['GHSA-x33c-7c2v-mrj9, CVE-2025-64173: the field of that type', '{ node { ... on Partly { name } } }'],
    [
      'the same in fragments within each other',
      '{ node { ... on Node { ... on Partly { id ...F } } } } fragment F on Partly { name }',
    ],
  ])('%s needs the scope', async (_name, query) => {
    expect(await ask(query)).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
    expect(await ask(query, 'Bearer other:read')).toEqual({ status: 403, codes: ['FORBIDDEN'] });
    expect(await ask(query, 'Bearer name:read')).toEqual({ status: 200, codes: [] });
  });

  test.each([
    ['an interface with a type that is closed', '{ shelf { id } }'],
    ['that type', '{ shelf { ... on Hidden { id } } }'],
    ['that type in a union', '{ any { ... on Hidden { id } } }'],
    ['that type in a fragment on another interface', '{ any { ... on Shelf { id } } }'],
  ])('%s is for those who are signed in', async (_name, query) => {
    const { status, codes } = await ask(query);
    expect(status).toBe(401);
    expect(new Set(codes)).toEqual(new Set(['UNAUTHENTICATED']));
    expect(await ask(query, 'Bearer anything')).toEqual({ status: 200, codes: [] });
  });

  test.each([['{ node { id } }'], ['{ node { ... on Open { name } } }'], ['{ any { ... on Open { name } } }']])(
    'what is open is open: %s',
    async (query) => {
      expect(await ask(query)).toEqual({ status: 200, codes: [] });
    },
  );

  async function ask(query: string, authorization?: string) {
    const headers = { ...(authorization && { authorization }) };
    const answer = await gateway.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
    const { errors = [] } = answer.json<{ errors?: { extensions: { code: string } }[] }>();
    return { status: answer.statusCode, codes: errors.map(({ extensions }) => extensions.code) };
  }
});

describe('What would be open though it was meant to be closed is not even composed', () => {
  test('GHSA-m8jr-fxqx-8xx6: a field that is made from a closed one, without its rights', async () => {
    const things = `${federation('"@authenticated"')}
      type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! secret: String @authenticated }`;
    const derived = (rights: string) => `${federation('"@authenticated"')}
      type Thing @key(fields: "id") { id: ID! secret: String @external derived: String @requires(fields: "secret") ${rights} }`;
    await expect(foreignSupergraph({ things, derived: derived('') })).rejects.toThrow(
      /transitive field "Thing.secret"/,
    );
    await (await foreignSupergraph({ things, derived: derived('@authenticated') })).remove();
  });

  test('GHSA-mx7m-j9xf-62hw: rights on a field of an interface', async () => {
    const things = `${federation('"@authenticated"')} type Query { node: Node }
      interface Node { id: ID, name: String @authenticated } type Thing implements Node { id: ID, name: String }`;
    await expect(foreignSupergraph({ things })).rejects.toThrow(/@authenticated cannot be applied on interfaces/);
  });
});

describe('Rights that this gateway would not see are not served', () => {
  test.each([
    [
      'GHSA-g8jh-vg5j-4h3f, CVE-2025-64347: @authenticated under another name',
      '{ name: "@authenticated", as: "@closed" }',
      '@closed',
    ],
    ['@requiresScopes under another name', '{ name: "@requiresScopes", as: "@needs" }', '@needs(scopes: [["x"]])'],
    ['@authenticated under the name of its specification', '', '@federation__authenticated'],
    ['@policy, which only another router knows', '"@policy"', '@policy(policies: [["x"]])'],
  ])('%s', async (_name, imported, rights) => {
    const { file, remove } = await foreignSupergraph({
      things: `${federation(imported)} type Query { open: String, secret: String ${rights} }`,
    });
    await expect(loneGateway({ supergraphFile: file })).rejects.toThrow(ConfigurationError);
    await remove();
  });

  test('while the same under their own names are', async () => {
    const { file, remove } = await foreignSupergraph({
      things: `${federation('"@authenticated", "@requiresScopes"')}
        type Query { open: String, secret: String @authenticated, more: String @requiresScopes(scopes: [["x"]]) }`,
    });
    const gateway = await loneGateway({ supergraphFile: file });
    for (const field of ['secret', 'more']) {
      const answer = await gateway.inject({ method: 'POST', url: '/graphql', payload: { query: `{ ${field} }` } });
      expect(answer.statusCode).toBe(401);
    }
    await gateway.close();
    await remove();
  });
});
