import { randomBytes } from 'node:crypto';
import type { MikroORM } from '@mikro-orm/postgresql';
import { exportJWK, generateKeyPair } from 'jose';
import type { JSONWebKeySet, JWK } from 'jose';
import { SigningKeyTable } from '../model/tables.ts';
import type { Sealing } from '../sealing.ts';

/** How long a key signs, in days; the next one follows by itself. */
const signsFor = 90;

/** How long before it signs a key is published, and how long after, in hours: nobody meets a token before its key, or loses one before it expires. */
const publishedAround = 24;

/** After how many seconds each process of the provider has published a new key, and whoever asked for the keys shortly before asks again. */
const knownWithin = 20;

/** The provider's keys: the first one signs, the others are published. */
export type SigningKeys = readonly [JWK, ...JWK[]];

/** The keys of this moment. Makes the first one, and the next one when it is time. */
export async function signingKeys(orm: MikroORM, sealing: Sealing, now: Temporal.Instant): Promise<SigningKeys> {
  return changeKeys(orm, sealing, now, (newest) =>
    newest ? (past(newest.add({ hours: 24 * signsFor }), now) ? now.add({ hours: publishedAround }) : undefined) : now,
  );
}

/** Makes a new key that signs as soon as it is known everywhere, such as when the one before may be known to somebody. */
export async function rotateSigningKeys(orm: MikroORM, sealing: Sealing, now: Temporal.Instant): Promise<SigningKeys> {
  return changeKeys(orm, sealing, now, (newest) => (newest ? now.add({ seconds: knownWithin }) : now));
}

/** The same without what is private: what everybody may know. */
export function publicKeys(keys: SigningKeys): JSONWebKeySet {
  return { keys: keys.map(({ d: _private, ...key }) => key) };
}

/**
 * @param next when a new key is to sign from, by the moment from which the newest one does; `undefined` for none.
 */
async function changeKeys(
  orm: MikroORM,
  sealing: Sealing,
  now: Temporal.Instant,
  next: (newest: Temporal.Instant | undefined) => Temporal.Instant | undefined,
): Promise<SigningKeys> {
  return orm.em.fork({ disableContextResolution: true }).transactional(async (em) => {
    // Of several processes that find that it is time, one makes the key.
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('identity signing keys', 0))`);
    const known = await em.find(SigningKeyTable, {}, { orderBy: { signsFrom: 'desc' } });
    const signsFrom = next(known[0]?.signsFrom);
    if (signsFrom) {
      const key = await newKey();
      const encryptedKey = await sealing.seal(JSON.stringify(key));
      known.unshift(em.create(SigningKeyTable, { id: key.kid!, encryptedKey, createdAt: now, signsFrom }));
    }
    const signing = known.findIndex((key) => past(key.signsFrom, now));
    const retired = known.filter((_key, place) => place > signing && over(known[place - 1]!.signsFrom, now));
    for (const key of retired) em.remove(key);
    const kept = [known[signing]!, ...known.filter((key, place) => place !== signing && !retired.includes(key))];
    const keys = kept.map(async ({ encryptedKey }) => JSON.parse(await sealing.open(encryptedKey)) as JWK);
    return (await Promise.all(keys)) as unknown as SigningKeys;
  });
}

/** Whether a key has been replaced for so long that no token of it is left. */
function over(replacedAt: Temporal.Instant, now: Temporal.Instant): boolean {
  return past(replacedAt.add({ hours: publishedAround }), now);
}

function past(moment: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(moment, now) <= 0;
}

async function newKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  return { ...(await exportJWK(privateKey)), alg: 'ES256', use: 'sig', kid: randomBytes(9).toString('base64url') };
}
