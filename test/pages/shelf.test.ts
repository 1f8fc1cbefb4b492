import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { sampleVariables } from '../../gateway/pages/browser/graphiql/sample-variables.ts';
import { readyOperation, shelfOf } from '../../gateway/pages/browser/graphiql/shelf.ts';

test('An operation has its name in words, and what it is for from its comments', () => {
  const text = '# Registers an application\n# for a number (A§7).\nmutation RegisterIinApplication {\n  a\n}\n';
  expect(readyOperation(text)).toEqual({
    title: 'Register IIN application',
    description: 'Registers an application for a number (A§7).',
    kind: 'mutation',
    text,
  });
});

test('A role has its own operations by title, then those for everybody, and none of another role', () => {
  const files = {
    'schema/operations/consul/b.graphql': 'query Second { a }',
    'schema/operations/consul/a.graphql': 'query First { a }',
    'schema/operations/iin_operator/c.graphql': 'query Other { a }',
    'schema/operations/everybody/d.graphql': 'query Everybody { a }',
  };
  expect(shelfOf('consul', files).map(({ title }) => title)).toEqual(['First', 'Second', 'Everybody']);
});

test('Every operation that is shipped can stand on a shelf', () => {
  const folder = join(import.meta.dirname, '../../schema/operations');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.graphql'));
  const ready = files.map((file) => readyOperation(readFileSync(join(folder, file), 'utf8')));
  expect(ready.filter(({ title, description }) => title === '' || description === '')).toEqual([]);
});

test('Variables to begin from: each default, what is needed, a key of its own, and nothing else', () => {
  const schema = buildSchema(`
    scalar Date
    enum Kind { ONE TWO }
    input Inner { on: Date! count: Int! more: String }
    input Input { idempotencyKey: String id: ID! kinds: [Kind!]! inner: Inner! sure: Boolean! = true }
    type Query { a(input: Input!, first: Int, after: String): Int }
  `);
  const text =
    '# What\nquery A($input: Input!, $first: Int = 20, $after: String) { a(input: $input, first: $first, after: $after) }';
  const [one, other] = [sampleVariables(text, schema), sampleVariables(text, schema)].map(
    (json) => JSON.parse(json) as { input: { idempotencyKey: string } },
  );
  expect(one).toEqual({
    input: { idempotencyKey: expect.any(String), id: '', kinds: ['ONE'], inner: { on: '', count: 1 } },
    first: 20,
  });
  expect(one!.input.idempotencyKey).not.toBe(other!.input.idempotencyKey);
  expect(sampleVariables('query A { a }', schema)).toBe('');
});
