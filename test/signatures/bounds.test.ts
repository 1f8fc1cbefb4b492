import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { signDocument } from '../../installation/demo/authority-signing.ts';
import { readCertificateFile } from '../../subgraphs/kit/signatures/certificate.ts';
import { judgeList } from '../../subgraphs/kit/signatures/crl.ts';
import { Malformed, requireWellFormed } from '../../subgraphs/kit/signatures/der-elements.ts';
import { judgeAnswer } from '../../subgraphs/kit/signatures/ocsp.ts';
import { signatureRefusals } from '../../subgraphs/kit/signatures/verdict.ts';
import { verifySignature } from '../../subgraphs/kit/signatures/verify.ts';
import { certifyAuthority, authorityName, moment, testAuthority } from '../support/authority.ts';
import type { TestAuthority } from '../support/authority.ts';

const document = Buffer.from('a document');
const megabyte = 1024 * 1024;
let authority: TestAuthority;
let cms: Buffer;

beforeAll(async () => {
  authority = await testAuthority('RSA');
  cms = Buffer.from(signDocument(document, authority.certify(), { at: moment }));
});

const refusal = async (bytes: Uint8Array, of: Uint8Array = document) => {
  const verdict = await verifySignature({ document: of, cms: bytes, trust: authority.trust, moment });
  return verdict.ok ? null : verdict.reason;
};

/** What is bounded takes some milliseconds of the processor; what isn't takes minutes. Anything in between is a busy machine. */
const bounded = 5_000;

/** Runs, and tells how many milliseconds of the processor that took. */
async function processorTime(run: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A SEQUENCE in a SEQUENCE in a SEQUENCE … of definite lengths. */
function nested(tag: number, depth: number): Buffer {
  const heads: Buffer[] = [];
  for (let length = 0, level = 0; level < depth; level++) {
    const digits = length < 0x80 ? [] : [...Buffer.from(length.toString(16).padStart(6, '0'), 'hex')];
    const head = Buffer.from(length < 0x80 ? [tag, length] : [tag, 0x83, ...digits]);
    heads.push(head);
    length += head.length;
  }
  return Buffer.concat(heads.reverse());
}

describe('what is sent as a signature', () => {
  test('of 20 MB of nonsense is refused at once', async () => {
    const nonsense = Buffer.alloc(20 * megabyte, 0x30);
    expect(await processorTime(async () => expect(await refusal(nonsense)).toBe('TOO_LARGE'))).toBeLessThan(bounded);
    const pem = Buffer.concat([Buffer.from('-----BEGIN CMS-----\n'), Buffer.alloc(20 * megabyte, 'A')]);
    expect(await processorTime(async () => expect(await refusal(pem)).toBe('TOO_LARGE'))).toBeLessThan(bounded);
  });

  test('is no larger than a signature, and the document where that is inside', async () => {
    const large = Buffer.alloc(3 * megabyte, 'x');
    const attached = Buffer.from(signDocument(large, authority.certify(), { at: moment, attached: true }));
    expect(await refusal(attached, large)).toBeNull();
    const padding = Buffer.alloc(2 * megabyte);
    expect(await refusal(Buffer.concat([cms, padding]), large)).toBe('NOT_CMS');
    const authorities = Array.from({ length: 5 }, () => authority.certify().certificate);
    const padded = signDocument(large, authority.certify(), { at: moment, authorities });
    expect(await refusal(padded, large)).toBeNull();
  });

  test('brings along no more certificates than can be needed', async () => {
    const bring = (count: number) => {
      const authorities = Array.from({ length: count }, () => authority.intermediate.certificate.bytes);
      return signDocument(document, authority.certify(), { at: moment, authorities });
    };
    expect(await refusal(bring(9))).toBeNull();
    expect(await refusal(bring(10))).toBe('TOO_LARGE');
  });

  test.each([
    ['sequences', () => nested(0x30, 100_000)],
    ['tags', () => nested(0xa0, 100_000)],
    ['octet strings', () => nested(0x24, 100_000)],
    ['sequences without lengths', () => Buffer.alloc(200_000, Buffer.from([0x30, 0x80]))],
  ])('with %s nested 100,000 deep is refused, cheaply', async (_name, make) => {
    const bytes = make();
    expect(await processorTime(async () => expect(await refusal(bytes)).toBe('NOT_CMS'))).toBeLessThan(bounded);
  });

  test('with octet strings nested 100,000 deep as its content is refused, cheaply', async () => {
    const content = nested(0x04, 100_000);
    const attached = signDocument(content, authority.certify(), { at: moment, attached: true });
    expect(await processorTime(async () => expect(await refusal(attached)).toBe('OTHER_DOCUMENT'))).toBeLessThan(
      bounded,
    );
    expect(await refusal(attached, content)).toBeNull();
  });

  test('of a hundred thousand elements is refused, cheaply', async () => {
    const elements = Buffer.alloc(200_000, Buffer.from([0x05, 0x00]));
    const bytes = Buffer.concat([Buffer.from([0x30, 0x83, 0x03, 0x0d, 0x40]), elements]);
    expect(await processorTime(async () => expect(await refusal(bytes)).toBe('NOT_CMS'))).toBeLessThan(bounded);
  });

  test('with authorities that certify each other in circles is refused, cheaply', async () => {
    const names = Array.from({ length: 9 }, (_, index) => authorityName(String(index % 2)));
    const circle = names.map((name, index) =>
      certifyAuthority({ name: names[(index + 1) % 2]!, key: authority.personKey }, { name, key: authority.personKey }),
    );
    const identity = authority.certify({ issuer: { name: names[0]!, key: authority.personKey } });
    const bytes = signDocument(document, identity, { at: moment, authorities: circle.map((each) => each.bytes) });
    expect(await processorTime(async () => expect(await refusal(bytes)).toBe('UNKNOWN_AUTHORITY'))).toBeLessThan(
      bounded,
    );
  });
});

describe('never throws, but refuses with a reason', () => {
  test('whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        expect(signatureRefusals).toContain(await refusal(bytes));
      }),
      { numRuns: 200 },
    );
  });

  test('whatever was changed, cut out or put in', async () => {
    const change = fc.record({
      place: fc.nat({ max: cms.length }),
      cut: fc.nat({ max: 30 }),
      put: fc.uint8Array({ maxLength: 30 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        let bytes = cms;
        for (const { place, cut, put } of changes) {
          bytes = Buffer.concat([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
        }
        expect([null, ...signatureRefusals]).toContain(await refusal(bytes));
      }),
      { numRuns: 200 },
    );
  });

  test('also from lists, answers and certificates', async () => {
    const [certificate] = readCertificateFile(authority.certify().certificate);
    const question = {
      certificate: certificate!,
      issuer: authority.intermediate.certificate,
      moment,
      countsFor: Temporal.Duration.from({ hours: 24 }),
    };
    const list = Buffer.from(authority.list());
    const place = fc.nat({ max: list.length - 1 });
    fc.assert(
      fc.property(place, fc.integer({ min: 1, max: 255 }), fc.uint8Array({ maxLength: 200 }), (where, by, nonsense) => {
        const changed = Buffer.from(list);
        changed[where]! ^= by;
        expect(judgeList(changed, question)).toBe('UNKNOWN');
        expect(judgeList(list.subarray(0, where), question)).toBe('UNKNOWN');
        expect(judgeList(nonsense, question)).toBe('UNKNOWN');
        expect(judgeAnswer(nonsense, question)).toBe('UNKNOWN');
        expect(() => readCertificateFile(nonsense)).toThrow(Malformed);
      }),
      { numRuns: 200 },
    );
    expect(judgeList(list, question)).toBe('GOOD');
    return Promise.resolve();
  });
});

describe('well-formed ASN.1', () => {
  test.each([
    ['a sequence with something inside', '30030101ff', true],
    ['an empty sequence', '3000', true],
    ['an indefinite length, with its end', '30800101ff0000', true],
    ['one indefinite length in another', '3080308000000000', true],
    ['an indefinite length without an end', '30800101ff', false],
    ['an end where nothing is open', '0000', false],
    ['an end inside a definite length', '30020000', false],
    ['a part that reaches beyond its whole', '30040405010203', false],
    ['a part beyond a whole inside another whole', '3009300404050102030405', false],
    ['a primitive of indefinite length', '04800000', false],
    ['less than it says', '300501', false],
    ['more than one', '05000500', false],
    ['nothing', '', false],
  ])('%s', (_name, hexadecimal, isWellFormed) => {
    const check = () => requireWellFormed(Buffer.from(hexadecimal, 'hex'));
    if (isWellFormed) expect(check).not.toThrow();
    else expect(check).toThrow(Malformed);
  });
});
