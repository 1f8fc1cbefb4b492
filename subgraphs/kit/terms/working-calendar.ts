import { Fault } from '../errors/fault.ts';
import { readCalendar, UnknownCalendarYearError } from './calendar.ts';
import type { WorkingCalendar } from './calendar.ts';
import { term } from './terms.ts';
import type { Term, TermKind } from './terms.ts';
import type { Reads } from '../reading/reads.ts';

/** The working-day calendar as the database holds it now. An administrator extends it without a release, so nobody keeps a copy. */
export async function workingCalendar(reads: Reads): Promise<WorkingCalendar> {
  const rows = await reads.execute<{ year: number; status: string; daysOff: string[]; daysWorked: string[] }[]>(
    `select year, status, days_off::text[] as "daysOff", days_worked::text[] as "daysWorked" from kit.calendar_year`,
  );
  return readCalendar(rows);
}

/**
 * The term that a case keeps from now on. Until the transaction ends nobody changes the calendar: the term is counted by the changed one, or the recount
 * that follows the change sees it.
 *
 * @throws Fault UNAVAILABLE when the term would end in a year that the calendar doesn't know.
 */
export async function beginTerm(reads: Reads, kind: TermKind, from: Temporal.Instant): Promise<Term> {
  await reads.execute(`select pg_advisory_xact_lock_shared(hashtextextended('calendar', 0))`);
  const calendar = await workingCalendar(reads);
  return withinKnownYears(
    () => term(calendar, kind, from),
    (year) =>
      new Fault('UNAVAILABLE', {
        message: 'CALENDAR_YEAR_UNKNOWN',
        params: { year },
        extensions: { reason: 'CALENDAR_YEAR_UNKNOWN', year },
      }),
  );
}

/** Waits until every term that has begun is committed; no other begins until this transaction ends. To be called before the calendar is changed. */
export async function holdTerms(reads: Reads): Promise<void> {
  await reads.execute(`select pg_advisory_xact_lock(hashtextextended('calendar', 0))`);
}

/** Counts something by the calendar; a day outside the years that it knows is this fault, never a guess. */
export function withinKnownYears<Result>(count: () => Result, fault: (year: number) => Fault): Result {
  try {
    return count();
  } catch (error) {
    throw error instanceof UnknownCalendarYearError ? fault(error.year) : error;
  }
}
