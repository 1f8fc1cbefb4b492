import { createLocalJWKSet, createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { Fault } from '../errors/fault.ts';
import { isId } from '../ids.ts';
import { databaseFailure } from '../orm/failures.ts';
import type { Clock } from '../clock.ts';
import { cities, isRole } from './roles.ts';
import type { City } from './roles.ts';
import { verifyProof } from './proof.ts';
import type { Viewer } from './viewer.ts';

/** What the claims of an access token are called. */
export interface ClaimNames {
  account: string;
  role: string;
  office: string;
  city: string;
  scopes: string;
}

/** What our own provider calls them. */
export const usualClaims: ClaimNames = {
  account: 'sub',
  role: 'role',
  office: 'office',
  city: 'city',
  scopes: 'scope',
};

/** Whose tokens are believed. */
export interface TokenTrust {
  /** The issuer; asked when a token comes, where it is known only once the product listens. */
  issuer: string | (() => string);
  audience: string;
  /** The issuer's public keys, where they are published, or how they are had. */
  keys: JSONWebKeySet | URL | (() => Promise<JSONWebKeySet>);
  /** What its claims are called, when not as usual. */
  claims?: ClaimNames;
  /** Whether these are the product's own jobs: their tokens say `system`, and no others do. */
  system?: boolean;
}

/** What a caller brings along to say who asks: the headers `Authorization`, and `DPoP` with a token that is bound to a key. */
export interface Credentials {
  authorization: string | undefined;
  proof?: string | undefined;
}

/** Tells who asks. `undefined` is somebody without a token; a bad token is a fault, never nobody. */
export type Authenticate = (credentials: Credentials) => Promise<Viewer | undefined>;

/** What a verified token says. */
interface Verified {
  viewer: Viewer;
  /** Of the key that it is bound to. */
  thumbprint: string | undefined;
}

/** How many verified tokens are remembered; beyond that the oldest are verified again. */
const remembered = 10_000;

/** Verifies access tokens: typed `at+jwt`, ES256 or EdDSA, one issuer, one audience. A token is verified once and kept until it expires; a proof, each time. */
export function authenticator(trusts: readonly TokenTrust[], clock: Clock): Authenticate {
  const believed = trusts.map((trust) => ({ ...trust, getKey: keyFinder(trust.keys) }));
  const known = new Map<string, Verified>();

  return async ({ authorization, proof }) => {
    if (authorization === undefined) return undefined;
    const [, scheme, token] = /^(Bearer|DPoP) ([\w.~+/-]+=*)$/i.exec(authorization) ?? [];
    if (!scheme || !token) throw new Fault('UNAUTHENTICATED');
    const now = Math.floor(clock.now().epochMilliseconds / 1000);
    const { viewer, thumbprint } = await verifiedOnce(token, now);
    // A token that is bound to a key is worth nothing without it, whatever the scheme says.
    const bound = thumbprint !== undefined;
    if (bound !== (scheme.toLowerCase() === 'dpop')) throw new Fault('UNAUTHENTICATED');
    if (bound) await verifyProof(proof, token, thumbprint, now);
    return viewer;
  };

  async function verifiedOnce(token: string, now: number): Promise<Verified> {
    const seen = known.get(token);
    if (seen && seen.viewer.expiresAt > now) return seen;
    const verified = await verify(token, now);
    if (known.size >= remembered) known.delete(known.keys().next().value!);
    known.set(token, verified);
    return verified;
  }

  async function verify(token: string, now: number): Promise<Verified> {
    const issuer = claimedIssuer(token);
    const trust = believed.find((each) => (typeof each.issuer === 'string' ? each.issuer : each.issuer()) === issuer);
    if (!trust) throw new Fault('UNAUTHENTICATED');
    try {
      const { payload } = await jwtVerify(token, trust.getKey, {
        issuer,
        audience: trust.audience,
        algorithms: ['ES256', 'EdDSA'],
        typ: 'at+jwt',
        requiredClaims: ['exp', 'iat'],
        currentDate: new Date(now * 1000),
      });
      const viewer = viewerOf(payload, trust.claims ?? usualClaims);
      if ((viewer.role === 'system') !== (trust.system ?? false)) throw new Fault('UNAUTHENTICATED');
      return { viewer, thumbprint: (payload.cnf as { jkt?: string } | undefined)?.jkt };
    } catch (error) {
      if (isOutOfReach(error)) throw new Fault('UNAVAILABLE', { cause: error });
      throw new Fault('UNAUTHENTICATED');
    }
  }
}

/** After how long keys are asked for anew when a token comes with one that isn't among them, in milliseconds. */
const keysAgainAfter = 5_000;

function keyFinder(keys: TokenTrust['keys']): JWTVerifyGetKey {
  if (typeof keys === 'function') return async (...token) => createLocalJWKSet(await keys())(...token);
  // Without this the discovery of keys would follow redirects to anywhere.
  return keys instanceof URL
    ? createRemoteJWKSet(keys, {
        cooldownDuration: keysAgainAfter,
        [customFetch]: (url, options) => fetch(url, { ...options, redirect: 'error' }),
      })
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

function viewerOf(claims: Record<string, unknown>, names: ClaimNames): Viewer {
  const [account, role, office, city] = [names.account, names.role, names.office, names.city].map(
    (name) => claims[name],
  );
  if (typeof account !== 'string' || !isId(account) || !isRole(role)) throw new Fault('UNAUTHENTICATED');
  return {
    accountId: account,
    role,
    officeId: typeof office === 'string' && isId(office) ? office : null,
    city: cities.includes(city as City) ? (city as City) : null,
    scopes: new Set([`role:${role}`, ...grantedScopes(claims[names.scopes])]),
    expiresAt: claims.exp as number,
  };
}

/** What was granted beside the role, which nobody is but by its own claim. Some providers write a list, some a text. */
function grantedScopes(scopes: unknown): string[] {
  const all: unknown[] = typeof scopes === 'string' ? scopes.split(' ') : Array.isArray(scopes) ? scopes : [];
  return all.filter((scope) => typeof scope === 'string').filter((scope) => scope && !scope.startsWith('role:'));
}

/** Whether the issuer's keys couldn't be had: no connection, no answer in time, or one that holds no keys; or the database that keeps them is away. */
function isOutOfReach(error: unknown): boolean {
  const { code = '' } = databaseFailure(error) as { code?: string };
  return error instanceof TypeError || ['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'UNAVAILABLE'].includes(code);
}
