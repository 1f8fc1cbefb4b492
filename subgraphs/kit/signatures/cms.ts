import { certificateOf } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { digest, signatureAlgorithmOf, signatureFits } from './algorithms.ts';
import * as asn1 from './asn1.ts';
import type { Value } from './asn1.ts';
import { refuse } from './verdict.ts';

/** A CMS with exactly one signer, read (RFC 5652). */
export interface SignedData {
  /** The CMS, out of its PEM when it was in one. */
  bytes: Uint8Array;
  /** The signer's certificate. */
  certificate: Certificate;
  /** Every certificate that stands in the CMS. */
  embedded: readonly Certificate[];
  digestAlgorithm: string;
  signatureAlgorithm: string;
  /** The encodings of the signed attributes, without a frame. */
  attributes: readonly Value[];
  signature: Uint8Array;
  /** The document, when it stands in the CMS (attached). */
  content: Uint8Array | undefined;
}

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  data: '1.2.840.113549.1.7.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
} as const;

/** What a CMS may hold beside the document: certificates, attributes, a time-stamp. */
const mostBytes = 1024 * 1024;
/** A signer, two or three authorities, and whoever signed a time-stamp. */
const mostCertificates = 10;

/** Reads a CMS over a document of so many bytes: everything that can be said without a digest. Refuses, or throws `Malformed`. */
export function readSignedData(cms: Uint8Array, documentLength: number): SignedData {
  // In PEM every three bytes take four characters and a bit of line ends.
  if (cms.length > (documentLength + mostBytes) * 1.5) refuse('TOO_LARGE');
  const bytes = unarmoured(cms);
  if (bytes.length > documentLength + mostBytes) refuse('TOO_LARGE');
  const parts = structureOf(bytes);
  if (parts.content === undefined && bytes.length > mostBytes) refuse('TOO_LARGE');
  if (parts.certificates.length > mostCertificates) refuse('TOO_LARGE');
  const [signer, ...others] = parts.signers;
  if (!signer) refuse('NO_SIGNER');
  if (others.length > 0) refuse('SEVERAL_SIGNERS');
  const { embedded, isSigner, ...rest } = signerOf(signer, parts.certificates);
  const [certificate, ...doubles] = embedded.filter(isSigner);
  if (!certificate || doubles.some(({ bytes }) => !asn1.sameBytes(bytes, certificate.bytes))) {
    refuse('CERTIFICATE_NOT_EMBEDDED');
  }
  return { bytes, certificate, embedded, content: parts.content, ...rest };
}

/** Refuses a CMS that covers other bytes than the document's. The digest is computed here over those bytes; what the CMS says is only compared. */
export function requireCovers(signed: SignedData, document: Uint8Array): void {
  if (signed.content && !asn1.sameBytes(signed.content, document)) refuse('OTHER_DOCUMENT');
  const [contentType, messageDigest] = [oids.contentType, oids.messageDigest].map((type) => attribute(signed, type));
  if (asn1.identifier(contentType) !== oids.data) refuse('ATTRIBUTES_WRONG');
  const actual = digest(signed.digestAlgorithm, document);
  if (!asn1.sameBytes(asn1.octets(messageDigest), actual)) refuse('OTHER_DOCUMENT');
}

/** Refuses a CMS whose signature does not fit the signed attributes and the key of the certificate. */
export function requireSigned({ certificate, signatureAlgorithm, attributes, signature }: SignedData): void {
  if (!signatureFits(certificate.key, signatureAlgorithm, signedBytes(attributes), signature))
    refuse('SIGNATURE_WRONG');
}

/** CMS that NCALayer gives in PEM is read as well. */
function unarmoured(cms: Uint8Array): Uint8Array {
  if (cms[0] !== '-'.charCodeAt(0)) return cms;
  const [, base64] = /^-----BEGIN (?:CMS|PKCS7)-----([^-]+)-----END/.exec(Buffer.from(cms).toString('latin1')) ?? [];
  return Buffer.from(base64 ?? '', 'base64');
}

function structureOf(bytes: Uint8Array) {
  const [type, explicit] = asn1.inside(asn1.parse(bytes));
  if (asn1.identifier(type) !== oids.signedData) refuse('NOT_CMS');
  const [, , encapsulated, ...rest] = asn1.inside(asn1.inside(asn1.tagged(explicit, 0))[0]);
  const [contentType, content] = asn1.inside(encapsulated);
  if (asn1.identifier(contentType) !== oids.data) refuse('ATTRIBUTES_WRONG');
  const certificates = rest.find((field) => asn1.isTagged(field, 0));
  return {
    content: content && asn1.octets(asn1.inside(asn1.tagged(content, 0))[0]),
    // Attribute certificates are tagged, and nobody's key.
    certificates: certificates ? asn1.inside(certificates).filter(asn1.isSequence) : [],
    signers: asn1.inside(rest.find(asn1.isSet)),
  };
}

function signerOf(signer: Value, certificates: readonly Value[]) {
  const [, identifier, digestName, attributes, signatureName, signature] = asn1.inside(signer);
  if (!asn1.isTagged(attributes, 0)) refuse('ATTRIBUTES_WRONG');
  const digestAlgorithm = asn1.identifier(asn1.inside(digestName)[0]);
  return {
    embedded: certificates.map(certificateOf),
    isSigner: matcher(identifier),
    digestAlgorithm,
    signatureAlgorithm: signatureAlgorithmOf(digestAlgorithm, asn1.identifier(asn1.inside(signatureName)[0])),
    attributes: asn1.inside(attributes),
    signature: asn1.octets(signature),
  };
}

/** A signer names the certificate by issuer and serial number, or by the identifier of its key. */
function matcher(identifier: Value | undefined): (certificate: Certificate) => boolean {
  if (asn1.isTagged(identifier, 0)) {
    const key = asn1.hexadecimal(asn1.taggedBytes(identifier));
    return ({ extensions }) => extensions.keyIdentifier === key;
  }
  const [name, number] = asn1.inside(identifier);
  const [issuer, serial] = [asn1.hexadecimal(asn1.encoded(name)), asn1.integer(number)];
  return (certificate) => certificate.issuer === issuer && certificate.serial === serial;
}

/** The one value of the one attribute of a type. */
function attribute({ attributes }: SignedData, type: string): Value {
  const found = attributes.map(asn1.inside).filter(([identifier]) => asn1.identifier(identifier) === type);
  const [value, ...others] = found.flatMap(([, values]) => asn1.inside(values));
  if (!value || others.length > 0) refuse('ATTRIBUTES_WRONG');
  return value;
}

/** What was signed: the attributes as a SET OF in DER, whatever their order and frame in the CMS (RFC 5652, 5.4). */
function signedBytes(attributes: readonly Value[]): Uint8Array {
  const content = Buffer.concat(
    attributes.map((each) => Buffer.from(asn1.encoded(each))).sort((one, other) => one.compare(other)),
  );
  return Buffer.concat([Buffer.from([0x31]), derLength(content.length), content]);
}

function derLength(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const digits = Buffer.from(length.toString(16).padStart(8, '0'), 'hex');
  const significant = digits.subarray(digits.findIndex((byte) => byte !== 0));
  return Buffer.concat([Buffer.from([0x80 | significant.length]), significant]);
}
