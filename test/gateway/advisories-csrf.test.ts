import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { erika, loneGateway } from './limits-gateway.ts';

// What a foreign page can make a browser send without asking first does nothing here, whatever it is called.

const question = '{ mission(number: 13) { number } }';
const mutation = 'mutation { handOutResult(input: { id: "1", expectedVersion: 3 }) { application { id } } }';
const body = JSON.stringify({ query: question });
const get = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;

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

const refusedWith = (status: number) => ({ status, codes: ['BAD_REQUEST'], sent: 0 });

describe('GHSA-9q82-xgwf-vj6h: a GET', () => {
  test.each<[string, string | undefined, number]>([
    ['without a type', undefined, 400],
    ['as a form', 'application/x-www-form-urlencoded', 400],
    ['as a form with files', 'multipart/form-data', 400],
    ['as plain text', 'text/plain', 400],
    ['as plain text with a charset', 'text/plain;charset=utf-8', 400],
    ['as plain text that says JSON, too', 'text/plain; application/json', 400],
    ['as a message, which one browser sends without asking', 'message/rfc822', 415],
    ['as GraphQL', 'application/graphql', 415],
    ['as nothing that there is', 'nonsense', 415],
    ['as two types', 'application/json, text/plain', 415],
    ['as JSON in another charset', 'application/json;charset=utf-7', 415],
  ])('%s is refused', async (_name, type, status) => {
    expect(await send('GET', get(question), { type })).toEqual(refusedWith(status));
  });

  test.each([
    ['as JSON', { type: 'application/json' }],
    ['as JSON in UTF-8', { type: 'application/json; charset=utf-8' }],
    ['with a header that no form has', { headers: { 'apollo-require-preflight': 'yes' } }],
  ])('%s, which a foreign page would have to ask for, is answered', async (_name, how) => {
    expect(await send('GET', get(question), how)).toEqual({ status: 200, codes: [], sent: 1 });
  });

  test.each([
    ['a mutation', mutation, ''],
    ['one of two operations', `query A ${question} ${mutation.replace('mutation', 'mutation B')}`, '&operationName=B'],
  ])('never runs %s', async (_name, query, name) => {
    const url = get(query) + name;
    expect(await send('GET', url, { type: 'application/json', token: erika })).toEqual(refusedWith(405));
  });

  test.each([['&query=%7B__typename%7D'], ['&variables=5'], ['&variables=%7B'], ['&extensions=%5B%5D']])(
    'with what nobody can mean is refused: %s',
    async (more) => {
      expect(await send('GET', get(question) + more, { type: 'application/json' })).toEqual(refusedWith(400));
    },
  );
});

describe('GHSA-2p3c-p3qw-69r4: a POST', () => {
  test.each<[string, string | undefined, number]>([
    ['without a type', undefined, 415],
    ['as a form', 'application/x-www-form-urlencoded', 415],
    ['as a form with files', 'multipart/form-data; boundary=x', 415],
    ['as plain text', 'text/plain', 400],
    ['as plain text with a charset', 'text/plain; charset=UTF-8', 400],
    ['as plain text that says JSON, too', 'text/plain; application/json', 400],
    ['as a message', 'message/rfc822', 415],
    ['as GraphQL', 'application/graphql', 415],
    ['as two types', 'application/json, text/plain', 415],
    ['as almost JSON', 'application/jsonx', 415],
    ['as JSON of another kind', 'application/graphql+json', 415],
  ])('%s is refused', async (_name, type, status) => {
    expect(await send('POST', '/graphql', { type, payload: Buffer.from(body) })).toEqual(refusedWith(status));
  });

  test('whose operation stands in the address is refused', async () => {
    expect(await send('POST', get(question), { type: 'application/json', payload: '{}' })).toEqual(refusedWith(400));
    expect(await send('POST', get(question), {})).toEqual(refusedWith(400));
  });

  test.each([
    ['application/json'],
    ['APPLICATION/JSON'],
    ['application/json;charset=utf-8'],
    ['application/json; charset="UTF-8"'],
    ['application/json; charset=utf8'],
  ])('as %s is answered', async (type) => {
    expect(await send('POST', '/graphql', { type, payload: body })).toEqual({ status: 200, codes: [], sent: 1 });
  });
});

describe('CVE-2026-23897, GHSA-mp6q-xf9x-fwf7: a text in another charset than UTF-8 is not read', () => {
  test.each([
    ['utf-7'],
    ['utf-16le'],
    ['utf-16be'],
    ['utf-32'],
    ['utf7-imap'],
    ['windows-1251'],
    ['iso-8859-1'],
    ['__proto__'],
    ['nothing-that-there-is'],
  ])('%s', async (charset) => {
    const type = `application/json; charset=${charset}`;
    expect(await send('POST', '/graphql', { type, payload: body })).toEqual(refusedWith(415));
  });

  test.each([
    ['UTF-16', Buffer.from(body, 'utf16le')],
    ['another one', Buffer.from([0x7b, 0xff, 0xfe, 0x7d])],
  ])('nor one in %s that says it is UTF-8', async (_name, payload) => {
    expect(await send('POST', '/graphql', { type: 'application/json', payload })).toEqual(refusedWith(400));
  });
});

interface Sent {
  type?: string | undefined;
  payload?: string | Buffer;
  token?: string;
  headers?: Record<string, string>;
}

async function send(method: 'GET' | 'POST', url: string, { type, payload, token, headers }: Sent) {
  const answer = await gateway.inject({
    method,
    url,
    ...(payload !== undefined && { payload }),
    headers: { ...headers, ...(type && { 'content-type': type }), ...(token && { authorization: `Bearer ${token}` }) },
  });
  const { errors = [] } = answer.json<{ errors?: { extensions: { code: string } }[] }>();
  return { status: answer.statusCode, codes: errors.map(({ extensions }) => extensions.code), sent };
}
