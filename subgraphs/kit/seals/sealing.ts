import { readFile } from 'node:fs/promises';
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { z } from 'zod';
import { file } from '../configuration.ts';

/** With what the journal is sealed. */
export interface Sealing {
  /** The private key that signs (Ed25519). */
  key: JWK;
  /** The keys that signed before it, public ones: seals outlive them. */
  formerKeys: readonly JWK[];
  /** The folder outside the database that the signed heads are written to; none are without it. */
  headsFolder: string | undefined;
}

/** The key that seals, those before it, and where the signed heads go. */
export const sealingSettings = {
  SEAL_KEY: file().optional(),
  SEAL_FORMER_KEYS: file().optional(),
  SEAL_HEADS: z.string().optional(),
};

/** The sealing that the environment describes; nothing without a key. */
export async function configuredSealing(
  settings: z.output<z.ZodObject<typeof sealingSettings>>,
): Promise<Sealing | undefined> {
  const { SEAL_KEY: key, SEAL_FORMER_KEYS: former, SEAL_HEADS: headsFolder } = settings;
  if (!key) return undefined;
  return {
    key: JSON.parse(await readFile(key, 'utf8')) as JWK,
    formerKeys: former ? (JSON.parse(await readFile(former, 'utf8')) as { keys: JWK[] }).keys : [],
    headsFolder,
  };
}

/** The public keys by which seals are verified, the present one first. */
export function publicKeysOf({ key, formerKeys }: Sealing): JWK[] {
  return [key, ...formerKeys].map(({ d: _, ...publicKey }) => publicKey);
}

/** A new key to seal with, named by its thumbprint. */
export async function newSealKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const key = await exportJWK(privateKey);
  return { ...key, alg: 'EdDSA', kid: await calculateJwkThumbprint(key) };
}
