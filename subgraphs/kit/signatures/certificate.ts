import type { PublicKey } from './algorithms.ts';
import * as asn1 from './asn1.ts';
import type { Value } from './asn1.ts';
import { Malformed } from './der-elements.ts';

/** An X.509 certificate, read once (RFC 5280). */
export interface Certificate {
  /** The whole certificate in DER. */
  bytes: Uint8Array;
  /** The part that the issuer signed. */
  signed: Uint8Array;
  signatureAlgorithm: string;
  signature: Uint8Array;
  /** Hexadecimal. */
  serial: string;
  /** Names as the hexadecimal digits of their encoding: authorities repeat them to the byte. */
  issuer: string;
  subject: string;
  /** The texts of the subject's name, by the attribute's object identifier. */
  subjectTexts: ReadonlyMap<string, readonly string[]>;
  validFrom: Temporal.Instant;
  /** Still valid at this moment. */
  validUntil: Temporal.Instant;
  key: PublicKey;
  extensions: Extensions;
}

/** What the extensions of a certificate say; what stands in none is undefined. */
interface Extensions {
  keyUsage?: ReadonlySet<KeyUsage | undefined>;
  /** What else it may be used for, and in Kazakhstan what kind of holder it has: object identifiers. */
  extendedKeyUsage?: readonly string[];
  isAuthority?: boolean;
  /** How many authorities may stand between this one and a holder's certificate. */
  pathLength?: number;
  keyIdentifier?: string;
  authorityKeyIdentifier?: string;
  /** Whether there is a critical extension that isn't among these. */
  notUnderstood?: boolean;
}

/** The key usages of RFC 5280, in the order of their bits. */
const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
] as const;
type KeyUsage = (typeof keyUsages)[number];

/** Reads a certificate in DER. Throws `Malformed`. */
export function readCertificate(bytes: Uint8Array): Certificate {
  return certificateOf(asn1.parse(bytes));
}

/** Reads the certificates in a file: one in DER, or any number in PEM. Throws `Malformed`. */
export function readCertificateFile(bytes: Uint8Array): Certificate[] {
  const armoured = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END CERTIFICATE-----/g);
  const found = [...armoured].map(([, base64]) => Buffer.from(base64!, 'base64'));
  return (found.length > 0 ? found : [bytes]).map(readCertificate);
}

/** Reads a certificate that stands in something larger. Throws `Malformed`. */
export function certificateOf(value: Value): Certificate {
  const [body, algorithm, signature] = asn1.inside(value);
  const fields = asn1.inside(body);
  if (asn1.isTagged(fields[0], 0)) fields.shift();
  const [serial, innerAlgorithm, issuer, validity, subject, key, ...rest] = fields;
  if (!asn1.sameBytes(asn1.encoded(algorithm), asn1.encoded(innerAlgorithm))) {
    throw new Malformed('two signature algorithms');
  }
  const [validFrom, validUntil] = asn1.inside(validity);
  return {
    bytes: asn1.encoded(value),
    signed: asn1.encoded(body),
    signatureAlgorithm: asn1.identifier(asn1.inside(algorithm)[0]),
    signature: asn1.wholeBytes(signature),
    serial: asn1.integer(serial),
    issuer: asn1.hexadecimal(asn1.encoded(issuer)),
    subject: asn1.hexadecimal(asn1.encoded(subject)),
    subjectTexts: textsOf(subject),
    validFrom: asn1.moment(validFrom),
    validUntil: asn1.moment(validUntil),
    key: keyOf(key),
    extensions: extensionsOf(rest.find((field) => asn1.isTagged(field, 3))),
  };
}

function textsOf(name: Value | undefined): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const attribute of asn1.inside(name).flatMap(asn1.inside)) {
    const [type, value] = asn1.inside(attribute);
    const text = asn1.text(value);
    if (text !== undefined) texts.set(asn1.identifier(type), [...(texts.get(asn1.identifier(type)) ?? []), text]);
  }
  return texts;
}

function keyOf(info: Value | undefined): PublicKey {
  const [algorithm, bits] = asn1.inside(info);
  const [identifier, parameters] = asn1.inside(algorithm);
  return {
    algorithm: asn1.identifier(identifier),
    parameters: asn1.isSequence(parameters) ? asn1.inside(parameters).map(asn1.identifier) : [],
    info: asn1.encoded(info),
    bits: asn1.wholeBytes(bits),
  };
}

function extensionsOf(tagged: Value | undefined): Extensions {
  const extensions: Extensions = {};
  const seen = new Set<string>();
  for (const extension of tagged ? asn1.inside(asn1.inside(tagged)[0]) : []) {
    const [type, ...rest] = asn1.inside(extension);
    const identifier = asn1.identifier(type);
    if (seen.has(identifier)) throw new Malformed('an extension stands twice');
    seen.add(identifier);
    const critical = rest.length > 1 && asn1.truth(rest[0]);
    const read = readers[identifier];
    if (read) Object.assign(extensions, read(asn1.parse(asn1.octets(rest.at(-1)))));
    else if (critical && !harmless.has(identifier)) extensions.notUnderstood = true;
  }
  return extensions;
}

const readers: Readonly<Record<string, (value: Value) => Extensions>> = {
  '2.5.29.14': (value) => ({ keyIdentifier: asn1.hexadecimal(asn1.octets(value)) }),
  '2.5.29.15': (value) => ({ keyUsage: new Set(asn1.namedBits(value).map((bit) => keyUsages[bit])) }),
  '2.5.29.19': (value) => {
    const fields = asn1.inside(value);
    const length = fields[1] && Number.parseInt(asn1.integer(fields[1]), 16);
    return {
      isAuthority: fields.length > 0 && asn1.truth(fields[0]),
      ...(length !== undefined && { pathLength: length }),
    };
  },
  '2.5.29.35': (value) => {
    const identifier = asn1.inside(value).find((field) => asn1.isTagged(field, 0));
    return identifier ? { authorityKeyIdentifier: asn1.hexadecimal(asn1.taggedBytes(identifier)) } : {};
  },
  '2.5.29.37': (value) => ({ extendedKeyUsage: asn1.inside(value).map(asn1.identifier) }),
};

/** Extensions that narrow nothing that is judged here, also where they are critical: certificate policies and alternative names. */
const harmless: ReadonlySet<string> = new Set(['2.5.29.32', '2.5.29.17']);
