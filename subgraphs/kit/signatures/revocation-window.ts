import type { Certificate } from './certificate.ts';

/** What is asked of a list or an answer. */
export interface RevocationQuestion {
  certificate: Certificate;
  issuer: Certificate;
  moment: Temporal.Instant;
  /** For how long it counts after it was issued. */
  countsFor: Temporal.Duration;
}

/**
 * Whether what was issued at `issued`, and is good until `until`, can say about the moment that a certificate was NOT revoked then.
 *
 * Issued before the moment, it counts for as long as it says itself, but no longer than the configuration allows: authorities write half
 * a year into lists that they renew every day. Issued after the moment it says even more, since it tells when each revocation was; but
 * then the certificate must not have expired before, because an expired one may be left out.
 */
export function speaksOf(
  { certificate, moment, countsFor }: RevocationQuestion,
  issued: Temporal.Instant,
  until: Temporal.Instant,
): boolean {
  const isLater = Temporal.Instant.compare(moment, issued) < 0;
  if (isLater) return Temporal.Instant.compare(issued, certificate.validUntil) <= 0;
  return Temporal.Instant.compare(moment, until) <= 0 && Temporal.Instant.compare(moment, issued.add(countsFor)) <= 0;
}
