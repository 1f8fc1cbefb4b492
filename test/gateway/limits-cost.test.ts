import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { parse } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { compileCost } from '../../gateway/limits/cost.ts';
import { usualLimits } from '../../gateway/limits/limits.ts';
import { sizeOf } from '../../gateway/limits/size.ts';
import { loadSupergraph } from '../../gateway/supergraph.ts';
import { supergraphFile } from '../../installation/paths.ts';
import { foreignSupergraph, loneGateway, repeat } from './limits-gateway.ts';

// How many values an operation may fetch, reckoned by hand: a gateway that allows none tells how many were asked for.

let gateway: FastifyInstance;
let shop: FastifyInstance;
let supergraph: Awaited<ReturnType<typeof foreignSupergraph>>;

beforeAll(async () => {
  supergraph = await foreignSupergraph({
    products: `
      type Query { shelf: Shelf, search(first: Int): [Product!], catalogue(first: Int = 50): ProductConnection }
      type Shelf { products: [Product!]!, labels: [String!]! }
      type Product { name: String, related(last: Int): ProductConnection, owner: Owner }
      union Owner = Person | Company
      type Person { name: String }
      type Company { name: String }
      interface Connection { edges: [ProductEdge], pageInfo: PageInfo }
      type ProductConnection implements Connection { edges: [ProductEdge], nodes: [Product], pageInfo: PageInfo }
      type ProductEdge { node: Product }
      type PageInfo { hasNextPage: Boolean }
      type Bookings { edges: [ProductEdge] }
      extend type Query { bookings(first: Int): Bookings }
    `,
  });
  gateway = await loneGateway({ limits: { cost: 0 } });
  shop = await loneGateway({ supergraphFile: supergraph.file, limits: { cost: 0 } });
});
afterAll(async () => {
  await gateway.close();
  await shop.close();
  await supergraph.remove();
});

const page = (page = '') => `missions${page} { edges { node { number } } }`;

describe('An operation costs', () => {
  test.each<[string, string, number, Record<string, unknown>?]>([
    ['one for each field', '{ mission(number: 13) { number city } }', 3],
    ['one for a name of a type', '{ __typename }', 1],
    // The list, and as often as there are items: the edge, its node, the number.
    ['as many items as first asks for', `{ ${page('(first: 100)')} }`, 1 + 100 * 3],
    ['as many items as last asks for', `{ ${page('(last: 7)')} }`, 1 + 7 * 3],
    ['twenty items when nobody says how many', `{ ${page()} }`, 1 + 20 * 3],
    ['twenty items for null', `{ ${page('(first: null)')} }`, 1 + 20 * 3],
    ['the more of the two', `{ ${page('(first: 1, last: 100)')} }`, 1 + 100 * 3],
    ['one item at least', `{ ${page('(first: -100)')} }`, 1 + 1 * 3],
    ['what a variable says', `query ($n: Int) { ${page('(first: $n)')} }`, 1 + 50 * 3, { n: 50 }],
    ['what a variable says by default', `query ($n: Int = 30) { ${page('(first: $n)')} }`, 1 + 30 * 3],
    ['more than the default says', `query ($n: Int = 1) { ${page('(first: $n)')} }`, 1 + 99 * 3, { n: 99 }],
    [
      'twenty items for a variable that is null',
      `query ($n: Int = 1) { ${page('(first: $n)')} }`,
      1 + 20 * 3,
      { n: null },
    ],
    ['twenty items for a variable without value', `query ($n: Int) { ${page('(first: $n)')} }`, 1 + 20 * 3],
    ['what the variable __proto__ says', `query ($__proto__: Int = 9) { ${page('(first: $__proto__)')} }`, 1 + 9 * 3],
    ['beside the page, too', '{ missions(first: 10) { totalCount pageInfo { hasNextPage } } }', 1 + 10 * 3],
    ['five of what other lists hold', '{ __schema { types { name } } }', 1 + 1 + 5 * 1],
    ['what a fragment holds', `{ ...F } fragment F on Query { ${page('(first: 2)')} }`, 1 + 2 * 3],
    [
      'that as often as it is spread',
      `{ ...F ...F ... { ...F } } fragment F on Query { ${page('(first: 2)')} }`,
      3 * 7,
    ],
    ['each alias', `{ a: mission(number: 13) { number } b: mission(number: 13) { number } }`, 4],
    ['what is not included, too', '{ mission(number: 13) { number @include(if: false) } }', 2],
  ])('%s', async (_name, query, cost, variables = {}) => {
    expect(await costIn(gateway, query, variables)).toBe(cost);
  });

  test('only what is run of several operations', async () => {
    const query = `query Small { __typename } query Large { ${page('(first: 100)')} }`;
    const send = (operationName: string) =>
      gateway.inject({ method: 'POST', url: '/graphql', payload: { query, operationName } });
    expect((await send('Small')).json()).toMatchObject({ errors: [{ extensions: { asked: 1 } }] });
    expect((await send('Large')).json()).toMatchObject({ errors: [{ extensions: { asked: 301 } }] });
  });

  test('more than anybody can count, reckoned at once', async () => {
    const bomb = repeat(200, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`);
    const query = `{ ...F0 } ${bomb} fragment F200 on Query { mission(number: 13) { number } }`;
    expect(await costIn(gateway, query)).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe('In a graph that is none of ours an operation costs', () => {
  test.each([
    [
      'within each other',
      '{ catalogue(first: 10) { edges { node { related(last: 4) { edges { node { name } } } } } } }',
      1 + 10 * (2 + (1 + 4 * 3)),
    ],
    ['as many items as the schema says by default', '{ catalogue { edges { node { name } } } }', 1 + 50 * 3],
    ['nodes without edges', '{ catalogue(first: 10) { nodes { name } } }', 1 + 10 * 2],
    ['a list in pages', '{ search(first: 30) { name } }', 1 + 30 * 1],
    ['a list that nobody says the length of', '{ search { name } }', 1 + 5 * 1],
    ['a list within', '{ shelf { products { name } labels } }', 1 + (1 + 5 * 1) + 1],
    ['through an interface', '{ catalogue(first: 10) { ... on Connection { edges { node { name } } } } }', 1 + 10 * 3],
    [
      'all that a union may be',
      '{ search { owner { ... on Person { name } ... on Company { name } } } }',
      1 + 5 * (1 + 2),
    ],
    ['no page where there is none', '{ bookings(first: 100) { edges { node { name } } } }', 1 + (1 + 5 * 2)],
  ])('%s', async (_name, query, cost) => {
    expect(await costIn(shop, query)).toBe(cost);
  });
});

describe('The operations that are shipped for clients are far from the limits, with the largest pages', () => {
  const folder = join(import.meta.dirname, '../../schema/operations');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));

  test.each(files)('%s', async (file) => {
    const { schema } = await loadSupergraph(supergraphFile);
    const document = parse(readFileSync(join(folder, file), 'utf8'));
    const operation = document.definitions[0] as OperationDefinitionNode;
    const asked = {
      ...sizeOf(document, operation),
      cost: compileCost({ schema, document, operation })({ first: 100, last: 100 }),
    };
    for (const [limit, value] of Object.entries(asked)) {
      expect(value).toBeLessThanOrEqual(usualLimits[limit as keyof typeof asked] / 3);
    }
  });
});

async function costIn(
  server: FastifyInstance,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<unknown> {
  const answer = await server.inject({ method: 'POST', url: '/graphql', payload: { query, variables } });
  const { errors } = answer.json<{ errors: { extensions: Record<string, unknown> }[] }>();
  return errors.find(({ extensions }) => extensions.limit === 'cost')?.extensions.asked ?? errors;
}
