import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, decodeProtectedHeader, EmbeddedJWK, jwtVerify } from 'jose';
import { Fault } from '../errors/fault.ts';

/** How far the clock of whoever made a proof may be from ours, in seconds. */
export const proofWindow = 60;

/** What a proof says of the request that it was made for. */
export interface Proof {
  /** Never the same twice. */
  id: string;
  method: string;
  /** The request's address, without its query. */
  url: string;
}

/**
 * Verifies that whoever brings a token holds the key that it is bound to (DPoP, RFC 9449). For which request the proof was made, and that it wasn't brought
 * before, the gateway sees to.
 *
 * @param thumbprint of the key that the token is bound to.
 * @throws Fault UNAUTHENTICATED when it proves nothing of this token now.
 */
export async function verifyProof(
  proof: string | undefined,
  token: string,
  thumbprint: string,
  now: number,
): Promise<Proof> {
  try {
    const { payload } = await jwtVerify(proof ?? '', EmbeddedJWK, {
      algorithms: ['ES256', 'EdDSA', 'Ed25519'],
      typ: 'dpop+jwt',
      requiredClaims: ['jti', 'htm', 'htu', 'ath', 'iat'],
      currentDate: new Date(now * 1000),
    });
    const { jti, htm, htu, ath, iat } = payload as Record<string, unknown>;
    const holds = (await calculateJwkThumbprint(decodeProtectedHeader(proof!).jwk!)) === thumbprint;
    const fresh = Math.abs(now - (iat as number)) <= proofWindow;
    const aboutToken = ath === createHash('sha256').update(token).digest('base64url');
    if (holds && fresh && aboutToken && typeof jti === 'string' && typeof htm === 'string' && typeof htu === 'string') {
      return { id: jti, method: htm, url: htu };
    }
  } catch {
    // Whatever is wrong with it: it is no proof.
  }
  throw new Fault('UNAUTHENTICATED');
}
