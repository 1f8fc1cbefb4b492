import { readFile } from 'node:fs/promises';
import { createLocalJWKSet, jwtVerify } from 'jose';
import type { JSONWebKeySet } from 'jose';

/** Who asks, as a verified token says. */
export interface BareViewer {
  account: string;
  role: string;
  office: string | null;
}

/** Verifies tokens with the keys of a file; each once, as the product does. */
export async function verifyTokens(
  issuer: string,
  file: string,
): Promise<(authorization: string | undefined) => Promise<BareViewer>> {
  const keys = createLocalJWKSet(JSON.parse(await readFile(file, 'utf8')) as JSONWebKeySet);
  const known = new Map<string, { viewer: BareViewer; expires: number }>();
  return async (authorization = '') => {
    const seen = known.get(authorization);
    if (seen && seen.expires > Date.now() / 1000) return seen.viewer;
    const { payload } = await jwtVerify<{ role: string; office?: string }>(
      authorization.slice('Bearer '.length),
      keys,
      {
        issuer,
        audience: 'qonaq',
        algorithms: ['ES256'],
        typ: 'at+jwt',
        requiredClaims: ['exp', 'sub'],
      },
    );
    const viewer = { account: payload.sub!, role: payload.role, office: payload.office ?? null };
    known.set(authorization, { viewer, expires: payload.exp! });
    return viewer;
  };
}
