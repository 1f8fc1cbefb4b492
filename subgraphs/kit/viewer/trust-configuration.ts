import { readFile } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import { usualClaims } from './token.ts';
import type { TokenTrust } from './token.ts';

/** Where tokens come from: who issues them, for whom they are, and where the issuer's public keys are. */
export const trustSettings = {
  TOKEN_ISSUER: z.string().optional(),
  TOKEN_AUDIENCE: z.string().default('qonaq'),
  /** A URL, or the path of a file with a JSON Web Key Set. */
  TOKEN_KEYS: z.string().optional(),
  // What another provider calls the claims.
  TOKEN_CLAIM_ACCOUNT: z.string().default(usualClaims.account),
  TOKEN_CLAIM_ROLE: z.string().default(usualClaims.role),
  TOKEN_CLAIM_OFFICE: z.string().default(usualClaims.office),
  TOKEN_CLAIM_CITY: z.string().default(usualClaims.city),
  TOKEN_CLAIM_SCOPES: z.string().default(usualClaims.scopes),
};

/** Whose tokens the environment says are believed; nobody's when it says nothing. */
export async function configuredTrusts(settings: z.output<z.ZodObject<typeof trustSettings>>): Promise<TokenTrust[]> {
  const { TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience, TOKEN_KEYS: keys } = settings;
  if (!issuer || !keys) return [];
  const found = /^https?:/.test(keys) ? new URL(keys) : (JSON.parse(await readFile(keys, 'utf8')) as JSONWebKeySet);
  const claims = {
    account: settings.TOKEN_CLAIM_ACCOUNT,
    role: settings.TOKEN_CLAIM_ROLE,
    office: settings.TOKEN_CLAIM_OFFICE,
    city: settings.TOKEN_CLAIM_CITY,
    scopes: settings.TOKEN_CLAIM_SCOPES,
  };
  return [{ issuer, audience, keys: found, claims }];
}
