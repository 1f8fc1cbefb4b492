import type { Certificate } from './certificate.ts';
import { judgeList } from './crl.ts';
import { judgeAnswer } from './ocsp.ts';
import { refuse } from './verdict.ts';

/** What an authority published about revocations: a list (CRL) or a responder's answer (OCSP), in DER. */
export interface RevocationProof {
  kind: 'CRL' | 'OCSP';
  bytes: Uint8Array;
}

/**
 * Where proofs come from. A source only finds them: what they prove is judged here, and in the same way years later. It answers with
 * nothing when it has nothing or cannot be reached.
 */
export type RevocationSource = (
  certificate: Certificate,
  issuer: Certificate,
  moment: Temporal.Instant,
) => Promise<readonly RevocationProof[]>;

/** What is believed about revocations. */
export interface RevocationTrust {
  /** Asked in this order until one proves something. `none` leaves revocation out, and has to be said. */
  revocation: readonly RevocationSource[] | 'none';
  /** For how long a list or an answer counts after it was issued, whatever it says itself; 24 hours unless told. */
  proofsCountFor?: Temporal.Duration;
}

/** What a proof says about a certificate at a moment. */
export type RevocationStatus = 'GOOD' | 'REVOKED' | 'UNKNOWN';

const day = Temporal.Duration.from({ hours: 24 });

/**
 * Asks for every certificate of a chain but the anchor. Returns a proof for each. Refuses REVOKED, and REVOCATION_UNKNOWN when no
 * source proves anything.
 */
export async function proveNotRevoked(
  chain: readonly Certificate[],
  { revocation, proofsCountFor = day }: RevocationTrust,
  moment: Temporal.Instant,
): Promise<RevocationProof[]> {
  if (revocation === 'none') return [];
  const pairs = chain.slice(0, -1).map((certificate, place) => [certificate, chain[place + 1]!] as const);
  return Promise.all(pairs.map(([certificate, issuer]) => prove(certificate, issuer, revocation)));

  async function prove(certificate: Certificate, issuer: Certificate, sources: readonly RevocationSource[]) {
    for (const source of sources) {
      for (const proof of await source(certificate, issuer, moment).catch(() => [])) {
        const judge = proof.kind === 'CRL' ? judgeList : judgeAnswer;
        const status = judge(proof.bytes, { certificate, issuer, moment, countsFor: proofsCountFor });
        if (status === 'REVOKED') refuse('REVOKED');
        if (status === 'GOOD') return proof;
      }
    }
    return refuse('REVOCATION_UNKNOWN');
  }
}
