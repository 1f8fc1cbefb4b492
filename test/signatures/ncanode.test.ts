import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { extendedKeyUsage, keyUsage } from '../../installation/demo/authority-certificates.ts';
import { signDocument, signedData } from '../../installation/demo/authority-signing.ts';
import type { SigningOptions } from '../../installation/demo/authority-signing.ts';
import { ncaNode } from '../../subgraphs/kit/signatures/ncanode.ts';
import type { SignatureClaim, SignatureVerifier } from '../../subgraphs/kit/signatures/verdict.ts';
import { at, moment, purposes, testAuthority } from '../support/authority.ts';
import type { Difference, TestAuthority } from '../support/authority.ts';

// No NCANode runs here: these are the shapes that its documentation and source describe for version 3.
const goodRevocations = [
  { revoked: false, by: 'CRL', revocationTime: null, reason: null },
  { revoked: false, by: 'OCSP', revocationTime: null, reason: null },
];
const goodCertificate = {
  valid: true,
  revocations: goodRevocations,
  notBefore: '2025-06-01T00:00:00.000+00:00',
  notAfter: '2026-06-01T00:00:00.000+00:00',
  keyUsage: 'SIGN',
  serialNumber: '7a0fedcba987',
  signAlg: 'SHA256WITHRSAENCRYPTION',
  keyUser: ['INDIVIDUAL'],
  publicKey: 'MIIB…',
  signature: 'AAAA…',
  subject: { commonName: 'ДЕМО АЙГЕРІМ', lastName: 'ДЕМОҚЫЗЫ', surName: 'ДЕМО', iin: '800416100016', country: 'KZ' },
  issuer: { commonName: 'ТЕСТ NCA', country: 'KZ' },
};
const good = { status: 200, message: 'OK', valid: true, signers: [{ certificates: [goodCertificate], tsp: null }] };
const withCertificate = (difference: object) => ({
  ...good,
  signers: [{ certificates: [{ ...goodCertificate, ...difference }] }],
});

const document = Buffer.from('document');
let authority: TestAuthority;
let answer: { status: number; body: unknown };
let asked: { path: string | undefined; body: Record<string, unknown> }[];
let verifier: SignatureVerifier;

const server = createServer((request, response) => {
  void readAll(request).then((body) => {
    asked.push({ path: request.url, body: JSON.parse(body) as Record<string, unknown> });
    const text = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text);
  });
});

beforeAll(async () => {
  authority = await testAuthority('RSA');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  verifier = ncaNode(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});
beforeEach(() => {
  asked = [];
  answer = { status: 200, body: good };
});

const sign = (options: Partial<SigningOptions> = {}, difference: Difference = {}) =>
  signDocument(document, authority.certify(difference), { at: moment, ...options });

async function refusal(cms: Uint8Array, claim: Partial<SignatureClaim> = {}) {
  const verdict = await verifier({ document, cms, moment, ...claim });
  return verdict.ok ? null : verdict.reason;
}

describe('a signature that NCANode confirms', () => {
  test('is accepted; the signer is read from the certificate, and the answer is kept as evidence', async () => {
    const verdict = await verifier({ document, cms: sign(), moment, expected: { iin: '800416100016' } });
    expect(verdict).toMatchObject({
      ok: true,
      signer: { iin: '800416100016', givenName: 'АЙГЕРІМ', patronymic: 'ДЕМОҚЫЗЫ' },
      evidence: { answer: JSON.stringify(good), proofs: [] },
    });
  });

  test('was asked about with the document and with both checks of revocation', async () => {
    const cms = sign();
    await verifier({ document, cms, moment });
    const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
    expect(asked).toEqual([
      {
        path: '/cms/verify',
        body: { cms: base64(cms), data: base64(document), revocationCheck: ['OCSP', 'CRL'] },
      },
    ]);
  });

  test('was asked about without the document when the CMS brings it along', async () => {
    expect(await refusal(sign({ attached: true }))).toBeNull();
    expect(asked[0]!.body).not.toHaveProperty('data');
  });

  test('may have a serial number without the zeros before it', async () => {
    answer.body = withCertificate({ serialNumber: 'fedcba98' });
    expect(await refusal(sign({}, { serial: '00fedcba98' }))).toBeNull();
  });
});

describe('what NCANode would let pass is refused before it is asked', () => {
  test.each<[string, () => Uint8Array, Partial<SignatureClaim>, string]>([
    ['a CMS that nobody signed', () => signedData({ certificates: [], signers: [] }), {}, 'NO_SIGNER'],
    ['a CMS without the certificate', () => withoutCertificate(), {}, 'CERTIFICATE_NOT_EMBEDDED'],
    ['another document attached', () => attachedOther(), {}, 'OTHER_DOCUMENT'],
    ['a certificate not valid at our moment', () => sign(), { moment: at('2025-05-01T00:00:00Z') }, 'NOT_YET_VALID'],
    ['a certificate for signing in', () => sign({}, { extensions: authentication() }), {}, 'NOT_FOR_SIGNING'],
  ])('%s', async (_name, cms, claim, reason) => {
    expect(await refusal(cms(), claim)).toBe(reason);
    expect(asked).toEqual([]);
  });

  test('somebody else is refused also when the signature is confirmed', async () => {
    expect(await refusal(sign(), { expected: { iin: '800416100709' } })).toBe('OTHER_PERSON');
  });

  const authentication = () => [keyUsage(0, 2), extendedKeyUsage(purposes.authentication)];
  const attachedOther = () => signDocument(Buffer.from('another'), authority.certify(), { at: moment, attached: true });
  const withoutCertificate = () => {
    const cms = Buffer.from(sign());
    const other = authority.certify({ serial: '7a0fedcba988' }).certificate;
    const place = cms.indexOf(authority.certify().certificate.subarray(0, 30));
    return Buffer.concat([cms.subarray(0, place), other, cms.subarray(place + other.length)]);
  };
});

describe('an answer is no confirmation', () => {
  test.each([
    ['valid, but of nobody', { ...good, signers: [] }, 'NOT_CONFIRMED'],
    ['valid, but without a certificate', { ...good, signers: [{ certificates: [] }] }, 'NOT_CONFIRMED'],
    ['of two signers', { ...good, signers: [...good.signers, ...good.signers] }, 'NOT_CONFIRMED'],
    ['of another certificate', withCertificate({ serialNumber: '7a0fedcba988' }), 'NOT_CONFIRMED'],
    ['not valid', { ...good, valid: false }, 'NOT_CONFIRMED'],
    ['of a certificate that is not valid', withCertificate({ valid: false }), 'NOT_CONFIRMED'],
    ['of a status that is not OK', { ...good, status: 400 }, 'NOT_CONFIRMED'],
    ['without any check of revocation', withCertificate({ revocations: [] }), 'REVOCATION_UNKNOWN'],
    ['without saying anything of revocation', withCertificate({ revocations: undefined }), 'REVOCATION_UNKNOWN'],
    ['with the list checked only', withCertificate({ revocations: goodRevocations.slice(0, 1) }), 'REVOCATION_UNKNOWN'],
    [
      'of a certificate that was revoked',
      withCertificate({ valid: false, revocations: [{ ...goodRevocations[0], revoked: true }, goodRevocations[1]] }),
      'REVOKED',
    ],
    ['of another shape', { valid: true }, 'NOT_CONFIRMED'],
    ['that is no JSON', '<html>', 'NOT_CONFIRMED'],
  ])('%s', async (_name, body, reason) => {
    answer.body = body;
    expect(await refusal(sign())).toBe(reason);
  });

  test('that says what it does not like about the CMS', async () => {
    answer = { status: 400, body: { status: 400, message: 'message-digest attribute value does not match' } };
    expect(await refusal(sign())).toBe('NOT_CONFIRMED');
  });

  test('that never comes', async () => {
    answer = { status: 500, body: 'down' };
    expect(await refusal(sign())).toBe('VERIFIER_UNAVAILABLE');
    const nobody = await ncaNode('http://127.0.0.1:9')({ document, cms: sign(), moment });
    expect(nobody).toEqual({ ok: false, reason: 'VERIFIER_UNAVAILABLE' });
  });
});

async function readAll(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
