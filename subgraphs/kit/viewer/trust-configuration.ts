import { readFile } from 'node:fs/promises';
import type { JSONWebKeySet } from 'jose';
import { z } from 'zod';
import type { TokenTrust } from './token.ts';

/** Where tokens come from: who issues them, for whom they are, and where the issuer's public keys are. */
export const trustSettings = {
  TOKEN_ISSUER: z.string().optional(),
  TOKEN_AUDIENCE: z.string().default('qonaq'),
  /** A URL, or the path of a file with a JSON Web Key Set. */
  TOKEN_KEYS: z.string().optional(),
};

/** Whose tokens the environment says are believed; nobody's when it says nothing. */
export async function configuredTrusts(settings: z.output<z.ZodObject<typeof trustSettings>>): Promise<TokenTrust[]> {
  const { TOKEN_ISSUER: issuer, TOKEN_AUDIENCE: audience, TOKEN_KEYS: keys } = settings;
  if (!issuer || !keys) return [];
  const found = /^https?:/.test(keys) ? new URL(keys) : (JSON.parse(await readFile(keys, 'utf8')) as JSONWebKeySet);
  return [{ issuer, audience, keys: found }];
}
