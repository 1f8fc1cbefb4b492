import type { PersonName } from '../../kit/graph/person.ts';
import { nameAgreement } from './name-sounds.ts';
import type { NameAgreement } from './name-sounds.ts';

/** In what two people may agree, what tells most first. */
export const duplicateMatches = [
  'SAME_TRAVEL_DOCUMENT',
  'SAME_NAME',
  'SIMILAR_NAME',
  'PART_OF_NAME',
  'SAME_BIRTH_DATE',
  'DAY_AND_MONTH_SWAPPED',
  'BIRTH_DATE_ONE_DIGIT_OFF',
  'SAME_CITIZENSHIP',
] as const;

/** Something in which two people agree. */
export type DuplicateMatch = (typeof duplicateMatches)[number];

/** How much speaks for one person. */
export const duplicateStrengths = ['STRONG', 'WEAK'] as const;

/** How much speaks for one person. */
export type DuplicateStrength = (typeof duplicateStrengths)[number];

/** What an operator can decide of two people. */
export const duplicateVerdicts = ['SAME_PERSON', 'ANOTHER_PERSON'] as const;

/** What an operator decided of two people. */
export type DuplicateVerdict = (typeof duplicateVerdicts)[number];

/** What is compared of a person, as presented. */
export interface ComparedPerson {
  latinName: PersonName;
  cyrillicName: PersonName;
  birthDate: Temporal.PlainDate;
  citizenship: string;
  /** Issuing state and number of the travel document in one form; nothing when it isn't known. */
  documentKey: string | null | undefined;
}

/** In what two people agree, what tells most first. It is the same whoever of the two is looked at. */
export function matchesOf(one: ComparedPerson, other: ComparedPerson): DuplicateMatch[] {
  const name = bestNameAgreement(one, other);
  const date = dateAgreement(one.birthDate, other.birthDate);
  const found: Partial<Record<DuplicateMatch, boolean>> = {
    SAME_TRAVEL_DOCUMENT: one.documentKey != null && one.documentKey === other.documentKey,
    ...(name && { [name]: true }),
    ...(date && { [date]: true }),
    SAME_CITIZENSHIP: one.citizenship === other.citizenship,
  };
  return duplicateMatches.filter((match) => found[match]);
}

/**
 * How much speaks for one person; nothing for namesakes with another birth date. The same travel document, or a birth date and a name that sounds alike,
 * is STRONG. Twins have a birth date and a surname in common, and given names of their own: WEAK, so that nobody waits for being one.
 */
export function strengthOf(matches: readonly DuplicateMatch[]): DuplicateStrength | undefined {
  const has = (...any: DuplicateMatch[]) => any.some((match) => matches.includes(match));
  if (has('SAME_TRAVEL_DOCUMENT')) return 'STRONG';
  const wholeName = has('SAME_NAME', 'SIMILAR_NAME');
  if (has('SAME_BIRTH_DATE')) return wholeName ? 'STRONG' : has('PART_OF_NAME') ? 'WEAK' : undefined;
  return wholeName && has('DAY_AND_MONTH_SWAPPED', 'BIRTH_DATE_ONE_DIGIT_OFF') ? 'WEAK' : undefined;
}

const weights: Record<DuplicateMatch, number> = {
  SAME_TRAVEL_DOCUMENT: 64,
  SAME_NAME: 20,
  SIMILAR_NAME: 16,
  PART_OF_NAME: 8,
  SAME_BIRTH_DATE: 12,
  DAY_AND_MONTH_SWAPPED: 4,
  BIRTH_DATE_ONE_DIGIT_OFF: 2,
  SAME_CITIZENSHIP: 1,
};

/** A number by which likelier candidates come first; every STRONG one lies above every WEAK one. */
export function scoreOf(matches: readonly DuplicateMatch[]): number {
  return matches.reduce((sum, match) => sum + weights[match], 0);
}

/** A candidate as the operator stands to it. */
export interface JudgedCandidate {
  /** The application through which the other person came. */
  id: string;
  strength: DuplicateStrength;
  /** Whether the other person has a number. */
  registered: boolean;
  /** The last decision about the two, and on which of the two applications it was taken. */
  decision: { verdict: DuplicateVerdict; applicationId: string } | null;
}

/**
 * Whether a candidate holds up the number: a STRONG one does until it was decided to be another person. Where two applications of one person are open the
 * one on which that was decided gives way, and the other can be formed.
 */
export function holdsUp({ id, strength, registered, decision }: JudgedCandidate): boolean {
  if (strength === 'WEAK' || decision?.verdict === 'ANOTHER_PERSON') return false;
  const givesWay = decision?.verdict === 'SAME_PERSON' && decision.applicationId === id && !registered;
  return !givesWay;
}

/** The birth dates that a slip makes of one: day and month swapped, or one digit of year, month or day wrong. Centuries don't slip. */
export function datesBesides(date: Temporal.PlainDate): Temporal.PlainDate[] {
  const written = date.toString();
  const places = [2, 3, 5, 6, 8, 9];
  const oneDigitOff = places.flatMap((place) =>
    [...'0123456789'].map((digit) => written.slice(0, place) + digit + written.slice(place + 1)),
  );
  const swapped = swapDayAndMonth(date);
  return [...new Set([...oneDigitOff, ...(swapped ? [swapped] : [])])]
    .filter((text) => text !== written && exists(text))
    .map((text) => Temporal.PlainDate.from(text));
}

function dateAgreement(one: Temporal.PlainDate, other: Temporal.PlainDate): DuplicateMatch | undefined {
  if (one.equals(other)) return 'SAME_BIRTH_DATE';
  if (swapDayAndMonth(one) === other.toString()) return 'DAY_AND_MONTH_SWAPPED';
  return datesBesides(one).some((date) => date.equals(other)) ? 'BIRTH_DATE_ONE_DIGIT_OFF' : undefined;
}

function swapDayAndMonth({ year, month, day }: Temporal.PlainDate): string | undefined {
  return day > 12 ? undefined : Temporal.PlainDate.from({ year, month: day, day: month }).toString();
}

function exists(text: string): boolean {
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The best agreement that there is between the two spellings of one and those of the other: who was typed in one script may stand in the other. */
function bestNameAgreement(one: ComparedPerson, other: ComparedPerson): NameAgreement | undefined {
  const spellings = ({ latinName, cyrillicName }: ComparedPerson) => [latinName, cyrillicName];
  const agreements = spellings(one).flatMap((left) => spellings(other).map((right) => nameAgreement(left, right)));
  return (['SAME_NAME', 'SIMILAR_NAME', 'PART_OF_NAME'] as const).find((each) => agreements.includes(each));
}
