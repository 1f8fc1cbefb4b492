import { chainOf, requireForSigning, requireValid } from './chain.ts';
import type { TrustedAuthorities } from './chain.ts';
import { readSignedData, requireCovers, requireSigned } from './cms.ts';
import { evidenceOf } from './evidence.ts';
import { proveNotRevoked } from './revocation.ts';
import type { RevocationTrust } from './revocation.ts';
import { holderOf, requireExpected } from './subject.ts';
import { verdictOf } from './verdict.ts';
import type { SignatureClaim, SignatureVerdict } from './verdict.ts';

/** Whose certificates are believed, and what is believed about revocations. */
export interface SignatureTrust extends TrustedAuthorities, RevocationTrust {}

/**
 * Verifies an electronic digital signature of Kazakhstan: that exactly one person signed exactly these bytes, with a certificate for
 * signing, which was valid and not revoked at the moment, of an authority that is trusted, and that this person is the one expected.
 *
 * Never throws because of what the claim holds; a refusal names the first thing that is not so.
 *
 * @example
 * const verdict = await verifySignature({ document, cms, trust, moment: clock.now(), expected: { iin: '800416100016' } });
 * if (verdict.ok) await keep(verdict.evidence); else tell(verdict.reason);
 */
export function verifySignature(claim: SignatureClaim & { trust: SignatureTrust }): Promise<SignatureVerdict> {
  const { document, cms, trust, moment, expected = {} } = claim;
  return verdictOf(async () => {
    const signed = readSignedData(cms, document.length);
    requireCovers(signed, document);
    const chain = chainOf(signed.certificate, signed.embedded, trust, moment);
    requireSigned(signed);
    requireValid(chain, moment);
    requireForSigning(signed.certificate);
    const proofs = await proveNotRevoked(chain, trust, moment);
    const signer = holderOf(signed.certificate);
    requireExpected(signer, expected);
    return { ok: true, signer, evidence: evidenceOf({ cms: signed.bytes, chain, proofs, moment }) };
  });
}
