import { almatyDate, readCalendar } from '../../kit/terms/calendar.ts';
import { term } from '../../kit/terms/terms.ts';
import type { CaseState } from './case-lifecycle.ts';
import { stateAt } from './case-lifecycle.ts';

/** What the rules ask of a case that may bar another one. */
export interface DecidedCase {
  state: CaseState;
  lapsesAt: Temporal.Instant | null;
  preliminaryDecidedAt: Temporal.Instant | null;
  finalDecidedAt: Temporal.Instant | null;
}

// A year is counted without the calendar of working days.
const noCalendar = readCalendar([]);

/** The last day of the year that a decision bars (B§19, B§24), Astana date. */
export function lastBarredDay(decidedAt: Temporal.Instant): Temporal.PlainDate {
  return term(noCalendar, 'BAR', decidedAt).lastDay;
}

/**
 * The last day on which a case bars a new application: a year from the refusal, or, for an approval that lapsed, from the decision of preliminary approval
 * (B§19, B§24). By the clock, whether the lapse was recorded yet or not. Nothing for a case that bars none.
 */
export function barredUntil(decided: DecidedCase, now: Temporal.Instant): Temporal.PlainDate | null {
  const { state, lapsesAt, preliminaryDecidedAt, finalDecidedAt } = decided;
  switch (stateAt(state, lapsesAt, now)) {
    case 'PRELIMINARILY_REFUSED':
    case 'LAPSED':
      return lastBarredDay(preliminaryDecidedAt!);
    case 'FINALLY_REFUSED':
      return lastBarredDay(finalDecidedAt!);
    default:
      return null;
  }
}

/** The last day on which any of somebody's cases bars a new application; nothing when none does today. */
export function barOn(cases: readonly DecidedCase[], now: Temporal.Instant): Temporal.PlainDate | undefined {
  return cases
    .flatMap((decided) => barredUntil(decided, now) ?? [])
    .filter((until) => Temporal.PlainDate.compare(almatyDate(now), until) <= 0)
    .toSorted((one, other) => Temporal.PlainDate.compare(one, other))
    .at(-1);
}
