import type { Problem } from '../../kit/errors/fault.ts';
import type { Warning } from '../../kit/http/health.ts';
import { isWeekend, lastKnownDay } from '../../kit/terms/calendar.ts';
import type { CalendarStatus, WorkingCalendar } from '../../kit/terms/calendar.ts';

/** What a day can be made. */
export const dayKinds = ['WORKING', 'DAY_OFF'] as const;

/** Worked or not. */
export type DayKind = (typeof dayKinds)[number];

/** The days of a year that differ from "Monday to Friday is worked", as ISO dates. */
export interface ExceptionalDays {
  daysOff: string[];
  daysWorked: string[];
}

/** The days of a year after one of them was made worked or off; undefined when it is so already. */
export function withDay(days: ExceptionalDays, day: Temporal.PlainDate, kind: DayKind): ExceptionalDays | undefined {
  const list = isWeekend(day) ? 'daysWorked' : 'daysOff';
  const text = day.toString();
  const listed = days[list].includes(text);
  if (listed === (kind === (isWeekend(day) ? 'WORKING' : 'DAY_OFF'))) return undefined;
  const others = days[list].filter((each) => each !== text);
  return { ...days, [list]: listed ? others : [...others, text].toSorted() };
}

/** A year as somebody wants it in the calendar. */
export interface WantedYear {
  year: number;
  daysOff: readonly Temporal.PlainDate[];
  daysWorked: readonly Temporal.PlainDate[];
}

/**
 * Everything that speaks against a year of the calendar. A projection may be replaced, a decreed year is changed day by day; the years that are known stay
 * without a gap.
 */
export function yearProblems(
  { year, daysOff, daysWorked }: WantedYear,
  known: ReadonlyMap<number, CalendarStatus>,
): Problem[] {
  const problem = (code: string): Problem => ({ code, path: ['year'], params: { year } });
  const apart = known.size > 0 && ![year - 1, year, year + 1].some((each) => known.has(each));
  return [
    ...(known.get(year) === 'official' ? [problem('CALENDAR_YEAR_OFFICIAL')] : []),
    ...(apart ? [problem('CALENDAR_YEAR_APART')] : []),
    ...dayProblems('daysOff', daysOff, year, (day) => (isWeekend(day) ? 'WEEKEND_IS_OFF' : undefined)),
    ...dayProblems('daysWorked', daysWorked, year, (day) => (isWeekend(day) ? undefined : 'WEEKDAY_IS_WORKED')),
  ];
}

function dayProblems(
  list: keyof ExceptionalDays,
  days: readonly Temporal.PlainDate[],
  year: number,
  needless: (day: Temporal.PlainDate) => string | undefined,
): Problem[] {
  return days.flatMap((day, index) => {
    const codes = [
      day.year === year ? needless(day) : 'DAY_OF_ANOTHER_YEAR',
      days.findIndex((each) => each.equals(day)) < index ? 'DAY_REPEATED' : undefined,
    ];
    return codes.filter((code) => code !== undefined).map((code) => ({ code, path: [list, index], params: { year } }));
  });
}

/** How many days before its end readiness begins to warn. */
const warnedDays = 180;

/** Warns of a calendar that ends soon: terms that reach beyond its end can't be counted. */
export function calendarWarnings(calendar: WorkingCalendar, today: Temporal.PlainDate): Warning[] {
  const end = lastKnownDay(calendar, today);
  if (end && today.until(end).days > warnedDays) return [];
  return [{ code: 'CALENDAR_ENDS', until: end?.toString() ?? null }];
}
