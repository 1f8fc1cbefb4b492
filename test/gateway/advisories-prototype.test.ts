import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../support/graph-client.ts';
import { person } from '../support/counter.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { foreignSupergraph, loneGateway } from './limits-gateway.ts';

// CVE-2026-32621: names that every object has are names like all others; no object of the product gets another prototype.

const names = ['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'];
const untouched = describePrototypes();

let product: TestProduct;
let consul: GraphClient;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
});
afterEach(() => expect(describePrototypes()).toEqual(untouched));
afterAll(() => product.close());

describe.each(names)('%s', (name) => {
  test('as an alias is the name of its field, on each level', async () => {
    const { body } = await post(`{ ${name}: mission(number: 13) { ${name}: city a: number } }`);
    expect(body).toBe(`{"data":{"${name}":{"${name}":"Berlin","a":13}}}\n`);
  });

  test('as an alias is no way into a list, nor into what comes from another subgraph', async () => {
    const { body } = await post(
      `{ ${name}: missions(first: 1) { ${name}: edges { ${name}: node { ${name}: number } } } }`,
    );
    expect(body).toBe(`{"data":{"${name}":{"${name}":[{"${name}":{"${name}":1}}]}}}\n`);
    const list = await post(
      `{ iinApplications { ${name}: edges { ${name}: node { ${name}: applicant { ${name}: id } } } } }`,
    );
    expect(list.body).toBe(`{"data":{"iinApplications":{"${name}":[]}}}\n`);
  });

  test('as the name of an operation and of a fragment is a name', async () => {
    const { body } = await post(
      `query ${name} { ...${name} } fragment ${name} on Query { mission(number: 13) { number } }`,
      {
        operationName: name,
      },
    );
    expect(body).toBe(`{"data":{"mission":{"number":13}}}\n`);
  });

  test('as the name of an operation that isn’t there is a bad request', async () => {
    const { status, codes } = await post('query A { __typename }', { operationName: name });
    expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
  });

  test('as the name of a variable without a value has none', async () => {
    const { status, codes } = await post(`query ($${name}: Int!) { mission(number: $${name}) { number } }`);
    expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_USER_INPUT'] });
  });

  test('as the name of a variable with a value has that', async () => {
    const query = `query ($${name}: Int!) { mission(number: $${name}) { number } }`;
    const { status, body, codes } = await get(query, `{"${name}": 13}`);
    expect({ status, codes, body }).toEqual({ status: 200, codes: [], body: '{"data":{"mission":{"number":13}}}\n' });
  });

  test('as a key of an input is unknown, on each level', async () => {
    const input = { ...person(), visualZone: { birthDate: '1964-08-12' } };
    const variables = JSON.stringify({ input }).replace(
      '"visualZone":{',
      `"${name}":{"admin":true},"visualZone":{"${name}":{"admin":true},`,
    );
    const register =
      'mutation ($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant { id } } }';
    const { status, codes, body } = await post(register, {}, variables);
    expect({ status, codes }).toEqual({
      status: 400,
      codes: [name === '__proto__' ? 'BAD_REQUEST' : 'BAD_USER_INPUT'],
    });
    expect(body).not.toContain('admin');
  });

  test('as a variable, a field or an argument that nobody declared is nothing', async () => {
    expect((await get('{ mission(number: 13) { number } }', `{"${name}": {"admin": true}}`)).body).toBe(
      '{"data":{"mission":{"number":13}}}\n',
    );
    for (const query of [`{ ${name} }`, `{ mission(${name}: 13) { number } }`, `{ mission(number: 13) { ${name} } }`]) {
      expect(await post(query)).toMatchObject({ status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
    }
  });

  test('as a key beside the query does nothing', async () => {
    const { status, body } = await send(`{"query": "{ __typename }", "${name}": {"admin": true}}`);
    const isRefused = name === '__proto__';
    expect(status).toBe(isRefused ? 400 : 200);
    expect(body).toContain(isRefused ? '"BAD_REQUEST"' : '{"data":{"__typename":"Query"}}');
  });
});

test('A constructor with a prototype is refused before it is read', async () => {
  const { status, codes } = await send(
    '{"query": "{ __typename }", "variables": {"constructor": {"prototype": {"admin": true}}}}',
  );
  expect({ status, codes }).toEqual({ status: 400, codes: ['BAD_REQUEST'] });
});

test('Nor does a subgraph that somebody took over reach them with its answers', async () => {
  const foreign = await foreignSupergraph({
    one: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! name: String }`,
    two: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
      type Thing @key(fields: "id") { id: ID! size: Int }`,
  });
  const answers = [
    '{"data":{"thing":{"__typename":"Thing","id":"1","name":"a","__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}},"__proto__":{"admin":true}}}',
    '{"data":{"_entities":[{"size":1,"__proto__":{"admin":true},"constructor":{"prototype":{"admin":true}}}],"__proto__":{"admin":true}}}',
  ];
  const transport = { send: (name: string) => Promise.resolve(JSON.parse(answers[name === 'one' ? 0 : 1]!) as object) };
  const gateway = await loneGateway({ supergraphFile: foreign.file, transport });
  for (const query of ['{ thing { name size } }', '{ __proto__: thing { __proto__: name constructor: size } }']) {
    const answer = await gateway.inject({ method: 'POST', url: '/graphql', payload: { query } });
    expect(answer.statusCode).toBe(200);
    expect(answer.body).not.toContain('admin');
  }
  await gateway.close();
  await foreign.remove();
});

/** What an object, a list and a function have without anybody's doing. */
function describePrototypes() {
  return [Object.prototype, Array.prototype, Function.prototype].map((prototype: object) => [
    ...Object.getOwnPropertyNames(prototype),
    (prototype as { admin?: unknown }).admin,
  ]);
}

function post(query: string, more: object = {}, variables = '{}') {
  return send(`${JSON.stringify({ query, ...more }).slice(0, -1)},"variables":${variables}}`);
}

async function send(body: string) {
  return read(await fetch(`${product.url}/graphql`, { method: 'POST', headers: await headers(), body }));
}

async function get(query: string, variables: string) {
  const search = new URLSearchParams({ query, variables });
  return read(await fetch(`${product.url}/graphql?${search.toString()}`, { headers: await headers() }));
}

async function headers() {
  return { 'content-type': 'application/json', authorization: `Bearer ${await consul.freshToken()}` };
}

async function read(response: Response) {
  const body = await response.text();
  const { errors = [] } = JSON.parse(body) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, body, codes: [...new Set(errors.map(({ extensions }) => extensions.code))] };
}
