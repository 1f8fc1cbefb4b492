import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import calendarData from '../../subgraphs/kit/terms/calendar.json' with { type: 'json' };
import {
  addWorkingDays,
  almatyDate,
  isWorkingDay,
  readCalendar,
  sameOrNextWorkingDay,
  UnknownCalendarYearError,
} from '../../subgraphs/kit/terms/calendar.ts';

const calendar = readCalendar(calendarData.years);
const day = (text: string) => Temporal.PlainDate.from(text);
const emptyYear = { year: 2028, status: 'projection', daysOff: [], daysWorked: [] };

describe('the product’s own calendar', () => {
  test.each([
    [2025, 'official', 246],
    [2026, 'official', 247],
    [2027, 'projection', 247],
  ])('%i is %s and has %i working days', (year, status, workingDays) => {
    const firstDay = day(`${year}-01-01`);
    const days = Array.from({ length: firstDay.daysInYear }, (_, index) => firstDay.add({ days: index }));
    expect(calendar.years.get(year)?.status).toBe(status);
    expect(days.filter((date) => isWorkingDay(calendar, date))).toHaveLength(workingDays);
  });

  test('lists as days off weekdays only, and as worked days weekends only', () => {
    const off = calendarData.years.flatMap((row) => row.daysOff).map((text) => day(text).dayOfWeek);
    const worked = calendarData.years.flatMap((row) => row.daysWorked).map((text) => day(text).dayOfWeek);
    expect(off.filter((dayOfWeek) => dayOfWeek > 5)).toEqual([]);
    expect(worked.filter((dayOfWeek) => dayOfWeek < 6)).toEqual([]);
  });

  test('keeps the office hours of A§14', () => {
    expect(calendar.zone).toBe('Asia/Almaty');
    expect(calendar.officeHours.from.toString()).toBe('09:00:00');
    expect(calendar.officeHours.until.toString()).toBe('18:30:00');
  });
});

describe('a working day', () => {
  test.each([
    ['2026-02-10', true, 'a Tuesday'],
    ['2026-02-14', false, 'a Saturday'],
    ['2026-02-15', false, 'a Sunday'],
    ['2025-01-03', false, 'a Friday off'],
    ['2025-01-05', true, 'a Sunday that is worked'],
    ['2025-10-27', false, 'a Monday off'],
    ['2026-05-01', false, 'a holiday'],
  ])('%s: %s, %s', (text, worked) => {
    expect(isWorkingDay(calendar, day(text))).toBe(worked);
  });

  test.each([2024, 2028])('of %i, a year that the calendar does not hold, is an error that names the year', (year) => {
    const ask = () => isWorkingDay(calendar, day(`${year}-02-14`));
    expect(ask).toThrow(UnknownCalendarYearError);
    expect(ask).toThrow(`The working-day calendar does not know the year ${year}.`);
    expect(ask).toThrow(expect.objectContaining({ year }));
  });

  test('is known as soon as the year is added to the rows', () => {
    const extended = readCalendar([...calendarData.years, emptyYear]);
    expect(isWorkingDay(extended, day('2028-02-14'))).toBe(true);
  });
});

describe('the same or the next working day', () => {
  test.each([
    ['2026-02-10', '2026-02-10', 'is the day itself when it is worked'],
    ['2026-02-14', '2026-02-16', 'of a Saturday is Monday'],
    ['2026-03-21', '2026-03-26', 'skips a weekend with three days off behind it'],
    ['2025-01-01', '2025-01-05', 'may be a Sunday'],
  ])('of %s is %s: it %s', (from, expected) => {
    expect(sameOrNextWorkingDay(calendar, day(from)).toString()).toBe(expected);
  });
});

describe('adding working days', () => {
  test.each([
    ['2025-10-24', 1, '2025-10-28'],
    ['2025-01-03', 1, '2025-01-05'],
    ['2025-01-05', 1, '2025-01-06'],
    ['2026-03-05', 2, '2026-03-10'],
    ['2026-03-07', 1, '2026-03-10'],
    ['2026-12-31', 1, '2027-01-05'],
    ['2026-02-14', 0, '2026-02-14'],
  ])('%s and %i makes %s', (from, n, expected) => {
    expect(addWorkingDays(calendar, day(from), n).toString()).toBe(expected);
  });

  test('looks at the days after the date only, so the date may lie before the first known year', () => {
    expect(addWorkingDays(calendar, day('2024-12-31'), 1).toString()).toBe('2025-01-05');
  });

  test('is an error when the count runs past the last known year', () => {
    expect(addWorkingDays(calendar, day('2027-12-30'), 1).toString()).toBe('2027-12-31');
    expect(() => addWorkingDays(calendar, day('2027-12-30'), 2)).toThrow(new UnknownCalendarYearError(2028));
  });

  test('day by day or at once comes to the same', () => {
    const date = fc.integer({ min: 0, max: 900 }).map((days) => day('2025-01-01').add({ days }));
    fc.assert(
      fc.property(date, fc.nat(15), fc.nat(15), (from, a, b) => {
        const atOnce = addWorkingDays(calendar, from, a + b);
        expect(addWorkingDays(calendar, addWorkingDays(calendar, from, a), b).equals(atOnce)).toBe(true);
      }),
    );
  });
});

describe('the date in Astana', () => {
  test.each([
    ['2026-03-05T18:59:59.999999999Z', '2026-03-05'],
    ['2026-03-05T19:00:00Z', '2026-03-06'],
    ['2026-03-05T23:30:00-05:00', '2026-03-06'],
    ['2024-01-15T17:59:59Z', '2024-01-15'],
    ['2024-01-15T18:00:00Z', '2024-01-16'],
  ])('at %s is %s', (instant, expected) => {
    expect(almatyDate(Temporal.Instant.from(instant)).toString()).toBe(expected);
  });

  test('runs an hour longer on the day the zone moved from +06:00 to +05:00', () => {
    expect(almatyDate(Temporal.Instant.from('2024-02-29T18:30:00Z')).toString()).toBe('2024-02-29');
    expect(almatyDate(Temporal.Instant.from('2024-02-29T19:00:00Z')).toString()).toBe('2024-03-01');
  });
});

describe('reading a calendar refuses', () => {
  test.each([
    ['a date that does not exist', { ...emptyYear, daysOff: ['2028-02-30'] }],
    ['a date that is not written out', { ...emptyYear, daysOff: ['2028-1-3'] }],
    ['a day off of another year', { ...emptyYear, daysOff: ['2027-01-03'] }],
    ['a worked day of another year', { ...emptyYear, daysWorked: ['2029-01-06'] }],
    ['a status it does not know', { ...emptyYear, status: 'guess' }],
    ['a year that is no whole number', { ...emptyYear, year: 2028.5 }],
  ])('%s', (_, row) => {
    expect(() => readCalendar([row])).toThrow();
  });
});
