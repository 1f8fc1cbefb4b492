import type { Problem } from '../../kit/errors/fault.ts';
import type { Message } from '../../kit/errors/languages.ts';
import { isWithin } from '../../kit/terms/periods.ts';
import type { Period } from '../../kit/terms/periods.ts';
import type { Category } from './categories.ts';

/** What is known of a foreign representation in Kazakhstan; it is in force in its period. */
export interface Representation extends Period {
  id: string;
  version: number;
  name: Message;
}

/** Whether the applicants of a category are staff of a foreign representation (A§1, A§4). */
export function isOfRepresentation(category: Category): boolean {
  return category === 'REPRESENTATION_STAFF';
}

/**
 * What speaks against the representation that an application names, on its day: its staff name one that is in force, and nobody else names any (A§1, A§4).
 *
 * @param named the id that was given, whatever it is of.
 * @param known the representation of this id, if there is one.
 */
export function representationProblems(
  category: Category,
  named: string | null,
  known: Representation | null,
  day: Temporal.PlainDate,
): Problem[] {
  const problem = (code: string) => [{ code, path: ['representationId'], reference: 'A§4' }];
  if (!isOfRepresentation(category)) return named === null ? [] : problem('REPRESENTATION_NOT_ASKED');
  if (named === null) return problem('REPRESENTATION_MISSING');
  if (!known) return problem('REPRESENTATION_UNKNOWN');
  return isWithin(known, day) ? [] : problem('REPRESENTATION_NOT_IN_FORCE');
}
