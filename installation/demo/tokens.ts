import { importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';
import type { Clock } from '../../subgraphs/kit/clock.ts';
import type { TokenTrust } from '../../subgraphs/kit/viewer/token.ts';
import type { DemoAccount } from './accounts.ts';

const claims = { issuer: 'qonaq:demo', audience: 'qonaq' };

/** How long a demo token is good, in seconds: a working day. */
const lifetime = 8 * 60 * 60;

/** The trust that a demo installation puts into the tokens of its own data folder. */
export function demoTrust(key: JWK): TokenTrust {
  const publicKey = Object.fromEntries(Object.entries(key).filter(([name]) => name !== 'd')) as JWK;
  return { ...claims, keys: { keys: [publicKey] } };
}

/** A token of a demo account. */
export async function demoToken(
  key: JWK,
  account: DemoAccount,
  scopes: readonly string[],
  clock: Clock,
): Promise<string> {
  const now = Math.floor(clock.now().epochMilliseconds / 1000);
  const { id, role, officeId, city } = account;
  return new SignJWT({
    role,
    ...(officeId && { office: officeId }),
    ...(city && { city }),
    scope: [`role:${role}`, ...scopes].join(' '),
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: key.kid! })
    .setIssuer(claims.issuer)
    .setAudience(claims.audience)
    .setSubject(id)
    .setIssuedAt(now)
    .setExpirationTime(now + lifetime)
    .sign(await importJWK(key));
}
