import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { gatewayConfiguration } from '../../gateway/config.ts';
import { configuredBounds } from '../../gateway/limits/limit-configuration.ts';
import { refuseOverspending } from '../../subgraphs/kit/counters/rate-limited.ts';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import { erika, loneGateway, max } from './limits-gateway.ts';

// How often somebody may ask. The window is a minute, so that no test sees its end.

const tooMany = { status: 429, codes: ['RATE_LIMITED'] };
const answered = { status: 200, codes: [] };
const unauthenticated = { status: 401, codes: ['UNAUTHENTICATED'] };

let gateway: FastifyInstance;

beforeEach(async () => {
  gateway = await loneGateway({
    limits: { requestsPerAccount: 3, requestsPerAddress: 2 },
    trustedProxies: ['10.0.0.1', '10.1.0.0/16'],
    routes: (server) => {
      server.get('/documents/:id', () => ({}));
      server.all('/identity/*', (_request, reply) => {
        reply.hijack();
        reply.raw.end('{}');
      });
    },
  });
});
afterEach(() => gateway.close());

describe('An account', () => {
  test('may ask so many times in a minute, from wherever it asks', async () => {
    expect(await ask({ token: erika })).toMatchObject(answered);
    expect(await ask({ token: erika })).toMatchObject(answered);
    expect(await ask({ token: erika, address: '198.51.100.2' })).toMatchObject(answered);
    expect(await ask({ token: erika })).toMatchObject(tooMany);
    expect(await ask({ token: erika, address: '198.51.100.3' })).toMatchObject(tooMany);
  });

  test('takes nothing from another one, nor from the address that they share', async () => {
    for (let at = 0; at < 4; at += 1) await ask({ token: erika });
    expect(await ask({ token: max })).toMatchObject(answered);
    expect(await ask({})).toMatchObject(answered);
  });

  test('reads in the headers what is left, and when it begins anew', async () => {
    const first = await ask({ token: erika });
    expect(first.headers).toMatchObject({ 'ratelimit-limit': '3', 'ratelimit-remaining': '2' });
    expect(Number(first.headers['ratelimit-reset'])).toBeGreaterThan(0);
    expect(Number(first.headers['ratelimit-reset'])).toBeLessThanOrEqual(60);
    expect(first.headers).not.toHaveProperty('retry-after');
    expect((await ask({ token: erika })).headers).toMatchObject({ 'ratelimit-remaining': '1' });
    expect((await ask({ token: erika })).headers).toMatchObject({ 'ratelimit-remaining': '0' });
  });
});

test.each([
  ['kk', 'Сұраулар тым көп. Кейінірек қайталаңыз.'],
  ['ru', 'Слишком много запросов. Повторите позже.'],
  ['en', 'Too many requests. Try again later.'],
])('Whoever asks too often reads in %s that it was too often, and when to come again', async (language, message) => {
  for (let at = 0; at < 2; at += 1) await ask({});
  const { headers, body } = await ask({ language });
  const wait = Number(headers['retry-after']);
  expect(wait).toBeGreaterThan(0);
  expect(wait).toBeLessThanOrEqual(60);
  expect(body).toEqual({
    errors: [{ message, extensions: { code: 'RATE_LIMITED', retryAfter: wait, requestId: headers['x-request-id'] } }],
  });
  expect(headers).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '0' });
});

describe('Who comes without a good token is counted by address', () => {
  test('without one', async () => {
    for (let at = 0; at < 2; at += 1) expect(await ask({})).toMatchObject(answered);
    expect(await ask({})).toMatchObject(tooMany);
    expect(await ask({ address: '198.51.100.2' })).toMatchObject(answered);
    expect(await ask({ token: erika })).toMatchObject(answered);
  });

  test('with a bad one: trying many of them ends', async () => {
    for (let at = 0; at < 2; at += 1) expect(await ask({ token: `guess-${at}` })).toMatchObject(unauthenticated);
    expect(await ask({ token: 'guess-3' })).toMatchObject(tooMany);
    expect(await ask({})).toMatchObject(tooMany);
    expect(await ask({ token: erika })).toMatchObject(answered);
  });

  test.each([
    ['a body that is none', { payload: '{', headers: { 'content-type': 'application/json' } }],
    ['a type that nobody reads', { payload: 'x', headers: { 'content-type': 'application/x' } }],
    ['a host that is none', { payload: {}, headers: { host: '^' } }],
  ])('with %s', async (_name, request) => {
    const send = () => gateway.inject({ method: 'POST', url: '/graphql', ...request });
    for (let at = 0; at < 2; at += 1)
      expect((await send()).json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    expect((await send()).statusCode).toBe(429);
  });

  test('of IPv6 by its network, as one caller has many addresses in it', async () => {
    for (let at = 1; at < 3; at += 1) expect(await ask({ address: `2001:db8::${at}` })).toMatchObject(answered);
    expect(await ask({ address: '2001:db8::ffff:3' })).toMatchObject(tooMany);
    expect(await ask({ address: '2001:db8:0:1::1' })).toMatchObject(answered);
  });

  test('of IPv4 the same however it is written', async () => {
    for (let at = 0; at < 2; at += 1) expect(await ask({ address: '198.51.100.9' })).toMatchObject(answered);
    expect(await ask({ address: '::ffff:198.51.100.9' })).toMatchObject(tooMany);
  });
});

describe('Behind a balancer', () => {
  const forwarded = '198.51.100.77';

  test.each([['10.0.0.1'], ['10.1.255.255']])('that is believed, %s, its word counts', async (address) => {
    for (let at = 0; at < 2; at += 1) expect(await ask({ address, forwarded })).toMatchObject(answered);
    expect(await ask({ address, forwarded })).toMatchObject(tooMany);
    expect(await ask({ address, forwarded: '198.51.100.78' })).toMatchObject(answered);
    expect(await ask({ address: forwarded })).toMatchObject(tooMany);
  });

  test('that is believed, what a caller added before is not', async () => {
    for (let at = 0; at < 2; at += 1) await ask({ address: '10.0.0.1', forwarded: `192.0.2.${at}, ${forwarded}` });
    expect(await ask({ address: '10.0.0.1', forwarded: `192.0.2.9, ${forwarded}` })).toMatchObject(tooMany);
  });

  test.each([['10.0.0.2'], ['10.2.0.1']])('that nobody believes, %s, it doesn’t', async (address) => {
    for (let at = 0; at < 2; at += 1) await ask({ address, forwarded: `198.51.100.${at}` });
    expect(await ask({ address, forwarded })).toMatchObject(tooMany);
    expect(await ask({ address: forwarded })).toMatchObject(answered);
  });
});

describe('Counted are', () => {
  const get = (url: string) => gateway.inject({ method: 'GET', url, remoteAddress: '198.51.100.1' });

  test.each([['/documents/1'], ['/identity/token'], ['/graphql?query=%7B__typename%7D']])('%s', async (url) => {
    for (let at = 0; at < 2; at += 1) expect((await get(url)).statusCode).not.toBe(429);
    expect((await get(url)).statusCode).toBe(429);
    expect(await ask({})).toMatchObject(tooMany);
  });

  test.each([['/healthz'], ['/readyz']])('but not %s', async (url) => {
    for (let at = 0; at < 5; at += 1) {
      const { statusCode, headers } = await get(url);
      expect(statusCode).toBe(200);
      expect(headers).not.toHaveProperty('ratelimit-limit');
    }
    expect(await ask({})).toMatchObject(answered);
  });
});

describe('What a subgraph counts over all processes', () => {
  const now = Temporal.Instant.from('2026-03-02T05:00:00Z');
  const spending = (allowed: boolean, endsAt: string) => ({
    allowed,
    remaining: 0,
    endsAt: Temporal.Instant.from(endsAt),
  });

  test('passes while it is allowed', () => {
    expect(() => refuseOverspending(spending(true, '2026-03-02T05:01:00Z'), now)).not.toThrow();
  });

  test.each([
    ['2026-03-02T05:01:30Z', 90],
    ['2026-03-02T05:00:00.1Z', 1],
    ['2026-03-02T05:00:00Z', 1],
    ['2026-03-03T05:00:00Z', 86_400],
  ])('is RATE_LIMITED until the window ends, %s', (endsAt, seconds) => {
    const refuse = () => refuseOverspending(spending(false, endsAt), now);
    expect(refuse).toThrow(Fault);
    expect(refuse).toThrow(
      expect.objectContaining({ code: 'RATE_LIMITED', details: { extensions: { retryAfter: seconds } } }),
    );
  });

  test('and leaves the graph with the longest time to wait as a header, beside the data', async () => {
    const error = (field: string, retryAfter: number) => ({
      message: 'Too many requests. Try again later.',
      path: [field],
      extensions: { code: 'RATE_LIMITED', retryAfter },
    });
    const errors = [error('first', 7), error('second', 42)];
    await gateway.close();
    gateway = await loneGateway({
      transport: { send: () => Promise.resolve({ data: { first: null, second: null, third: null }, errors } as never) },
    });
    const fields = ['first', 'second', 'third'].map((name) => `${name}: mission(number: 13) { number }`).join(' ');
    const { status, codes, headers, body } = await ask({ query: `{ ${fields} }` });
    expect({ status, codes }).toEqual({ status: 200, codes: ['RATE_LIMITED', 'RATE_LIMITED'] });
    expect(headers['retry-after']).toBe('42');
    expect(body.errors?.map(({ extensions }) => extensions.retryAfter)).toEqual([7, 42]);
  });
});

describe('The configuration', () => {
  const read = (environment: Record<string, string>) => configuredBounds(gatewayConfiguration(environment));

  test('has generous limits, no other origins and no balancers unless told', () => {
    expect(read({})).toEqual({
      limits: { deadline: 30_000, atOnce: 100, requestsPerAccount: 1_200, requestsPerAddress: 2_400 },
      origins: [],
      trustedProxies: [],
    });
  });

  test('takes all of it from the environment', () => {
    const environment = {
      OPERATION_DEADLINE: '2.5',
      OPERATIONS_AT_ONCE: '7',
      RATE_LIMIT_ACCOUNT: '10',
      RATE_LIMIT_ADDRESS: '20',
      CORS_ORIGINS: 'https://a.example, http://localhost:5173',
      TRUST_PROXY: '10.0.0.1, 10.1.0.0/16,2001:db8::/32',
    };
    expect(read(environment)).toEqual({
      limits: { deadline: 2_500, atOnce: 7, requestsPerAccount: 10, requestsPerAddress: 20 },
      origins: ['https://a.example', 'http://localhost:5173'],
      trustedProxies: ['10.0.0.1', '10.1.0.0/16', '2001:db8::/32'],
    });
  });

  test('names each fault', () => {
    const environment = {
      OPERATION_DEADLINE: '0',
      OPERATIONS_AT_ONCE: '0',
      RATE_LIMIT_ACCOUNT: '-1',
      RATE_LIMIT_ADDRESS: 'many',
      CORS_ORIGINS: '*,https://a.example/,null,https://b.example',
      TRUST_PROXY: 'balancer,10.0.0.0/33,10.0.0.1',
    };
    const faults = [
      'OPERATION_DEADLINE',
      'OPERATIONS_AT_ONCE',
      'RATE_LIMIT_ACCOUNT',
      'RATE_LIMIT_ADDRESS',
      'CORS_ORIGINS: "\\*" is no origin',
      'CORS_ORIGINS: "https://a.example/" is no origin',
      'CORS_ORIGINS: "null" is no origin',
      'TRUST_PROXY: "balancer" is no address',
      'TRUST_PROXY: "10.0.0.0/33" is no address',
    ];
    for (const fault of faults) expect(() => read(environment)).toThrow(new RegExp(fault));
    expect(() => read(environment)).not.toThrow(/b\.example|10\.0\.0\.1"/);
  });
});

interface Asked {
  token?: string;
  address?: string;
  forwarded?: string;
  language?: string;
  query?: string;
}

async function ask({
  token,
  address,
  forwarded,
  language = 'en',
  query = '{ mission(number: 13) { number } }',
}: Asked) {
  const answer = await gateway.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query },
    remoteAddress: address ?? '198.51.100.1',
    headers: {
      'accept-language': language,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(forwarded && { 'x-forwarded-for': forwarded }),
    },
  });
  const body = answer.json<{ errors?: { message: string; extensions: Record<string, unknown> }[] }>();
  const codes = (body.errors ?? []).map(({ extensions }) => extensions.code);
  return { status: answer.statusCode, codes, headers: answer.headers, body };
}
