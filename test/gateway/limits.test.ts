import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { begunForCallers } from '../support/begun.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { repeat } from './limits-gateway.ts';
import { refused } from './refusals.ts';

// How much one operation may ask for.

let product: TestProduct;
let consul: GraphClient;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
});
afterAll(() => product.close());

const mission = (selections: string) => `{ mission(number: 13) { ${selections} } }`;
const fields = (count: number) => repeat(count, () => 'number');
const missions = (selections: string) => `{ missions(first: 100) { edges { node { ${selections} } } } }`;

describe('An operation is answered up to a limit, and refused beyond it before anything runs', () => {
  test.each([
    [
      'tokens',
      5_000,
      'Its text has too many words and signs: 5000 at the most.',
      (count: number) => {
        // 16 words and signs around them.
        const states = repeat(count - 16, () => 'REGISTERED');
        return `{ iinApplications(filter: { states: [${states}] }) { totalCount } }`;
      },
    ],
    [
      'depth',
      20,
      'Its fields are nested too deep: 20 levels at the most.',
      (count: number) =>
        `{ __type(name: "Mission") ${'{ ofType '.repeat(count - 2)} { name } ${'}'.repeat(count - 2)} }`,
    ],
    [
      'nesting',
      100,
      'Its text is nested too deep.',
      // The mission, the fragments, and the field.
      (count: number) => mission(`${'... { '.repeat(count - 2)} number ${'}'.repeat(count - 2)}`),
    ],
    [
      'aliases',
      50,
      'It has too many aliases: 50 at the most.',
      (count: number) => mission(repeat(count, (at) => `a${at}: number`)),
    ],
    [
      'directives',
      50,
      'It has too many directives: 50 at the most.',
      (count: number) => mission(repeat(count, () => '... @include(if: true) { number }')),
    ],
    [
      'rootFields',
      20,
      'It has too many fields on its first level: 20 at the most.',
      (count: number) => `{ ${repeat(count, () => '__typename')} }`,
    ],
    [
      'selections',
      5_000,
      'It has too many fields once its fragments are spread: 5000 at the most.',
      // The field of the mission, then 49 fields in each spread, then single ones.
      (count: number) =>
        `${mission(`${repeat(99, () => '...F')} ${fields(count - 1 - 99 * 50)}`)} fragment F on Mission { ${fields(49)} }`,
    ],
    [
      'cost',
      20_000,
      'It may fetch too many values: 20000 at the most. Ask for smaller pages.',
      // A hundred times the edge, its node and the fields, and the list itself.
      (count: number) => missions(fields(Math.floor((count - 1) / 100) - 2 + (count > 20_000 ? 1 : 0))),
    ],
  ])('%s: %i', async (limit, max, text, operation) => {
    expect(await consul.ask(operation(max))).toEqual(expect.any(Object));
    product.statements.length = 0;
    const answer = await consul.send(operation(max + 1));
    expect(begunForCallers(product)).toEqual([]);
    expect(answer).toMatchObject({ status: 400, data: undefined, codes: ['OPERATION_TOO_COMPLEX'] });
    expect(answer.errors[0]).toMatchObject({
      message: `The operation is too complex. ${text}`,
      extensions: { limit, max },
    });
    await refused(product, (language) => consul.send(operation(max + 1), {}, language));
  });
});

test('All limits that an operation is beyond are told at once, and by how much', async () => {
  const aliases = repeat(100, (at) => `a${at}: missions(first: 100) { edges { node { number city } } }`);
  const { errors } = await consul.send(`{ ${aliases} }`);
  expect(errors.map(({ extensions: { limit, max, asked } }) => ({ limit, max, asked }))).toEqual([
    { limit: 'aliases', max: 50, asked: 100 },
    { limit: 'rootFields', max: 20, asked: 100 },
    // A hundred lists of a hundred edges, each with a node of two values.
    { limit: 'cost', max: 20_000, asked: 100 * (1 + 100 * 4) },
  ]);
});

test('A text that repeats a field 1,200 times is not read to its end', async () => {
  const query = `{ ${repeat(1_200, () => 'me { role }')} }`;
  const answer = await refused(product, (language) => consul.send(query, {}, language));
  expect(answer).toMatchObject({ status: 400, codes: ['OPERATION_TOO_COMPLEX'] });
  expect(answer.errors).toMatchObject([{ extensions: { limit: 'repetition' } }]);
});

test('A text nested 2,400 deep is refused, whether the stack lasts to its end or not', async () => {
  const { status, codes } = await consul.send(
    `{ readMrz(lines: ${'['.repeat(2_400)}${']'.repeat(2_400)}) { surname } }`,
  );
  expect(status).toBe(400);
  expect(['OPERATION_TOO_COMPLEX', 'GRAPHQL_VALIDATION_FAILED']).toContain(codes[0]);
  expect((await consul.send('{ me { role } }')).codes).toEqual([]);
});

describe('Introspection', () => {
  test('with everything that tools ask for is answered', async () => {
    const everything = getIntrospectionQuery({
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    });
    expect(await product.anybody().ask(everything)).toMatchObject({ __schema: { queryType: { name: 'Query' } } });
  });

  test('has limits too: the schema is not read twenty times at once', async () => {
    const types = repeat(
      20,
      (at) => `a${at}: __schema { types { fields { args { name type { name } } type { name } } } }`,
    );
    // Of each list five: twenty times the schema, its types, their fields, and arguments with three values.
    const cost = 20 * (1 + 1 + 5 * (1 + 5 * (1 + 5 * 3 + 2)));
    expect(cost).toBeLessThan(20_000);
    expect(await product.anybody().ask(`{ ${types} }`)).toHaveProperty('a19');
    const deeper = types.replaceAll(
      'args { name',
      'args { name description defaultValue type { kind ofType { kind ofType { name } } }',
    );
    const { codes, errors } = await product.anybody().send(`{ ${deeper} }`);
    expect(codes).toEqual(['OPERATION_TOO_COMPLEX']);
    expect(errors[0]!.extensions.limit).toBe('cost');
  });
});

test('What somebody may not use is told before how much of it they asked for', async () => {
  const query = `{ ${repeat(100, (at) => `a${at}: iinApplications(first: 100) { totalCount }`)} }`;
  const anybody = await product.anybody().send(query);
  expect(new Set(anybody.codes)).toEqual(new Set(['UNAUTHENTICATED']));
  expect(new Set((await consul.send(query)).codes)).toEqual(new Set(['OPERATION_TOO_COMPLEX']));
});
