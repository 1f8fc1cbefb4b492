import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey } from 'jose';
import * as openid from 'openid-client';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { codeOf, finishSignIn, newConsul, startSignIn } from '../support/sign-in.ts';

// DPoP (RFC 9449): a token that is bound to a key is worth nothing to whoever steals it alone.

let product: TestProduct;
let token: string;
let refreshToken: string;
let keys: { publicKey: CryptoKey; privateKey: CryptoKey };
let frontend: openid.Configuration;
let handle: openid.DPoPHandle;

beforeAll(async () => {
  product = await startTestProduct({ signIn: true });
  keys = await generateKeyPair('ES256', { extractable: true });
  const { email, password, secret } = await newConsul(product);
  const started = await startSignIn(product);
  const back = await started.browser.submit(started.page, 'password', { email, password, code: codeOf(secret) });
  frontend = started.frontend;
  handle = openid.getDPoPHandle(frontend, keys);
  const tokens = await finishSignIn(started, back, { DPoP: handle });
  token = tokens.access_token;
  refreshToken = tokens.refresh_token!;
  expect(tokens.token_type).toBe('dpop');
});
afterAll(() => product.close());

const hash = (text: string) => createHash('sha256').update(text).digest('base64url');

interface Difference {
  key?: CryptoKey;
  publicKey?: CryptoKey;
  claims?: Record<string, unknown>;
  typ?: string;
}

async function proof({
  key = keys.privateKey,
  publicKey = keys.publicKey,
  claims = {},
  typ = 'dpop+jwt',
}: Difference = {}) {
  const now = Math.floor(Date.now() / 1000);
  const usual = { jti: randomUUID(), htm: 'POST', htu: `${product.url}/graphql`, ath: hash(token), iat: now };
  return new SignJWT({ ...usual, ...claims })
    .setProtectedHeader({ alg: 'ES256', typ, jwk: await exportJWK(publicKey) })
    .sign(key);
}

async function ask(dpop: string | undefined, scheme = 'DPoP'): Promise<string> {
  const response = await fetch(`${product.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `${scheme} ${token}`, 'content-type': 'application/json', ...(dpop && { dpop }) },
    body: JSON.stringify({
      query: '{ me { role } iinApplications(first: 1) { edges { node { mission { city } } } } }',
    }),
  });
  const { data, errors } = (await response.json()) as {
    data?: { me: { role: string } };
    errors?: { extensions: { code: string } }[];
  };
  return errors?.[0]?.extensions.code ?? data!.me.role;
}

test('with a proof for this request the token is believed, by the gateway and by each subgraph', async () => {
  expect(await ask(await proof())).toBe('consul');
});

test("openid-client's own proofs are", async () => {
  const response = await openid.fetchProtectedResource(
    frontend,
    token,
    new URL(`${product.url}/graphql`),
    'POST',
    JSON.stringify({ query: '{ me { role } }' }),
    new Headers({ 'content-type': 'application/json' }),
    { DPoP: handle },
  );
  expect(await response.json()).toEqual({ data: { me: { role: 'consul' } } });
});

describe('it is refused', () => {
  const now = () => Math.floor(Date.now() / 1000);
  test('without a proof, and as a bearer token', async () => {
    expect(await ask(undefined)).toBe('UNAUTHENTICATED');
    expect(await ask(undefined, 'Bearer')).toBe('UNAUTHENTICATED');
    expect(await ask(await proof(), 'Bearer')).toBe('UNAUTHENTICATED');
  });

  test('with a proof that was brought before', async () => {
    const dpop = await proof();
    expect(await ask(dpop)).toBe('consul');
    expect(await ask(dpop)).toBe('UNAUTHENTICATED');
  });

  test('with a proof that was brought to another gateway', async () => {
    const dpop = await proof();
    const twins = await Promise.all([ask(dpop), ask(dpop), ask(dpop)]);
    expect(twins.toSorted()).toEqual(['UNAUTHENTICATED', 'UNAUTHENTICATED', 'consul']);
  });

  test('with a proof of another key, or signed with one', async () => {
    const other = await generateKeyPair('ES256', { extractable: true });
    expect(await ask(await proof({ key: other.privateKey, publicKey: other.publicKey }))).toBe('UNAUTHENTICATED');
    expect(await ask(await proof({ key: other.privateKey }))).toBe('UNAUTHENTICATED');
  });

  test.each([
    ['another method', () => ({ claims: { htm: 'GET' } })],
    ['another address', () => ({ claims: { htu: `${product.url}/documents` } })],
    ['another site', () => ({ claims: { htu: 'https://evil.example/graphql' } })],
    ['another token', () => ({ claims: { ath: hash('another') } })],
    ['another time, before', () => ({ claims: { iat: now() - 120 } })],
    ['another time, to come', () => ({ claims: { iat: now() + 120 } })],
    ['something else', () => ({ typ: 'JWT' })],
    ['nothing that has a name', () => ({ claims: { jti: undefined } })],
  ] as [string, () => Difference][])('with a proof for %s', async (_what, difference) => {
    expect(await ask(await proof(difference()))).toBe('UNAUTHENTICATED');
    expect(await ask(await proof())).toBe('consul');
  });
});

test('documents ask for a proof too', async () => {
  const put = async (dpop: string) => {
    const response = await fetch(`${product.url}/documents`, {
      method: 'PUT',
      headers: { authorization: `DPoP ${token}`, dpop },
      body: '%PDF-1.7\n%%EOF\n',
    });
    await response.arrayBuffer();
    return response.status;
  };
  expect(await put(await proof())).toBe(401);
  expect(await put(await proof({ claims: { htm: 'PUT', htu: `${product.url}/documents` } }))).toBe(201);
});

test('what is renewed is bound to the same key', async () => {
  const other = await generateKeyPair('ES256', { extractable: true });
  await expect(
    openid.refreshTokenGrant(frontend, refreshToken, undefined, { DPoP: openid.getDPoPHandle(frontend, other) }),
  ).rejects.toMatchObject({ error: 'invalid_grant' });
});
