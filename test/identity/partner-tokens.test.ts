import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt, exportJWK, generateKeyPair } from 'jose';
import type { CryptoKey } from 'jose';
import * as openid from 'openid-client';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A partner is a system of another agency. It proves with its own key who it is, and gets the scopes that the State Corporation gave it.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct({ signIn: true });
});
afterAll(() => product.close());

interface Partner {
  id: string;
  key: CryptoKey;
}

async function register(scopes: string[], algorithm: 'ES256' | 'EdDSA' = 'ES256'): Promise<Partner> {
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true });
  const jwks = JSON.stringify({
    keys: [{ ...(await exportJWK(publicKey)), kid: 'first', alg: algorithm, use: 'sig' }],
  });
  const expiresAt = product.clock
    .now()
    .add({ hours: 24 * 300 })
    .toString();
  const input = { name: 'Bank', agency: 'National Bank', email: 'it@bank.example', scopes, jwks, expiresAt };
  const { createPartnerClient } = await product
    .as('state_corporation')
    .ask(
      'mutation C($input: CreatePartnerClientInput!) { createPartnerClient(input: $input) { partnerClient { id } } }',
      { input },
    );
  return { id: createPartnerClient.partnerClient.id as string, key: privateKey };
}

function configuration({ id, key }: Partner, kid = 'first'): Promise<openid.Configuration> {
  return openid.discovery(new URL(product.url), id, undefined, openid.PrivateKeyJwt({ key, kid }), {
    execute: [openid.allowInsecureRequests],
  });
}

const me = '{ me { role account { id } } }';

test.each(['ES256', 'EdDSA'] as const)(
  'a partner with a key for %s gets a token of its scopes, and is answered',
  async (algorithm) => {
    const partner = await register(['iin:verify', 'residence:status'], algorithm);
    const { access_token: token, expires_in: seconds } = await openid.clientCredentialsGrant(
      await configuration(partner),
      {
        scope: 'iin:verify',
      },
    );
    expect(decodeJwt(token)).toMatchObject({
      sub: partner.id,
      role: 'partner',
      scope: 'role:partner iin:verify',
      aud: 'qonaq',
    });
    expect(seconds).toBe(600);
    expect((await product.withToken(token).ask(me)).me).toEqual({ role: 'partner', account: { id: partner.id } });
  },
);

test('a partner gets no scope that it was not given', async () => {
  const partner = await register(['residence:status']);
  await expect(
    openid.clientCredentialsGrant(await configuration(partner), { scope: 'iin:verify' }),
  ).rejects.toMatchObject({ error: 'invalid_scope' });
});

test('no token outlives its client', async () => {
  const partner = await register(['iin:verify']);
  await product.database.query(
    `update missions.partner_client set expires_at = now() + interval '90 seconds' where id = $1`,
    [partner.id],
  );
  const { expires_in: seconds } = await openid.clientCredentialsGrant(await configuration(partner), {
    scope: 'iin:verify',
  });
  expect(seconds).toBeGreaterThan(60);
  expect(seconds).toBeLessThanOrEqual(90);
});

describe('a partner is told why it gets no token', () => {
  const refusal = async (attempt: Promise<unknown>) => {
    const error = (await attempt.then(
      () => undefined,
      (failure: unknown) => failure,
    )) as { error: string; error_description: string };
    return [error.error, error.error_description];
  };
  const attempt = async (partner: Partner, kid?: string) =>
    refusal(openid.clientCredentialsGrant(await configuration(partner, kid), { scope: 'iin:verify' }));

  test('its key is none of the registered', async () => {
    const partner = await register(['iin:verify']);
    const { privateKey } = await generateKeyPair('ES256');
    expect(await attempt({ ...partner, key: privateKey }, 'second')).toEqual([
      'invalid_client',
      expect.stringMatching(/^key unknown/),
    ]);
    expect((await attempt({ ...partner, key: privateKey }))[0]).toBe('invalid_client');
  });

  test('it has expired', async () => {
    const partner = await register(['iin:verify']);
    await product.database.query(
      `update missions.partner_client set expires_at = now() - interval '1 second' where id = $1`,
      [partner.id],
    );
    expect(await attempt(partner)).toEqual(['invalid_client', expect.stringMatching(/^client expired/)]);
  });

  test('it was revoked, and what it has is worth nothing from the very next request', async () => {
    const partner = await register(['iin:verify']);
    const { access_token: token } = await openid.clientCredentialsGrant(await configuration(partner), {
      scope: 'iin:verify',
    });
    expect((await product.withToken(token).send(me)).codes).toEqual([]);
    await product
      .as('state_corporation')
      .ask(
        'mutation R($input: RevokePartnerClientInput!) { revokePartnerClient(input: $input) { partnerClient { state } } }',
        {
          input: { id: partner.id, expectedVersion: 1, reason: 'The key was lost' },
        },
      );
    expect(await attempt(partner)).toEqual(['invalid_client', expect.stringMatching(/^client revoked/)]);
    expect((await product.withToken(token).send(me)).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('nobody knows it', async () => {
    const { key } = await register(['iin:verify']);
    expect(await attempt({ id: '0199b2f0-0000-7000-8000-00000000dead', key })).toEqual([
      'invalid_client',
      expect.stringMatching(/^client unknown/),
    ]);
  });
});

test('an assertion is brought once', async () => {
  const partner = await register(['iin:verify']);
  const used: string[] = [];
  const recording = await configuration(partner);
  recording[openid.customFetch] = (url, options) => {
    used.push((options.body as URLSearchParams).toString());
    return fetch(url, options);
  };
  await openid.clientCredentialsGrant(recording, { scope: 'iin:verify' });
  const again = await fetch(`${product.url}/identity/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: used.at(-1)!,
  });
  expect([again.status, ((await again.json()) as { error: string }).error]).toEqual([401, 'invalid_client']);
});
