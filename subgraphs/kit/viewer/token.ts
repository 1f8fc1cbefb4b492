import { createLocalJWKSet, createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { Fault } from '../errors/fault.ts';
import { isId } from '../ids.ts';
import type { Clock } from '../clock.ts';
import { cities, isRole } from './roles.ts';
import type { City } from './roles.ts';
import type { Viewer } from './viewer.ts';

/** Whose tokens are believed. */
export interface TokenTrust {
  issuer: string;
  audience: string;
  /** The issuer's public keys, or where they are published. */
  keys: JSONWebKeySet | URL;
  /** Whether these are the product's own jobs: their tokens say `system`, and no others do. */
  system?: boolean;
}

/** Tells who asks from the `Authorization` header. `undefined` is somebody without a token; a bad token is a fault, never nobody. */
export type Authenticate = (authorization: string | undefined) => Promise<Viewer | undefined>;

/** How many verified tokens are remembered; beyond that the oldest are verified again. */
const remembered = 10_000;

/** Verifies access tokens: typed `at+jwt`, ES256 or EdDSA, one issuer, one audience. A token is verified once and kept until it expires. */
export function authenticator(trusts: readonly TokenTrust[], clock: Clock): Authenticate {
  const issuers = new Map(trusts.map((trust) => [trust.issuer, { ...trust, getKey: keyFinder(trust.keys) }]));
  const known = new Map<string, Viewer>();

  return async (authorization) => {
    if (authorization === undefined) return undefined;
    const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization)?.[1];
    if (!token) throw new Fault('UNAUTHENTICATED');
    const now = Math.floor(clock.now().epochMilliseconds / 1000);
    const seen = known.get(token);
    if (seen && seen.expiresAt > now) return seen;
    const viewer = await verify(token, now);
    if (known.size >= remembered) known.delete(known.keys().next().value!);
    known.set(token, viewer);
    return viewer;
  };

  async function verify(token: string, now: number): Promise<Viewer> {
    const trust = issuers.get(claimedIssuer(token));
    if (!trust) throw new Fault('UNAUTHENTICATED');
    try {
      const { payload } = await jwtVerify(token, trust.getKey, {
        issuer: trust.issuer,
        audience: trust.audience,
        algorithms: ['ES256', 'EdDSA'],
        typ: 'at+jwt',
        requiredClaims: ['sub', 'exp', 'iat'],
        currentDate: new Date(now * 1000),
      });
      const viewer = viewerOf(payload);
      if ((viewer.role === 'system') !== (trust.system ?? false)) throw new Fault('UNAUTHENTICATED');
      return viewer;
    } catch (error) {
      if (isOutOfReach(error)) throw new Fault('UNAVAILABLE');
      throw new Fault('UNAUTHENTICATED');
    }
  }
}

function keyFinder(keys: JSONWebKeySet | URL): JWTVerifyGetKey {
  // Without this the discovery of keys would follow redirects to anywhere.
  return keys instanceof URL
    ? createRemoteJWKSet(keys, { [customFetch]: (url, options) => fetch(url, { ...options, redirect: 'error' }) })
    : createLocalJWKSet(keys);
}

/** The issuer that a token says it has: only chooses whose keys to try. */
function claimedIssuer(token: string): string {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return String((payload as { iss?: unknown }).iss);
  } catch {
    throw new Fault('UNAUTHENTICATED');
  }
}

function viewerOf(claims: Record<string, unknown>): Viewer {
  const { sub, role, office, city, scope, exp } = claims;
  if (typeof sub !== 'string' || !isId(sub) || !isRole(role)) throw new Fault('UNAUTHENTICATED');
  const granted = typeof scope === 'string' ? scope.split(' ').filter((name) => name && !name.startsWith('role:')) : [];
  return {
    accountId: sub,
    role,
    officeId: typeof office === 'string' && isId(office) ? office : null,
    city: cities.includes(city as City) ? (city as City) : null,
    scopes: new Set([`role:${role}`, ...granted]),
    expiresAt: exp as number,
  };
}

function isOutOfReach(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  return error instanceof TypeError || code === 'ERR_JWKS_TIMEOUT';
}
