import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as asn1js from 'asn1js';
import { authorityConstraints, extension, keyUsage, octets } from '../../installation/demo/authority-certificates.ts';
import type { ListRequest } from '../../installation/demo/authority-certificates.ts';
import { keyKinds } from '../../installation/demo/authority-keys.ts';
import type { KeyKind } from '../../installation/demo/authority-keys.ts';
import { readCertificate } from '../../subgraphs/kit/signatures/certificate.ts';
import type { Certificate } from '../../subgraphs/kit/signatures/certificate.ts';
import { listsInFolder, publishedLists } from '../../subgraphs/kit/signatures/crl-sources.ts';
import { judgeList } from '../../subgraphs/kit/signatures/crl.ts';
import { at, authorityName, certifyAuthority, moment, testAuthority } from '../support/authority.ts';
import type { TestAuthority } from '../support/authority.ts';

const authorities = {} as Record<KeyKind, TestAuthority>;
const certificates = {} as Record<KeyKind, Certificate>;
const day = Temporal.Duration.from({ hours: 24 });
const hour = Temporal.Duration.from({ hours: 1 });

beforeAll(async () => {
  for (const kind of keyKinds) {
    authorities[kind] = await testAuthority(kind);
    certificates[kind] = readCertificate(authorities[kind].certify().certificate);
  }
});

/** What a list says of the usual certificate, which is valid from 2025-06-01 until 2026-06-01, at the moment of signing. */
function judged(kind: KeyKind, bytes: Uint8Array, other: { issuer?: Certificate; countsFor?: Temporal.Duration } = {}) {
  const issuer = other.issuer ?? authorities[kind].intermediate.certificate;
  const countsFor = other.countsFor ?? day;
  return judgeList(bytes, { certificate: certificates[kind], issuer, moment, countsFor });
}

describe.each(keyKinds)('a revocation list signed with a key of %s', (kind) => {
  const list = (request: Partial<ListRequest> = {}) => authorities[kind].list(request);
  const serial = '7a0fedcba987';

  test('that does not name the certificate says that it is good', () => {
    expect(judged(kind, list())).toBe('GOOD');
    expect(judged(kind, list({ revoked: [{ serial: '7a0fedcba988', at: at('2026-01-01T00:00:00Z') }] }))).toBe('GOOD');
  });

  test('that names it says that it is revoked, from the named moment on', () => {
    expect(judged(kind, list({ revoked: [{ serial, at: at('2026-03-03T05:00:00Z') }] }))).toBe('REVOKED');
    expect(judged(kind, list({ revoked: [{ serial, at: at('2026-03-03T05:00:01Z') }] }))).toBe('GOOD');
  });

  test('is read to its end', () => {
    const others = Array.from({ length: 2000 }, (_, index) => ({
      serial: (0x10000 + index).toString(16).padStart(6, '0'),
      at: at('2026-01-01T00:00:00Z'),
    }));
    const revoked = [...others, { serial, at: at('2026-01-01T00:00:00Z') }];
    expect(judged(kind, list({ revoked }))).toBe('REVOKED');
    expect(judged(kind, list({ revoked: others }))).toBe('GOOD');
  });

  test.each([
    ['2026-03-02T05:00:00Z', '2026-09-01T00:00:00Z', 'GOOD', 'a day old'],
    ['2026-03-02T04:59:59Z', '2026-09-01T00:00:00Z', 'UNKNOWN', 'older than a day, whatever it says itself'],
    ['2026-03-03T04:00:00Z', '2026-03-03T05:00:00Z', 'GOOD', 'at the moment when the next one is due'],
    ['2026-03-03T04:00:00Z', '2026-03-03T04:59:59Z', 'UNKNOWN', 'after the next one was due'],
    ['2026-03-03T05:00:01Z', '2026-03-04T00:00:00Z', 'GOOD', 'issued after the moment'],
    ['2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z', 'GOOD', 'issued when the certificate was still valid'],
    ['2026-06-01T00:00:01Z', '2026-06-02T00:00:00Z', 'UNKNOWN', 'issued when the certificate had expired'],
  ])('issued %s, the next one due %s: %s, being %s', (issued, next, status) => {
    expect(judged(kind, list({ issued: at(issued), next: at(next) }))).toBe(status);
  });

  test('counts for as long as the configuration says', () => {
    const old = list({ issued: at('2026-02-25T05:00:00Z'), next: at('2026-09-01T00:00:00Z') });
    expect(judged(kind, old, { countsFor: Temporal.Duration.from({ hours: 24 * 6 }) })).toBe('GOOD');
    expect(judged(kind, old, { countsFor: Temporal.Duration.from({ hours: 24 * 6 - 1 }) })).toBe('UNKNOWN');
  });

  test('is believed about a revocation also when it is old', () => {
    const revoked = [{ serial, at: at('2025-07-01T00:00:00Z') }];
    const old = { issued: at('2025-07-02T00:00:00Z'), next: at('2025-07-03T00:00:00Z') };
    expect(judged(kind, list({ ...old, revoked }))).toBe('REVOKED');
    expect(judged(kind, list(old))).toBe('UNKNOWN');
  });

  test('of another authority says nothing, whoever signed it', () => {
    const { intermediate, root, list } = authorities[kind];
    const revoked = [{ serial, at: at('2026-01-01T00:00:00Z') }];
    expect(judged(kind, list({ revoked }, root))).toBe('UNKNOWN');
    expect(judged(kind, list({ revoked }, { name: intermediate.name, key: root.key }))).toBe('UNKNOWN');
    expect(judged(kind, list({ revoked }, { name: authorityName('X'), key: intermediate.key }))).toBe('UNKNOWN');
  });

  test('of an authority that may not sign lists says nothing', () => {
    const { root, intermediate } = authorities[kind];
    const issuer = certifyAuthority(root, intermediate, [authorityConstraints(), keyUsage(5)]);
    expect(judged(kind, list(), { issuer })).toBe('UNKNOWN');
  });

  test('that only adds to another one, or narrows itself, says nothing', () => {
    const additions = extension('2.5.29.27', new asn1js.Integer({ value: 1 }));
    const narrowed = extension('2.5.29.28', octets(Buffer.of(0)), true);
    const named = extension('2.5.29.18', octets(Buffer.of(0)));
    expect(judged(kind, list({ extensions: [additions] }))).toBe('UNKNOWN');
    expect(judged(kind, list({ extensions: [narrowed] }))).toBe('UNKNOWN');
    expect(judged(kind, list({ extensions: [named] }))).toBe('GOOD');
  });
});

describe('lists in a folder', () => {
  test('are read again when somebody puts newer ones there', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'qonaq-lists-'));
    const { list, intermediate } = authorities.RSA;
    const source = listsInFolder(folder);
    const ask = async () =>
      (await source(certificates.RSA, intermediate.certificate, moment)).map(({ bytes }) => bytes);
    const [first, second] = [list(), list({ revoked: [{ serial: '01', at: moment }] })];
    try {
      expect(await ask()).toEqual([]);
      await writeFile(join(folder, 'nca.crl'), first);
      await writeFile(join(folder, 'readme.txt'), 'no list');
      await utimes(join(folder, 'nca.crl'), 1, 1);
      expect(await ask()).toEqual([Buffer.from(first)]);
      await writeFile(join(folder, 'nca.crl'), second);
      expect(await ask()).toEqual([Buffer.from(second)]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('published lists', () => {
  let answer: { status: number; body: Uint8Array };
  let asked = 0;
  const server = createServer((_request, response) => {
    asked++;
    response.writeHead(answer.status, { location: '/elsewhere' }).end(answer.body);
  });
  let url: string;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/nca.crl`;
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });

  const ask = async (source = publishedLists([url]), when = moment) => {
    const { certificate } = authorities.RSA.intermediate;
    return (await source(certificates.RSA, certificate, when)).map(({ bytes }) => Buffer.from(bytes));
  };

  test('are fetched once an hour, or earlier when the next one is due, and once for many', async () => {
    const body = authorities.RSA.list({ next: at('2026-03-03T06:30:00Z') });
    answer = { status: 200, body };
    const source = publishedLists([url]);
    asked = 0;
    expect(await Promise.all([ask(source), ask(source), ask(source)])).toEqual(Array(3).fill([Buffer.from(body)]));
    await ask(source, moment.add({ minutes: 59 }));
    expect(asked).toBe(1);
    await ask(source, moment.add(hour));
    expect(asked).toBe(2);
    await ask(source, moment.add({ minutes: 89 }));
    expect(asked).toBe(2);
    await ask(source, moment.add({ minutes: 90 }));
    expect(asked).toBe(3);
  });

  test('stay the old ones when no newer one can be had', async () => {
    const body = authorities.RSA.list();
    answer = { status: 200, body };
    const source = publishedLists([url]);
    await ask(source);
    answer = { status: 503, body: Buffer.from('busy') };
    expect(await ask(source, moment.add({ hours: 2 }))).toEqual([Buffer.from(body)]);
  });

  test.each([
    ['an error', 500],
    ['a redirection', 302],
    ['nothing there', 404],
  ])('are none when there is %s', async (_name, status) => {
    answer = { status, body: authorities.RSA.list() };
    expect(await ask()).toEqual([]);
  });

  test('are none when nobody listens', async () => {
    expect(await ask(publishedLists(['http://127.0.0.1:9/nca.crl']))).toEqual([]);
  });

  test('come from every address', async () => {
    const body = authorities.RSA.list();
    answer = { status: 200, body };
    expect(await ask(publishedLists(['http://127.0.0.1:9/other.crl', url]))).toEqual([Buffer.from(body)]);
  });
});
