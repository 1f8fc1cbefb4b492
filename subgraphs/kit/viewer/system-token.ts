import { importJWK, SignJWT } from 'jose';
import type { JWK } from 'jose';
import type { Clock } from '../clock.ts';
import type { SystemName } from './system.ts';
import { systemAccountId } from './system.ts';
import type { TokenTrust } from './token.ts';

/** Whose tokens the product's own jobs carry, and for whom they are. */
export const systemIssuer = { issuer: 'qonaq:system', audience: 'qonaq:subgraphs' };

/** Makes the `Authorization` header with which a part of the product asks a subgraph. */
export type SystemAuthorization = (name: SystemName) => Promise<string>;

/** Makes system tokens with a private key; each is good for a minute. */
export function systemAuthorization(privateKey: JWK, clock: Clock): SystemAuthorization {
  return async (name) => {
    const now = Math.floor(clock.now().epochMilliseconds / 1000);
    const token = await new SignJWT({ role: 'system' })
      .setProtectedHeader({
        alg: privateKey.alg ?? 'ES256',
        typ: 'at+jwt',
        ...(privateKey.kid && { kid: privateKey.kid }),
      })
      .setIssuer(systemIssuer.issuer)
      .setAudience(systemIssuer.audience)
      .setSubject(systemAccountId(name))
      .setIssuedAt(now)
      .setExpirationTime(now + 60)
      .sign(await importJWK(privateKey));
    return `Bearer ${token}`;
  };
}

/** The trust that subgraphs put into system tokens; the only issuer whose tokens may say that they are the system. */
export function systemTrust(key: JWK): TokenTrust {
  const publicKey = Object.fromEntries(Object.entries(key).filter(([name]) => name !== 'd'));
  return { ...systemIssuer, keys: { keys: [publicKey] }, system: true };
}
