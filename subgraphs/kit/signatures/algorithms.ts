import { createHash, createPublicKey, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { verifyGost } from './gost/gost-signature.ts';
import { gostOids, unsupportedGostAlgorithms } from './gost/oids.ts';
import { streebog512 } from './gost/streebog.ts';
import { refuse } from './verdict.ts';

/** A public key as a certificate holds it. */
export interface PublicKey {
  /** The algorithm, as an object identifier. */
  algorithm: string;
  /** The object identifiers of its parameters; RSA has none. */
  parameters: readonly string[];
  /** The whole SubjectPublicKeyInfo in DER. */
  info: Uint8Array;
  /** The content of the bit string inside. */
  bits: Uint8Array;
}

export const rsaOids = {
  key: '1.2.840.113549.1.1.1',
  digest: '2.16.840.1.101.3.4.2.1',
  signature: '1.2.840.113549.1.1.11',
} as const;

/** What was broken, or nearly: MD2, MD4, MD5 and SHA-1, alone and with RSA. */
const weak = new Set([
  '1.3.14.3.2.26',
  '1.2.840.113549.2.2',
  '1.2.840.113549.2.4',
  '1.2.840.113549.2.5',
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.3',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
]);

const digests: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  [rsaOids.digest]: (bytes) => createHash('sha256').update(bytes).digest(),
  [gostOids.digest]: streebog512,
};

/** Each signature algorithm, and the digest that it signs. */
const signatures: Readonly<Record<string, string>> = {
  [rsaOids.signature]: rsaOids.digest,
  [gostOids.signature]: gostOids.digest,
};

const minimalRsaBits = 2048;

/** Refuses an algorithm by its kind: weak, the older GOST, or unknown. */
function refuseAlgorithm(algorithm: string): never {
  if (/34\.31[01]-/.test(unsupportedGostAlgorithms[algorithm] ?? '')) refuse('OLD_GOST');
  refuse(weak.has(algorithm) ? 'WEAK_ALGORITHM' : 'UNKNOWN_ALGORITHM');
}

/** The digest of bytes; refuses an algorithm that is not accepted. */
export function digest(algorithm: string, bytes: Uint8Array): Uint8Array {
  const compute = digests[algorithm] ?? refuseAlgorithm(algorithm);
  return compute(bytes);
}

/** Refuses a signature algorithm that is not accepted. */
export function requireSignatureAlgorithm(algorithm: string): void {
  if (!signatures[algorithm]) refuseAlgorithm(algorithm);
}

/** The signature algorithm of a signer, who names digest and signature apart: some write "RSA" only and leave the digest to the other name. */
export function signatureAlgorithmOf(digestAlgorithm: string, signatureAlgorithm: string): string {
  if (!digests[digestAlgorithm]) refuseAlgorithm(digestAlgorithm);
  const algorithm = signatureAlgorithm === rsaOids.key ? rsaOids.signature : signatureAlgorithm;
  requireSignatureAlgorithm(algorithm);
  if (signatures[algorithm] !== digestAlgorithm) refuse('UNKNOWN_ALGORITHM');
  return algorithm;
}

/** Refuses a key of another algorithm, another curve, or too short. */
export function requireKey(key: PublicKey): void {
  if (key.algorithm === gostOids.key) {
    if (key.parameters[0] !== gostOids.parameters) refuse('UNKNOWN_ALGORITHM');
  } else if (key.algorithm === rsaOids.key) {
    if ((rsaKey(key)?.asymmetricKeyDetails?.modulusLength ?? 0) < minimalRsaBits) refuse('WEAK_ALGORITHM');
  } else refuseAlgorithm(key.algorithm);
}

/** Whether a signature over bytes was made with this key. Whatever is malformed, too weak or does not belong together is no signature. */
export function signatureFits(key: PublicKey, algorithm: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  if (algorithm === rsaOids.signature && key.algorithm === rsaOids.key) {
    const rsa = rsaKey(key);
    if ((rsa?.asymmetricKeyDetails?.modulusLength ?? 0) < minimalRsaBits) return false;
    return verify('RSA-SHA256', bytes, rsa!, signature);
  }
  if (algorithm === gostOids.signature && key.algorithm === gostOids.key) return gostFits(key, bytes, signature);
  return false;
}

function rsaKey(key: PublicKey): KeyObject | undefined {
  try {
    return createPublicKey({ key: Buffer.from(key.info), format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}

/** GOST takes tens of milliseconds, and the certificates and lists of the authorities come again with every signature: what fitted once fits. */
const fitted = new Set<string>();
const remembered = 1000;
const gostSignatureBytes = 128;

function gostFits(key: PublicKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  // A fixed length, so that no other division of the same bytes has the same name.
  if (signature.length !== gostSignatureBytes) return false;
  const name = createHash('sha256').update(key.info).update(signature).update(bytes).digest('base64');
  if (fitted.has(name)) return true;
  const fits = verifyGost(gostPoint(key), streebog512(bytes), signature);
  if (fits && fitted.add(name).size > remembered) fitted.delete(fitted.values().next().value!);
  return fits;
}

/** The 128 bytes of the point, which stand in an octet string inside the bit string. */
function gostPoint({ bits }: PublicKey): Uint8Array {
  const isOctetString = bits.length === 131 && bits[0] === 0x04 && bits[1] === 0x81 && bits[2] === 0x80;
  return isOctetString ? bits.subarray(3) : new Uint8Array();
}
