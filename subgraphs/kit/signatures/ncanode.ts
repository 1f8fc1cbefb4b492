import { z } from 'zod';
import { boundedFetch } from './bounded-fetch.ts';
import { requireForSigning, requireValid } from './chain.ts';
import { readSignedData, requireCovers } from './cms.ts';
import type { Certificate } from './certificate.ts';
import { evidenceOf } from './evidence.ts';
import { holderOf, requireExpected } from './subject.ts';
import { refuse, verdictOf } from './verdict.ts';
import type { SignatureVerifier } from './verdict.ts';

const deadline = 20_000;
const mostBytes = 1024 * 1024;
const revocationChecks = ['OCSP', 'CRL'] as const;

const certificateAnswer = z.object({
  valid: z.boolean(),
  serialNumber: z.string(),
  revocations: z.array(z.object({ revoked: z.boolean(), by: z.string() })).default([]),
});

/** The shape that NCANode 3 answers `POST /cms/verify` with, as far as it is used. */
const verificationAnswer = z.object({
  status: z.literal(200),
  valid: z.boolean(),
  signers: z.array(z.object({ certificates: z.array(certificateAnswer) })),
});

/**
 * Lets an NCANode verify instead: signature, chain and revocation are its word. What it leaves open is settled here, because it
 * answers `valid: true` also when nobody has signed, ignores the document when the CMS brings one along, checks revocation only when
 * asked to, and knows no moment but the present: signer, document, validity at our moment, key usage and holder.
 *
 * @param url where the service is, such as `http://10.0.0.7:14579`.
 */
export function ncaNode(url: string): SignatureVerifier {
  return ({ document, cms, moment, expected = {} }) =>
    verdictOf(async () => {
      const signed = readSignedData(cms, document.length);
      requireCovers(signed, document);
      requireValid([signed.certificate], moment);
      requireForSigning(signed.certificate);
      const answer = await ask(url, { cms: signed.bytes, data: signed.content ? undefined : document });
      requireConfirmed(answer, signed.certificate);
      const signer = holderOf(signed.certificate);
      requireExpected(signer, expected);
      const evidence = evidenceOf({ cms: signed.bytes, chain: [signed.certificate], proofs: [], moment });
      return { ok: true, signer, evidence: { ...evidence, answer } };
    });
}

async function ask(url: string, { cms, data }: { cms: Uint8Array; data: Uint8Array | undefined }): Promise<string> {
  const question = {
    cms: Buffer.from(cms).toString('base64'),
    ...(data && { data: Buffer.from(data).toString('base64') }),
    revocationCheck: revocationChecks,
  };
  const body = { type: 'application/json', bytes: Buffer.from(JSON.stringify(question)) };
  const answer = await boundedFetch(`${url.replace(/\/$/, '')}/cms/verify`, { deadline, mostBytes, body });
  if (!answer || answer.status >= 500) return refuse('VERIFIER_UNAVAILABLE');
  // It answers 400 to a CMS that it doesn't like, with the reason in words.
  return answer.status === 200 ? Buffer.from(answer.bytes).toString() : refuse('NOT_CONFIRMED');
}

/** Refuses an answer that does not say, of exactly this certificate, that it is valid and that nobody has revoked it. */
function requireConfirmed(text: string, { serial }: Certificate): void {
  const answer = verificationAnswer.safeParse(parsed(text)).data ?? refuse('NOT_CONFIRMED');
  const [certificate, ...others] = answer.signers.flatMap(({ certificates }) => certificates);
  if (!certificate || others.length > 0 || answer.signers.length !== 1) refuse('NOT_CONFIRMED');
  if (!sameNumber(certificate.serialNumber, serial)) refuse('NOT_CONFIRMED');
  if (certificate.revocations.some(({ revoked }) => revoked)) refuse('REVOKED');
  if (!answer.valid || !certificate.valid) refuse('NOT_CONFIRMED');
  // Without a responder or a list of its own it says "valid" although it checked nothing.
  if (!revocationChecks.every((check) => certificate.revocations.some(({ by }) => by === check))) {
    refuse('REVOCATION_UNKNOWN');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Hexadecimal numbers, with or without zeros before them. */
function sameNumber(one: string, other: string): boolean {
  return /^[0-9a-f]+$/i.test(one) && BigInt(`0x${one}`) === BigInt(`0x${other}`);
}
