import { signatureFits } from './algorithms.ts';
import * as asn1 from './asn1.ts';
import { elements, firstElement, Malformed } from './der-elements.ts';
import type { RevocationStatus } from './revocation.ts';
import { speaksOf } from './revocation-window.ts';
import type { RevocationQuestion } from './revocation-window.ts';

/** A certificate revocation list, read but for its entries (RFC 5280, 5). */
interface RevocationList {
  signed: Uint8Array;
  signatureAlgorithm: string;
  signature: Uint8Array;
  /** The issuer's name, as a certificate holds it. */
  issuer: string;
  issued: Temporal.Instant;
  /** When the next one is due at the latest. */
  next: Temporal.Instant | undefined;
  /** The bytes of the list itself. */
  entries: Uint8Array;
  /** Whether it is only a part: an addition to another list, one for some certificates, or anything else that isn't understood. */
  isPartial: boolean;
}

/**
 * What a list says about a certificate. It must be signed by the certificate's own issuer. A revocation counts from its date on, also
 * in a list that is too old to say that something was not revoked.
 */
export function judgeList(bytes: Uint8Array, question: RevocationQuestion): RevocationStatus {
  const { certificate, issuer, moment } = question;
  try {
    const list = readList(bytes);
    if (list.issuer !== certificate.issuer || list.isPartial) return 'UNKNOWN';
    if (!(issuer.extensions.keyUsage?.has('cRLSign') ?? true)) return 'UNKNOWN';
    if (!signatureFits(issuer.key, list.signatureAlgorithm, list.signed, list.signature)) return 'UNKNOWN';
    const revoked = revocationDate(list.entries, certificate.serial);
    if (revoked && Temporal.Instant.compare(revoked, moment) <= 0) return 'REVOKED';
    return speaksOf(question, list.issued, list.next ?? list.issued) ? 'GOOD' : 'UNKNOWN';
  } catch (error) {
    if (error instanceof Malformed) return 'UNKNOWN';
    throw error;
  }
}

/** When a list is due to be replaced; nothing when it doesn't say, or is no list. */
export function nextList(bytes: Uint8Array): Temporal.Instant | undefined {
  try {
    return readList(bytes).next;
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

/** Lists have hundreds of thousands of entries: only what stands around them is made into objects. */
function readList(bytes: Uint8Array): RevocationList {
  const [whole, ...more] = elements(bytes);
  if (whole?.tag !== tags.sequence || more.length > 0) throw new Malformed('not a list');
  const [body, algorithm, signature] = elements(whole.content);
  if (body?.tag !== tags.sequence || !algorithm || !signature) throw new Malformed('not a list');
  const fields = [...elements(body.content)];
  if (fields[0]?.tag === tags.integer) fields.shift();
  const [innerAlgorithm, issuer, issued, ...rest] = fields;
  if (!innerAlgorithm || !issuer || !issued || !asn1.sameBytes(algorithm.bytes, innerAlgorithm.bytes)) {
    throw new Malformed('not a list');
  }
  const next = rest[0] && isMoment(rest[0].tag) ? rest.shift() : undefined;
  return {
    signed: body.bytes,
    signatureAlgorithm: asn1.identifier(asn1.inside(asn1.parse(algorithm.bytes))[0]),
    signature: asn1.wholeBytes(asn1.parse(signature.bytes)),
    issuer: asn1.hexadecimal(issuer.bytes),
    issued: asn1.readMoment(issued.content),
    next: next && asn1.readMoment(next.content),
    entries: rest.find(({ tag }) => tag === tags.sequence)?.content ?? new Uint8Array(),
    isPartial: isPartial(rest.find(({ tag }) => tag === tags.extensions)?.content),
  };
}

const tags = { integer: 0x02, utcTime: 0x17, generalizedTime: 0x18, sequence: 0x30, extensions: 0xa0 } as const;

function isMoment(tag: number): boolean {
  return tag === tags.utcTime || tag === tags.generalizedTime;
}

/** When the certificate with this serial number was revoked. */
function revocationDate(entries: Uint8Array, serial: string): Temporal.Instant | undefined {
  const wanted = Buffer.from(serial, 'hex');
  // Most certificates are in no list, and their number's bytes nowhere in it: that is found out fifty times faster.
  if (!Buffer.from(entries.buffer, entries.byteOffset, entries.length).includes(wanted)) return undefined;
  for (const entry of elements(entries)) {
    const number = firstElement(entry.content);
    if (!asn1.sameBytes(number.content, wanted)) continue;
    return asn1.readMoment(firstElement(entry.content.subarray(number.bytes.length)).content);
  }
  return undefined;
}

const deltaList = '2.5.29.27';

/** A critical extension narrows what a list speaks of, and one for additions makes it an addition. */
function isPartial(extensions: Uint8Array | undefined): boolean {
  if (!extensions) return false;
  return asn1.inside(asn1.parse(extensions)).some((extension) => {
    const [type, ...rest] = asn1.inside(extension);
    return asn1.identifier(type) === deltaList || (rest.length > 1 && asn1.truth(rest[0]));
  });
}
