import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { loneGateway } from './limits-gateway.ts';

// What takes too long. Over real connections: to Fastify, a request that is only injected never ends.

const answer = { data: { mission: { number: 13 } } };
let gateway: FastifyInstance;
let url: string;
/** Ends the waiting of the subgraphs; while there is none, they answer at once. */
let letGo: (() => void) | undefined;
let waiting: Promise<void> | undefined;

beforeAll(async () => {
  gateway = await loneGateway({
    limits: { deadline: 200 },
    transport: { send: () => Promise.resolve(waiting).then(() => answer) },
  });
  url = await gateway.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => gateway.close());

test('An operation that is answered in time is answered', async () => {
  expect(await ask('en')).toMatchObject({ status: 200, body: answer });
});

test.each([
  ['kk', 'Қызмет қазір қолжетімсіз. Кейінірек қайталаңыз.'],
  ['ru', 'Служба сейчас недоступна. Повторите позже.'],
  ['en', 'The service is not available now. Try again later.'],
])('One that takes longer is UNAVAILABLE, said in %s', async (language, message) => {
  makeWait();
  const late = await ask(language);
  expect(late).toEqual({
    status: 503,
    requestId: expect.any(String),
    body: { errors: [{ message, extensions: { code: 'UNAVAILABLE', requestId: late.requestId } }] },
  });
  letGo!();
});

test('So is one that is asked for by GET', async () => {
  makeWait();
  const { status } = await fetch(`${url}/graphql?query=%7Bmission(number:13)%7Bnumber%7D%7D`, {
    headers: { 'apollo-require-preflight': 'yes' },
  });
  expect(status).toBe(503);
  letGo!();
});

test('After that everything is as before, though the late answer came after all', async () => {
  makeWait();
  expect((await ask('en')).status).toBe(503);
  letGo!();
  waiting = undefined;
  expect(await ask('en')).toMatchObject({ status: 200, body: answer });
});

function makeWait(): void {
  waiting = new Promise((resolve) => {
    letGo = resolve;
  });
}

async function ask(language: string) {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language },
    body: JSON.stringify({ query: '{ mission(number: 13) { number } }' }),
  });
  return { status: response.status, requestId: response.headers.get('x-request-id'), body: await response.json() };
}
