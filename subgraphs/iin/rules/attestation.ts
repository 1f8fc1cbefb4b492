import type { ConventionParty } from '../../kit/model/convention-parties.ts';
import { isWithin } from '../../kit/terms/periods.ts';
import type { AttestationRule } from './requirements.ts';

/** The two conventions whose parties' documents need neither legalisation nor apostille (A§6, note). */
export const conventions = ['MINSK_1993', 'CHISINAU_2002'] as const;

/** One of the two conventions. */
export type Convention = (typeof conventions)[number];

/** Who issued or certified a document, and whether it was legalised or apostilled. */
export interface AttestedDocument {
  issuingCountry: string | null;
  /** Whether that state's body, or a person whom it specially authorised, sealed it with the coat of arms. */
  stateSeal: boolean | null;
  attested: boolean;
}

/** The states whose documents are accepted without legalisation or apostille on a day: the parties of the conventions (A§6, note). */
export function exemptStates(parties: readonly ConventionParty[], day: Temporal.PlainDate): string[] {
  const bound = parties.filter(({ validFrom, validUntil }) => isWithin({ from: validFrom, until: validUntil }, day));
  return [...new Set(bound.map(({ country }) => country))].toSorted();
}

/**
 * Whether a document lacks the legalisation or apostille that it needs (A§6). Kazakhstan's own documents are not foreign. Of whom nobody told where it
 * was issued, a document that always needs one needs it.
 *
 * @param exempt the states whose documents are accepted without, on that day.
 */
export function lacksAttestation(
  rule: AttestationRule,
  { issuingCountry, stateSeal, attested }: AttestedDocument,
  exempt: readonly string[],
): boolean {
  const asked = rule === 'ALWAYS' || (rule === 'WHEN_SEALED' && stateSeal === true);
  return asked && !attested && issuingCountry !== 'KAZ' && !exempt.includes(issuingCountry ?? '');
}
