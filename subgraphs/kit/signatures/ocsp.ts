import { createHash } from 'node:crypto';
import { digest, rsaOids, signatureFits } from './algorithms.ts';
import * as asn1 from './asn1.ts';
import type { Value } from './asn1.ts';
import { certificateOf } from './certificate.ts';
import type { Certificate } from './certificate.ts';
import { Malformed } from './der-elements.ts';
import { gostOids } from './gost/oids.ts';
import type { RevocationStatus } from './revocation.ts';
import { speaksOf } from './revocation-window.ts';
import type { RevocationQuestion } from './revocation-window.ts';

/** A responder's answer, read (RFC 6960). */
interface Answer {
  signed: Uint8Array;
  signatureAlgorithm: string;
  signature: Uint8Array;
  /** The certificates that came along. */
  certificates: readonly Certificate[];
  /** Whether a certificate is the one that the responder says to have signed with. */
  isResponder: (certificate: Certificate) => boolean;
  produced: Temporal.Instant;
  /** About one certificate each. */
  statuses: readonly Value[];
  nonce: Uint8Array | undefined;
}

const oids = {
  basicAnswer: '1.3.6.1.5.5.7.48.1.1',
  nonce: '1.3.6.1.5.5.7.48.1.2',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
  sha1: '1.3.14.3.2.26',
} as const;

/** An answer that names no end is about the present: this is how far the responder's clock and ours may be apart. */
const present = Temporal.Duration.from({ minutes: 10 });

/** What an answer says about a certificate. It must be signed by the certificate's issuer, or by a responder to whom this issuer gave that right. */
export function judgeAnswer(bytes: Uint8Array, question: RevocationQuestion): RevocationStatus {
  const { certificate, issuer, moment } = question;
  try {
    const answer = readAnswer(bytes);
    const own =
      answer && isSignedFor(answer, issuer) && answer.statuses.map(asn1.inside).find(isAbout(certificate, issuer));
    if (!own) return 'UNKNOWN';
    const [, status, issuedAt, ...rest] = own;
    const issued = asn1.moment(issuedAt);
    if (asn1.isTagged(status, 1)) {
      const revoked = asn1.moment(asn1.inside(status)[0]);
      if (Temporal.Instant.compare(revoked, moment) <= 0) return 'REVOKED';
    } else if (!asn1.isTagged(status, 0)) return 'UNKNOWN';
    const until = rest.find((field) => asn1.isTagged(field, 0));
    return speaksOf(question, issued, until ? asn1.moment(asn1.inside(until)[0]) : issued.add(present))
      ? 'GOOD'
      : 'UNKNOWN';
  } catch (error) {
    if (error instanceof Malformed) return 'UNKNOWN';
    throw error;
  }
}

/** Whether an answer repeats the number that was sent with the question; a responder may leave it out. */
export function repeatsNonce(bytes: Uint8Array, nonce: Uint8Array): boolean {
  try {
    const answer = readAnswer(bytes);
    return answer !== undefined && (!answer.nonce || asn1.sameBytes(answer.nonce, nonce));
  } catch (error) {
    if (error instanceof Malformed) return false;
    throw error;
  }
}

/** The identification of a certificate in questions and answers: digests of its issuer's name and key, and its number. */
export function certificateIdentity(
  certificate: Certificate,
  issuer: Certificate,
  hash: (bytes: Uint8Array) => Uint8Array,
) {
  return { name: hash(Buffer.from(issuer.subject, 'hex')), key: hash(issuer.key.bits), serial: certificate.serial };
}

/** Reads an answer; nothing when the responder says that it has none. */
function readAnswer(bytes: Uint8Array): Answer | undefined {
  const [, explicit] = asn1.inside(asn1.parse(bytes));
  if (!explicit) return undefined;
  const [type, content] = asn1.inside(asn1.inside(explicit)[0]);
  if (asn1.identifier(type) !== oids.basicAnswer) return undefined;
  const [body, algorithm, signature, certificates] = asn1.inside(asn1.parse(asn1.octets(content)));
  const fields = asn1.inside(body);
  if (asn1.isTagged(fields[0], 0)) fields.shift();
  const [responder, produced, statuses, extensions] = fields;
  return {
    signed: asn1.encoded(body),
    signatureAlgorithm: asn1.identifier(asn1.inside(algorithm)[0]),
    signature: asn1.wholeBytes(signature),
    certificates: certificates ? asn1.inside(asn1.inside(certificates)[0]).map(certificateOf) : [],
    isResponder: responderMatcher(responder),
    produced: asn1.moment(produced),
    statuses: asn1.inside(statuses),
    nonce: nonceOf(extensions),
  };
}

/** A responder names itself by its name or by the SHA-1 of its key. */
function responderMatcher(responder: Value | undefined): (certificate: Certificate) => boolean {
  const named = asn1.inside(responder)[0];
  if (asn1.isTagged(responder, 1)) {
    const name = asn1.hexadecimal(asn1.encoded(named));
    return ({ subject }) => subject === name;
  }
  const key = asn1.octets(named);
  return (certificate) => asn1.sameBytes(sha1(certificate.key.bits), key);
}

function nonceOf(tagged: Value | undefined): Uint8Array | undefined {
  const extensions = tagged ? asn1.inside(asn1.inside(tagged)[0]).map(asn1.inside) : [];
  const nonce = extensions.find(([type]) => asn1.identifier(type) === oids.nonce);
  return nonce && asn1.octets(asn1.parse(asn1.octets(nonce.at(-1))));
}

function isSignedFor(answer: Answer, issuer: Certificate): boolean {
  const { signatureAlgorithm, signed, signature, produced } = answer;
  return [issuer, ...answer.certificates]
    .filter(answer.isResponder)
    .filter((one) => one === issuer || isDelegate(one))
    .some(({ key }) => signatureFits(key, signatureAlgorithm, signed, signature));

  function isDelegate(one: Certificate): boolean {
    return (
      one.issuer === issuer.subject &&
      one.extensions.extendedKeyUsage?.includes(oids.ocspSigning) === true &&
      !one.extensions.notUnderstood &&
      Temporal.Instant.compare(one.validFrom, produced) <= 0 &&
      Temporal.Instant.compare(produced, one.validUntil) <= 0 &&
      signatureFits(issuer.key, one.signatureAlgorithm, one.signed, one.signature)
    );
  }
}

function isAbout(certificate: Certificate, issuer: Certificate): (status: Value[]) => boolean {
  return ([identification]) => {
    const [algorithm, name, key, serial] = asn1.inside(identification);
    const hash = hashes[asn1.identifier(asn1.inside(algorithm)[0])];
    if (!hash || asn1.integer(serial) !== certificate.serial) return false;
    const identity = certificateIdentity(certificate, issuer, hash);
    return asn1.sameBytes(asn1.octets(name), identity.name) && asn1.sameBytes(asn1.octets(key), identity.key);
  };
}

/** What identifies an issuer; nothing is signed with these, so SHA-1 does here. */
const hashes: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  [oids.sha1]: sha1,
  [rsaOids.digest]: (bytes) => digest(rsaOids.digest, bytes),
  [gostOids.digest]: (bytes) => digest(gostOids.digest, bytes),
};

function sha1(bytes: Uint8Array): Uint8Array {
  return createHash('sha1').update(bytes).digest();
}
