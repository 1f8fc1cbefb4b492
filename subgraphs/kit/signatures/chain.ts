import { requireKey, requireSignatureAlgorithm, signatureFits } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { refuse } from './verdict.ts';

/** The authorities that are believed. */
export interface TrustedAuthorities {
  /** Trusted because the configuration says so; every chain ends in one. */
  anchors: readonly Certificate[];
  /** Authorities between, for signatures that don't bring them along; believed only when they lead to an anchor. */
  intermediates?: readonly Certificate[];
}

/**
 * The chain from a certificate to an anchor, both included. Refuses UNKNOWN_AUTHORITY, CERTIFICATE_ALTERED,
 * CERTIFICATE_NOT_UNDERSTOOD, and algorithms that are not accepted.
 *
 * It is looked for from the anchor down: an authority's key is used only after the authority itself was found trustworthy, so keys
 * that a sender made up cost no time. Each certificate is climbed from once.
 *
 * @param embedded certificates that the signature brought along; no one believes them by themselves.
 */
export function chainOf(
  certificate: Certificate,
  embedded: readonly Certificate[],
  { anchors, intermediates = [] }: TrustedAuthorities,
  moment: Temporal.Instant,
): Certificate[] {
  const authorities = [...anchors, ...validFirst([...intermediates, ...embedded], moment)].filter(mayIssue);
  const chains = new Map<Certificate, Certificate[] | undefined>();
  let altered = false;

  const chain = chainFrom(certificate);
  if (!chain) return refuse(altered ? 'CERTIFICATE_ALTERED' : 'UNKNOWN_AUTHORITY');
  // Between the holder and the authority at a place stand one authority less.
  if (chain.some(({ extensions }, place) => place - 1 > (extensions.pathLength ?? Infinity)))
    refuse('UNKNOWN_AUTHORITY');
  return chain;

  function chainFrom(one: Certificate): Certificate[] | undefined {
    if (anchors.includes(one)) return [one];
    if (!chains.has(one)) {
      // Until it is known there is none: so circles end.
      chains.set(one, undefined);
      chains.set(one, climb(one));
    }
    return chains.get(one);
  }

  function climb(one: Certificate): Certificate[] | undefined {
    for (const issuer of authorities) {
      const above = isNamedIssuer(issuer, one) && chainFrom(issuer);
      if (!above) continue;
      requireUnderstood(one);
      requireKey(issuer.key);
      if (signatureFits(issuer.key, one.signatureAlgorithm, one.signed, one.signature)) return [one, ...above];
      altered = true;
    }
    return undefined;
  }
}

/** Refuses a chain of which a certificate was not valid at the moment. */
export function requireValid(chain: readonly Certificate[], moment: Temporal.Instant): void {
  for (const { validFrom, validUntil } of chain) {
    if (Temporal.Instant.compare(moment, validFrom) < 0) refuse('NOT_YET_VALID');
    if (Temporal.Instant.compare(moment, validUntil) > 0) refuse('EXPIRED');
  }
}

/** Refuses a certificate that isn't for signing documents: one for signing in has the same holder and the same authority. */
export function requireForSigning({ extensions: { keyUsage, extendedKeyUsage } }: Certificate): void {
  const forSigning = keyUsage?.has('nonRepudiation') && extendedKeyUsage?.includes('1.3.6.1.5.5.7.3.4');
  if (!forSigning) refuse('NOT_FOR_SIGNING');
}

/** Refuses what can't be judged: algorithms and critical extensions. */
function requireUnderstood(certificate: Certificate): void {
  requireKey(certificate.key);
  requireSignatureAlgorithm(certificate.signatureAlgorithm);
  if (certificate.extensions.notUnderstood) refuse('CERTIFICATE_NOT_UNDERSTOOD');
}

function mayIssue({ extensions: { isAuthority, keyUsage } }: Certificate): boolean {
  return isAuthority === true && (keyUsage?.has('keyCertSign') ?? true);
}

function isNamedIssuer(issuer: Certificate, certificate: Certificate): boolean {
  const { authorityKeyIdentifier: named } = certificate.extensions;
  const { keyIdentifier: actual } = issuer.extensions;
  return issuer.subject === certificate.issuer && (!named || !actual || named === actual);
}

/** Authorities renew their certificates under the same name and key: of two, the one that was valid at the moment is the one. */
function validFirst(certificates: readonly Certificate[], moment: Temporal.Instant): Certificate[] {
  const isValid = ({ validFrom, validUntil }: Certificate) =>
    Temporal.Instant.compare(validFrom, moment) <= 0 && Temporal.Instant.compare(moment, validUntil) <= 0;
  return [...certificates.filter(isValid), ...certificates.filter((each) => !isValid(each))];
}
