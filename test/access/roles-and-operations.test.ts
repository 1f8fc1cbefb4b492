import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { systemAuthorization } from '../../subgraphs/kit/viewer/system-token.ts';
import { askSubgraph } from '../support/ask-subgraph.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { allows, operations as table, roles } from './operations.ts';
import type { Operation } from './operations.ts';
import { supergraph } from './supergraph.ts';

// Every role against every operation of the table in operations.ts; the schema only proves that it is complete.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

test('the table has every operation of the graph', () => {
  const operations = [supergraph.getQueryType()!, supergraph.getMutationType()!].flatMap((root) =>
    Object.keys(root.getFields()).map((field) => `${root.name}.${field}`),
  );
  expect(Object.keys(table).toSorted()).toEqual(operations.toSorted());
});

describe.each(roles)('as %s', (role) => {
  test.each(Object.keys(table))('%s', async (operation) => {
    const { codes } = await ask(table[operation]!, product.as(role));
    if (allows(table[operation]!.may, role)) expectAllowed(codes);
    else expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
  });
});

describe('without a token', () => {
  test.each(Object.keys(table))('%s', async (operation) => {
    const { codes } = await ask(table[operation]!);
    if (allows(table[operation]!.may, undefined)) expectAllowed(codes);
    else expect(new Set(codes)).toEqual(new Set(['UNAUTHENTICATED']));
  });
});

describe('as the identity provider, which is a part of the product', () => {
  const ofIdentity = Object.keys(table).filter((operation) => table[operation]!.of);

  test.each(ofIdentity)('%s', async (operation) => {
    const { call, of } = table[operation]!;
    const authorization = await systemAuthorization(product.keys.tokens, product.clock)('identity');
    expectAllowed((await askSubgraph(product, of!, call, authorization)).codes);
  });

  test.each(ofIdentity)('%s is no part of the public graph', async (operation) => {
    const { codes } = await product.as('state_corporation').send(table[operation]!.call);
    expect(new Set(codes)).toEqual(new Set(['GRAPHQL_VALIDATION_FAILED']));
  });
});

describe('no way around', () => {
  const consul = () => product.as('consul');

  test.each([
    ['an alias', 'query { harmless: journal { totalCount } }'],
    ['a fragment', 'query { ...F } fragment F on Query { journal { totalCount } }'],
    [
      'a fragment in a fragment',
      'query { ...A } fragment A on Query { ...B } fragment B on Query { journal { totalCount } }',
    ],
    ['a skipped field', 'query { journal @skip(if: true) { totalCount } mission(number: 1) { city } }'],
    ['something allowed beside it', 'query { me { role } journal { totalCount } }'],
  ])('through %s', async (_way, query) => {
    const { codes, data } = await consul().send(query);
    expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
    expect(data).toBeUndefined();
    expect((await product.as('auditor').send(query)).codes).toEqual([]);
  });

  test('a subgraph that is asked directly answers the same denial itself', async () => {
    const journal: Operation = { may: [], call: '{ journal { pageInfo { hasNextPage } } }', of: 'audit' };
    expect(await ask(journal, consul())).toEqual({ codes: ['FORBIDDEN'], data: { journal: null } });
    expect((await ask(journal, product.as('auditor'))).codes).toEqual([]);
  });
});

/** Calls an operation, where it is called; without a client, in nobody's name. */
async function ask({ call, of }: Operation, client?: GraphClient): Promise<{ data: unknown; codes: string[] }> {
  if (!of) return (client ?? product.anybody()).send(call);
  return askSubgraph(product, of, call, client && `Bearer ${await client.freshToken()}`);
}

function expectAllowed(codes: readonly string[]): void {
  expect(codes).not.toEqual(expect.arrayContaining([expect.stringMatching(/FORBIDDEN|UNAUTHENTICATED|INTERNAL/)]));
}
