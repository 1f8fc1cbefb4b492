import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createStreebog512, streebog512 } from '../../subgraphs/kit/signatures/gost/streebog.ts';

const text = (characters: string) => new TextEncoder().encode(characters);
const hash = (message: Uint8Array) => streebog512(message).toHex();
/** The standard prints its example with the most significant byte, the last of the message, in front. */
const backwards = (hex: string) => Uint8Array.fromHex(hex).reverse();

describe('Streebog-512 gives the published hashes', () => {
  test('of the first example of RFC 6986, one byte short of a block', () => {
    const message = text('012345678901234567890123456789012345678901234567890123456789012');
    expect(hash(message)).toBe(
      '1b54d01a4af5b9d5cc3d86d68d285462b19abc2475222f35c085122be4ba1ffa' +
        '00ad30f8767b3a82384c6574f024c311e2a481332b08ef7f41797891c1646f48',
    );
  });

  test('of the second example of RFC 6986, a block and eight bytes', () => {
    const message = backwards(
      'fbe2e5f0eee3c820fbeafaebef20fffbf0e1e0f0f520e0ed20e8ece0ebe5f0f2f120fff0' +
        'eeec20f120faf2fee5e2202ce8f6f3ede220e8e6eee1e8f0f2d1202ce8f0f2e5e220e5d1',
    );
    expect(streebog512(message)).toEqual(
      backwards(
        '28fbc9bada033b1460642bdcddb90c3fb3e56c497ccd0f62b8a2ad4935e85f03' +
          '7613966de4ee00531ae60f3b5a47f8dae06915d5f2f194996fcabf2622e6881e',
      ),
    );
  });

  test('of the empty message', () => {
    expect(hash(new Uint8Array())).toBe(
      '8e945da209aa869f0455928529bcae4679e9873ab707b55315f56ceb98bef0a7' +
        '362f715528356ee83cda5f2aac4c6ad2ba3a715c1bcd81cb8e9f90bf4c1c1a8a',
    );
  });

  test('of the pangram, with and without its full stop', () => {
    expect(hash(text('The quick brown fox jumps over the lazy dog'))).toBe(
      'd2b793a0bb6cb5904828b5b6dcfb443bb8f33efc06ad09368878ae4cdc8245b9' +
        '7e60802469bed1e7c21a64ff0b179a6a1e0bb74d92965450a0adab69162c00fe',
    );
    expect(hash(text('The quick brown fox jumps over the lazy dog.'))).toBe(
      'fe0c42f267d921f940faa72bd9fcf84f9f1bd7e9d055e9816e4c2ace1ec83be8' +
        '2d2957cd59b86e123d8f5adee80b3ca08a017599a9fc1a14d940cf87c77df070',
    );
  });

  test('of a whole block of zeros', () => {
    expect(hash(new Uint8Array(64))).toBe(
      'b0fd29ac1b0df441769ff3fdb8dc564df67721d6ac06fb28ceffb7bbaa7948c6' +
        'c014ac999235b58cb26fb60fb112a145d7b4ade9ae566bf2611402c552d20db7',
    );
  });

  test('of a whole block of ones', () => {
    expect(hash(new Uint8Array(64).fill(0xff))).toBe(
      '41629de677d7e8090c3cd70affe3300d1e1cfba2db97945ec37feb4e1375bc02' +
        'a53f00370b7d715b07f37f93cac844efadbfd1b85f9ddae3de9656c0e95affc7',
    );
  });

  test('of two blocks whose sum carries through every word', () => {
    const message = new Uint8Array(128).fill(0xee, 0, 64).fill(0x11, 64);
    message[64] = message[127] = 0x16;
    expect(hash(message)).toBe(
      '8b06f41e59907d9636e892caf5942fcdfb71fa31169a5e70f0edb873664df41c' +
        '2cce6e06dc6755d15a61cdeb92bd607cc4aaca6732bf3568a23a210dd520fd41',
    );
  });

  test('of three equal blocks', () => {
    expect(hash(text('123456789012345678901234567890 \n'.repeat(6)))).toBe(
      '8781dfc81d2db6a41d1857f3230b3ffe2bda574273ea1947189aaa5468470df1' +
        'c4b374b1a2b56e59d11d213fea57e3514543b0ced9b20e553ae66425ec909cfd',
    );
  });
});

describe('A message in parts', () => {
  const message = Uint8Array.from({ length: 260 }, (_, index) => (index * 73 + 11) % 256);
  const lengths = [0, 1, 62, 63, 64, 65, 66, 126, 127, 128, 129, 191, 192, 193, 256, 260];

  test.each(lengths)('has the hash of the whole, wherever %i bytes are cut', (length) => {
    const whole = message.subarray(0, length);
    for (const cut of lengths.filter((place) => place <= length)) {
      const parts = createStreebog512().update(whole.subarray(0, cut)).update(whole.subarray(cut));
      expect(parts.digest()).toEqual(streebog512(whole));
    }
  });

  test('has the hash of the whole, however many parts there are', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 150 }), { maxLength: 8 }), (parts) => {
        const inParts = createStreebog512();
        for (const part of parts) inParts.update(part);
        expect(inParts.digest()).toEqual(streebog512(Uint8Array.from(parts.flatMap((part) => [...part]))));
      }),
      { numRuns: 50 },
    );
  });

  test('may be asked for its hash before it is complete', () => {
    const parts = createStreebog512().update(message.subarray(0, 100));
    expect(parts.digest()).toEqual(streebog512(message.subarray(0, 100)));
    expect(parts.update(message.subarray(100)).digest()).toEqual(streebog512(message));
  });

  test('does not mix with another message that is read at the same time', () => {
    const one = createStreebog512();
    const other = createStreebog512();
    for (let at = 0; at < message.length; at += 20) {
      one.update(message.subarray(at, at + 20));
      other.update(new Uint8Array(20));
    }
    expect(one.digest()).toEqual(streebog512(message));
    expect(other.digest()).toEqual(streebog512(new Uint8Array(260)));
  });
});

test('Streebog-512 leaves the message as it was and reads exactly the bytes it is given', () => {
  const surroundings = Uint8Array.from({ length: 300 }, (_, index) => index % 251);
  const message = surroundings.subarray(7, 207);
  const before = message.toHex();
  expect(streebog512(message)).toEqual(streebog512(Uint8Array.fromHex(before)));
  expect(message.toHex()).toBe(before);
});

test('Streebog-512 tells messages apart that differ in one bit or in trailing zeros', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 200 }), fc.nat(), (message, place) => {
      const changed = message.slice();
      changed[(place >> 3) % message.length]! ^= 1 << (place & 7);
      expect(hash(changed)).not.toBe(hash(message));
      expect(hash(Uint8Array.from([...message, 0]))).not.toBe(hash(message));
    }),
    { numRuns: 50 },
  );
});
