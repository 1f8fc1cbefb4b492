import { describe, expect, test } from '@jest/globals';
import { closingProblems, measuresFrom, openingProblems } from '../../subgraphs/iin/rules/incidents.ts';
import calendarYears from '../../subgraphs/kit/terms/calendar.json' with { type: 'json' };
import { readCalendar } from '../../subgraphs/kit/terms/calendar.ts';

const calendar = readCalendar(calendarYears.years);
const at = (moment: string) => Temporal.Instant.from(moment);
const measures = (foundAt: string) =>
  measuresFrom(calendar, at(foundAt)).toZonedDateTimeISO('Asia/Almaty').toPlainDateTime().toString();

describe('A§14: measures are taken on working days from 09:00 to 18:30, Astana time', () => {
  test.each([
    ['at once within the hours', '2026-03-02T10:15:00+05:00', '2026-03-02T10:15:00'],
    ['at once at 09:00', '2026-03-02T09:00:00+05:00', '2026-03-02T09:00:00'],
    ['at once a second before 18:30', '2026-03-02T18:29:59+05:00', '2026-03-02T18:29:59'],
    ['from 09:00 of the same day, early in the morning', '2026-03-02T08:59:59+05:00', '2026-03-02T09:00:00'],
    ['from 09:00 of the next day, at 18:30', '2026-03-02T18:30:00+05:00', '2026-03-03T09:00:00'],
    ['from Monday, on a Saturday', '2026-03-14T12:00:00+05:00', '2026-03-16T09:00:00'],
    // 9 March 2026 is off, instead of Sunday 8 March.
    ['from Tuesday, on the Friday evening before a long weekend', '2026-03-06T19:00:00+05:00', '2026-03-10T09:00:00'],
    ['from Tuesday, on the Monday that is off', '2026-03-09T12:00:00+05:00', '2026-03-10T09:00:00'],
    ['at once on a Sunday that is worked', '2025-01-05T12:00:00+05:00', '2025-01-05T12:00:00'],
    ['by the date in Astana, wherever it was found', '2026-03-02T23:30:00Z', '2026-03-03T09:00:00'],
    ['from the first day that is worked in the new year, a Sunday', '2024-12-31T19:00:00Z', '2025-01-05T09:00:00'],
  ])('%s', (_when, foundAt, expected) => {
    expect(measures(foundAt)).toBe(expected);
  });

  test('a day that the calendar does not know is an error, never a guess', () => {
    expect(() => measures('2028-01-03T12:00:00+05:00')).toThrow('does not know the year 2028');
    expect(() => measures('2027-12-31T19:00:00+05:00')).toThrow('does not know the year 2028');
    expect(measures('2027-12-31T18:00:00+05:00')).toBe('2027-12-31T18:00:00');
  });
});

describe('what speaks against a record', () => {
  const now = at('2026-03-02T10:00:00+05:00');
  const later = at('2026-03-02T10:00:01+05:00');
  const codes = (problems: readonly { code: string; path: readonly unknown[] }[]) =>
    problems.map(({ code, path }) => `${path.join('.')} ${code}`);

  test('of a failure: all at once', () => {
    expect(codes(openingProblems({ foundAt: later, description: '' }, now))).toEqual([
      'foundAt MOMENT_IN_FUTURE',
      'description TEXT_EMPTY',
    ]);
    expect(openingProblems({ foundAt: now, description: 'No answer.' }, now)).toEqual([]);
  });

  test('of its end: all at once', () => {
    expect(codes(closingProblems(now, { endedAt: later, measures: '' }, now))).toEqual([
      'endedAt MOMENT_IN_FUTURE',
      'measures TEXT_EMPTY',
    ]);
    expect(codes(closingProblems(later, { endedAt: now, measures: 'Mended.' }, later))).toEqual([
      'endedAt ENDED_BEFORE_FOUND',
    ]);
    expect(closingProblems(now, { endedAt: now, measures: 'Mended.' }, now)).toEqual([]);
  });
});
