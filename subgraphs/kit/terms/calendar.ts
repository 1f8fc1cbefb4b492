import { z } from 'zod';

/** The zone of "Astana time" in the orders. Its offset moved from +06:00 to +05:00 on 2024-03-01: never use an offset. */
export const ASTANA_ZONE = 'Asia/Almaty';

const OFFICE_HOURS = { from: Temporal.PlainTime.from('09:00'), until: Temporal.PlainTime.from('18:30') } as const;

/** How sure a calendar year is: `official` is decreed; `projection` is expected and may still change. */
export const calendarStatuses = ['official', 'projection'] as const;

/** How sure a calendar year is. */
export type CalendarStatus = (typeof calendarStatuses)[number];

/** One calendar year: what differs from "Monday to Friday is worked". Days are ISO dates such as `2026-03-09`. */
export type CalendarYear = {
  readonly status: CalendarStatus;
  /** Weekdays that nobody works. */
  readonly daysOff: ReadonlySet<string>;
  /** Saturdays and Sundays that are worked. */
  readonly daysWorked: ReadonlySet<string>;
};

/** The working days of Kazakhstan, in the years that are known; made by {@link readCalendar}. */
export type WorkingCalendar = {
  readonly zone: typeof ASTANA_ZONE;
  /** Office hours of a working day, Astana time (A§14). */
  readonly officeHours: { readonly from: Temporal.PlainTime; readonly until: Temporal.PlainTime };
  readonly years: ReadonlyMap<number, CalendarYear>;
};

/** A calendar year as it is stored, and as `calendar.json` holds it. */
export type CalendarRow = {
  readonly year: number;
  readonly status: string;
  readonly daysOff: readonly string[];
  readonly daysWorked: readonly string[];
};

/** Asked about a day of a year that the calendar does not hold. The answer would be a guess, and a term must not be one. */
export class UnknownCalendarYearError extends Error {
  override readonly name = 'UnknownCalendarYearError';
  readonly year: number;

  constructor(year: number) {
    super(`The working-day calendar does not know the year ${year}.`);
    this.year = year;
  }
}

const calendarRow = z
  .object({
    year: z.int(),
    status: z.enum(calendarStatuses),
    daysOff: z.array(z.iso.date()),
    daysWorked: z.array(z.iso.date()),
  })
  // Such a day would be looked for in its own year, and never be found.
  .refine((row) => [...row.daysOff, ...row.daysWorked].every((day) => Temporal.PlainDate.from(day).year === row.year), {
    error: 'Every day of a calendar year lies in that year.',
  });

/**
 * Makes the calendar from its rows, one a year.
 *
 * @throws ZodError when a row is malformed, names a date that does not exist, or holds a day of another year.
 */
export function readCalendar(rows: readonly CalendarRow[]): WorkingCalendar {
  const years = z
    .array(calendarRow)
    .parse(rows)
    .map(({ year, status, daysOff, daysWorked }): [number, CalendarYear] => [
      year,
      { status, daysOff: new Set(daysOff), daysWorked: new Set(daysWorked) },
    ]);
  return { zone: ASTANA_ZONE, officeHours: OFFICE_HOURS, years: new Map(years) };
}

/** The date in Astana at this moment: the day on which the orders count an event, wherever the mission is. */
export function almatyDate(instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(ASTANA_ZONE).toPlainDate();
}

/** Whether it is a Saturday or a Sunday: not worked unless the calendar says so. */
export function isWeekend(date: Temporal.PlainDate): boolean {
  return date.dayOfWeek >= 6;
}

/**
 * Whether this day is worked.
 *
 * @throws UnknownCalendarYearError when the calendar does not hold the year of this day.
 */
export function isWorkingDay(calendar: WorkingCalendar, date: Temporal.PlainDate): boolean {
  const year = calendar.years.get(date.year);
  if (!year) throw new UnknownCalendarYearError(date.year);
  return isWeekend(date) ? year.daysWorked.has(date.toString()) : !year.daysOff.has(date.toString());
}

/**
 * This day if it is worked, else the first working day after it.
 *
 * @throws UnknownCalendarYearError when a day that has to be looked at lies in a year the calendar does not hold.
 */
export function sameOrNextWorkingDay(calendar: WorkingCalendar, date: Temporal.PlainDate): Temporal.PlainDate {
  let day = date;
  while (!isWorkingDay(calendar, day)) day = day.add({ days: 1 });
  return day;
}

/**
 * The n-th working day after this date (n ≥ 0); the date itself never counts, worked or not.
 *
 * @throws UnknownCalendarYearError when a day that has to be looked at lies in a year the calendar does not hold.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: Temporal.PlainDate, n: number): Temporal.PlainDate {
  let day = date;
  for (let counted = 0; counted < n; counted++) day = sameOrNextWorkingDay(calendar, day.add({ days: 1 }));
  return day;
}

/** The last day that the calendar knows without a gap from this day on; undefined when it doesn't know the day itself. */
export function lastKnownDay(calendar: WorkingCalendar, from: Temporal.PlainDate): Temporal.PlainDate | undefined {
  let { year } = from;
  while (calendar.years.has(year)) year += 1;
  return year === from.year ? undefined : new Temporal.PlainDate(year - 1, 12, 31);
}
