import { createHash } from 'node:crypto';

/** The hash of a leaf of a Merkle tree (RFC 6962): leaves and nodes can't be taken for each other. */
export function leafHash(content: string | Uint8Array): Buffer {
  return createHash('sha256').update(Uint8Array.of(0)).update(content).digest();
}

/** The root of the Merkle tree over the hashes of its leaves (RFC 6962): it changes with each of them, and with their order and number. */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  if (leaves.length === 1) return Buffer.from(leaves[0]!);
  const split = 2 ** Math.floor(Math.log2(leaves.length - 1));
  return createHash('sha256')
    .update(Uint8Array.of(1))
    .update(merkleRoot(leaves.slice(0, split)))
    .update(merkleRoot(leaves.slice(split)))
    .digest();
}
