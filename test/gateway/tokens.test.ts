import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWTHeaderParameters, JWTPayload } from 'jose';
import { pino } from 'pino';
import { authenticateRequests } from '../../gateway/authenticate-request.ts';
import { buildGateway } from '../../gateway/gateway.ts';
import { supergraphFile } from '../../installation/paths.ts';
import { systemIssuer, systemTrust } from '../../subgraphs/kit/viewer/system-token.ts';
import { authenticator } from '../../subgraphs/kit/viewer/token.ts';
import { TestClock } from '../support/clock.ts';

// Whose token is believed: a gateway alone, without anything behind it.

const clock = new TestClock();
const now = Math.floor(clock.now().epochMilliseconds / 1000);
let gateway: FastifyInstance;
let key: CryptoKey;
let strangerKey: CryptoKey;
let systemKey: CryptoKey;

beforeAll(async () => {
  const [own, stranger, system] = await Promise.all(
    [1, 2, 3].map(() => generateKeyPair('ES256', { extractable: true })),
  );
  key = own!.privateKey;
  strangerKey = stranger!.privateKey;
  systemKey = system!.privateKey;
  const trust = {
    issuer: 'issuer',
    audience: 'qonaq',
    keys: { keys: [{ ...(await exportJWK(own!.publicKey)), alg: 'ES256' }] },
  };
  gateway = await buildGateway({
    supergraphFile,
    transport: { send: () => Promise.reject(new Error('nothing is behind this gateway')) },
    authenticate: authenticateRequests(
      authenticator([trust, systemTrust({ ...(await exportJWK(system!.publicKey)), alg: 'ES256' })], clock),
      { orm: undefined, publicUrl: () => 'https://qonaq.example', clock },
    ),
    logger: pino({ level: 'silent' }),
    notReady: () => Promise.resolve([]),
  });
});
afterAll(() => gateway.close());

const claims = {
  iss: 'issuer',
  aud: 'qonaq',
  sub: '0199b2f0-0000-7000-8000-000000000001',
  role: 'consul',
  iat: now,
  exp: now + 60,
};
const header = { alg: 'ES256', typ: 'at+jwt' };

test('A token of the issuer, for us, of now, is believed; so is somebody without one', async () => {
  expect(await ask(`Bearer ${await sign(claims)}`)).toEqual({ status: 200, codes: [] });
  expect(await ask(`bearer ${await sign(claims)}`)).toEqual({ status: 200, codes: [] });
  expect(await ask(undefined)).toEqual({ status: 200, codes: [] });
});

describe('A token is refused', () => {
  const without = (name: keyof typeof claims) =>
    Object.fromEntries(Object.entries(claims).filter(([each]) => each !== name)) as JWTPayload;

  test.each<[string, () => Promise<string>]>([
    ['without a signature (alg none)', () => Promise.resolve(`${part({ ...header, alg: 'none' })}.${part(claims)}.`)],
    ['whose signature was taken away', async () => `${(await sign(claims)).split('.').slice(0, 2).join('.')}.`],
    ['whose claims were changed', async () => changed(await sign(claims))],
    ['signed with the public key as a shared secret', () => hmac()],
    ['signed by a stranger', () => sign(claims, header, strangerKey)],
    ['of another issuer', () => sign({ ...claims, iss: 'other' })],
    ['for another audience', () => sign({ ...claims, aud: 'other' })],
    ['for no audience', () => sign(without('aud'))],
    ['that has expired this second', () => sign({ ...claims, exp: now })],
    ['that never expires', () => sign(without('exp'))],
    ['that is not valid yet', () => sign({ ...claims, nbf: now + 60 })],
    ['that does not say when it was issued', () => sign(without('iat'))],
    ['that is no access token', () => sign(claims, { ...header, typ: 'JWT' })],
    ['of nobody', () => sign(without('sub'))],
    ['of an account that is no id', () => sign({ ...claims, sub: 'erika' })],
    ['without a role', () => sign(without('role'))],
    ['of a role that does not exist', () => sign({ ...claims, role: 'emperor' })],
    ['of the system, from an issuer of people', () => sign({ ...claims, role: 'system' })],
    [
      'of a person, from the system',
      () => sign({ ...claims, iss: systemIssuer.issuer, aud: systemIssuer.audience }, header, systemKey),
    ],
    [
      'with a critical header that nobody knows',
      () => sign(claims, { ...header, crit: ['x'], x: 1 }).catch(() => 'a.b.c'),
    ],
  ])('%s', async (_name, token) => {
    expect(await ask(`Bearer ${await token()}`)).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
  });

  test.each([
    ['Bearer'],
    ['Bearer '],
    ['Bearer x'],
    ['Bearer a.b.c'],
    ['Basic ZXJpa2E6eA=='],
    ['Bearer a b'],
    ['x'.repeat(10_000)],
    [''],
  ])('as "%.20s" is none', async (authorization) => {
    expect(await ask(authorization)).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
  });

  test('once it has expired, though it was believed before', async () => {
    const token = `Bearer ${await sign({ ...claims, jti: randomUUID() })}`;
    expect(await ask(token)).toEqual({ status: 200, codes: [] });
    clock.set(Temporal.Instant.fromEpochMilliseconds((now + 59) * 1000).toString());
    expect(await ask(token)).toEqual({ status: 200, codes: [] });
    clock.set(Temporal.Instant.fromEpochMilliseconds((now + 60) * 1000).toString());
    expect(await ask(token)).toEqual({ status: 401, codes: ['UNAUTHENTICATED'] });
    clock.set(Temporal.Instant.fromEpochMilliseconds(now * 1000).toString());
  });
});

test.each([
  ['kk', 'Жүйеге кіріңіз: белгі жоқ, жарамсыз немесе тіркелгі белсенді емес.'],
  ['ru', 'Войдите в систему: токена нет, он недействителен или учётная запись не активна.'],
  ['en', 'Sign in: there is no token, it is not valid, or the account is not active.'],
])('The refusal is a 401 in %s that says what to sign in with, and no more', async (language, message) => {
  const { headers, ...answer } = await inject('Bearer x', language);
  expect(headers['www-authenticate']).toBe('Bearer, DPoP algs="ES256 EdDSA"');
  expect(answer.json()).toEqual({
    errors: [{ message, extensions: { code: 'UNAUTHENTICATED', requestId: headers['x-request-id'] } }],
  });
});

async function ask(authorization: string | undefined) {
  const answer = await inject(authorization);
  const { errors = [] } = answer.json<{ errors?: { extensions: { code: string } }[] }>();
  return { status: answer.statusCode, codes: errors.map(({ extensions }) => extensions.code) };
}

function inject(authorization: string | undefined, language = 'en') {
  return gateway.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: '{ __typename }' },
    headers: { 'accept-language': language, ...(authorization !== undefined && { authorization }) },
  });
}

function sign(payload: JWTPayload, protectedHeader: JWTHeaderParameters = header, by = key): Promise<string> {
  return new SignJWT(payload).setProtectedHeader(protectedHeader).sign(by);
}

async function hmac(): Promise<string> {
  const secret = new TextEncoder().encode(JSON.stringify(await exportJWK(key)).padEnd(64));
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' }).sign(secret);
}

function changed(token: string): string {
  const [first, , signature] = token.split('.');
  return `${first}.${part({ ...claims, role: 'iin_operator' })}.${signature}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
