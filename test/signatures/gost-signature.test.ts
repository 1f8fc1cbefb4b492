import { describe, expect, test } from '@jest/globals';
import { weierstrass } from '@noble/curves/abstract/weierstrass.js';
import fc from 'fast-check';
import {
  generateGostKey,
  gostScheme,
  paramSetA,
  signGost,
  verifyGost,
} from '../../subgraphs/kit/signatures/gost/gost-signature.ts';
import { streebog512 } from '../../subgraphs/kit/signatures/gost/streebog.ts';

/** A published number, printed with the most significant digit first, as it stands on the wire. */
const wire = (hex: string, bytes = 64) => Uint8Array.fromHex(hex.padStart(2 * bytes, '0')).reverse();
const wireOf = (number: bigint) => wire(number.toString(16));
const numberOf = (bytes: Uint8Array) => BigInt('0x' + bytes.slice().reverse().toHex());
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** Randomness that makes the scheme draw just this number: it draws from 1 on. */
const drawing = (number: bigint) => (length: number) => wire((number - 1n).toString(16), length);

const order = BigInt(
  '0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff' +
    '27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275',
);
const prime = 2n ** 512n - 569n;
/** The curve's generator, which is the public key of the private key 1. */
const generator = join(
  wireOf(3n),
  wire(
    '7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921' +
      'df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4',
  ),
);

describe('The example of GOST R 34.10-2012 with 512 bits (RFC 7091 §7.2)', () => {
  const exampleCurve = {
    p: BigInt(
      '0x4531acd1fe0023c7550d267b6b2fee80922b14b2ffb90f04d4eb7c09b5d2d15d' +
        'f1d852741af4704a0458047e80e4546d35b8336fac224dd81664bbf528be6373',
    ),
    a: 7n,
    b: BigInt(
      '0x1cff0806a31116da29d8cfa54e57eb748bc5f377e49400fdd788b649eca1ac43' +
        '61834013b2ad7322480a89ca58e0cf74bc9e540c2add6897fad0a3084f302adc',
    ),
    n: BigInt(
      '0x4531acd1fe0023c7550d267b6b2fee80922b14b2ffb90f04d4eb7c09b5d2d15d' +
        'a82f2d7ecb1dbac719905c5eecc423f1d86e25edbe23c595d644aaf187e6e6df',
    ),
    h: 1n,
    Gx: BigInt(
      '0x24d19cc64572ee30f396bf6ebbfd7a6c5213b3b3d7057cc825f91093a68cd762' +
        'fd60611262cd838dc6b60aa7eee804e28bc849977fac33b4b530f1b120248a9a',
    ),
    Gy: BigInt(
      '0x2bb312a43bd2ce6e0d020613c857acddcfbf061e91e5f2c3f32447c259f39b2c' +
        '83ab156d77f1496bf7eb3351e1ee4e43dc1a18b91b24640b6dbb92cb1add371e',
    ),
  };
  const privateKey = wire(
    'ba6048aadae241ba40936d47756d7c93091a0e8514669700ee7508e508b10207' +
      '2e8123b2200a0563322dad2827e2714a2636b7bfd18aadfc62967821fa18dd4',
  );
  const publicKey = join(
    wire(
      '115dc5bc96760c7b48598d8ab9e740d4c4a85a65be33c1815b5c320c854621dd' +
        '5a515856d13314af69bc5b924c8b4ddff75c45415c1d9dd9dd33612cd530efe1',
    ),
    wire(
      '37c7c90cd40b0f5621dc3ac1b751cfa0e2634fa0503b3d52639f5d7fb72afd61' +
        'ea199441d943ffe7f0c70a2759a3cdb84c114e1f9339fdf27f35eca93677beec',
    ),
  );
  const digest = wire(
    '3754f3cfacc9e0615c4f4a7c4d8dab531b09b6f9c170c533a71d147035b0c591' +
      '7184ee536593f4414339976c647c5d5a407adedb1d560c4fc6777d2972075b8c',
  );
  const k = BigInt(
    '0x359e7f4b1410feacc570456c6801496946312120b39d019d455986e364f36588' +
      '6748ed7a44b3e794434006011842286212273a6d14cf70ea3af71bb1ae679f1',
  );
  const signature = join(
    wire(
      '2f86fa60a081091a23dd795e1e3c689ee512a3c82ee0dcc2643c78eea8fcacd3' +
        '5492558486b20f1c9ec197c90699850260c93bcbcd9c5c3317e19344e173ae36',
    ),
    wire(
      '1081b394696ffe8e6585e7a9362d26b6325f56778aadbc081c0bfbe933d52ff5' +
        '823ce288e8c4f362526080df7f70ce406a6eeb1f56919cb92a9853bde73e5b4a',
    ),
  );

  test('gives the published public key', () => {
    const scheme = gostScheme(exampleCurve, drawing(numberOf(privateKey)));
    expect(scheme.generateKey()).toEqual({ privateKey, publicKey });
  });

  test('gives the published signature', () => {
    expect(gostScheme(exampleCurve, drawing(k)).sign(privateKey, digest)).toEqual(signature);
  });

  test('is verified, and not with r and s exchanged', () => {
    const { verify } = gostScheme(exampleCurve);
    expect(verify(publicKey, digest, signature)).toBe(true);
    expect(verify(publicKey, digest, join(signature.subarray(64), signature.subarray(0, 64)))).toBe(false);
    expect(verifyGost(publicKey, digest, signature)).toBe(false);
  });
});

describe("Kazakhstan's curve, id-tc26-gost-3410-12-512-paramSetA", () => {
  test('gives the public keys of the examples of RFC 7836, appendix B', () => {
    const pairs = [
      [
        'c990ecd972fce84ec4db022778f50fcac726f46708384b8d458304962d7147f8' +
          'c2db41cef22c90b102f2968404f9b9be6d47c79692d81826b32b8daca43cb667',
        'aab0eda4abff21208d18799fb9a8556654ba783070eba10cb9abb253ec56dcf5' +
          'd3ccba6192e464e6e5bcb6dea137792f2431f6c897eb1b3c0cc14327b1adc0a7' +
          '914613a3074e363aedb204d38d3563971bd8758e878c9db11403721b48002d38' +
          '461f92472d40ea92f9958c0ffa4c93756401b97f89fdbe0b5e46e4a4631cdb5a',
      ],
      [
        '48c859f7b6f11585887cc05ec6ef1390cfea739b1a18c0d4662293ef63b79e3b' +
          '8014070b44918590b4b996acfea4edfbbbcccc8c06edd8bf5bda92a51392d0db',
        '192fe183b9713a077253c72c8735de2ea42a3dbc66ea317838b65fa32523cd5e' +
          'fca974eda7c863f4954d1147f1f2b25c395fce1c129175e876d132e94ed5a651' +
          '04883b414c9b592ec4dc84826f07d0b6d9006dda176ce48c391e3f97d102e03b' +
          'b598bf132a228a45f7201aba08fc524a2d77e43a362ab022ad4028f75bde3b79',
      ],
    ] as const;
    for (const [privateKey, publicKey] of pairs) {
      const drawn = numberOf(Uint8Array.fromHex(privateKey));
      expect(gostScheme(paramSetA, drawing(drawn)).generateKey().publicKey.toHex()).toBe(publicKey);
    }
  });

  test('has the order that the tests count with: the last private key is the negated generator', () => {
    const { publicKey } = gostScheme(paramSetA, drawing(order - 1n)).generateKey();
    expect(publicKey).toEqual(join(wireOf(3n), wireOf(prime - numberOf(generator.subarray(64)))));
  });
});

describe('A signature that was made with a key', () => {
  const { privateKey, publicKey } = generateGostKey();
  const message = new TextEncoder().encode('Сауалнама');
  const digest = streebog512(message);
  const signature = signGost(privateKey, digest);
  const anyDigest = fc.uint8Array({ minLength: 64, maxLength: 64 });

  test('is verified, whatever the key and the digest', () => {
    fc.assert(
      fc.property(anyDigest, (anything) => {
        const key = generateGostKey();
        expect(verifyGost(key.publicKey, anything, signGost(key.privateKey, anything))).toBe(true);
      }),
      { numRuns: 15 },
    );
  });

  test('fails when one bit of the key, the digest or the signature is another', () => {
    const given = { publicKey, digest, signature };
    const bits = fc
      .constantFrom(...(Object.keys(given) as (keyof typeof given)[]))
      .chain((part) => fc.nat(8 * given[part].length - 1).map((bit) => ({ part, bit })));
    fc.assert(
      fc.property(bits, ({ part, bit }) => {
        const changed = { ...given, [part]: given[part].slice() };
        changed[part][bit >> 3]! ^= 1 << (bit & 7);
        expect(verifyGost(changed.publicKey, changed.digest, changed.signature)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('fails with another key', () => {
    expect(verifyGost(generateGostKey().publicKey, digest, signature)).toBe(false);
  });

  test('differs each time, and both verify', () => {
    const again = signGost(privateKey, digest);
    expect(again).not.toEqual(signature);
    expect(verifyGost(publicKey, digest, again)).toBe(true);
  });

  test('leaves key, digest and signature as they were', () => {
    const before = [publicKey, digest, signature].map((bytes) => bytes.toHex());
    verifyGost(publicKey, digest, signature);
    signGost(privateKey, digest);
    expect([publicKey, digest, signature].map((bytes) => bytes.toHex())).toEqual(before);
  });

  test('counts a digest that is a multiple of the order as 1', () => {
    for (const multiple of [0n, order]) {
      const ofMultiple = signGost(privateKey, wireOf(multiple));
      expect(verifyGost(publicKey, wireOf(1n), ofMultiple)).toBe(true);
      expect(verifyGost(publicKey, wireOf(multiple), ofMultiple)).toBe(true);
      expect(verifyGost(publicKey, wireOf(2n), ofMultiple)).toBe(false);
    }
  });
});

describe('What is malformed is a false signature and no error', () => {
  const { privateKey, publicKey } = generateGostKey();
  const digest = streebog512(new Uint8Array([1, 2, 3]));
  const signature = signGost(privateKey, digest);
  const r = signature.subarray(0, 64);
  const s = signature.subarray(64);
  const allOnes = new Uint8Array(64).fill(0xff);

  test.each([0, 1, 63, 64, 65, 127, 129, 192])('a key, a digest or a signature of %i bytes', (length) => {
    const cut = (bytes: Uint8Array) => join(bytes, new Uint8Array(128)).subarray(0, length);
    expect(verifyGost(cut(publicKey), digest, signature)).toBe(false);
    expect(verifyGost(publicKey, digest, cut(signature))).toBe(false);
    if (length !== 64) expect(verifyGost(publicKey, cut(digest), signature)).toBe(false);
  });

  test.each([
    ['r = 0', join(wireOf(0n), s)],
    ['s = 0', join(r, wireOf(0n))],
    ['r = s = 0', new Uint8Array(128)],
    ['r = q', join(wireOf(order), s)],
    ['s = q', join(r, wireOf(order))],
    ['r beyond q', join(allOnes, s)],
    ['s beyond q', join(r, allOnes)],
    ['the most significant byte first', join(r.slice().reverse(), s.slice().reverse())],
    ['s before r', join(s, r)],
    ['s negated', join(r, wireOf(order - numberOf(s)))],
  ])('a signature with %s', (_, malformed) => {
    expect(verifyGost(publicKey, digest, malformed)).toBe(false);
  });

  const [x, y] = [publicKey.subarray(0, 64), publicKey.subarray(64)];
  test.each([
    ['zeros', new Uint8Array(128)],
    ['ones', join(allOnes, allOnes)],
    ['a point off the curve', join(wireOf(numberOf(x) + 1n), y)],
    ['a point of y = 0', join(x, wireOf(0n))],
    ['x and y exchanged', join(y, x)],
    ['the most significant byte first', join(x.slice().reverse(), y.slice().reverse())],
    ['the negated point', join(x, wireOf(prime - numberOf(y)))],
  ])('a key that is %s', (_, malformed) => {
    expect(verifyGost(malformed, digest, signature)).toBe(false);
  });

  test('a key whose coordinate is written with the prime added', () => {
    const byOne = signGost(wireOf(1n), digest);
    expect(verifyGost(generator, digest, byOne)).toBe(true);
    expect(verifyGost(join(wireOf(3n + prime), generator.subarray(64)), digest, byOne)).toBe(false);
  });

  const d = numberOf(privateKey);
  const modulo = (number: bigint) => wireOf(((number % order) + order) % order);

  test('a number of a true signature with the order added', () => {
    // With k = 1, the point is the generator and r its x, 3; the digest 5 − 3d then makes s = 5.
    const { sign } = gostScheme(paramSetA, drawing(1n));
    const chosen = modulo(5n - 3n * d);
    expect(sign(privateKey, chosen)).toEqual(join(wireOf(3n), wireOf(5n)));
    expect(verifyGost(publicKey, chosen, join(wireOf(3n), wireOf(5n)))).toBe(true);
    expect(verifyGost(publicKey, chosen, join(wireOf(3n), wireOf(5n + order)))).toBe(false);
    expect(verifyGost(publicKey, chosen, join(wireOf(3n + order), wireOf(5n)))).toBe(false);
  });

  test('s = 0 for the digest 3d, which would lead to the negated generator and its x, 3', () => {
    expect(verifyGost(publicKey, modulo(3n * d), join(wireOf(3n), wireOf(0n)))).toBe(false);
  });

  test('s = r·d, which leads to infinity', () => {
    for (const r of [1n, 2n, numberOf(signature.subarray(0, 64))]) {
      expect(verifyGost(publicKey, digest, join(wireOf(r), modulo(r * d)))).toBe(false);
    }
  });

  test('a signature that fits a key off the curve', () => {
    // For e = s = −r the verification adds generator and key: r is what the formulas make of that sum.
    const Point = weierstrass(paramSetA);
    const offCurve = { x: 7n, y: 11n };
    const r = Point.BASE.add(Point.fromAffine(offCurve)).x % order;
    const fitting = join(wireOf(r), modulo(-r));
    expect(verifyGost(join(wireOf(offCurve.x), wireOf(offCurve.y)), modulo(-r), fitting)).toBe(false);
  });

  test('anything at all', () => {
    const bytes = fc.uint8Array({ maxLength: 200 });
    fc.assert(fc.property(bytes, bytes, bytes, (key, hash, anything) => !verifyGost(key, hash, anything)));
    const right = fc.uint8Array({ minLength: 128, maxLength: 128 });
    fc.assert(
      fc.property(right, (anything) => !verifyGost(publicKey, digest, anything)),
      { numRuns: 15 },
    );
  });
});

describe('A key or a digest that cannot sign is refused', () => {
  const digest = new Uint8Array(64).fill(7);

  test.each([
    ['of no bytes', new Uint8Array()],
    ['of 63 bytes', new Uint8Array(63).fill(1)],
    ['of 65 bytes', new Uint8Array(65).fill(1)],
    ['of zero', wireOf(0n)],
    ['of the order', wireOf(order)],
  ])('a private key %s', (_, privateKey) => {
    expect(() => signGost(privateKey, digest)).toThrow(RangeError);
  });

  test('a digest of 32 bytes', () => {
    expect(() => signGost(wireOf(1n), new Uint8Array(32))).toThrow(RangeError);
  });
});

test('A key is a private number of 64 bytes and a point of 128, a new one each time', () => {
  const keys = [generateGostKey(), generateGostKey()] as const;
  for (const { privateKey, publicKey } of keys) {
    expect(privateKey).toHaveLength(64);
    expect(publicKey).toHaveLength(128);
  }
  expect(keys[0].privateKey).not.toEqual(keys[1].privateKey);
});
