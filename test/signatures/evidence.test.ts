import { beforeAll, describe, expect, test } from '@jest/globals';
import { keyKinds } from '../../installation/demo/authority-keys.ts';
import type { KeyKind } from '../../installation/demo/authority-keys.ts';
import { signDocument } from '../../installation/demo/authority-signing.ts';
import type { Evidence } from '../../subgraphs/kit/signatures/evidence.ts';
import { verifyEvidence } from '../../subgraphs/kit/signatures/verify-evidence.ts';
import { verifySignature } from '../../subgraphs/kit/signatures/verify.ts';
import type { SignatureTrust } from '../../subgraphs/kit/signatures/verify.ts';
import { moment, testAuthority } from '../support/authority.ts';
import type { TestAuthority } from '../support/authority.ts';

const document = Buffer.from('Өтініш');
const authorities = {} as Record<KeyKind, TestAuthority>;

beforeAll(async () => {
  for (const kind of keyKinds) authorities[kind] = await testAuthority(kind);
});

/** The evidence of the usual signature, as it comes back from a database. */
async function kept(kind: KeyKind, difference: Partial<SignatureTrust> = {}): Promise<Evidence> {
  const { certify, trust } = authorities[kind];
  const cms = signDocument(document, certify(), { at: moment });
  const verdict = await verifySignature({ document, cms, trust: { ...trust, ...difference }, moment });
  if (!verdict.ok) throw new Error(verdict.reason);
  return JSON.parse(JSON.stringify(verdict.evidence)) as Evidence;
}

describe.each(keyKinds)('evidence of a signature with a key of %s', (kind) => {
  const anchors = () => ({ anchors: authorities[kind].trust.anchors });

  test('is enough to verify it again, with the anchors alone', async () => {
    const evidence = await kept(kind);
    expect(await verifyEvidence(evidence, document, anchors())).toMatchObject({
      ok: true,
      signer: { iin: '800416100016' },
      evidence,
    });
  });

  test('holds the signature, the chain, a proof for each certificate below the anchor, and the moment', async () => {
    const { moment: when, chain, proofs } = await kept(kind);
    expect(when).toBe('2026-03-03T05:00:00Z');
    expect(chain).toHaveLength(3);
    expect(proofs.map((proof) => proof.kind)).toEqual(['CRL', 'CRL']);
  });

  test('does not fit another document', async () => {
    const verdict = await verifyEvidence(await kept(kind), Buffer.from('another'), anchors());
    expect(verdict).toEqual({ ok: false, reason: 'OTHER_DOCUMENT' });
  });

  test('is nothing without the anchor', async () => {
    const other = authorities[kind === 'RSA' ? 'GOST' : 'RSA'].trust.anchors;
    const verdict = await verifyEvidence(await kept(kind), document, { anchors: other });
    expect(verdict).toMatchObject({ ok: false });
  });

  test.each([
    ['cms', (evidence: Evidence) => ({ ...evidence, cms: flipped(evidence.cms) })],
    [
      'the authority between',
      (evidence: Evidence) => ({
        ...evidence,
        chain: evidence.chain.map((each, place) => (place === 1 ? flipped(each) : each)),
      }),
    ],
    [
      'a proof',
      (evidence: Evidence) => ({
        ...evidence,
        proofs: evidence.proofs.map((each) => ({ ...each, bytes: flipped(each.bytes) })),
      }),
    ],
    ['the proofs, left out', (evidence: Evidence) => ({ ...evidence, proofs: [] })],
    ['the moment, before the proofs', (evidence: Evidence) => ({ ...evidence, moment: '2025-05-01T00:00:00Z' })],
    ['the moment, after the proofs', (evidence: Evidence) => ({ ...evidence, moment: '2026-05-01T00:00:00Z' })],
  ])('that was changed is refused: %s', async (_name, change) => {
    expect(await verifyEvidence(change(await kept(kind)), document, anchors())).toMatchObject({ ok: false });
  });

  test('without proofs is believed only by who says so', async () => {
    const evidence = await kept(kind, { revocation: 'none' });
    const asked = await verifyEvidence(evidence, document, anchors());
    expect(asked).toEqual({ ok: false, reason: 'REVOCATION_UNKNOWN' });
    expect(await verifyEvidence(evidence, document, { ...anchors(), revocation: 'none' })).toMatchObject({ ok: true });
  });
});

test.each([
  ['nothing', undefined],
  ['a text', 'evidence'],
  ['another object', { version: 2 }],
  ['a moment that is none', { version: 1, moment: 'yesterday', cms: '', chain: [], proofs: [] }],
  ['a chain of nonsense', { version: 1, moment: '2026-03-03T05:00:00Z', cms: '', chain: ['aGVsbG8='], proofs: [] }],
])('what is no evidence is refused: %s', async (_name, evidence) => {
  const verdict = await verifyEvidence(evidence, document, { anchors: authorities.RSA.trust.anchors });
  expect(verdict).toEqual({ ok: false, reason: 'NOT_EVIDENCE' });
});

/** One bit changed, near the end. */
function flipped(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[bytes.length - 20]! ^= 1;
  return bytes.toString('base64');
}
