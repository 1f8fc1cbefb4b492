import { describe, expect, test } from '@jest/globals';
import calendarData from '../../subgraphs/kit/terms/calendar.json' with { type: 'json' };
import { readCalendar, UnknownCalendarYearError } from '../../subgraphs/kit/terms/calendar.ts';
import { isOverdue, term, TERMS } from '../../subgraphs/kit/terms/terms.ts';
import type { TermKind } from '../../subgraphs/kit/terms/terms.ts';

const calendar = readCalendar(calendarData.years);
const noCalendar = readCalendar([]);
const instant = (text: string) => Temporal.Instant.from(text);

/** What a person reads: the last day, and the due moment with Astana's offset of that day. */
function read(kind: TermKind, from: string, days = calendar) {
  const { lastDay, dueAt } = term(days, kind, instant(from));
  return [lastDay.toString(), dueAt.toString({ timeZone: 'Asia/Almaty' })];
}

test('the table holds the 13 terms of the orders', () => {
  const rows = Object.entries(TERMS).map(([kind, { length, unit, binds, prolonged, reference }]) =>
    [kind, length, unit, binds, prolonged ? 'prolonged' : 'not prolonged', reference].join(' | '),
  );
  expect(rows).toEqual([
    'IIN_SERVICE | 1 | WORKING_DAYS | AUTHORITY | not prolonged | A§5',
    'INTERVIEW_INVITATION | 2 | WORKING_DAYS | AUTHORITY | not prolonged | B§6',
    'CASE_REGISTRATION | 2 | WORKING_DAYS | AUTHORITY | not prolonged | B§12',
    'REWORK | 5 | CALENDAR_DAYS | APPLICANT | prolonged | B§12',
    'KNB_AGREEMENT | 25 | CALENDAR_DAYS | AUTHORITY | not prolonged | B§15',
    'PRELIMINARY_DECISION | 45 | CALENDAR_DAYS | AUTHORITY | not prolonged | B§16',
    'APPROVAL_VALIDITY | 30 | CALENDAR_DAYS | APPLICANT | prolonged | B§19',
    'BAR | 1 | YEARS | APPLICANT | not prolonged | B§19, B§24',
    'PSC_REGISTRATION | 1 | WORKING_DAYS | AUTHORITY | not prolonged | B§21',
    'FINAL_REVIEW | 3 | WORKING_DAYS | AUTHORITY | not prolonged | B§22',
    'COMPLAINT_FORWARDING | 3 | WORKING_DAYS | AUTHORITY | not prolonged | A§15-3',
    'COMPLAINT_PROVIDER | 5 | WORKING_DAYS | AUTHORITY | not prolonged | A§16',
    'COMPLAINT_REVIEW | 15 | WORKING_DAYS | AUTHORITY | not prolonged | A§17',
  ]);
});

test('a term says its kind and the paragraph that sets it', () => {
  const { kind, reference } = term(calendar, 'REWORK', instant('2026-03-18T12:00:00+05:00'));
  expect([kind, reference]).toEqual(['REWORK', 'B§12']);
});

describe('the examples of the orders’ section on terms', () => {
  test.each<[string, TermKind, string, string, string]>([
    // 27 October is off
    ['applied on a Friday', 'IIN_SERVICE', '2025-10-24T10:00:00+05:00', '2025-10-28', '2025-10-28T18:30:00+05:00'],
    ['applied on a day off', 'IIN_SERVICE', '2025-01-03T10:00:00+05:00', '2025-01-05', '2025-01-05T18:30:00+05:00'],
    // 9 March is off
    ['e-application', 'CASE_REGISTRATION', '2026-03-05T10:00:00+05:00', '2026-03-10', '2026-03-10T18:30:00+05:00'],
    // 1 May is a holiday, an authority's term is not prolonged
    ['sent to the KNB', 'KNB_AGREEMENT', '2026-04-06T10:00:00+05:00', '2026-05-01', '2026-05-02T00:00:00+05:00'],
    // 23–25 March are off, an applicant's term is prolonged
    ['returned', 'REWORK', '2026-03-18T10:00:00+05:00', '2026-03-26', '2026-03-27T00:00:00+05:00'],
    ['refused', 'BAR', '2026-02-10T10:00:00+05:00', '2027-02-10', '2027-02-11T00:00:00+05:00'],
  ])('%s: %s from %s lasts until %s', (_, kind, from, lastDay, dueAt) => {
    expect(read(kind, from)).toEqual([lastDay, dueAt]);
  });
});

describe('every other term, counted by hand', () => {
  test.each<[TermKind, string, string, string]>([
    ['INTERVIEW_INVITATION', '2026-02-13T10:00:00+05:00', '2026-02-17', '2026-02-17T18:30:00+05:00'],
    ['PRELIMINARY_DECISION', '2026-03-05T10:00:00+05:00', '2026-04-19', '2026-04-20T00:00:00+05:00'],
    ['APPROVAL_VALIDITY', '2026-02-02T10:00:00+05:00', '2026-03-04', '2026-03-05T00:00:00+05:00'],
    // the 30th day is Saturday 7 March, and Monday 9 March is off
    ['APPROVAL_VALIDITY', '2026-02-05T10:00:00+05:00', '2026-03-10', '2026-03-11T00:00:00+05:00'],
    ['PSC_REGISTRATION', '2026-05-08T10:00:00+05:00', '2026-05-12', '2026-05-12T18:30:00+05:00'],
    ['FINAL_REVIEW', '2026-05-05T10:00:00+05:00', '2026-05-12', '2026-05-12T18:30:00+05:00'],
    ['COMPLAINT_FORWARDING', '2026-06-10T10:00:00+05:00', '2026-06-15', '2026-06-15T18:30:00+05:00'],
    ['COMPLAINT_PROVIDER', '2026-06-10T10:00:00+05:00', '2026-06-17', '2026-06-17T18:30:00+05:00'],
    ['COMPLAINT_REVIEW', '2026-06-10T10:00:00+05:00', '2026-07-01', '2026-07-01T18:30:00+05:00'],
  ])('%s from %s lasts until %s', (kind, from, lastDay, dueAt) => {
    expect(read(kind, from)).toEqual([lastDay, dueAt]);
  });
});

describe('the day of the event is the date in Astana', () => {
  test.each([
    ['2026-03-05T00:00:00+05:00', '2026-03-10', 'the first moment of the day'],
    ['2026-03-05T23:59:59+05:00', '2026-03-10', 'after office hours'],
    ['2026-03-06T00:00:00+05:00', '2026-03-11', 'the first moment of the next day'],
    ['2026-03-05T20:00:00-08:00', '2026-03-11', 'still the day before at the mission'],
    ['2026-03-06T03:00:00+09:00', '2026-03-10', 'already the day after at the mission'],
  ])('%s: due %s, %s', (from, lastDay) => {
    expect(read('CASE_REGISTRATION', from)[0]).toBe(lastDay);
  });

  test.each([
    ['2024-01-15T12:00:00Z', '2024-02-09', '2024-02-10T00:00:00+06:00', 'before the zone moved'],
    ['2024-02-04T12:00:00Z', '2024-02-29', '2024-03-01T00:00:00+05:00', 'at the moment it moved'],
    ['2024-02-10T12:00:00Z', '2024-03-06', '2024-03-07T00:00:00+05:00', 'across the move'],
    ['2024-01-15T18:00:00Z', '2024-02-10', '2024-02-11T00:00:00+06:00', 'event at midnight of the old offset'],
  ])('a KNB agreement asked for at %s ends on %s, due %s: %s', (from, lastDay, dueAt) => {
    expect(read('KNB_AGREEMENT', from)).toEqual([lastDay, dueAt]);
  });
});

describe('a year', () => {
  test.each([
    ['2024-02-29', '2025-02-28', 'from 29 February ends on 28 February'],
    ['2024-02-28', '2025-02-28', 'from 28 February ends on 28 February'],
    ['2027-02-28', '2028-02-28', 'into a leap year keeps the date'],
    ['2027-03-01', '2028-03-01', 'over 29 February keeps the date'],
    ['2025-11-01', '2026-11-01', 'that ends on a Sunday is not prolonged'],
  ])('bar from %s lasts until %s: it %s', (from, lastDay) => {
    expect(read('BAR', `${from}T12:00:00Z`)[0]).toBe(lastDay);
  });

  test('from 29 February lets a new application in on 1 March', () => {
    expect(read('BAR', '2024-02-29T12:00:00Z')[1]).toBe('2025-03-01T00:00:00+05:00');
  });
});

describe('only terms that ask for working days need the calendar', () => {
  test.each<[TermKind, string]>([
    ['KNB_AGREEMENT', '2031-06-26'],
    ['PRELIMINARY_DECISION', '2031-07-16'],
    ['BAR', '2032-06-01'],
  ])('%s is counted without one', (kind, lastDay) => {
    expect(read(kind, '2031-06-01T12:00:00Z', noCalendar)[0]).toBe(lastDay);
  });

  test.each<TermKind>([
    'IIN_SERVICE',
    'INTERVIEW_INVITATION',
    'CASE_REGISTRATION',
    'REWORK',
    'APPROVAL_VALIDITY',
    'PSC_REGISTRATION',
    'FINAL_REVIEW',
    'COMPLAINT_FORWARDING',
    'COMPLAINT_PROVIDER',
    'COMPLAINT_REVIEW',
  ])('%s in a year that it does not know is an error', (kind) => {
    expect(() => read(kind, '2031-06-01T12:00:00Z')).toThrow(new UnknownCalendarYearError(2031));
  });

  test('a term that runs past the last known day is an error, one that ends on it is not', () => {
    expect(read('IIN_SERVICE', '2027-12-30T12:00:00Z')[0]).toBe('2027-12-31');
    expect(() => read('IIN_SERVICE', '2027-12-31T12:00:00Z')).toThrow(new UnknownCalendarYearError(2028));
    expect(read('REWORK', '2027-12-26T12:00:00Z')[0]).toBe('2027-12-31');
    expect(() => read('REWORK', '2027-12-27T12:00:00Z')).toThrow(new UnknownCalendarYearError(2028));
  });
});

describe('a term', () => {
  test.each<[TermKind, string, boolean, string]>([
    ['IIN_SERVICE', '2025-10-28T18:29:59+05:00', false, 'in working days is kept before 18:30'],
    ['IIN_SERVICE', '2025-10-28T18:30:00+05:00', false, 'in working days is kept at exactly 18:30'],
    ['IIN_SERVICE', '2025-10-28T18:30:00.000000001+05:00', true, 'in working days is over right after 18:30'],
    ['KNB_AGREEMENT', '2025-11-18T23:59:59.999999999+05:00', false, 'in calendar days is kept to the end of the day'],
    ['KNB_AGREEMENT', '2025-11-19T00:00:00+05:00', true, 'in calendar days is over at exactly midnight'],
    ['BAR', '2026-10-24T23:59:59.999999999+05:00', false, 'of a year lasts to the end of the day'],
    ['BAR', '2026-10-25T00:00:00+05:00', true, 'of a year is over at exactly midnight'],
  ])('%s at %s, overdue %s: it %s', (kind, at, overdue) => {
    expect(isOverdue(term(calendar, kind, instant('2025-10-24T10:00:00+05:00')), instant(at))).toBe(overdue);
  });
});
