import { beforeAll, describe, expect, test } from '@jest/globals';
import * as asn1js from 'asn1js';
import { newKey } from '../../installation/demo/authority-keys.ts';
import { signDocument, signedData, signerOf, usualAttributes } from '../../installation/demo/authority-signing.ts';
import { verifySignature } from '../../subgraphs/kit/signatures/verify.ts';
import type { SignatureTrust } from '../../subgraphs/kit/signatures/verify.ts';
import { authorityName, certifyAuthority, moment, testAuthority } from '../support/authority.ts';
import type { TestAuthority } from '../support/authority.ts';

const document = Buffer.from('document');
let authority: TestAuthority;

beforeAll(async () => {
  authority = await testAuthority('RSA');
});

describe('algorithms', () => {
  const refusal = async (cms: Uint8Array) => {
    const verdict = await verifySignature({ document, cms, trust: authority.trust, moment });
    return verdict.ok ? null : verdict.reason;
  };

  /** A signature in which the names of digest and signature are other ones. */
  function named(digestAlgorithm: string, signatureAlgorithm: string): Uint8Array {
    const identity = authority.certify();
    const signer = signerOf(identity, usualAttributes(document, identity.key, moment));
    const name = (value: string) =>
      new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value }), new asn1js.Null()] });
    signer.valueBlock.value[2] = name(digestAlgorithm);
    signer.valueBlock.value[4] = name(signatureAlgorithm);
    return signedData({ certificates: [identity.certificate], signers: [signer] });
  }

  const sha256 = '2.16.840.1.101.3.4.2.1';
  const rsaWithSha256 = '1.2.840.113549.1.1.11';

  test.each([
    ['SHA-1', '1.3.14.3.2.26', '1.2.840.113549.1.1.5', 'WEAK_ALGORITHM'],
    ['SHA-1 under the name of RSA alone', '1.3.14.3.2.26', '1.2.840.113549.1.1.1', 'WEAK_ALGORITHM'],
    ['MD5', '1.2.840.113549.2.5', '1.2.840.113549.1.1.4', 'WEAK_ALGORITHM'],
    ['SHA-256 said, but signed with SHA-1', sha256, '1.2.840.113549.1.1.5', 'WEAK_ALGORITHM'],
    ['GOST 34.310-2004', '1.2.398.3.10.1.3.1', '1.2.398.3.10.1.1.1.2', 'OLD_GOST'],
    ['GOST 34.310-2004 over SHA-256', sha256, '1.2.398.3.10.1.1.1.2', 'OLD_GOST'],
    ['GOST 34.10-2015 of 256 bits', '1.2.398.3.10.1.3.2', '1.2.398.3.10.1.1.2.3.1', 'UNKNOWN_ALGORITHM'],
    ['an elliptic curve', sha256, '1.2.840.10045.4.3.2', 'UNKNOWN_ALGORITHM'],
    ['RSA with another padding', sha256, '1.2.840.113549.1.1.10', 'UNKNOWN_ALGORITHM'],
    ['the digest of one and the signature of another', '1.2.398.3.10.1.3.3', rsaWithSha256, 'UNKNOWN_ALGORITHM'],
  ])('%s: refused', async (_name, digestAlgorithm, signatureAlgorithm, reason) => {
    expect(await refusal(named(digestAlgorithm, signatureAlgorithm))).toBe(reason);
  });

  test('RSA with SHA-256 is accepted, also under the name of RSA alone', async () => {
    expect(await refusal(named(sha256, rsaWithSha256))).toBeNull();
    expect(await refusal(named(sha256, '1.2.840.113549.1.1.1'))).toBeNull();
  });

  test('an RSA key of less than 2048 bits is refused', async () => {
    const short = authority.certify({ key: await newKey('RSA', 2040) });
    expect(await refusal(signDocument(document, short, { at: moment }))).toBe('WEAK_ALGORITHM');
  });

  test("an authority's RSA key of less than 2048 bits is refused", async () => {
    const weak = { name: authorityName('WEAK'), key: await newKey('RSA', 1024) };
    const certificate = certifyAuthority(authority.root, weak);
    const cms = signDocument(document, authority.certify({ issuer: weak }), { at: moment });
    const trust: SignatureTrust = { anchors: [certificate], revocation: 'none' };
    expect(await verifySignature({ document, cms, trust, moment })).toEqual({ ok: false, reason: 'WEAK_ALGORITHM' });
  });
});
