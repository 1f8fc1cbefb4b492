import { beforeAll, describe, expect, test } from '@jest/globals';
import { authorityConstraints, extension, keyUsage, octets } from '../../installation/demo/authority-certificates.ts';
import { keyKinds } from '../../installation/demo/authority-keys.ts';
import type { KeyKind } from '../../installation/demo/authority-keys.ts';
import { signDocument } from '../../installation/demo/authority-signing.ts';
import type { Identity, SigningOptions } from '../../installation/demo/authority-signing.ts';
import { verifySignature } from '../../subgraphs/kit/signatures/verify.ts';
import type { SignatureTrust } from '../../subgraphs/kit/signatures/verify.ts';
import { authorityName, certifyAuthority, forSigning, moment, person, testAuthority } from '../support/authority.ts';
import type { TestAuthority } from '../support/authority.ts';

const document = Buffer.from('document');
const authorities = {} as Record<KeyKind, TestAuthority>;

beforeAll(async () => {
  for (const kind of keyKinds) authorities[kind] = await testAuthority(kind);
});

describe.each(keyKinds)('the chain of a certificate with a key of %s', (kind) => {
  const authority = () => authorities[kind];

  const sign = (identity: Identity, options: Partial<SigningOptions> = {}) =>
    signDocument(document, identity, { at: moment, ...options });

  async function refusal(cms: Uint8Array, { trust = authority().trust }: { trust?: SignatureTrust } = {}) {
    const verdict = await verifySignature({ document, cms, trust, moment });
    return verdict.ok ? null : verdict.reason;
  }

  test('must end in an authority that is trusted', async () => {
    const { certify, trust, intermediate } = authority();
    const stranger = { name: authorityName('STRANGER'), key: authority().root.key };
    const anchors = [certifyAuthority(stranger, stranger)];
    const cms = sign(certify(), { authorities: [intermediate.certificate.bytes] });
    expect(await refusal(cms, { trust: { ...trust, anchors } })).toBe('UNKNOWN_AUTHORITY');
    expect(await refusal(cms, { trust: { ...trust, anchors: [...anchors, ...trust.anchors] } })).toBeNull();
  });

  test('is not helped by a root that the sender brings along', async () => {
    const key = authority().personKey;
    const stranger = { name: authorityName('STRANGER'), key };
    const root = certifyAuthority(stranger, stranger);
    const cms = sign(authority().certify({ issuer: stranger }), { authorities: [root.bytes] });
    expect(await refusal(cms)).toBe('UNKNOWN_AUTHORITY');
    expect(await refusal(cms, { trust: { anchors: [root], revocation: 'none' } })).toBeNull();
  });

  test('is not helped by a root that has the name of the trusted one', async () => {
    const { root, certify, trust } = authority();
    const impostor = { name: root.name, key: authority().personKey };
    const certificate = certifyAuthority(impostor, impostor);
    const cms = sign(certify({ issuer: impostor }), { authorities: [certificate.bytes] });
    expect(await refusal(cms)).toBe('UNKNOWN_AUTHORITY');
    expect(await refusal(cms, { trust: { ...trust, anchors: [certificate], revocation: 'none' } })).toBeNull();
  });

  test('does not lead over a person', async () => {
    const { certify, personKey } = authority();
    const someone = certify({ serial: '33' });
    const issuer = { name: person, key: personKey };
    const cms = sign(certify({ issuer, serial: '34' }), { authorities: [someone.certificate] });
    expect(await refusal(cms)).toBe('UNKNOWN_AUTHORITY');
  });

  test('does not lead over an authority that may not sign certificates', async () => {
    const { root, intermediate, certify, trust } = authority();
    const through = (...extensions: ReturnType<typeof keyUsage>[]) => ({
      ...trust,
      intermediates: [certifyAuthority(root, intermediate, extensions)],
      revocation: 'none' as const,
    });
    const cms = sign(certify());
    expect(await refusal(cms, { trust: through(authorityConstraints(), keyUsage(0, 1)) })).toBe('UNKNOWN_AUTHORITY');
    expect(await refusal(cms, { trust: through(keyUsage(5, 6)) })).toBe('UNKNOWN_AUTHORITY');
    expect(await refusal(cms, { trust: through(authorityConstraints(), keyUsage(5, 6)) })).toBeNull();
  });

  test('is no longer than its authorities allow', async () => {
    const { root, intermediate, certify, personKey } = authority();
    const below = { name: authorityName('BELOW'), key: personKey };
    const cms = sign(certify({ issuer: below }), { authorities: [certifyAuthority(intermediate, below).bytes] });
    const through = (pathLength?: number) => ({
      anchors: [root.certificate],
      intermediates: [certifyAuthority(root, intermediate, [authorityConstraints(pathLength), keyUsage(5, 6)])],
      revocation: 'none' as const,
    });
    expect(await refusal(cms, { trust: through(0) })).toBe('UNKNOWN_AUTHORITY');
    expect(await refusal(cms, { trust: through(1) })).toBeNull();
    expect(await refusal(cms, { trust: through() })).toBeNull();
  });

  test('takes, of two certificates of one authority, the one that was valid', async () => {
    const { root, intermediate, certify, trust } = authority();
    const before = certifyAuthority(root, intermediate, undefined, ['2020-01-01T00:00:00Z', '2025-12-31T00:00:00Z']);
    const intermediates = [before, intermediate.certificate];
    expect(await refusal(sign(certify()), { trust: { ...trust, intermediates } })).toBeNull();
    expect(await refusal(sign(certify()), { trust: { ...trust, intermediates: [before] } })).toBe('EXPIRED');
  });

  test('holds no certificate that its authority has not signed', async () => {
    const { certificate, key } = authority().certify();
    const altered = Buffer.from(certificate);
    altered[altered.indexOf('800416100016')] = '9'.charCodeAt(0);
    expect(await refusal(sign({ certificate: altered, key }))).toBe('CERTIFICATE_ALTERED');
    expect(await refusal(sign({ certificate, key }))).toBeNull();
  });

  test('holds no critical extension that is not understood', async () => {
    const withExtension = (critical: boolean) =>
      sign(authority().certify({ extensions: [...forSigning, extension('1.2.3.4', octets(Buffer.of(1)), critical)] }));
    expect(await refusal(withExtension(true))).toBe('CERTIFICATE_NOT_UNDERSTOOD');
    expect(await refusal(withExtension(false))).toBeNull();
  });
});
