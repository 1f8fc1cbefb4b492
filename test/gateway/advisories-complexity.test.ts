import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { loneGateway, repeat } from './limits-gateway.ts';

// Operations of published advisories that made a gateway work for ever. None of them is planned, nor reaches a subgraph.

let gateway: FastifyInstance;
let sent = 0;

beforeAll(async () => {
  const transport = {
    send: () => {
      sent += 1;
      return Promise.resolve({ data: { mission: { number: 13 } } });
    },
  };
  gateway = await loneGateway({ transport });
});
beforeEach(() => {
  sent = 0;
});
afterAll(() => gateway.close());

/** Fragments that each spread the next one so many times; the last one has the content. */
const bomb = (levels: number, times: number, content: string) =>
  `${repeat(levels, (at) => `fragment F${at} on Query { ${repeat(times, () => `...F${at + 1}`)} }`)} fragment F${levels} on Query { ${content} }`;

const mission = 'mission(number: 13) { number }';
const complex = ['OPERATION_TOO_COMPLEX'];
const invalid = ['GRAPHQL_VALIDATION_FAILED'];

describe('CVE-2025-32030, GHSA-q2f9-x4p4-7xmh: named fragments that are nested and used again are not spread one by one', () => {
  test.each([
    ['twice, 30 levels', `{ ...F0 } ${bomb(30, 2, mission)}`],
    ['twice, 300 levels', `{ ...F0 } ${bomb(300, 2, mission)}`],
    ['twice, 300 levels, of a name that costs nothing', `{ ...F0 } ${bomb(300, 2, '__typename')}`],
    ['ten times, 100 levels', `{ ...F0 } ${bomb(100, 10, mission)}`],
    [
      'within aliases',
      `{ ...F0 } ${repeat(40, (at) => `fragment F${at} on Query { a${at}: ${mission} ...F${at + 1} ... { ...F${at + 1} } }`)} fragment F40 on Query { ${mission} }`,
    ],
  ])('%s', async (_name, query) => {
    expect(await ask(query)).toEqual({ status: 400, codes: complex, sent: 0 });
  });

  test('but those of a client that uses a few of them often are answered', async () => {
    expect(await ask(`{ ...F0 } ${bomb(3, 2, mission)}`)).toEqual({ status: 200, codes: [], sent: 1 });
  });
});

describe('CVE-2025-32031, GHSA-p2q6-pwh5-m6jr: nor are they within fields, where the planner can’t take its short way', () => {
  const nested = (levels: number) =>
    `${repeat(levels, (at) => `fragment F${at} on MissionConnection { edges { node { number ... on Mission { city } } } ...F${at + 1} ...F${at + 1} }`)} fragment F${levels} on MissionConnection { totalCount }`;

  test.each([[12], [30], [100]])('%i levels', async (levels) => {
    expect(await ask(`{ missions { ...F0 } } ${nested(levels)}`)).toEqual({ status: 400, codes: complex, sent: 0 });
  });
});

test('CVE-2025-32033, GHSA-84m6-5m72-45fp: more than a number holds is more than a limit', async () => {
  for (const levels of [31, 32, 33, 53, 63, 64, 65]) {
    expect(await ask(`{ ...F0 } ${bomb(levels, 2, mission)}`)).toEqual({ status: 400, codes: complex, sent: 0 });
  }
  // Three times at each of 320 levels is beyond the largest number that there is.
  const beyond = repeat(320, (at) => `fragment F${at} on Query{...F${at + 1}...F${at + 1}...F${at + 1}}`);
  const many = Array.from({ length: 5 }, (_, at) => `...F${at}`).join('');
  expect(await ask(`{${many}}${beyond}fragment F320 on Query{${mission}}`)).toEqual({
    status: 400,
    codes: complex,
    sent: 0,
  });
});

describe('CVE-2025-32034, CVE-2025-31496: nor when they are validated', () => {
  test.each([
    ['with a variable at their end', `query ($n: Int!) { ...F0 } ${bomb(300, 2, 'mission(number: $n) { number }')}`],
    [
      'crosswise',
      `{ ...A0 ...B0 } ${repeat(150, (at) => ['A', 'B'].map((name) => `fragment ${name}${at} on Query { ...A${at + 1} ...B${at + 1} }`).join(' '))} ${['A', 'B'].map((name) => `fragment ${name}150 on Query { ${mission} }`).join(' ')}`,
    ],
    ['by many operations', `${repeat(100, (at) => `query Q${at} { ...F0 }`)} ${bomb(200, 2, mission)}`, 'Q0'],
  ])('%s', async (_name, query, operationName = '') => {
    const variables = query.startsWith('query (') ? { n: 13 } : {};
    const { status, codes } = await ask(query, { variables, ...(operationName && { operationName }) });
    expect({ status, codes, sent }).toEqual({ status: 400, codes: complex, sent: 0 });
  });
});

describe('Fragments that go round in circles are no fragments', () => {
  test.each([
    ['one', '{ ...A } fragment A on Query { ...A }'],
    [
      'one, within a field',
      '{ missions { edges { ...A } } } fragment A on MissionEdge { node { number } ... { ...A } }',
    ],
    ['two', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'],
    ['three hundred', `{ ...F0 } ${repeat(300, (at) => `fragment F${at} on Query { ...F${(at + 1) % 300} }`)}`],
    [
      'each with each',
      `{ ...F0 } ${repeat(20, (at) => `fragment F${at} on Query { ${repeat(20, (other) => `...F${other}`)} }`)}`,
    ],
    ['none that is used', `{ ${mission} } fragment A on Query { ...A }`],
  ])('%s', async (_name, query) => {
    const { status, codes } = await ask(query);
    expect({ status, sent }).toEqual({ status: 400, sent: 0 });
    expect(['GRAPHQL_VALIDATION_FAILED', 'OPERATION_TOO_COMPLEX']).toEqual(expect.arrayContaining(codes));
  });
});

describe('CVE-2023-26144: fields that have to be compared with each other are not compared for ever', () => {
  test.each([
    ['the same name', `{ ${repeat(4_900, () => '__typename')} }`],
    ['the same field', `{ ${repeat(1_600, () => 'mission')} }`],
    ['the same field with content', `{ ${repeat(450, () => mission)} }`],
    ['in inline fragments', `{ ${repeat(400, () => `... on Query { ${mission} }`)} }`],
    [
      'in inline fragments within each other',
      `{ ${repeat(20, () => `... { ${repeat(20, () => `... { ${mission} }`)} }`)} }`,
    ],
    [
      'within each other',
      `{ ${repeat(12, () => `missions { ${repeat(12, () => `edges { ${repeat(7, () => 'node { number }')} }`)} }`)} }`,
    ],
    [
      'in four hundred fragments',
      `{ ${repeat(400, (at) => `...F${at}`)} } ${repeat(400, (at) => `fragment F${at} on Query { ${mission} }`)}`,
    ],
    ['with other arguments each', `{ ${repeat(450, (at) => `mission(number: ${at}) { number }`)} }`],
    ['under one name', `{ ${repeat(450, (at) => `a: mission(number: ${at}) { number }`)} }`],
  ])('%s', async (_name, query) => {
    const { status, codes } = await ask(query);
    expect({ status, sent }).toEqual({ status: 400, sent: 0 });
    expect([invalid, complex]).toContainEqual(codes);
  });
});

describe('Introspection in circles ends', () => {
  const circle = (levels: number) =>
    `{ __schema { types ${'{ fields { type '.repeat(levels)} { name } ${'} }'.repeat(levels)} } }`;

  test.each([
    ['in the text', circle(3)],
    [
      'in fragments',
      '{ __schema { types { ...A } } } fragment A on __Type { fields { type { ...B } } } fragment B on __Type { fields { type { ...C } } } fragment C on __Type { fields { type { name } } }',
    ],
    ['from one type', `{ __type(name: "Query") ${'{ fields { type '.repeat(4)} { name } ${'} }'.repeat(4)} }`],
    [
      'through interfaces and types that there can be',
      '{ __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { name } } } } } } } }',
    ],
  ])('%s', async (_name, query) => {
    expect(await ask(query)).toEqual({ status: 400, codes: invalid, sent: 0 });
  });

  test('but as far as tools go it is answered', async () => {
    expect(await ask(circle(1))).toEqual({ status: 200, codes: [], sent: 0 });
  });
});

describe('Several operations at once', () => {
  test.each([
    ['in a list', [{ query: `{ ${mission} }` }, { query: `{ ${mission} }` }]],
    ['a thousand of them', Array.from({ length: 1_000 }, () => ({ query: `{ ${mission} }` }))],
    ['one, in a list', [{ query: `{ ${mission} }` }]],
    ['none, in a list', []],
  ])('are refused: %s', async (_name, payload) => {
    const answer = await gateway.inject({ method: 'POST', url: '/graphql', payload });
    expect(readAnswer(answer)).toEqual({ status: 400, codes: ['BAD_REQUEST'], sent: 0 });
  });
});

async function ask(query: string, more: { variables?: object; operationName?: string } = {}) {
  return readAnswer(await gateway.inject({ method: 'POST', url: '/graphql', payload: { query, ...more } }));
}

function readAnswer(answer: Awaited<ReturnType<typeof gateway.inject>>) {
  const { errors = [] } = answer.json<{ errors?: { extensions: { code: string } }[] }>();
  return { status: answer.statusCode, codes: [...new Set(errors.map(({ extensions }) => extensions.code))], sent };
}
