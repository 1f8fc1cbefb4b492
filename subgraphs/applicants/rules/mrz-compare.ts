import { canonicalCountryCode } from '../../kit/countries/countries.ts';
import type { Sex, TravelDocumentZone } from './mrz.ts';

/** What the consul reads in the visual inspection zone and the machine-readable zone holds too (A§9). */
export interface VisualZone {
  birthDate: Temporal.PlainDate;
  sex: Sex;
  /** ICAO or ISO code. */
  nationality: string;
  documentNumber: string;
  expiryDate: Temporal.PlainDate;
}

/** A field that the two zones do not agree on, as each of them has it. It holds personal data: for the consul only. */
export interface Disagreement {
  field: keyof VisualZone;
  machineReadable: string;
  visual: string;
}

/**
 * Where the machine-readable and the visual zone disagree on what both hold (A§9, policy); empty when they agree. A
 * field that the machine-readable zone does not know (a day or month of birth) can't disagree.
 */
export function compareZones(zone: TravelDocumentZone, visual: VisualZone): Disagreement[] {
  const agreement: Record<keyof VisualZone, boolean> = {
    birthDate: birthDatesAgree(zone, visual.birthDate),
    sex: zone.sex === visual.sex,
    nationality: zone.nationality === canonicalCountryCode(visual.nationality),
    documentNumber: bare(zone.documentNumber) === bare(visual.documentNumber),
    expiryDate: zone.expiryDate.equals(visual.expiryDate),
  };
  const fields = Object.keys(agreement) as (keyof VisualZone)[];
  return fields
    .filter((field) => !agreement[field])
    .map((field) => ({ field, machineReadable: inWords(zone, field), visual: visual[field].toString() }));
}

/** A zone has no century: somebody born a hundred years before what it was read as agrees with it too. */
function birthDatesAgree(
  { birthDateParts: { year, month, day } }: TravelDocumentZone,
  visual: Temporal.PlainDate,
): boolean {
  return (
    (visual.year === year || visual.year === year - 100) &&
    (month === null || visual.month === month) &&
    (day === null || visual.day === day)
  );
}

/** Spaces, hyphens and the like stand in one zone and not in the other. */
function bare(documentNumber: string): string {
  return documentNumber.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function inWords(zone: TravelDocumentZone, field: keyof VisualZone): string {
  if (field !== 'birthDate') return zone[field].toString();
  const { year, month, day } = zone.birthDateParts;
  return [year, ...[month, day].map((part) => part?.toString().padStart(2, '0') ?? 'XX')].join('-');
}
