import { z } from 'zod';
import { readCertificate } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { Malformed } from './der-elements.ts';
import type { RevocationProof } from './revocation.ts';

const base64 = z.base64();

const evidenceShape = z.object({
  version: z.literal(1),
  /** The moment of signing that the signature was judged at. */
  moment: z.iso.datetime(),
  cms: base64,
  /** From the signer's certificate to the anchor, in DER. */
  chain: z.array(base64),
  /** What proved that they were not revoked; empty when nothing was asked. */
  proofs: z.array(z.object({ kind: z.enum(['CRL', 'OCSP']), bytes: base64 })),
  /** What a verification service answered, when it was a service that verified. */
  answer: z.string().optional(),
});

/** What is kept with a signed document, so that its signature can be verified again years later without a network. Plain JSON. */
export type Evidence = z.output<typeof evidenceShape>;

/** Makes evidence of what a verification has used. */
export function evidenceOf({
  cms,
  chain,
  proofs,
  moment,
}: {
  cms: Uint8Array;
  chain: readonly Certificate[];
  proofs: readonly RevocationProof[];
  moment: Temporal.Instant;
}): Evidence {
  return {
    version: 1,
    moment: moment.toString(),
    cms: encode(cms),
    chain: chain.map(({ bytes }) => encode(bytes)),
    proofs: proofs.map(({ kind, bytes }) => ({ kind, bytes: encode(bytes) })),
  };
}

/** Reads evidence, such as parsed JSON; nothing when it is none. */
export function readEvidence(evidence: unknown) {
  const read = evidenceShape.safeParse(evidence);
  if (!read.success) return undefined;
  const { moment, cms, chain, proofs } = read.data;
  try {
    return {
      moment: Temporal.Instant.from(moment),
      cms: decode(cms),
      intermediates: chain.map(decode).map(readCertificate),
      proofs: proofs.map(({ kind, bytes }) => ({ kind, bytes: decode(bytes) })),
    };
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

function encode(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

function decode(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
