import { beforeAll, describe, expect, test } from '@jest/globals';
import { keyKinds } from '../../installation/demo/authority-keys.ts';
import type { KeyKind } from '../../installation/demo/authority-keys.ts';
import { signDocument } from '../../installation/demo/authority-signing.ts';
import type { Identity } from '../../installation/demo/authority-signing.ts';
import { verifySignature } from '../../subgraphs/kit/signatures/verify.ts';
import { moment, testAuthority } from '../support/authority.ts';
import type { TestAuthority } from '../support/authority.ts';

const document = Buffer.from('Петиция: біліктілігі расталды, мамандығы сұранысқа ие.');
const authorities = {} as Record<KeyKind, TestAuthority>;

beforeAll(async () => {
  for (const kind of keyKinds) authorities[kind] = await testAuthority(kind);
});

// With a key of GOST a refusal that comes late takes tens of milliseconds: fewer places are enough there.
describe.each([
  ['RSA', 5],
  ['GOST', 29],
] as const)('one changed bit in a signature with a key of %s', (kind, step) => {
  let identity: Identity;
  let cms: Buffer;

  beforeAll(async () => {
    identity = authorities[kind].certify();
    cms = Buffer.from(signDocument(document, identity, { at: moment, attached: true }));
    // First the right one: what was once verified must not make another one right.
    const { trust } = authorities[kind];
    expect(await verifySignature({ document, cms, trust, moment })).toMatchObject({ ok: true });
  });

  /** The places in the CMS where it was accepted although a bit was changed there, between two places. */
  async function acceptedBetween(start: number, end: number): Promise<number[]> {
    const accepted: number[] = [];
    for (let place = start; place < end; place += step) {
      const changed = Buffer.from(cms);
      changed[place]! ^= 1 << (place % 8);
      const { trust } = authorities[kind];
      if ((await verifySignature({ document, cms: changed, trust, moment })).ok) accepted.push(place);
    }
    return accepted;
  }

  test('is seen in the content', async () => {
    const start = cms.indexOf(document);
    expect(await acceptedBetween(start, start + document.length)).toEqual([]);
  });

  test('is seen in the certificate', async () => {
    const start = cms.indexOf(identity.certificate);
    expect(await acceptedBetween(start, start + identity.certificate.length)).toEqual([]);
  });

  test('is seen in the attributes', async () => {
    const contentType = Buffer.from('06092a864886f70d010903', 'hex');
    const start = cms.indexOf(contentType) - 2;
    const length = { RSA: 105, GOST: 137 }[kind];
    expect(await acceptedBetween(start, start + length)).toEqual([]);
  });

  test('is seen in the signature', async () => {
    const length = { RSA: 256, GOST: 128 }[kind];
    expect(await acceptedBetween(cms.length - length, cms.length)).toEqual([]);
  });

  test('is seen in the document', async () => {
    const { trust } = authorities[kind];
    const detached = signDocument(document, identity, { at: moment });
    for (let place = 0; place < document.length; place++) {
      const changed = Buffer.from(document);
      changed[place]! ^= 1 << (place % 8);
      const verdict = await verifySignature({ document: changed, cms: detached, trust, moment });
      expect(verdict).toEqual({ ok: false, reason: 'OTHER_DOCUMENT' });
    }
    expect(await verifySignature({ document, cms: detached, trust, moment })).toMatchObject({ ok: true });
  });
});
