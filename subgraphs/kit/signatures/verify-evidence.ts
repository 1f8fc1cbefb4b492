import { readEvidence } from './evidence.ts';
import type { SignatureVerdict } from './verdict.ts';
import { verifySignature } from './verify.ts';
import type { SignatureTrust } from './verify.ts';

/**
 * Verifies a signature again from its evidence alone, as it was at its moment. The evidence is not believed: its certificates and proofs
 * count only as far as the anchors given here have signed them. What nothing signs is its moment: keep evidence where nobody changes it.
 *
 * @param evidence as it was kept, such as parsed JSON.
 * @param trust the anchors; `revocation: 'none'` only for evidence that was made without (a demo).
 */
export async function verifyEvidence(
  evidence: unknown,
  document: Uint8Array,
  trust: Pick<SignatureTrust, 'anchors' | 'proofsCountFor'> & { revocation?: 'none' },
): Promise<SignatureVerdict> {
  const kept = readEvidence(evidence);
  if (!kept) return { ok: false, reason: 'NOT_EVIDENCE' };
  const { cms, moment, intermediates, proofs } = kept;
  return verifySignature({
    document,
    cms,
    moment,
    trust: { ...trust, intermediates, revocation: trust.revocation ?? [() => Promise.resolve(proofs)] },
  });
}
