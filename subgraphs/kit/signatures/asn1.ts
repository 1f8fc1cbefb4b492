import * as asn1js from 'asn1js';
import { Malformed, requireWellFormed } from './der-elements.ts';

/** A value of ASN.1, read from its bytes. */
export type Value = ReturnType<typeof asn1js.fromBER>['result'];

/** Reads exactly one value that takes all the bytes (BER, so DER too). Throws {@link Malformed}. */
export function parse(bytes: Uint8Array): Value {
  // Also because the library lets parts reach beyond their whole.
  requireWellFormed(bytes);
  // What stands inside octet strings is the document, or is read on purpose: guessing there would read a sender's nonsense.
  const options = { maxNodes: bytes.length, maxContentLength: bytes.length, parseEmbedded: false, copyInput: false };
  const { offset, result } = read(new Uint8Array(bytes), options);
  if (offset !== bytes.length) throw new Malformed(result.error || 'not one value');
  return result;
}

function read(bytes: Uint8Array, options: Parameters<typeof asn1js.fromBER>[1]) {
  try {
    return asn1js.fromBER(bytes, options);
  } catch (error) {
    // Most faults are told, but some texts and times inside throw.
    throw new Malformed((error as Error).message);
  }
}

/** The values inside a SEQUENCE, a SET or a constructed tag, in their order. */
export function inside(value: Value | undefined): Value[] {
  if (value instanceof asn1js.Constructed) return value.valueBlock.value;
  throw new Malformed('a constructed value belongs here');
}

/** The bytes of a value as they were received: tag, length and content. */
export function encoded(value: Value | undefined): Uint8Array {
  if (!value) throw new Malformed('a value is missing');
  return value.valueBeforeDecodeView;
}

/** An object identifier in dots. */
export function identifier(value: Value | undefined): string {
  if (value instanceof asn1js.ObjectIdentifier) return value.valueBlock.toString();
  throw new Malformed('an object identifier belongs here');
}

/** The bytes of an OCTET STRING; its parts joined when BER has split it. */
export function octets(value: Value | undefined): Uint8Array {
  if (value instanceof asn1js.OctetString) return new Uint8Array(value.getValue());
  throw new Malformed('an octet string belongs here');
}

/** The bytes of a BIT STRING that ends with a whole byte. */
export function wholeBytes(value: Value | undefined): Uint8Array {
  if (value instanceof asn1js.BitString && !value.idBlock.isConstructed && value.valueBlock.unusedBits === 0) {
    return value.valueBlock.valueHexView;
  }
  throw new Malformed('a bit string of whole bytes belongs here');
}

/** The numbers of the bits that are set in a BIT STRING of named bits. */
export function namedBits(value: Value | undefined): number[] {
  if (!(value instanceof asn1js.BitString) || value.idBlock.isConstructed)
    throw new Malformed('named bits belong here');
  return [...value.valueBlock.valueHexView].flatMap((byte, index) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((bit) => byte & (0x80 >> bit)).map((bit) => index * 8 + bit),
  );
}

/** The content of an INTEGER in hexadecimal: serial numbers are longer than numbers, and are only compared. */
export function integer(value: Value | undefined): string {
  if (value instanceof asn1js.Integer) return hexadecimal(value.valueBlock.valueHexView);
  throw new Malformed('an integer belongs here');
}

/** A BOOLEAN. */
export function truth(value: Value | undefined): boolean {
  if (value instanceof asn1js.Boolean) return value.valueBlock.value;
  throw new Malformed('a boolean belongs here');
}

/** A text in whatever string type; nothing when it is of another type. */
export function text(value: Value | undefined): string | undefined {
  return value instanceof asn1js.BaseStringBlock ? String((value as asn1js.Utf8String).valueBlock.value) : undefined;
}

/** A moment, as certificates and lists write it: UTCTime or GeneralizedTime, in UTC, with seconds. */
export function moment(value: Value | undefined): Temporal.Instant {
  if (!(value instanceof asn1js.UTCTime)) throw new Malformed('a moment belongs here');
  return readMoment(value.valueBlock.valueHexView);
}

/** The content bytes of a UTCTime or GeneralizedTime; two-digit years are 1950–2049 (RFC 5280, 4.1.2.5.1). */
export function readMoment(content: Uint8Array): Temporal.Instant {
  const [, year, month, day, hour, minute, second] =
    /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(Buffer.from(content).toString('latin1')) ?? [];
  if (!year) throw new Malformed('not a moment in UTC');
  const fullYear = year.length === 4 ? year : `${Number(year) < 50 ? 20 : 19}${year}`;
  try {
    return Temporal.Instant.from(`${fullYear}-${month}-${day}T${hour}:${minute}:${second}Z`);
  } catch {
    throw new Malformed('no such moment');
  }
}

/** Whether a value carries the context-specific tag of this number. */
export function isTagged(value: Value | undefined, tag: number): boolean {
  return value?.idBlock.tagClass === 3 && value.idBlock.tagNumber === tag;
}

/** The same value, when it carries the context-specific tag of this number. */
export function tagged(value: Value | undefined, tag: number): Value {
  if (value && isTagged(value, tag)) return value;
  throw new Malformed('another tag belongs here');
}

/** The content of a context-specific tag that is primitive, such as an implicitly tagged octet string. */
export function taggedBytes(value: Value | undefined): Uint8Array {
  if (value instanceof asn1js.Primitive) return value.valueBlock.valueHexView;
  throw new Malformed('a primitive tag belongs here');
}

/** Whether a value is a SEQUENCE. */
export function isSequence(value: Value | undefined): boolean {
  return value instanceof asn1js.Sequence;
}

/** Whether a value is a SET. */
export function isSet(value: Value | undefined): boolean {
  return value instanceof asn1js.Set;
}

/** Whether two byte sequences are the same. */
export function sameBytes(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/** Bytes as hexadecimal digits. */
export function hexadecimal(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('hex');
}
