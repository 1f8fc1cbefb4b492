import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import calendarData from '../../subgraphs/kit/terms/calendar.json' with { type: 'json' };
import { readCalendar } from '../../subgraphs/kit/terms/calendar.ts';
import { isOverdue, term, TERMS } from '../../subgraphs/kit/terms/terms.ts';
import type { TermKind } from '../../subgraphs/kit/terms/terms.ts';

const calendar = readCalendar(calendarData.years);
const off = new Set(calendarData.years.flatMap((row) => row.daysOff));
const worked = new Set(calendarData.years.flatMap((row) => row.daysWorked));

const kinds = Object.keys(TERMS) as TermKind[];
const workingDayKinds = kinds.filter((kind) => TERMS[kind].unit === 'WORKING_DAYS');
const prolongedKinds = kinds.filter((kind) => TERMS[kind].prolonged);
const authorityCalendarKinds: TermKind[] = ['KNB_AGREEMENT', 'PRELIMINARY_DECISION'];

/** Any moment from which every term stays inside the years that the calendar knows. */
const moment = fc
  .integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2027-11-15T00:00:00Z') })
  .map((milliseconds) => Temporal.Instant.fromEpochMilliseconds(milliseconds));

const inAstana = (at: Temporal.Instant) => at.toZonedDateTimeISO('Asia/Almaty');
const isWorked = (day: Temporal.PlainDate) =>
  worked.has(day.toString()) || (day.dayOfWeek < 6 && !off.has(day.toString()));

/** The days after the event's day, up to and with the last one. */
function daysOf(from: Temporal.Instant, lastDay: Temporal.PlainDate): Temporal.PlainDate[] {
  const eventDay = inAstana(from).toPlainDate();
  return Array.from({ length: eventDay.until(lastDay).days }, (_, index) => eventDay.add({ days: index + 1 }));
}

describe('whatever the event’s moment', () => {
  test('a later event never makes an earlier term', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), moment, moment, (kind, a, b) => {
        const [earlier, later] = Temporal.Instant.compare(a, b) <= 0 ? [a, b] : [b, a];
        const [first, second] = [term(calendar, kind, earlier).dueAt, term(calendar, kind, later).dueAt];
        expect(Temporal.Instant.compare(first, second)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('a term in days never ends before as many days have passed', () => {
    const dayKinds = kinds.filter((kind) => kind !== 'BAR');
    fc.assert(
      fc.property(fc.constantFrom(...dayKinds), moment, (kind, from) => {
        expect(daysOf(from, term(calendar, kind, from).lastDay).length).toBeGreaterThanOrEqual(TERMS[kind].length);
      }),
    );
  });

  test('a term in working days holds exactly as many, and ends on one of them', () => {
    fc.assert(
      fc.property(fc.constantFrom(...workingDayKinds), moment, (kind, from) => {
        const { lastDay } = term(calendar, kind, from);
        expect(isWorked(lastDay)).toBe(true);
        expect(daysOf(from, lastDay).filter(isWorked)).toHaveLength(TERMS[kind].length);
      }),
    );
  });

  test('an applicant’s term ends on a worked day, and only days off are added to it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...prolongedKinds), moment, (kind, from) => {
        const days = daysOf(from, term(calendar, kind, from).lastDay);
        expect(days.slice(TERMS[kind].length - 1).map(isWorked)).toEqual([
          ...days.slice(TERMS[kind].length).map(() => false),
          true,
        ]);
      }),
    );
  });

  test('an authority’s term in calendar days holds exactly as many', () => {
    fc.assert(
      fc.property(fc.constantFrom(...authorityCalendarKinds), moment, (kind, from) => {
        expect(daysOf(from, term(calendar, kind, from).lastDay)).toHaveLength(TERMS[kind].length);
      }),
    );
  });

  test('a term is due at 18:30 of its last day or at midnight after it, Astana time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), moment, (kind, from) => {
        const { dueAt, lastDay } = term(calendar, kind, from);
        const due = inAstana(dueAt).toPlainDateTime().toString();
        const expected = workingDayKinds.includes(kind)
          ? `${lastDay.toString()}T18:30:00`
          : `${lastDay.add({ days: 1 }).toString()}T00:00:00`;
        expect(due).toBe(expected);
      }),
    );
  });

  test('the hour of the event does not matter', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), moment, (kind, from) => {
        const midnight = inAstana(from).startOfDay().toInstant();
        expect(term(calendar, kind, from).dueAt.equals(term(calendar, kind, midnight).dueAt)).toBe(true);
      }),
    );
  });

  test('a term is not overdue when it starts, and once overdue it stays so', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), moment, fc.nat(500), fc.nat(500), (kind, from, a, b) => {
        const started = term(calendar, kind, from);
        const overdueAfter = (days: number) => isOverdue(started, from.add({ hours: 24 * days }));
        expect(overdueAfter(0)).toBe(false);
        expect(overdueAfter(Math.min(a, b)) && !overdueAfter(Math.max(a, b))).toBe(false);
      }),
    );
  });
});
