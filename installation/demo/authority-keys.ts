import { createPrivateKey, createPublicKey, generateKeyPair, sign } from 'node:crypto';
import { promisify } from 'node:util';
import * as asn1js from 'asn1js';
import { rsaOids } from '../../subgraphs/kit/signatures/algorithms.ts';
import { generateGostKey, signGost } from '../../subgraphs/kit/signatures/gost/gost-signature.ts';
import type { GostKey } from '../../subgraphs/kit/signatures/gost/gost-signature.ts';
import { gostOids } from '../../subgraphs/kit/signatures/gost/oids.ts';
import { streebog512 } from '../../subgraphs/kit/signatures/gost/streebog.ts';

/** The two kinds of keys that the National Certification Authority gives out. */
export const keyKinds = ['RSA', 'GOST'] as const;
export type KeyKind = (typeof keyKinds)[number];

/** A private key that signs. */
export interface SigningKey {
  kind: KeyKind;
  /** Object identifiers of what it signs with. */
  signatureAlgorithm: string;
  digestAlgorithm: string;
  /** The public half, as a SubjectPublicKeyInfo in DER. */
  info: Uint8Array;
  sign: (bytes: Uint8Array) => Uint8Array;
  /** The private half as text, for a file. */
  secret: string;
}

/** A new key. RSA has 2048 bits unless told. */
export async function newKey(kind: KeyKind, rsaBits = 2048): Promise<SigningKey> {
  if (kind === 'GOST') {
    const { privateKey, publicKey } = generateGostKey();
    return gostKey({ privateKey, publicKey });
  }
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: rsaBits });
  return keyOf(kind, privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'));
}

/** The key that a text in a file holds. */
export function keyOf(kind: KeyKind, secret: string): SigningKey {
  const bytes = Buffer.from(secret, 'base64');
  if (kind === 'GOST') return gostKey({ privateKey: bytes.subarray(0, 64), publicKey: bytes.subarray(64) });
  const key = createPrivateKey({ key: bytes, format: 'der', type: 'pkcs8' });
  return {
    kind,
    signatureAlgorithm: rsaOids.signature,
    digestAlgorithm: rsaOids.digest,
    info: createPublicKey(key).export({ type: 'spki', format: 'der' }),
    sign: (message) => sign('RSA-SHA256', message, key),
    secret,
  };
}

function gostKey({ privateKey, publicKey }: GostKey): SigningKey {
  const point = new asn1js.OctetString({ valueHex: new Uint8Array(publicKey).buffer }).toBER();
  const [key, parameters, digest] = [gostOids.key, gostOids.parameters, gostOids.digest].map(
    (value) => new asn1js.ObjectIdentifier({ value }),
  );
  const algorithm = new asn1js.Sequence({ value: [key!, new asn1js.Sequence({ value: [parameters!, digest!] })] });
  const info = new asn1js.Sequence({ value: [algorithm, new asn1js.BitString({ valueHex: point })] });
  return {
    kind: 'GOST',
    signatureAlgorithm: gostOids.signature,
    digestAlgorithm: gostOids.digest,
    info: new Uint8Array(info.toBER()),
    sign: (message) => signGost(privateKey, streebog512(message)),
    secret: Buffer.concat([privateKey, publicKey]).toString('base64'),
  };
}
