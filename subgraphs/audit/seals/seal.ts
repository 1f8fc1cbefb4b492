import { createHash } from 'node:crypto';
import { CompactSign, compactVerify, importJWK } from 'jose';
import type { JWK } from 'jose';
import { merkleRoot } from './merkle.ts';
import type { Leaf } from './entry-leaf.ts';

/** What a seal states of a batch of the journal, and of the seal before it. */
export interface SealStatement {
  format: 'qonaq-seal-1';
  /** 1, 2, 3 …: a number that is missing is a seal that was removed. */
  number: number;
  /** SHA-256 of the seal before, hexadecimal; none of the first one. */
  previous: string | null;
  /** How many lines it seals. */
  entries: number;
  /** The root of the Merkle tree over their leaves, hexadecimal. */
  root: string;
  /** When the earliest and the latest of them happened, RFC 3339. */
  firstAt: string;
  lastAt: string;
  /** When they were sealed, RFC 3339. */
  sealedAt: string;
}

/** The only algorithm of seals. */
const algorithm = 'EdDSA';

/** States and signs what is in a batch, as a JWS in its compact form. */
export async function signSeal(
  key: JWK,
  batch: { number: number; previous: string | null; leaves: readonly Leaf[]; firstAt: string; lastAt: string },
  sealedAt: Temporal.Instant,
): Promise<string> {
  const { number, previous, leaves, firstAt, lastAt } = batch;
  const statement: SealStatement = {
    format: 'qonaq-seal-1',
    number,
    previous: previous === null ? null : sealHash(previous),
    entries: leaves.length,
    root: rootOf(leaves),
    firstAt,
    lastAt,
    sealedAt: sealedAt.toString(),
  };
  return new CompactSign(new TextEncoder().encode(JSON.stringify(statement)))
    .setProtectedHeader({ alg: algorithm, ...(key.kid !== undefined && { kid: key.kid }) })
    .sign(await importJWK(key, algorithm));
}

/** What a seal states, where one of the keys signed it; nothing where none did. */
export async function openSeal(keys: readonly JWK[], jws: string): Promise<SealStatement | undefined> {
  for (const key of keys) {
    try {
      const { payload } = await compactVerify(jws, await importJWK(key, algorithm), { algorithms: [algorithm] });
      return JSON.parse(new TextDecoder().decode(payload)) as SealStatement;
    } catch {
      // Another key may have signed it: seals outlive keys.
    }
  }
  return undefined;
}

/** By what the next seal names this one. */
export function sealHash(jws: string): string {
  return createHash('sha256').update(jws).digest('hex');
}

/** The root over leaves, hexadecimal. */
export function rootOf(leaves: readonly Leaf[]): string {
  return merkleRoot(leaves.map(({ hash }) => hash)).toString('hex');
}
