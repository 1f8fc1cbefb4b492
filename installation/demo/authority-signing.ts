import * as asn1js from 'asn1js';
import { digest } from '../../subgraphs/kit/signatures/algorithms.ts';
import { algorithm, date, octets } from './authority-certificates.ts';
import type { SigningKey } from './authority-keys.ts';

/** Somebody who can sign: a key and its certificate in DER. */
export interface Identity {
  key: SigningKey;
  certificate: Uint8Array;
}

/** How a document is signed. */
export interface SigningOptions {
  /** What the signer's machine says the time is; nobody believes it. */
  at: Temporal.Instant;
  /** Whether the document is put into the CMS. */
  attached?: boolean;
  /** Certificates of authorities to bring along. */
  authorities?: readonly Uint8Array[];
}

const oids = {
  signedData: '1.2.840.113549.1.7.2',
  data: '1.2.840.113549.1.7.1',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
} as const;

/** Signs a document as NCALayer does: a CMS in DER, detached unless told. */
export function signDocument(
  document: Uint8Array,
  identity: Identity,
  { at, attached = false, authorities = [] }: SigningOptions,
): Uint8Array {
  return signedData({
    content: attached ? document : undefined,
    certificates: [identity.certificate, ...authorities],
    signers: [signerOf(identity, usualAttributes(document, identity.key, at))],
  });
}

/** What a signer signs: the content's type and digest, and a time. */
export function usualAttributes(
  document: Uint8Array,
  { digestAlgorithm }: SigningKey,
  at: Temporal.Instant,
): asn1js.Sequence[] {
  return [
    attribute(oids.contentType, new asn1js.ObjectIdentifier({ value: oids.data })),
    attribute(oids.signingTime, new asn1js.UTCTime({ valueDate: date(at) })),
    attribute(oids.messageDigest, octets(digest(digestAlgorithm, document))),
  ];
}

/** An attribute with its values. */
export function attribute(type: string, ...values: asn1js.BaseBlock[]): asn1js.Sequence {
  return new asn1js.Sequence({
    value: [new asn1js.ObjectIdentifier({ value: type }), new asn1js.Set({ value: values })],
  });
}

/** A signer and the signature over attributes (RFC 5652, 5.3), the attributes in the order of DER. */
export function signerOf({ key, certificate }: Identity, attributes: readonly asn1js.Sequence[]): asn1js.Sequence {
  const sorted = attributes.toSorted((one, other) => Buffer.compare(encoded(one), encoded(other)));
  const [issuer, serial] = issuerAndSerial(certificate);
  return new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 1 }),
      new asn1js.Sequence({ value: [issuer, serial] }),
      algorithm({ signatureAlgorithm: key.digestAlgorithm }).toSchema(),
      tagged(0, ...sorted),
      algorithm(key).toSchema(),
      octets(key.sign(encoded(new asn1js.Set({ value: [...sorted] })))),
    ],
  });
}

/** A CMS with signed data, in DER. */
export function signedData(parts: {
  content?: Uint8Array | undefined;
  certificates: readonly Uint8Array[];
  signers: readonly asn1js.Sequence[];
}): Uint8Array {
  const type = new asn1js.ObjectIdentifier({ value: oids.data });
  const { content, certificates, signers } = parts;
  const body = new asn1js.Sequence({
    value: [
      new asn1js.Integer({ value: 1 }),
      new asn1js.Set({ value: signers.map((signer) => signer.valueBlock.value[2]!) }),
      new asn1js.Sequence({ value: [type, ...(content ? [tagged(0, octets(content))] : [])] }),
      ...(certificates.length > 0 ? [tagged(0, ...certificates.map(structure))] : []),
      new asn1js.Set({ value: [...signers] }),
    ],
  });
  const whole = [new asn1js.ObjectIdentifier({ value: oids.signedData }), tagged(0, body)];
  return encoded(new asn1js.Sequence({ value: whole }));
}

/** How a signer names the certificate. */
function issuerAndSerial(certificate: Uint8Array): [asn1js.BaseBlock, asn1js.BaseBlock] {
  const body = (structure(certificate) as asn1js.Sequence).valueBlock.value[0] as asn1js.Sequence;
  const [, serial, , issuer] = body.valueBlock.value;
  return [issuer!, serial!];
}

function structure(bytes: Uint8Array): asn1js.BaseBlock {
  return asn1js.fromBER(new Uint8Array(bytes)).result;
}

function encoded(value: asn1js.BaseBlock): Uint8Array {
  return new Uint8Array(value.toBER());
}

function tagged(tagNumber: number, ...value: asn1js.BaseBlock[]): asn1js.Constructed {
  return new asn1js.Constructed({ idBlock: { tagClass: 3, tagNumber }, value });
}
