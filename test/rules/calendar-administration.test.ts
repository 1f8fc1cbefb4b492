import { describe, expect, test } from '@jest/globals';
import calendarYears from '../../subgraphs/kit/terms/calendar.json' with { type: 'json' };
import { readCalendar } from '../../subgraphs/kit/terms/calendar.ts';
import { calendarWarnings, withDay, yearProblems } from '../../subgraphs/missions/rules/calendar.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const days = (...texts: string[]) => texts.map(day);

describe('a day becomes worked or off', () => {
  const year = { daysOff: ['2026-03-09', '2026-05-01'], daysWorked: ['2026-03-14'] };

  test.each([
    ['a weekday off', '2026-03-10', 'DAY_OFF', { ...year, daysOff: ['2026-03-09', '2026-03-10', '2026-05-01'] }],
    ['a weekday worked again', '2026-03-09', 'WORKING', { ...year, daysOff: ['2026-05-01'] }],
    ['a Sunday worked', '2026-03-15', 'WORKING', { ...year, daysWorked: ['2026-03-14', '2026-03-15'] }],
    ['a Saturday off again', '2026-03-14', 'DAY_OFF', { ...year, daysWorked: [] }],
  ] as const)('%s', (_what, date, kind, expected) => {
    expect(withDay(year, day(date), kind)).toEqual(expected);
  });

  test.each([
    ['a weekday that is off', '2026-03-09', 'DAY_OFF'],
    ['a weekday that is worked', '2026-03-10', 'WORKING'],
    ['a Saturday that is worked', '2026-03-14', 'WORKING'],
    ['a Sunday, which is off anyway', '2026-03-15', 'DAY_OFF'],
  ] as const)('nothing comes of %s', (_what, date, kind) => {
    expect(withDay(year, day(date), kind)).toBeUndefined();
  });
});

describe('a year enters the calendar', () => {
  const known = new Map([
    [2026, 'official'],
    [2027, 'projection'],
  ] as const);
  const problems = (year: number, daysOff: string[] = [], daysWorked: string[] = []) =>
    yearProblems({ year, daysOff: days(...daysOff), daysWorked: days(...daysWorked) }, known).map(
      ({ code, path }) => `${path.join('.')} ${code}`,
    );

  test('after or before those that are known, or in the place of one that is expected', () => {
    expect([2025, 2027, 2028].map((year) => problems(year))).toEqual([[], [], []]);
    expect(problems(2026)).toEqual(['year CALENDAR_YEAR_OFFICIAL']);
    expect(problems(2029)).toEqual(['year CALENDAR_YEAR_APART']);
    expect(problems(2024)).toEqual(['year CALENDAR_YEAR_APART']);
  });

  test('with days that differ from Monday to Friday; everything else is named at once', () => {
    // 1 and 3 January 2028 are a Saturday and a Monday.
    expect(problems(2028, ['2028-01-03'], ['2028-01-01'])).toEqual([]);
    expect(
      problems(2028, ['2028-01-01', '2028-01-03', '2028-01-03'], ['2028-01-04', '2027-01-02', '2027-01-02']),
    ).toEqual([
      'daysOff.0 WEEKEND_IS_OFF',
      'daysOff.2 DAY_REPEATED',
      'daysWorked.0 WEEKDAY_IS_WORKED',
      'daysWorked.1 DAY_OF_ANOTHER_YEAR',
      'daysWorked.2 DAY_OF_ANOTHER_YEAR',
      'daysWorked.2 DAY_REPEATED',
    ]);
  });
});

describe('readiness warns of the end of the calendar', () => {
  const calendar = readCalendar(calendarYears.years);
  const ends = [{ code: 'CALENDAR_ENDS', until: '2027-12-31' }];

  test('from 180 days before it on', () => {
    expect(calendarWarnings(calendar, day('2027-07-03'))).toEqual([]);
    expect(calendarWarnings(calendar, day('2027-07-04'))).toEqual(ends);
    expect(calendarWarnings(calendar, day('2027-12-31'))).toEqual(ends);
  });

  test('and after it', () => {
    expect(calendarWarnings(calendar, day('2028-01-01'))).toEqual([{ code: 'CALENDAR_ENDS', until: null }]);
  });

  test('up to a gap, whatever is known behind it', () => {
    const [first] = calendarYears.years;
    const gap = readCalendar([...calendarYears.years, { ...first!, year: 2029, daysOff: [], daysWorked: [] }]);
    expect(calendarWarnings(gap, day('2027-12-31'))).toEqual(ends);
  });
});
