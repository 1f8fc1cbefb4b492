import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { begunForCallers } from '../support/begun.ts';
import type { ClientError, GraphClient } from '../support/graph-client.ts';
import { act, apply, presentHead } from '../support/counter.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { refused } from './refusals.ts';

// What comes over HTTP before it is an operation.

let product: TestProduct;
let consul: GraphClient;
let id: string;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  id = await formedApplication();
});
afterAll(() => product.close());

const question = '{ mission(number: 13) { number } }';
const answered = { mission: { number: 13 } };
const json = { 'content-type': 'application/json' };
const withdrawal = () =>
  `mutation { handOutResult(input: { id: "${id}", expectedVersion: 3 }) { application { id } } }`;

describe('A body', () => {
  test('of JSON with a query is answered', async () => {
    const answer = await post(JSON.stringify({ query: question }));
    expect(answer).toMatchObject({ status: 200, data: answered, errors: [] });
  });

  test.each([
    ['that ends in the middle', '{"query": "{ me', 400],
    ['that is empty', '', 400],
    ['that is null', 'null', 400],
    ['that is a number', '5', 400],
    ['that is a text', '"{ me { role } }"', 400],
    ['without a query', '{}', 400],
    ['whose query is empty', '{"query": ""}', 400],
    ['whose query is a number', '{"query": 5}', 400],
    ['whose variables are a text', '{"query": "{ __typename }", "variables": "{}"}', 400],
    ['whose variables are a list', '{"query": "{ __typename }", "variables": []}', 400],
    ['whose operation name is a number', '{"query": "{ __typename }", "operationName": 5}', 400],
    [
      'that names an operation which it does not hold',
      '{"query": "query A { __typename }", "operationName": "B"}',
      400,
    ],
    ['of two operations that names none', '{"query": "query A { __typename } query B { __typename }"}', 400],
    ['that would change the prototype of all objects', '{"query": "{ __typename }", "__proto__": {"a": 1}}', 400],
    ['of two operations at once', JSON.stringify([{ query: question }, { query: question }]), 400],
    ['of no operation at all', '[]', 400],
    ['of 2 MB', JSON.stringify({ query: `{ __typename } # ${'x'.repeat(2_000_000)}` }), 413],
  ])('%s is a bad request', async (_name, body, status) => {
    const answer = await refused(product, (language) => post(body, { ...json, 'accept-language': language }));
    expect(answer).toMatchObject({ status, codes: ['BAD_REQUEST'] });
  });

  test('of 900 kB is read', async () => {
    const answer = await post(JSON.stringify({ query: `${question} # ${'x'.repeat(900_000)}` }));
    expect(answer.data).toEqual(answered);
  });

  test('of a hash alone is a bad request: nothing is kept to look it up', async () => {
    const body = JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } } });
    const answer = await refused(product, (language) => post(body, { ...json, 'accept-language': language }));
    expect(answer.codes).toEqual(['BAD_REQUEST']);
  });
});

describe('A page of somebody else, which can send forms and plain text only,', () => {
  test.each([
    ['text/plain', 400],
    ['application/x-www-form-urlencoded', 415],
    ['multipart/form-data; boundary=x', 415],
  ])('is refused with %s', async (type, status) => {
    const send = (language: string) =>
      post(JSON.stringify({ query: withdrawal() }), { 'content-type': type, 'accept-language': language });
    expect(await refused(product, send)).toMatchObject({ status, codes: ['BAD_REQUEST'] });
  });

  test('is refused with a GET', async () => {
    const path = `/graphql?query=${encodeURIComponent(question)}`;
    const answer = await refused(product, (language) => get(path, { 'accept-language': language }));
    expect(answer).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
  });

  test('whose twin with a header that no form sends is answered', async () => {
    const answer = await get(`/graphql?query=${encodeURIComponent(question)}`, { 'apollo-require-preflight': 'yes' });
    expect(answer.data).toEqual(answered);
  });
});

test.each([['application/graphql'], ['nonsense'], ['']])('The content type "%s" is a bad request', async (type) => {
  const answer = await refused(product, (language) =>
    post(new Blob([JSON.stringify({ query: question })]), {
      ...(type && { 'content-type': type }),
      'accept-language': language,
    }),
  );
  expect(answer).toMatchObject({ status: 415, codes: ['BAD_REQUEST'] });
});

test('An answer of a type that we do not write is a bad request', async () => {
  const answer = await refused(product, (language) =>
    post(JSON.stringify({ query: question }), { ...json, accept: 'application/xml', 'accept-language': language }),
  );
  expect(answer).toMatchObject({ status: 406, codes: ['BAD_REQUEST'] });
});

test('A GET changes nothing; the same as a POST does', async () => {
  const path = `/graphql?query=${encodeURIComponent(withdrawal())}`;
  const answer = await refused(product, (language) => get(path, { ...json, 'accept-language': language }));
  expect(answer).toMatchObject({ status: 405, codes: ['BAD_REQUEST'] });
  expect(await consul.ask(withdrawal())).toEqual({ handOutResult: { application: { id } } });
});

describe('A document', () => {
  test.each([
    ['that is no GraphQL', '{ me { role', 'GRAPHQL_PARSE_FAILED'],
    ['with a null character', '{ me { role } } \u0000', 'GRAPHQL_PARSE_FAILED'],
    ['of 10,000 aliases', `{ ${repeat(10_000, (at) => `a${at}: __typename`)} }`, 'OPERATION_TOO_COMPLEX'],
    ['of 1,000 aliases', `{ ${repeat(1_000, (at) => `a${at}: __typename`)} }`, 'OPERATION_TOO_COMPLEX'],
    ['of 300 fragments that each spread the next one twice', fragments(300), 'OPERATION_TOO_COMPLEX'],
    ['of 5,001 words', `{ __typename ${repeat(1_000, () => '@include(if: true)')} }`, 'OPERATION_TOO_COMPLEX'],
    ['of 20,000 opening braces', '{a'.repeat(20_000), 'OPERATION_TOO_COMPLEX'],
    ['nested 500 deep', `${'{a'.repeat(500)}${'}'.repeat(500)}`, 'GRAPHQL_VALIDATION_FAILED'],
    ['that spreads a fragment within itself', '{ ...A } fragment A on Query { ...A }', 'GRAPHQL_VALIDATION_FAILED'],
    ['that asks the schema about itself too deep', introspection(10), 'GRAPHQL_VALIDATION_FAILED'],
    ['that subscribes', 'subscription { a }', 'GRAPHQL_VALIDATION_FAILED'],
    ['with an unknown field', '{ me { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['with an unknown argument', '{ mission(nummer: 13) { number } }', 'GRAPHQL_VALIDATION_FAILED'],
    ['with an unknown type', 'query ($a: Nothing) { mission(number: 13) { number } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'with 30 February',
      '{ term(kind: IIN_SERVICE, from: "2026-02-30T10:00:00Z") { dueAt } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['with a number beyond 32 bits', '{ mission(number: 2147483648) { number } }', 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s is refused before anything runs', async (_name, query, code) => {
    product.statements.length = 0;
    const answer = await consul.send(query);
    expect(begunForCallers(product)).toEqual([]);
    expect(answer).toMatchObject({ status: 400, data: undefined });
    expect(new Set(answer.codes)).toEqual(new Set([code]));
    await refused(product, (language) => consul.send(query, {}, language));
  });

  test('tells all unknown fields at once, and where they stand', async () => {
    const { errors } = await consul.send('{ me { first\n second } }');
    expect(errors).toMatchObject([{ locations: [{ line: 1, column: 8 }] }, { locations: [{ line: 2, column: 2 }] }]);
  });

  test.each([
    ['of 20 aliases', `{ ${repeat(20, (at) => `a${at}: __typename`)} }`],
    ['of 4 fragments that each spread the next one twice', fragments(4)],
    ['that asks the schema about itself', introspection(1)],
  ])('%s is answered', async (_name, query) => {
    expect(await consul.ask(query)).toEqual(expect.any(Object));
  });
});

describe('An answer carries the number of its request', () => {
  test.each([
    ['of an operation', '/graphql?query=%7B__typename%7D', 200],
    ['of a refused operation', '/graphql?query=%7Bnothing%7D', 400],
    ['of a bad request', '/graphql', 400],
    ['of an unknown path', '/nothing', 404],
  ])('%s', async (_name, path, status) => {
    const given = { ...json, 'x-request-id': 'from-the-proxy-17' };
    const answer = await fetch(`${product.url}${path}`, { headers: given });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('x-request-id')).toBe('from-the-proxy-17');
    const own = await fetch(`${product.url}${path}`, { headers: json });
    expect(own.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test.each([['short'], ['x'.repeat(65)], ['with space and more'], ['<script>alert(1)</script>']])(
    'but not "%s", which is no plain word',
    async (given) => {
      const answer = await fetch(`${product.url}/nothing`, { headers: { 'x-request-id': given } });
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    },
  );
});

describe('Beside the graph', () => {
  test.each([
    ['an unknown path', '/nothing', 404, 'NOT_FOUND'],
    ['a path that is none', '/%E0%A4%A', 400, 'BAD_REQUEST'],
  ])('%s is answered in JSON, as the graph does', async (_name, path, status, code) => {
    const answer = await refused(product, (language) => get(path, { 'accept-language': language }));
    expect(answer).toMatchObject({ status, codes: [code] });
    expect(answer.type).toBe('application/json; charset=utf-8');
  });

  test.each([['PUT'], ['DELETE'], ['PATCH']])('%s does nothing at the graph', async (method) => {
    const response = await fetch(`${product.url}/graphql`, { method });
    expect(response.status).toBe(404);
  });
});

test.each([
  ['kk', 'Табылмады.'],
  ['ru', 'Не найдено.'],
  ['en', 'Not found.'],
  ['en-GB, ru;q=0.8', 'Not found.'],
  ['de, ru;q=0.5, en;q=0.4', 'Не найдено.'],
  ['de', 'Табылмады.'],
  ['', 'Табылмады.'],
  ['*', 'Табылмады.'],
  ['en;q=nonsense;;,,', 'Табылмады.'],
  ['i-klingon', 'Табылмады.'],
])('Whoever accepts "%s" reads "%s"', async (language, message) => {
  const { errors } = await get('/nothing', { 'accept-language': language });
  expect(errors[0]!.message).toBe(message);
});

async function formedApplication(): Promise<string> {
  const operator = product.as('iin_operator');
  const application = await apply(consul, await presentHead(consul));
  await act(operator, 'takeIinApplication', application, 1);
  await act(operator, 'formIin', application, 2);
  await act(consul, 'printResult', application, 3);
  return application;
}

function repeat(times: number, part: (at: number) => string): string {
  return Array.from({ length: times }, (_, at) => part(at)).join(' ');
}

function fragments(count: number): string {
  const spreads = repeat(count, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`);
  return `{ ...F0 } ${spreads} fragment F${count} on Query { __typename }`;
}

function introspection(depth: number): string {
  return `{ __schema { types ${'{ fields { type '.repeat(depth)} { name } ${'} }'.repeat(depth)} } }`;
}

function post(body: string | Blob, headers: Record<string, string> = json) {
  return read('/graphql', { method: 'POST', body, headers });
}

function get(path: string, headers: Record<string, string>) {
  return read(path, { headers });
}

async function read(path: string, init: RequestInit) {
  const authorization = `Bearer ${await consul['token']!()}`;
  const response = await fetch(`${product.url}${path}`, { ...init, headers: { ...init.headers, authorization } });
  const { data, errors = [] } = (await response.json()) as { data?: unknown; errors?: ClientError[] };
  const codes = errors.map(({ extensions }) => extensions.code);
  return { status: response.status, type: response.headers.get('content-type'), data, errors, codes };
}
