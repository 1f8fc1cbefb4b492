import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { Client } from 'pg';
import { roleUrl } from '../../installation/database/external.ts';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { systemAuthorization } from '../../subgraphs/kit/viewer/system-token.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import { rolePasswords } from '../support/databases.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A partner is a system of another agency, not a person: the State Corporation lets it in, for a while, with exactly the scopes that it was given.

let product: TestProduct;
let corporation: GraphClient;
let jwks: string;
beforeAll(async () => {
  product = await startTestProduct();
  corporation = product.as('state_corporation');
  jwks = JSON.stringify({ keys: [await publicKey('ES256'), await publicKey('Ed25519')] });
});
afterAll(() => product.close());

async function publicKey(algorithm: string): Promise<object> {
  const pair = await generateKeyPair(algorithm);
  return { ...(await exportJWK(pair.publicKey)), kid: `2026 ${algorithm}` };
}

const selection =
  'partnerClient { id version name agency email telephone scopes jwksUrl expiresAt state revokedAt revokeReason }';
const create = `mutation Create($input: CreatePartnerClientInput!) { createPartnerClient(input: $input) { ${selection} } }`;
const revoke = `mutation Revoke($input: RevokePartnerClientInput!) { revokePartnerClient(input: $input) { ${selection} } }`;

const input = (more: Record<string, unknown> = {}) => ({
  name: 'Front office',
  agency: 'Bank of the Steppe',
  email: 'systems@bank.example',
  scopes: ['iin:verify'],
  jwks,
  expiresAt: '2027-03-02T10:00:00+05:00',
  ...more,
});

async function register(more: Record<string, unknown> = {}): Promise<string> {
  const data = await corporation.ask(create, { input: input(more) });
  return data.createPartnerClient.partnerClient.id as string;
}

/** The client itself, with a token as the identity provider would issue one. */
const partner = (id: string) =>
  product.asAccount({ id, name: 'Front office', role: 'partner', officeId: null, city: null }, ['iin:verify']);

/** What the identity provider is told of a client. */
async function known(id: string, authorization: string): Promise<{ codes: unknown[]; client: unknown }> {
  const { data, errors = [] } = await product.subgraphs.send('missions', {
    query: `query Ask($of: [_Any!]!) { _entities(representations: $of) { ... on PartnerClient { id name scopes jwks jwksUrl expiresAt state } } }`,
    variables: { of: [{ __typename: 'PartnerClient', id }] },
    authorization,
    acceptLanguage: 'en',
    trace: { address: null, requestId: 'sign-in', operationName: null, operationHash: null },
  });
  const entities = (data?._entities ?? []) as unknown[];
  return { codes: errors.map(({ extensions }) => extensions?.code), client: entities[0] };
}
const identity = () => systemAuthorization(product.keys.tokens, product.clock)('identity');

describe('registering', () => {
  test('lets a system in, with an account of its own id that acts from then on', async () => {
    const data = await corporation.ask(create, {
      input: input({ telephone: '+7 7172 00 00 00', scopes: ['iin:verify', 'payment:write', 'iin:verify'] }),
    });
    const { id } = data.createPartnerClient.partnerClient;
    expect(data.createPartnerClient.partnerClient).toEqual({
      id: expect.any(String),
      version: 1,
      name: 'Front office',
      agency: 'Bank of the Steppe',
      email: 'systems@bank.example',
      telephone: '+7 7172 00 00 00',
      scopes: ['iin:verify', 'payment:write'],
      jwksUrl: null,
      expiresAt: '2027-03-02T10:00:00.000+05:00',
      state: 'ACTIVE',
      revokedAt: null,
      revokeReason: null,
    });
    expect(await partner(id).ask('{ me { role account { id name state } } }')).toEqual({
      me: { role: 'partner', account: { id, name: 'Front office', state: 'ACTIVE' } },
    });
    const listed = await corporation.ask('{ partnerClients(first: 1) { edges { node { id state } } } }');
    expect(listed.partnerClients.edges).toEqual([{ node: { id, state: 'ACTIVE' } }]);
  });

  test('keeps the public keys, and nothing else of what came with them', async () => {
    const { keys } = JSON.parse(jwks) as { keys: Record<string, string>[] };
    const [elliptic, edwards] = keys as [Record<string, string>, Record<string, string>];
    const id = await register({ jwks: JSON.stringify({ keys: [{ ...elliptic, x5t: 'abc' }, edwards] }) });
    const { rows } = await product.database.query('select jwks from missions.partner_client where id = $1', [id]);
    expect(rows).toEqual([
      {
        jwks: {
          keys: [
            { ...elliptic, alg: 'ES256', use: 'sig' },
            { ...edwards, alg: 'EdDSA', use: 'sig' },
          ],
        },
      },
    ]);
  });

  test('or where they are published', async () => {
    const id = await register({ jwks: null, jwksUrl: 'https://bank.example/keys' });
    expect(await known(id, await identity())).toMatchObject({
      client: { jwks: null, jwksUrl: 'https://bank.example/keys' },
    });
  });

  test('everything that is wrong is told at once, in the language of who asks', async () => {
    const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
    const [elliptic] = (JSON.parse(jwks) as { keys: { x: string; y: string }[] }).keys;
    const offCurve = { ...elliptic, kid: 'x', y: elliptic!.x };
    const wrong = input({
      name: ' ',
      email: 'nobody',
      scopes: ['iin:form'],
      jwksUrl: 'http://bank.example',
      jwks: JSON.stringify({
        keys: [{ ...(await exportJWK(privateKey)), kid: 'x' }, offCurve, { ...offCurve, kid: 'y' }],
      }),
      expiresAt: '2028-03-02T10:00:01+05:00',
    });
    const { errors, codes } = await corporation.send(create, { input: wrong });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]?.extensions.problems?.map(({ code, path }) => [code, ...path])).toEqual([
      ['TEXT_EMPTY', 'name'],
      ['EMAIL_INVALID', 'email'],
      ['SCOPE_UNKNOWN', 'scopes', 0],
      ['KEYS_ONE_WAY', 'jwks'],
      ['JWKS_URL_INVALID', 'jwksUrl'],
      ['EXPIRY_TOO_FAR', 'expiresAt'],
      ['KEY_PRIVATE', 'jwks', 'keys', 0],
      ['KEY_ID_REPEATED', 'jwks', 'keys', 1],
      ['KEY_INVALID', 'jwks', 'keys', 2],
    ]);
    const told = [];
    for (const language of ['kk', 'ru', 'en']) {
      const answer = await corporation.send(create, { input: wrong }, language);
      told.push(answer.errors[0]!.extensions.problems!.map(({ message }) => message));
    }
    for (const [index, text] of told[2]!.entries()) {
      expect(new Set(told.map((texts) => texts[index])).size).toBe(3);
      expect(text).not.toMatch(/^[A-Z_]+$|\{/);
    }
  });

  test('a repeat with the same key finds the same client', async () => {
    const again = input({ idempotencyKey: 'once' });
    const ids = [];
    for (let time = 1; time <= 2; time += 1) {
      ids.push((await corporation.ask(create, { input: again })).createPartnerClient.partnerClient.id);
    }
    expect(ids[0]).toBe(ids[1]);
  });
});

describe('revoking', () => {
  test('ends a client at once and for good, also with a token still valid; it stays in view', async () => {
    const id = await register();
    const look = '{ me { role } }';
    expect((await partner(id).send(look)).codes).toEqual([]);
    const stale = await corporation.send(revoke, { input: { id, expectedVersion: 2, reason: 'Key was leaked.' } });
    expect(stale.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
    expect((await partner(id).send(look)).codes).toEqual([]);

    const data = await corporation.ask(revoke, { input: { id, expectedVersion: 1, reason: 'Key was leaked.' } });
    expect(data.revokePartnerClient.partnerClient).toMatchObject({
      version: 2,
      state: 'REVOKED',
      revokedAt: '2026-03-02T10:00:00.000+05:00',
      revokeReason: 'Key was leaked.',
    });
    expect((await partner(id).send(look)).codes).toEqual(['UNAUTHENTICATED']);
    const account = await corporation.ask('query A($id: ID!) { account(id: $id) { state changeReason } }', { id });
    expect(account.account).toEqual({ state: 'DELETED', changeReason: 'Key was leaked.' });

    const again = await corporation.send(revoke, { input: { id, expectedVersion: 2, reason: 'Again.' } });
    expect(again.errors[0]?.extensions).toMatchObject({ code: 'WRONG_STATE', state: 'REVOKED', currentVersion: 2 });
    const unblock = `mutation U($input: ChangeAccountInput!) { unblockAccount(input: $input) { account { id } } }`;
    expect((await corporation.send(unblock, { input: { id, expectedVersion: 2, reason: 'Back.' } })).codes).toEqual([
      'FORBIDDEN',
    ]);
  });

  test('needs a reason, and a client', async () => {
    const id = await register();
    const { errors } = await corporation.send(revoke, { input: { id, expectedVersion: 1, reason: ' ' } });
    expect(errors[0]?.extensions.problems).toMatchObject([{ code: 'REASON_EMPTY', path: ['reason'] }]);
    const nobody = { id: demoAccount('partner')!.id, expectedVersion: 1, reason: 'Unknown.' };
    expect((await corporation.send(revoke, { input: nobody })).codes).toEqual(['NOT_FOUND']);
  });
});

describe('the identity provider', () => {
  test('is told the keys, the scopes, and the state as it is now', async () => {
    const id = await register({ expiresAt: '2026-06-01T00:00:00+05:00' });
    expect(await known(id, await identity())).toEqual({
      codes: [],
      client: {
        id,
        name: 'Front office',
        scopes: ['iin:verify'],
        jwks: expect.any(String),
        jwksUrl: null,
        expiresAt: '2026-06-01T00:00:00.000+05:00',
        state: 'ACTIVE',
      },
    });
    const { client } = (await known(id, await identity())) as { client: { jwks: string } };
    const told = JSON.parse(client.jwks) as { keys: object[] };
    expect(told.keys).toMatchObject((JSON.parse(jwks) as { keys: object[] }).keys);
    product.clock.set('2026-05-31T23:59:59+05:00');
    expect(await known(id, await identity())).toMatchObject({ client: { state: 'ACTIVE' } });
    product.clock.set('2026-06-01T00:00:00+05:00');
    expect(await known(id, await identity())).toMatchObject({ client: { state: 'EXPIRED' } });
    await corporation.ask(revoke, { input: { id, expectedVersion: 1, reason: 'Not renewed.' } });
    expect(await known(id, await identity())).toMatchObject({ client: { state: 'REVOKED' } });
    product.clock.set('2026-03-02T10:00:00+05:00');
  });

  test.each<Role>(['manager', 'consul', 'auditor', 'partner'])('alone is: to %s there is no client', async (role) => {
    const id = await register();
    const authorization = `Bearer ${await product.as(role).freshToken()}`;
    expect(await known(id, authorization)).toEqual({ codes: [], client: null });
  });
});

test('without the database, too, a client is shown to nobody else', async () => {
  const id = await register();
  const asAuditor = `Bearer ${await product.as('auditor').freshToken()}`;
  await product.database.query('alter table missions.partner_client disable row level security');
  const answers = [await known(id, asAuditor), await known(id, await identity())];
  await product.database.query('alter table missions.partner_client enable row level security');
  expect(answers).toMatchObject([{ client: null }, { client: { id } }]);
});

test('the database shows clients to who registers them and to the system, and to nobody else', async () => {
  const id = await register();
  const missions = new Client({
    connectionString: roleUrl(product.databaseUrl, 'qonaq_missions', rolePasswords.qonaq_missions!),
  });
  await missions.connect();
  const shown: Record<string, number> = {};
  for (const role of ['state_corporation', 'manager', 'consul', 'auditor', 'partner'] as const) {
    const account = demoAccount(role)!;
    await missions.query('begin');
    await missions.query(`select kit.enter($1, $2, $3, null, '2026-03-02T10:00:00+05:00')`, [
      account.id,
      role,
      account.officeId,
    ]);
    const { rowCount } = await missions.query('select from missions.partner_client where id = $1', [id]);
    shown[role] = rowCount!;
    await missions.query('rollback');
  }
  await missions.end();
  expect(shown).toEqual({ state_corporation: 1, manager: 0, consul: 0, auditor: 0, partner: 0 });
});

test('who registered and who revoked is in the journal and in what happened to the client', async () => {
  const id = await register();
  await corporation.ask(revoke, { input: { id, expectedVersion: 1, reason: 'Contract ended.' } });
  const { rows: lines } = await product.database.query(
    `select account_id, action, outcome from audit.journal where kind = 'COMMAND' and subjects = array[$1::uuid] order by id`,
    [id],
  );
  const who = demoAccount('state_corporation')!.id;
  expect(lines).toEqual([
    { account_id: who, action: 'createPartnerClient', outcome: 'DONE' },
    { account_id: who, action: 'revokePartnerClient', outcome: 'DONE' },
  ]);
  const { rows: events } = await product.database.query(
    'select kind, account_id from missions.event where case_id = $1 order by id',
    [id],
  );
  expect(events).toEqual([
    { kind: 'PARTNER_CLIENT_CREATED', account_id: who },
    { kind: 'PARTNER_CLIENT_REVOKED', account_id: who },
  ]);
});
