import { createHash } from 'node:crypto';
import * as asn1js from 'asn1js';
import * as pkijs from 'pkijs';
import type { SigningKey } from './authority-keys.ts';

/** A name, part after part: object identifier and text. */
export type Name = readonly (readonly [part: string, text: string])[];

/** The parts of names that Kazakhstan's certificates have. */
export const nameParts = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  organisationalUnit: '2.5.4.11',
  givenName: '2.5.4.42',
} as const;

/** Whoever issues certificates and lists. */
export interface Issuer {
  name: Name;
  key: SigningKey;
}

/** What a certificate is to say. */
export interface CertificateRequest {
  subject: Name;
  /** Whose key it certifies. */
  key: Pick<SigningKey, 'info'>;
  /** Hexadecimal, a whole number of bytes, the first under 80. */
  serial: string;
  validFrom: Temporal.Instant;
  validUntil: Temporal.Instant;
  extensions: readonly pkijs.Extension[];
}

/** Issues a certificate. */
export function issueCertificate(issuer: Issuer, request: CertificateRequest): Uint8Array {
  const certificate = new pkijs.Certificate({
    version: 2,
    serialNumber: number(request.serial),
    signature: algorithm(issuer.key),
    issuer: encodedName(issuer.name),
    notBefore: new pkijs.Time({ value: date(request.validFrom) }),
    notAfter: new pkijs.Time({ value: date(request.validUntil) }),
    subject: encodedName(request.subject),
    subjectPublicKeyInfo: new pkijs.PublicKeyInfo({ schema: asn1js.fromBER(new Uint8Array(request.key.info)).result }),
    extensions: [
      ...request.extensions,
      extension('2.5.29.14', octets(keyIdentifier(request.key))),
      extension(
        '2.5.29.35',
        new pkijs.AuthorityKeyIdentifier({ keyIdentifier: octets(keyIdentifier(issuer.key)) }).toSchema(),
      ),
    ],
    signatureAlgorithm: algorithm(issuer.key),
  });
  return sealed(certificate.encodeTBS(), issuer.key);
}

/** What a list is to say. */
export interface ListRequest {
  issued: Temporal.Instant;
  next: Temporal.Instant;
  revoked: readonly { serial: string; at: Temporal.Instant }[];
  extensions?: readonly pkijs.Extension[];
}

/** Issues a revocation list. */
export function issueList(issuer: Issuer, { issued, next, revoked, extensions = [] }: ListRequest): Uint8Array {
  const time = (at: Temporal.Instant) => new asn1js.UTCTime({ valueDate: date(at) });
  const entries = revoked.map(({ serial, at }) => new asn1js.Sequence({ value: [number(serial), time(at)] }));
  const all = [extension('2.5.29.20', new asn1js.Integer({ value: 1 })), ...extensions];
  const body = new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 1 }),
      algorithm(issuer.key).toSchema(),
      encodedName(issuer.name).toSchema(),
      time(issued),
      time(next),
      ...(entries.length > 0 ? [new asn1js.Sequence({ value: entries })] : []),
      new asn1js.Constructed({
        idBlock: { tagClass: 3, tagNumber: 0 },
        value: [new asn1js.Sequence({ value: all.map((each) => each.toSchema()) })],
      }),
    ],
  });
  return sealed(body, issuer.key);
}

/** An extension of a certificate or a list. */
export function extension(extnID: string, value: asn1js.BaseBlock, critical = false): pkijs.Extension {
  return new pkijs.Extension({ extnID, critical, extnValue: value.toBER() });
}

/** The usages of a key, by the numbers of their bits (RFC 5280, 4.2.1.3). */
export function keyUsage(...bits: readonly number[]): pkijs.Extension {
  const byte = bits.reduce((sum, bit) => sum | (0x80 >> bit), 0);
  const value = new asn1js.BitString({ valueHex: Uint8Array.of(byte).buffer, unusedBits: 7 - Math.max(...bits) });
  return extension('2.5.29.15', value, true);
}

/** What else a key is for, and what kind of holder it has. */
export function extendedKeyUsage(...oids: readonly string[]): pkijs.Extension {
  return extension('2.5.29.37', new pkijs.ExtKeyUsage({ keyPurposes: [...oids] }).toSchema());
}

/** Says that the holder is an authority, and how many may stand below it. */
export function authorityConstraints(pathLength?: number): pkijs.Extension {
  const value = [
    new asn1js.Boolean({ value: true }),
    ...(pathLength === undefined ? [] : [new asn1js.Integer({ value: pathLength })]),
  ];
  return extension('2.5.29.19', new asn1js.Sequence({ value }), true);
}

/** Under which policy a certificate was issued. */
export function policy(oid: string): pkijs.Extension {
  const information = new pkijs.PolicyInformation({ policyIdentifier: oid });
  return extension('2.5.29.32', new pkijs.CertificatePolicies({ certificatePolicies: [information] }).toSchema());
}

/** The name of an algorithm, as a structure. */
export function algorithm({ signatureAlgorithm }: Pick<SigningKey, 'signatureAlgorithm'>): pkijs.AlgorithmIdentifier {
  return new pkijs.AlgorithmIdentifier({ algorithmId: signatureAlgorithm, algorithmParams: new asn1js.Null() });
}

/** A name as a structure: each part in a set of its own, as authorities write it. */
export function encodedName(name: Name): pkijs.RelativeDistinguishedNames {
  const latin: readonly string[] = [nameParts.serialNumber, nameParts.country];
  const sets = name.map(([type, value]) => {
    const text = latin.includes(type) ? new asn1js.PrintableString({ value }) : new asn1js.Utf8String({ value });
    return new asn1js.Set({ value: [new pkijs.AttributeTypeAndValue({ type, value: text }).toSchema()] });
  });
  // The library would put all parts into one set, but keeps what it has read.
  const schema = asn1js.fromBER(new asn1js.Sequence({ value: sets }).toBER()).result;
  return new pkijs.RelativeDistinguishedNames({ schema });
}

/** A structure with its signature, as certificates, lists and answers have it. */
export function sealed(body: asn1js.Sequence, key: SigningKey): Uint8Array {
  const signature = key.sign(new Uint8Array(body.toBER()));
  const whole = new asn1js.Sequence({
    value: [body, algorithm(key).toSchema(), new asn1js.BitString({ valueHex: new Uint8Array(signature).buffer })],
  });
  return new Uint8Array(whole.toBER());
}

/** Bytes as a structure. */
export function octets(bytes: Uint8Array): asn1js.OctetString {
  return new asn1js.OctetString({ valueHex: new Uint8Array(bytes).buffer });
}

/** A serial number as a structure. */
export function number(serial: string): asn1js.Integer {
  return new asn1js.Integer({ valueHex: new Uint8Array(Buffer.from(serial, 'hex')).buffer });
}

/** A moment, as the libraries want it. */
export function date(at: Temporal.Instant): Date {
  return new Date(at.epochMilliseconds);
}

function keyIdentifier({ info }: Pick<SigningKey, 'info'>): Uint8Array {
  return createHash('sha1').update(info).digest();
}
