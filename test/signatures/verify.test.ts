import { beforeAll, describe, expect, test } from '@jest/globals';
import * as asn1js from 'asn1js';
import { extendedKeyUsage, keyUsage, nameParts, octets } from '../../installation/demo/authority-certificates.ts';
import type { Name } from '../../installation/demo/authority-certificates.ts';
import { keyKinds } from '../../installation/demo/authority-keys.ts';
import type { KeyKind } from '../../installation/demo/authority-keys.ts';
import {
  attribute,
  signDocument,
  signedData,
  signerOf,
  usualAttributes,
} from '../../installation/demo/authority-signing.ts';
import type { Identity, SigningOptions } from '../../installation/demo/authority-signing.ts';
import type { ExpectedSigner } from '../../subgraphs/kit/signatures/verdict.ts';
import { verifySignature } from '../../subgraphs/kit/signatures/verify.ts';
import type { SignatureTrust } from '../../subgraphs/kit/signatures/verify.ts';
import { moment, person, purposes, testAuthority } from '../support/authority.ts';
import type { TestAuthority } from '../support/authority.ts';

const document = Buffer.from('Сауалнама: барлық жауап дұрыс.');
const authorities = {} as Record<KeyKind, TestAuthority>;

beforeAll(async () => {
  for (const kind of keyKinds) authorities[kind] = await testAuthority(kind);
});

describe.each(keyKinds)('a signature with a key of %s', (kind) => {
  const authority = () => authorities[kind];

  /** The reason of a refusal; nothing when it is accepted. */
  async function refusal(
    cms: Uint8Array,
    other: { trust?: SignatureTrust; at?: string; expected?: ExpectedSigner } = {},
  ) {
    const verdict = await verifySignature({
      document,
      cms,
      trust: other.trust ?? authority().trust,
      moment: other.at ? Temporal.Instant.from(other.at) : moment,
      ...(other.expected && { expected: other.expected }),
    });
    return verdict.ok ? null : verdict.reason;
  }

  const sign = (identity: Identity, options: Partial<SigningOptions> = {}) =>
    signDocument(document, identity, { at: moment, ...options });

  const byAttributes = (identity: Identity, attributes: asn1js.Sequence[], content?: Uint8Array) =>
    signedData({ content, certificates: [identity.certificate], signers: [signerOf(identity, attributes)] });

  describe('is accepted', () => {
    test('detached, and says who has signed', async () => {
      const { certify, trust } = authority();
      const verdict = await verifySignature({ document, cms: sign(certify()), trust, moment });
      expect(verdict).toMatchObject({
        ok: true,
        signer: {
          iin: '800416100016',
          surname: 'ДЕМО',
          givenName: 'АЙГЕРІМ',
          patronymic: 'ДЕМОҚЫЗЫ',
          bin: null,
          organisation: null,
          holders: ['NATURAL_PERSON'],
          certificateSerial: '7a0fedcba987',
        },
      });
    });

    test('attached', async () => {
      expect(await refusal(sign(authority().certify(), { attached: true }))).toBeNull();
    });

    test('in PEM', async () => {
      const base64 = Buffer.from(sign(authority().certify())).toString('base64').replace(/.{64}/g, '$&\r\n');
      expect(await refusal(Buffer.from(`-----BEGIN CMS-----\r\n${base64}\r\n-----END CMS-----\r\n`))).toBeNull();
    });

    test('when the authority between comes along in the CMS only', async () => {
      const { certify, trust, intermediate } = authority();
      const cms = sign(certify(), { authorities: [intermediate.certificate.bytes] });
      expect(await refusal(cms, { trust: { ...trust, intermediates: [] } })).toBeNull();
    });

    test('when the authority between is itself an anchor', async () => {
      const { certify, trust, intermediate } = authority();
      const anchored = { ...trust, anchors: [intermediate.certificate], intermediates: [] };
      expect(await refusal(sign(certify()), { trust: anchored })).toBeNull();
    });

    test('whatever the signer has written about the time', async () => {
      const cms = sign(authority().certify(), { at: Temporal.Instant.from('1999-01-01T00:00:00Z') });
      expect(await refusal(cms)).toBeNull();
    });

    test('with a serial number that begins with a high bit', async () => {
      expect(await refusal(sign(authority().certify({ serial: '00fedcba98' })))).toBeNull();
    });
  });

  describe('the CMS', () => {
    test('that is none is refused', async () => {
      expect(await refusal(Buffer.from('a picture of a signature'))).toBe('NOT_CMS');
      expect(await refusal(Buffer.from('-----BEGIN CMS-----'))).toBe('NOT_CMS');
      expect(await refusal(new Uint8Array())).toBe('NOT_CMS');
      expect(await refusal(authority().certify().certificate)).toBe('NOT_CMS');
    });

    test('with anything after its end is refused', async () => {
      const cms = sign(authority().certify());
      expect(await refusal(Buffer.concat([cms, Buffer.from([0])]))).toBe('NOT_CMS');
    });

    test('that nobody has signed is refused', async () => {
      const { certificate } = authority().certify();
      expect(await refusal(signedData({ certificates: [certificate], signers: [] }))).toBe('NO_SIGNER');
    });

    test('of two signers is refused, also when both are the same', async () => {
      const [one, other] = [authority().certify(), authority().certify({ serial: '22' })];
      const signers = [one, other].map((each) => signerOf(each, usualAttributes(document, each.key, moment)));
      const certificates = [one.certificate, other.certificate];
      expect(await refusal(signedData({ certificates, signers }))).toBe('SEVERAL_SIGNERS');
      expect(await refusal(signedData({ certificates, signers: [signers[0]!, signers[0]!] }))).toBe('SEVERAL_SIGNERS');
      expect(await refusal(signedData({ certificates, signers: [signers[1]!] }))).toBeNull();
    });

    test("without the signer's certificate is refused, also when it holds another one", async () => {
      const identity = authority().certify();
      const signers = [signerOf(identity, usualAttributes(document, identity.key, moment))];
      const other = authority().certify({ serial: '22' }).certificate;
      expect(await refusal(signedData({ certificates: [], signers }))).toBe('CERTIFICATE_NOT_EMBEDDED');
      expect(await refusal(signedData({ certificates: [other], signers }))).toBe('CERTIFICATE_NOT_EMBEDDED');
      expect(await refusal(signedData({ certificates: [identity.certificate], signers }))).toBeNull();
    });

    test("with two different certificates that could be the signer's is refused, with the same one twice not", async () => {
      const [one, double] = [authority().certify(), authority().certify({ validFrom: '2025-07-01T00:00:00Z' })];
      const signers = [signerOf(one, usualAttributes(document, one.key, moment))];
      const cms = (...certificates: Uint8Array[]) => signedData({ certificates, signers });
      expect(await refusal(cms(one.certificate, double.certificate))).toBe('CERTIFICATE_NOT_EMBEDDED');
      expect(await refusal(cms(one.certificate, one.certificate))).toBeNull();
    });
  });

  describe('the document', () => {
    test('must be the one that was signed, to the byte', async () => {
      const cms = signDocument(Buffer.concat([document, Buffer.from(' ')]), authority().certify(), { at: moment });
      expect(await refusal(cms)).toBe('OTHER_DOCUMENT');
    });

    test('must be the one that is attached, also when the digest is of the right one', async () => {
      const identity = authority().certify();
      const attributes = usualAttributes(document, identity.key, moment);
      expect(await refusal(byAttributes(identity, attributes, Buffer.from('another')))).toBe('OTHER_DOCUMENT');
      expect(await refusal(byAttributes(identity, attributes, document))).toBeNull();
    });

    test('must be the one of the digest, also when the right one is attached', async () => {
      const identity = authority().certify();
      const attributes = usualAttributes(Buffer.from('another'), identity.key, moment);
      expect(await refusal(byAttributes(identity, attributes, document))).toBe('OTHER_DOCUMENT');
    });
  });

  describe('the signed attributes', () => {
    const contentType = (oid: string) => attribute('1.2.840.113549.1.9.3', new asn1js.ObjectIdentifier({ value: oid }));
    const usual = (identity: Identity) => usualAttributes(document, identity.key, moment);

    test.each([
      ['without a content type', ([, time, digest]: asn1js.Sequence[]) => [time!, digest!]],
      ['without a digest', ([type, time]: asn1js.Sequence[]) => [type!, time!]],
      [
        'with two digests',
        (all: asn1js.Sequence[]) => [...all, attribute('1.2.840.113549.1.9.4', octets(Buffer.from('x')))],
      ],
      [
        'of another content type',
        ([, ...rest]: asn1js.Sequence[]) => [contentType('1.2.840.113549.1.9.16.1.4'), ...rest],
      ],
      ['of none', () => []],
    ])('%s are refused', async (_name, change) => {
      const identity = authority().certify();
      expect(await refusal(byAttributes(identity, change(usual(identity))))).toBe('ATTRIBUTES_WRONG');
      expect(await refusal(byAttributes(identity, usual(identity)))).toBeNull();
    });

    test('may be joined by others, in any order', async () => {
      const identity = authority().certify();
      const other = attribute('1.2.840.113549.1.9.52', octets(Buffer.from('anything')));
      const signer = signerOf(identity, [other, ...usual(identity)]);
      (signer.valueBlock.value[3] as asn1js.Constructed).valueBlock.value.reverse();
      expect(await refusal(signedData({ certificates: [identity.certificate], signers: [signer] }))).toBeNull();
    });

    test('must be there', async () => {
      const identity = authority().certify();
      const signer = signerOf(identity, usual(identity));
      signer.valueBlock.value.splice(3, 1);
      signer.valueBlock.value[4] = octets(identity.key.sign(document));
      const cms = signedData({ certificates: [identity.certificate], signers: [signer] });
      expect(await refusal(cms)).toBe('ATTRIBUTES_WRONG');
    });

    test('must be the ones that were signed', async () => {
      const identity = authority().certify();
      const [signer, later] = [moment, moment.add({ seconds: 1 })].map((time) =>
        signerOf(identity, usualAttributes(document, identity.key, time)),
      );
      signer!.valueBlock.value[3] = later!.valueBlock.value[3]!;
      const certificates = [identity.certificate];
      expect(await refusal(signedData({ certificates, signers: [signer!] }))).toBe('SIGNATURE_WRONG');
      expect(await refusal(signedData({ certificates, signers: [later!] }))).toBeNull();
    });
  });

  test('made with another key than the certificate holds is refused', async () => {
    const { certificate, key } = authority().certify();
    const other = authority().intermediate.key;
    expect(await refusal(sign({ certificate, key: other }))).toBe('SIGNATURE_WRONG');
    expect(await refusal(sign({ certificate, key }))).toBeNull();
  });

  describe('the moment of signing', () => {
    test.each([
      ['2025-05-31T23:59:59Z', 'NOT_YET_VALID'],
      ['2025-06-01T00:00:00Z', null],
      ['2026-06-01T00:00:00Z', null],
      ['2026-06-01T00:00:01Z', 'EXPIRED'],
    ])('%s, of a certificate from 2025-06-01 until 2026-06-01: %s', async (when, reason) => {
      const trust = { ...authority().trust, revocation: 'none' as const };
      expect(await refusal(sign(authority().certify()), { trust, at: when })).toBe(reason);
    });

    test('must lie in the validity of the authorities too', async () => {
      const { trust, certify } = authority();
      const long = sign(certify({ validFrom: '2020-01-01T00:00:00Z', validUntil: '2040-01-01T00:00:00Z' }));
      const unchecked = { ...trust, revocation: 'none' as const };
      expect(await refusal(long, { trust: unchecked, at: '2023-12-31T00:00:00Z' })).toBe('NOT_YET_VALID');
      expect(await refusal(long, { trust: unchecked, at: '2034-01-02T00:00:00Z' })).toBe('EXPIRED');
      expect(await refusal(long, { trust: unchecked, at: '2026-01-02T00:00:00Z' })).toBeNull();
    });
  });

  describe('the certificate', () => {
    test.each([
      ['for signing in', [keyUsage(0, 2), extendedKeyUsage(purposes.authentication, purposes.naturalPerson)]],
      ['for signing in, with the usage of signing', [keyUsage(0, 1), extendedKeyUsage(purposes.authentication)]],
      ['for signing, with the usage of signing in', [keyUsage(0, 2), extendedKeyUsage(purposes.signing)]],
      ['that does not say what for', []],
    ])('%s is refused', async (_name, extensions) => {
      expect(await refusal(sign(authority().certify({ extensions })))).toBe('NOT_FOR_SIGNING');
    });

    test('for signing and for signing in is accepted', async () => {
      const extensions = [keyUsage(0, 1, 2), extendedKeyUsage(purposes.authentication, purposes.signing)];
      expect(await refusal(sign(authority().certify({ extensions })))).toBeNull();
    });

    test('that was revoked is refused', async () => {
      const { trust, list, root, certify } = authority();
      const lists = (serial: string) => [
        () =>
          Promise.resolve(
            [list({ revoked: [{ serial, at: moment.subtract({ hours: 1 }) }] }), list({}, root)].map((bytes) => ({
              kind: 'CRL' as const,
              bytes,
            })),
          ),
      ];
      expect(await refusal(sign(certify()), { trust: { ...trust, revocation: lists('7a0fedcba987') } })).toBe(
        'REVOKED',
      );
      expect(await refusal(sign(certify()), { trust: { ...trust, revocation: lists('7a0fedcba988') } })).toBeNull();
    });

    test('of which nobody says whether it was revoked is refused, unless the trust says that nobody need', async () => {
      const { trust, certify } = authority();
      expect(await refusal(sign(certify()), { trust: { ...trust, revocation: [] } })).toBe('REVOCATION_UNKNOWN');
      expect(await refusal(sign(certify()), { trust: { ...trust, revocation: 'none' } })).toBeNull();
    });
  });

  describe('the signer', () => {
    const ofMinistry = (...kinds: string[]): Identity =>
      authority().certify({
        subject: [
          ...person,
          [nameParts.organisation, 'МИНИСТРЛІК'],
          [nameParts.organisationalUnit, 'BIN000040000000'],
        ] as Name,
        extensions: [keyUsage(0, 1), extendedKeyUsage(purposes.signing, purposes.organisation, ...kinds)],
      });

    test('must be the person who is expected', async () => {
      const cms = sign(authority().certify());
      expect(await refusal(cms, { expected: { iin: '800416100709' } })).toBe('OTHER_PERSON');
      expect(await refusal(cms, { expected: { iin: '800416100016' } })).toBeNull();
    });

    test('must act for the organisation that is expected', async () => {
      const cms = sign(ofMinistry(purposes.firstHead));
      expect(await refusal(cms, { expected: { bin: '000040000001' } })).toBe('OTHER_ORGANISATION');
      expect(await refusal(cms, { expected: { bin: '000040000000' } })).toBeNull();
      expect(await refusal(sign(authority().certify()), { expected: { bin: '000040000000' } })).toBe(
        'OTHER_ORGANISATION',
      );
    });

    test('must be of a kind that may sign', async () => {
      const expected: ExpectedSigner = { holders: ['FIRST_HEAD', 'RIGHT_TO_SIGN'] };
      expect(await refusal(sign(ofMinistry(purposes.employee)), { expected })).toBe('NOT_ENTITLED');
      expect(await refusal(sign(authority().certify()), { expected })).toBe('NOT_ENTITLED');
      expect(await refusal(sign(ofMinistry(purposes.firstHead)), { expected })).toBeNull();
      expect(await refusal(sign(ofMinistry(purposes.rightToSign)), { expected })).toBeNull();
    });
  });

  test('over the bytes of another algorithm is refused', async () => {
    const other = authorities[kind === 'RSA' ? 'GOST' : 'RSA'].certify();
    const { certificate } = authority().certify();
    expect(await refusal(sign({ certificate, key: other.key }))).toBe('SIGNATURE_WRONG');
  });
});
