import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import * as pkijs from 'pkijs';
import { extendedKeyUsage, keyUsage } from '../../installation/demo/authority-certificates.ts';
import type { Issuer } from '../../installation/demo/authority-certificates.ts';
import { keyKinds } from '../../installation/demo/authority-keys.ts';
import type { KeyKind } from '../../installation/demo/authority-keys.ts';
import { signDocument } from '../../installation/demo/authority-signing.ts';
import { readCertificate } from '../../subgraphs/kit/signatures/certificate.ts';
import type { Certificate } from '../../subgraphs/kit/signatures/certificate.ts';
import { givenLists } from '../../subgraphs/kit/signatures/crl-sources.ts';
import { ocspResponder } from '../../subgraphs/kit/signatures/ocsp-source.ts';
import { judgeAnswer } from '../../subgraphs/kit/signatures/ocsp.ts';
import type { RevocationSource } from '../../subgraphs/kit/signatures/revocation.ts';
import { verifySignature } from '../../subgraphs/kit/signatures/verify.ts';
import { at, authorityName, certifyAuthority, moment, testAuthority } from '../support/authority.ts';
import type { TestAuthority } from '../support/authority.ts';
import { answerOf } from '../support/ocsp-answers.ts';
import type { AnswerRequest } from '../support/ocsp-answers.ts';

const authorities = {} as Record<KeyKind, TestAuthority>;
const certificates = {} as Record<KeyKind, Certificate>;
const ocspSigning = '1.3.6.1.5.5.7.3.9';

beforeAll(async () => {
  for (const kind of keyKinds) {
    authorities[kind] = await testAuthority(kind);
    certificates[kind] = readCertificate(authorities[kind].certify().certificate);
  }
});

/** A responder's answer about the usual certificate. */
function answer(
  kind: KeyKind,
  request: Partial<AnswerRequest> = {},
  responder: Issuer = authorities[kind].intermediate,
) {
  const about = { certificate: certificates[kind], issuer: authorities[kind].intermediate.certificate };
  return answerOf(responder, { about, status: 'good', issued: moment, ...request });
}

function judged(kind: KeyKind, bytes: Uint8Array) {
  const issuer = authorities[kind].intermediate.certificate;
  const countsFor = Temporal.Duration.from({ hours: 24 });
  return judgeAnswer(bytes, { certificate: certificates[kind], issuer, moment, countsFor });
}

describe.each(keyKinds)("a responder's answer signed with a key of %s", (kind) => {
  test.each([
    ['good', 'GOOD'],
    ['unknown', 'UNKNOWN'],
    [{ revoked: at('2026-03-03T05:00:00Z') }, 'REVOKED'],
    [{ revoked: at('2026-03-03T05:00:01Z') }, 'GOOD'],
  ] as const)('%j means %s', (status, meaning) => {
    expect(judged(kind, answer(kind, { status }))).toBe(meaning);
  });

  test('may name the responder by its key, and the certificate by SHA-1', () => {
    expect(judged(kind, answer(kind, { byKey: true }))).toBe('GOOD');
    expect(judged(kind, answer(kind, { hash: 'sha1' }))).toBe('GOOD');
  });

  test.each<[issued: string, next: string | null, meaning: string, being: string]>([
    ['2026-03-03T04:50:00Z', null, 'GOOD', 'of ten minutes ago'],
    ['2026-03-03T04:49:59Z', null, 'UNKNOWN', 'older, without an end'],
    ['2026-03-03T04:00:00Z', '2026-03-03T05:00:00Z', 'GOOD', 'at its end'],
    ['2026-03-03T04:00:00Z', '2026-03-03T04:59:59Z', 'UNKNOWN', 'after its end'],
    ['2026-03-02T04:59:59Z', '2026-09-03T00:00:00Z', 'UNKNOWN', 'older than a day, whatever its end'],
    ['2026-03-03T05:00:30Z', null, 'GOOD', 'of after the moment'],
    ['2026-06-01T00:00:01Z', null, 'UNKNOWN', 'of after the certificate expired'],
  ])('issued %s, good until %s: %s, being %s', (issued, next, meaning) => {
    expect(judged(kind, answer(kind, { issued: at(issued), ...(next !== null && { next: at(next) }) }))).toBe(meaning);
  });

  test('about another certificate says nothing', () => {
    const { intermediate, root, certify } = authorities[kind];
    const other = readCertificate(certify({ serial: '44' }).certificate);
    const about = (certificate: Certificate, issuer: Certificate) => answer(kind, { about: { certificate, issuer } });
    expect(judged(kind, about(other, intermediate.certificate))).toBe('UNKNOWN');
    expect(judged(kind, about(certificates[kind], root.certificate))).toBe('UNKNOWN');
    const renewed = certifyAuthority(root, { name: intermediate.name, key: root.key });
    expect(judged(kind, about(certificates[kind], renewed))).toBe('UNKNOWN');
    const renamed = certifyAuthority(root, { name: root.name, key: intermediate.key });
    expect(judged(kind, about(certificates[kind], renamed))).toBe('UNKNOWN');
  });

  test('that was changed, or signed by somebody else, says nothing', () => {
    const { root, intermediate, personKey } = authorities[kind];
    const changed = Buffer.from(answer(kind));
    changed[changed.length - 3]! ^= 1;
    expect(judged(kind, changed)).toBe('UNKNOWN');
    expect(judged(kind, answer(kind, {}, { name: intermediate.name, key: personKey }))).toBe('UNKNOWN');
    expect(judged(kind, answer(kind, {}, root))).toBe('UNKNOWN');
  });

  test('may be signed by a responder to whom the authority gave that right', () => {
    const { certify, personKey: key, root } = authorities[kind];
    const name = authorityName('OCSP');
    const rights = [keyUsage(0), extendedKeyUsage(ocspSigning)];
    const signedBy = (difference: Parameters<typeof certify>[0]) => {
      const { certificate } = certify({ subject: name, key, serial: '55', extensions: rights, ...difference });
      return judged(kind, answer(kind, { responderCertificate: certificate }, { name, key }));
    };
    expect(signedBy({})).toBe('GOOD');
    expect(signedBy({ extensions: [keyUsage(0)] })).toBe('UNKNOWN');
    expect(signedBy({ issuer: root })).toBe('UNKNOWN');
    expect(signedBy({ issuer: { name: root.name, key: authorities[kind].intermediate.key } })).toBe('UNKNOWN');
    expect(signedBy({ issuer: { name: authorities[kind].intermediate.name, key } })).toBe('UNKNOWN');
    expect(signedBy({ validUntil: '2026-03-03T04:59:59Z' })).toBe('UNKNOWN');
    expect(signedBy({ validFrom: '2026-03-03T05:00:01Z' })).toBe('UNKNOWN');
  });
});

describe('a responder over HTTP', () => {
  let respond: (question: pkijs.OCSPRequest) => { status?: number; body: Uint8Array };
  const server = createServer((request, response) => {
    void readAll(request).then((bytes) => {
      const { status = 200, body } = respond(pkijs.OCSPRequest.fromBER(bytes));
      response.writeHead(request.headers['content-type'] === 'application/ocsp-request' ? status : 415).end(body);
    });
  });
  let source: RevocationSource;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    source = ocspResponder(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  beforeEach(() => {
    respond = () => ({ body: answer('RSA') });
  });

  const ask = () => source(certificates.RSA, authorities.RSA.intermediate.certificate, moment);
  const nonceOf = (question: pkijs.OCSPRequest) =>
    new Uint8Array(question.tbsRequest.requestExtensions![0]!.parsedValue.valueBlock.valueHexView);

  test('is asked about the certificate by its number, with a new nonce each time', async () => {
    const questions: pkijs.OCSPRequest[] = [];
    respond = (question) => {
      questions.push(question);
      return { body: answer('RSA', { nonce: nonceOf(question) }) };
    };
    expect(await ask()).toMatchObject([{ kind: 'OCSP' }]);
    expect(await ask()).toMatchObject([{ kind: 'OCSP' }]);
    const [first, second] = questions;
    const { hashAlgorithm, serialNumber } = first!.tbsRequest.requestList[0]!.reqCert;
    expect(hashAlgorithm.algorithmId).toBe('2.16.840.1.101.3.4.2.1');
    expect(Buffer.from(serialNumber.valueBlock.valueHexView).toString('hex')).toBe('7a0fedcba987');
    expect(nonceOf(first!)).toHaveLength(16);
    expect(nonceOf(first!)).not.toEqual(nonceOf(second!));
  });

  test('may leave the nonce out, but not repeat another one', async () => {
    expect(await ask()).toHaveLength(1);
    respond = () => ({ body: answer('RSA', { nonce: Buffer.alloc(16, 1) }) });
    expect(await ask()).toEqual([]);
  });

  test.each([
    ['an error', { status: 500, body: Buffer.from('?') }],
    ['"try later"', { body: Buffer.from('30030a0103', 'hex') }],
    ['nonsense', { body: Buffer.from('<html>') }],
    ['too much', { body: Buffer.alloc(300_000, 0x30) }],
  ])('that answers with %s proves nothing', async (_name, answered) => {
    respond = () => answered;
    expect(await ask()).toEqual([]);
  });

  test('is asked before the lists, and the lists when it knows nothing', async () => {
    const { trust, certify, list, root, intermediate } = authorities.RSA;
    const document = Buffer.from('document');
    const cms = signDocument(document, certify(), { at: moment });
    const revocation = [source, givenLists([list(), list({}, root)])];
    const verify = () => verifySignature({ document, cms, moment, trust: { ...trust, revocation } });
    const kinds = async () => {
      const verdict = await verify();
      return verdict.ok ? verdict.evidence.proofs.map(({ kind }) => kind) : verdict.reason;
    };
    // It knows people, not the authority above them.
    expect(await kinds()).toEqual(['OCSP', 'CRL']);
    respond = () => ({ body: answer('RSA', { status: 'unknown' }) });
    expect(await kinds()).toEqual(['CRL', 'CRL']);
    const about = { certificate: certificates.RSA, issuer: intermediate.certificate };
    respond = () => ({ body: answer('RSA', { about, status: { revoked: at('2026-01-01T00:00:00Z') } }) });
    expect(await kinds()).toBe('REVOKED');
  });
});

async function readAll(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return new Uint8Array(Buffer.concat(pieces));
}
