/**
 * Signatures of GOST 34.10-2015 with 512 bits, Kazakhstan's name for GOST R 34.10-2012 (RFC 7091). On the wire every
 * number is 64 bytes, the least significant first: a public key is x‖y, a signature r‖s, and a digest is read likewise.
 */
import { mapHashToField } from '@noble/curves/abstract/modular.js';
import { weierstrass, type WeierstrassOpts, type WeierstrassPoint } from '@noble/curves/abstract/weierstrass.js';
import { bytesToNumberLE, concatBytes, numberToBytesLE, randomBytes } from '@noble/curves/utils.js';

const numberBytes = 64;
/** 256 bits more than a number: reduced to the curve's order, they are as good as evenly distributed. */
const randomBytesOfNumber = 96;

/** The two numbers of a public key or a signature; nothing when the length is wrong. */
function numbersOf(bytes: Uint8Array): [bigint, bigint] | undefined {
  if (bytes.length !== 2 * numberBytes) return undefined;
  return [bytesToNumberLE(bytes.subarray(0, numberBytes)), bytesToNumberLE(bytes.subarray(numberBytes))];
}

function bytesOf(first: bigint, second: bigint): Uint8Array {
  return concatBytes(numberToBytesLE(first, numberBytes), numberToBytesLE(second, numberBytes));
}

/** A pair of keys: the private one is a number of 64 bytes, the public one is x‖y, 128 bytes. */
export type GostKey = { privateKey: Uint8Array; publicKey: Uint8Array };

/** What can be done on one curve. */
export type GostScheme = {
  /**
   * Whether the signature over the digest (64 bytes) was made with the key's private half. Anything malformed is a false
   * signature, never an error: lengths, r or s outside 1 … q−1, a key that is no point of the curve.
   */
  verify: (publicKey: Uint8Array, digest: Uint8Array, signature: Uint8Array) => boolean;
  /** Signs a digest of 64 bytes. Throws a RangeError when the private key or the digest is malformed. */
  sign: (privateKey: Uint8Array, digest: Uint8Array) => Uint8Array;
  generateKey: () => GostKey;
};

/**
 * The scheme on a curve of at most 512 bits whose points other than infinity all have the order n (cofactor 1).
 * `random` gives that many unpredictable bytes.
 */
export function gostScheme(
  curve: WeierstrassOpts<bigint>,
  random: (length: number) => Uint8Array = randomBytes,
): GostScheme {
  const Point = weierstrass(curve);
  const scalars = Point.Fn;

  function randomScalar(): bigint {
    return bytesToNumberLE(mapHashToField(random(randomBytesOfNumber), scalars.ORDER, true));
  }

  /** The number e that is signed; a digest that is a multiple of q counts as 1 (RFC 7091 §6.1, step 2). */
  function signedNumber(digest: Uint8Array): bigint {
    return scalars.create(bytesToNumberLE(digest)) || 1n;
  }

  function pointOf(publicKey: Uint8Array): WeierstrassPoint<bigint> | undefined {
    const numbers = numbersOf(publicKey);
    if (!numbers) return undefined;
    try {
      const point = Point.fromAffine({ x: numbers[0], y: numbers[1] });
      point.assertValidity();
      return point;
    } catch {
      return undefined;
    }
  }

  return {
    verify(publicKey, digest, signature) {
      const key = pointOf(publicKey);
      const numbers = numbersOf(signature);
      if (!key || !numbers || digest.length !== numberBytes) return false;
      const [r, s] = numbers;
      if (!scalars.isValidNot0(r) || !scalars.isValidNot0(s)) return false;
      const v = scalars.inv(signedNumber(digest));
      const c = Point.BASE.mulAddUnsafe(scalars.mul(s, v), key, scalars.neg(scalars.mul(r, v)));
      return !c.is0() && scalars.create(c.x) === r;
    },

    sign(privateKey, digest) {
      const d = bytesToNumberLE(privateKey);
      if (privateKey.length !== numberBytes || !scalars.isValidNot0(d)) throw new RangeError('No private key of GOST');
      if (digest.length !== numberBytes) throw new RangeError('A digest of GOST has 64 bytes');
      for (;;) {
        const k = randomScalar();
        const r = scalars.create(Point.BASE.multiply(k).x);
        const s = scalars.add(scalars.mul(r, d), scalars.mul(k, signedNumber(digest)));
        // Practically never: then another k is drawn (RFC 7091 §6.1, steps 4 and 5).
        if (r !== 0n && s !== 0n) return bytesOf(r, s);
      }
    },

    generateKey() {
      const d = randomScalar();
      const { x, y } = Point.BASE.multiply(d);
      return { privateKey: numberToBytesLE(d, numberBytes), publicKey: bytesOf(x, y) };
    },
  };
}

/** The curve id-tc26-gost-3410-12-512-paramSetA (RFC 7836, appendix A). */
export const paramSetA: WeierstrassOpts<bigint> = {
  p: 2n ** 512n - 569n,
  a: 2n ** 512n - 572n,
  b: BigInt(
    '0xe8c2505dedfc86ddc1bd0b2b6667f1da34b82574761cb0e879bd081cfd0b6265' +
      'ee3cb090f30d27614cb4574010da90dd862ef9d4ebee4761503190785a71c760',
  ),
  n: BigInt(
    '0xffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff' +
      '27e69532f48d89116ff22b8d4e0560609b4b38abfad2b85dcacdb1411f10b275',
  ),
  h: 1n,
  Gx: 3n,
  Gy: BigInt(
    '0x7503cfe87a836ae3a61b8816e25450e6ce5e1c93acf1abc1778064fdcbefa921' +
      'df1626be4fd036e93d75e6a50e3a41e98028fe5fc235f5b889a589cb5215f2a4',
  ),
};

/** The scheme on Kazakhstan's curve. */
export const { verify: verifyGost, sign: signGost, generateKey: generateGostKey } = gostScheme(paramSetA);
