import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decodeProtectedHeader } from 'jose';
import type { MikroORM } from '@mikro-orm/postgresql';
import { identityTables } from '../../gateway/identity/model/tables.ts';
import { publicKeys, rotateSigningKeys, signingKeys } from '../../gateway/identity/provider/signing-keys.ts';
import { sealingWith } from '../../gateway/identity/sealing.ts';
import { openDatabase } from '../../subgraphs/kit/orm/database.ts';
import { roleUrl } from '../../installation/database/external.ts';
import { rolePasswords } from '../support/databases.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { newConsul, signIn } from '../support/sign-in.ts';

// Keys change without an interruption: a token is never met before its key is published, and never loses it before it expires.

let product: TestProduct;
let orm: MikroORM;
const sealing = sealingWith(randomBytes(32).toString('base64url'));
beforeAll(async () => {
  product = await startTestProduct({ signIn: true });
  orm = await openDatabase(identityTables, {
    url: roleUrl(product.databaseUrl, 'qonaq_identity', rolePasswords.qonaq_identity!),
    poolSize: 5,
  });
});
beforeEach(() => product.database.query('delete from identity.signing_key'));
afterAll(async () => {
  await orm.close();
  await product.close();
});

const start = Temporal.Instant.from('2026-03-02T10:00:00+05:00');
const after = (days: number, hours = 0) => start.add({ hours: 24 * days + hours });
const kids = async (at: Temporal.Instant) => (await signingKeys(orm, sealing, at)).map(({ kid }) => kid);

test('the first key signs at once, for ninety days', async () => {
  const [first] = await kids(start);
  expect(await kids(after(89, 23))).toEqual([first]);
});

test('the next one is published for a day before it signs; the one before, for a day after', async () => {
  const [first] = await kids(start);
  const [signing, next] = await kids(after(90));
  expect(signing).toBe(first);
  expect(next).toBeDefined();
  expect(await kids(after(90, 23))).toEqual([first, next]);
  expect(await kids(after(91))).toEqual([next, first]);
  expect(await kids(after(91, 23))).toEqual([next, first]);
  expect(await kids(after(92))).toEqual([next]);
});

test('five processes that look at once have the same keys', async () => {
  const first = await Promise.all(Array.from({ length: 5 }, () => kids(start)));
  expect(new Set(first.map(String)).size).toBe(1);
  const next = await Promise.all(Array.from({ length: 5 }, () => kids(after(90))));
  expect(next.map((each) => each.length)).toEqual([2, 2, 2, 2, 2]);
  expect(new Set(next.map(String)).size).toBe(1);
});

test('nothing private is published, or lies readable in the database', async () => {
  const keys = await signingKeys(orm, sealing, start);
  expect(Object.keys(publicKeys(keys).keys[0]!).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  const { rows } = await product.database.query<{ text: string }>(
    'select signing_key::text as text from identity.signing_key',
  );
  expect(rows[0]!.text).not.toContain(keys[0].d);
  const stranger = sealingWith(randomBytes(32).toString('base64url'));
  await expect(signingKeys(orm, stranger, start)).rejects.toThrow();
});

test('through a rotation the tokens of before are believed, and new ones are signed with the new key', async () => {
  const me = '{ me { role } }';
  const own = sealingWith(product.keys.identity);
  const before = await signIn(product, await newConsul(product));
  await rotateSigningKeys(orm, own, product.clock.now());
  const published = async () =>
    ((await (await fetch(`${product.url}/identity/keys`)).json()) as { keys: { kid: string }[] }).keys.length;
  product.clock.set(product.clock.now().add({ seconds: 31 }).toString());
  expect(await published()).toBe(2);
  product.clock.run();
  const later = await signIn(product, await newConsul(product));
  const kid = (token: string) => decodeProtectedHeader(token).kid;
  expect(kid(later.access_token)).not.toBe(kid(before.access_token));
  for (const { access_token: token } of [before, later]) {
    expect((await product.withToken(token).send(me)).data).toEqual({ me: { role: 'consul' } });
  }
});
