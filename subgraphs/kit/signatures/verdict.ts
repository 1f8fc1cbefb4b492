import { Malformed } from './der-elements.ts';
import type { Evidence } from './evidence.ts';
import type { HolderKind, Signer } from './subject.ts';

/** Why a signature is not accepted: one reason for each thing that a verification establishes. The names never change their meaning. */
export const signatureRefusals = [
  /** Not a CMS with signed data, or damaged. */
  'NOT_CMS',
  /** More bytes or certificates than a signature of this document can have. */
  'TOO_LARGE',
  /** A CMS that nobody signed. */
  'NO_SIGNER',
  /** Signed by more than one; exactly one is asked for. */
  'SEVERAL_SIGNERS',
  /** The signer's certificate does not stand in the CMS, or not exactly one does. */
  'CERTIFICATE_NOT_EMBEDDED',
  /** A certificate with a critical extension that is not understood here. */
  'CERTIFICATE_NOT_UNDERSTOOD',
  /** SHA-1, MD5, or an RSA key under 2048 bits. */
  'WEAK_ALGORITHM',
  /** GOST 34.310-2004, which is not supported; a certificate of GOST 34.10-2015 or RSA is needed. */
  'OLD_GOST',
  /** Any other algorithm. */
  'UNKNOWN_ALGORITHM',
  /** The signature covers other bytes than the document's. */
  'OTHER_DOCUMENT',
  /** The signed attributes miss the content type or the digest, hold them twice, or name another content type. */
  'ATTRIBUTES_WRONG',
  /** The attributes or the signature were changed, or another key signed. */
  'SIGNATURE_WRONG',
  /** The chain of certificates ends in no authority that is trusted here. */
  'UNKNOWN_AUTHORITY',
  /** A certificate does not carry its authority's signature. */
  'CERTIFICATE_ALTERED',
  /** A certificate of the chain was not valid yet at the moment of signing. */
  'NOT_YET_VALID',
  /** A certificate of the chain was not valid any more at the moment of signing. */
  'EXPIRED',
  /** The certificate is for something else than signing, such as for signing in. */
  'NOT_FOR_SIGNING',
  /** A certificate of the chain was revoked at the moment of signing. */
  'REVOKED',
  /** No list and no responder says whether a certificate was revoked. */
  'REVOCATION_UNKNOWN',
  /** The holder's IIN is another one. */
  'OTHER_PERSON',
  /** The holder's BIN is another one. */
  'OTHER_ORGANISATION',
  /** The holder is of a kind that may not sign this, such as an employee without the right to sign. */
  'NOT_ENTITLED',
  /** The verification service did not confirm the signature, for a reason that it does not tell. */
  'NOT_CONFIRMED',
  /** The verification service can't be reached: ask again later. */
  'VERIFIER_UNAVAILABLE',
  /** Not the evidence that a verification leaves. */
  'NOT_EVIDENCE',
] as const;

/** One reason why a signature is not accepted. */
export type SignatureRefusal = (typeof signatureRefusals)[number];

/** Whose signature is asked for. What is left out is not looked at. */
export interface ExpectedSigner {
  /** The holder's individual identification number. */
  iin?: string;
  /** The business identification number of the holder's organisation. */
  bin?: string;
  /** The kinds of holder who may sign; one of them is enough. */
  holders?: readonly HolderKind[];
}

/** A signature, and what it is said to be. */
export interface SignatureClaim {
  /** The exact bytes that were to be signed. */
  document: Uint8Array;
  /** The CMS, detached or attached: DER or BER, or the same in PEM. */
  cms: Uint8Array;
  /** The moment of signing that we recorded ourselves; what the CMS says about it is not believed. */
  moment: Temporal.Instant;
  expected?: ExpectedSigner;
}

/** The outcome of a verification. */
export type SignatureVerdict =
  { ok: true; signer: Signer; evidence: Evidence } | { ok: false; reason: SignatureRefusal };

/** Anything that verifies signatures. Never throws because of what the claim holds. */
export type SignatureVerifier = (claim: SignatureClaim) => Promise<SignatureVerdict>;

/** Ends a verification; caught where the verdict is made. */
export class Refused extends Error {
  readonly reason: SignatureRefusal;

  constructor(reason: SignatureRefusal) {
    super(reason);
    this.reason = reason;
  }
}

/** Ends a verification with its reason. */
export function refuse(reason: SignatureRefusal): never {
  throw new Refused(reason);
}

/** Makes a verdict of what a verification returned, or of the reason that ended it. */
export async function verdictOf(
  verification: () => Promise<Extract<SignatureVerdict, { ok: true }>>,
): Promise<SignatureVerdict> {
  try {
    return await verification();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.reason };
    if (error instanceof Malformed) return { ok: false, reason: 'NOT_CMS' };
    throw error;
  }
}
