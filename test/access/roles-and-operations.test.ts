import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildASTSchema, parse } from 'graphql';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { everybody, id, operations as table, roles, signedIn } from './operations.ts';

// Every role against every operation of the table in operations.ts; the schema only proves that it is complete.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

test('the table has every operation of the graph', async () => {
  const text = await readFile(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8');
  const schema = buildASTSchema(parse(text), { assumeValidSDL: true });
  const operations = [schema.getQueryType()!, schema.getMutationType()!].flatMap((root) =>
    Object.keys(root.getFields()).map((field) => `${root.name}.${field}`),
  );
  expect(Object.keys(table).toSorted()).toEqual(operations.toSorted());
});

describe.each(roles)('as %s', (role) => {
  test.each(Object.keys(table))('%s', async (operation) => {
    const { may, call } = table[operation]!;
    const { codes } = await product.as(role).send(call);
    const allowed = may === everybody || may === signedIn || may.includes(role);
    if (allowed)
      expect(codes).not.toEqual(expect.arrayContaining([expect.stringMatching(/FORBIDDEN|UNAUTHENTICATED|INTERNAL/)]));
    else expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
  });
});

describe('without a token', () => {
  test.each(Object.keys(table))('%s', async (operation) => {
    const { may, call } = table[operation]!;
    const { codes } = await product.anybody().send(call);
    if (may === everybody) expect(codes).not.toContain('UNAUTHENTICATED');
    else expect(new Set(codes)).toEqual(new Set(['UNAUTHENTICATED']));
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
    const subgraphs = product.subgraphs;
    const trace = { requestId: 'direct', operationName: null, operationHash: null };
    const ask = async (client: GraphClient, subgraph: 'audit' | 'applicants', query: string) => {
      const authorization = `Bearer ${await client.freshToken()}`;
      const { errors = [], data } = await subgraphs.send(subgraph, {
        query,
        authorization,
        acceptLanguage: 'en',
        trace,
      });
      return { codes: errors.map(({ extensions }) => extensions?.code), data };
    };
    const journal = '{ journal { pageInfo { hasNextPage } } }';
    expect(await ask(consul(), 'audit', journal)).toEqual({ codes: ['FORBIDDEN'], data: { journal: null } });
    expect((await ask(product.as('auditor'), 'audit', journal)).codes).toEqual([]);

    const entities = `{ _entities(representations: [{ __typename: "Applicant", id: "${id}" }]) { ... on Applicant { birthDate } } }`;
    const manager = await ask(product.as('manager'), 'applicants', entities);
    expect(JSON.stringify(manager.data ?? {})).not.toMatch(/\d{4}-/);
    expect((await ask(consul(), 'applicants', entities)).data).toEqual({ _entities: [null] });
  });
});
