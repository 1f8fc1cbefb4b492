import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { erika, loneGateway } from './limits-gateway.ts';

// What a browser is told: which pages may ask, and what else it may do with an answer.

const frontend = 'https://frontend.example';
const stranger = 'https://stranger.example';
const allowed = 'authorization, content-type, dpop, accept-language';
const exposed = 'x-request-id, ratelimit-limit, ratelimit-remaining, ratelimit-reset, retry-after, www-authenticate';

let open: FastifyInstance;
let closed: FastifyInstance;

beforeAll(async () => {
  const routes = (server: FastifyInstance) => {
    server.put('/documents', () => ({}));
    server.get('/documents/:id', () => ({}));
    server.get('/verify/:token', () => ({}));
    server.all('/identity/*', (_request, reply) => reply.header('access-control-allow-origin', '*').send({}));
    server.all('/.well-known/*', (_request, reply) => reply.header('access-control-allow-origin', '*').send({}));
  };
  open = await loneGateway({ origins: [frontend, 'http://localhost:5173'], routes });
  closed = await loneGateway({ routes });
});
afterAll(async () => {
  await open.close();
  await closed.close();
});

describe('A page of an origin that was let in', () => {
  test.each([
    ['/graphql', 'POST', 'GET, POST'],
    ['/documents', 'PUT', 'GET, PUT'],
    ['/documents/0199b2f0-0000-7000-8000-000000000001', 'GET', 'GET, PUT'],
  ])('may use %s with %s', async (url, method, methods) => {
    const { status, cors } = await preflight(open, url, frontend, method);
    expect(status).toBe(204);
    expect(cors).toEqual({
      'access-control-allow-origin': frontend,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': allowed,
      'access-control-expose-headers': exposed,
      'access-control-max-age': '600',
      vary: 'Origin',
    });
  });

  test.each([
    ['an answer', '{ mission(number: 13) { number } }', {}, 200],
    ['what is wrong with its operation', '{ nothing }', {}, 400],
    ['that its token is bad', '{ __typename }', { authorization: 'Bearer x' }, 401],
  ])('reads %s', async (_name, query, headers, status) => {
    const answer = await ask(open, frontend, query, headers);
    expect(answer).toMatchObject({
      status,
      cors: {
        'access-control-allow-origin': frontend,
        'access-control-expose-headers': exposed,
        vary: 'Origin',
      },
    });
  });

  test('reads that it asked too often', async () => {
    const gateway = await loneGateway({ origins: [frontend], limits: { requestsPerAccount: 1 } });
    const headers = { authorization: `Bearer ${erika}` };
    // To ask whether one may ask costs nothing.
    for (let at = 0; at < 3; at += 1) await preflight(gateway, '/graphql', frontend, 'POST');
    expect((await ask(gateway, frontend, '{ __typename }', headers)).status).toBe(200);
    const refused = await ask(gateway, frontend, '{ __typename }', headers);
    expect(refused).toMatchObject({ status: 429, cors: { 'access-control-allow-origin': frontend } });
    await gateway.close();
  });

  test('may never send cookies along', async () => {
    for (const { cors } of [
      await preflight(open, '/graphql', frontend, 'POST'),
      await ask(open, frontend, '{ __typename }'),
    ]) {
      expect(cors).not.toHaveProperty('access-control-allow-credentials');
    }
  });

  test('so may a page of another one that was let in, under its own name', async () => {
    const { cors } = await ask(open, 'http://localhost:5173', '{ __typename }');
    expect(cors['access-control-allow-origin']).toBe('http://localhost:5173');
  });
});

describe('A page of nobody that was let in may not', () => {
  test.each([
    [stranger],
    ['null'],
    ['https://frontend.example.stranger.example'],
    ['https://sub.frontend.example'],
    ['http://frontend.example'],
    ['https://frontend.example:8443'],
    ['https://FRONTEND.example'],
    ['__proto__'],
  ])('%s', async (origin) => {
    expect(await preflight(open, '/graphql', origin, 'POST')).toMatchObject({ status: 404, cors: { vary: 'Origin' } });
    const { cors } = await ask(open, origin, '{ __typename }');
    expect(cors).toEqual({ vary: 'Origin' });
  });

  test('nor anybody where nobody was let in', async () => {
    expect(await preflight(closed, '/graphql', frontend, 'POST')).toEqual({ status: 404, cors: {} });
    expect(await ask(closed, frontend, '{ __typename }')).toEqual({ status: 200, cors: {} });
  });
});

describe('Beside the graph and the documents', () => {
  test.each([['/verify/x'], ['/healthz'], ['/graphqlx'], ['/graphql-x'], ['/__proto__'], ['/constructor']])(
    'nothing is opened: %s',
    async (url) => {
      const { cors } = await preflight(open, url, frontend, 'GET');
      expect(cors).toEqual({ vary: 'Origin' });
    },
  );

  test.each([['/identity/token'], ['/.well-known/openid-configuration']])('%s sees to itself', async (url) => {
    const { status, cors } = await preflight(open, url, stranger, 'POST');
    expect(status).toBe(200);
    expect(cors).toEqual({ 'access-control-allow-origin': '*', vary: 'Origin' });
  });
});

describe('Every answer tells the browser', () => {
  const headers = {
    'content-security-policy':
      "default-src 'self';base-uri 'self';font-src 'self' https: data:;form-action 'self';frame-ancestors 'self';" +
      "img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';" +
      "style-src 'self' https: 'unsafe-inline';upgrade-insecure-requests",
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'referrer-policy': 'no-referrer',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-dns-prefetch-control': 'off',
    'x-download-options': 'noopen',
    'x-frame-options': 'SAMEORIGIN',
    'x-permitted-cross-domain-policies': 'none',
    'x-xss-protection': '0',
  };

  test.each([
    ['an operation', { method: 'POST', url: '/graphql', payload: { query: '{ __typename }' } }],
    ['a refused one', { method: 'POST', url: '/graphql', payload: { query: '{ nothing }' } }],
    ['one that may not be sent so', { method: 'GET', url: '/graphql?query=%7B__typename%7D' }],
    [
      'a body that is none',
      { method: 'POST', url: '/graphql', payload: '{', headers: { 'content-type': 'application/json' } },
    ],
    ['a token that is none', { method: 'POST', url: '/graphql', payload: {}, headers: { authorization: 'x' } }],
    ['an unknown path', { method: 'GET', url: '/nothing' }],
    ['health', { method: 'GET', url: '/healthz' }],
    ['whatever else is mounted', { method: 'GET', url: '/verify/x' }],
  ] as const)('%s', async (_name, request) => {
    const answer = await closed.inject(request);
    expect(answer.headers).toMatchObject(headers);
    for (const name of ['server', 'x-powered-by']) expect(answer.headers).not.toHaveProperty(name);
  });

  test('that an answer of the graph is kept by nobody, whether it was asked for by POST or by GET', async () => {
    const post = await closed.inject({ method: 'POST', url: '/graphql', payload: { query: '{ __typename }' } });
    const get = await closed.inject({
      method: 'GET',
      url: '/graphql?query=%7B__typename%7D',
      headers: { 'apollo-require-preflight': 'yes' },
    });
    for (const { statusCode, headers: told } of [post, get]) {
      expect(statusCode).toBe(200);
      expect(told).toMatchObject({ 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' });
    }
  });
});

async function preflight(server: FastifyInstance, url: string, origin: string, method: string) {
  const headers = {
    origin,
    'access-control-request-method': method,
    'access-control-request-headers': 'authorization,content-type,x-other',
  };
  return corsOf(await server.inject({ method: 'OPTIONS', url, headers }));
}

async function ask(server: FastifyInstance, origin: string, query: string, headers: Record<string, string> = {}) {
  return corsOf(
    await server.inject({ method: 'POST', url: '/graphql', payload: { query }, headers: { ...headers, origin } }),
  );
}

function corsOf({ statusCode, headers }: { statusCode: number; headers: Record<string, unknown> }) {
  const cors = Object.entries(headers).filter(([name]) => name === 'vary' || name.startsWith('access-control-'));
  return { status: statusCode, cors: Object.fromEntries(cors) };
}
