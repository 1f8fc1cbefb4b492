/** A date of birth whose month or day the document does not know. */
export interface DateParts {
  year: number;
  month: number | null;
  day: number | null;
}

/**
 * The date of birth in a zone, `YYMMDD` with `<<` for an unknown month or day. The zone has no century: it is the
 * latest that makes a past date (today included). Nothing when no such date exists.
 */
export function readBirthDate(text: string, today: Temporal.PlainDate): DateParts | undefined {
  const [, yy, mm, dd] = /^(\d\d)(\d\d|<<)(\d\d|<<)$/.exec(text) ?? [];
  if (!yy || !mm || !dd) return undefined;
  const month = mm === '<<' ? null : Number(mm);
  const day = dd === '<<' ? null : Number(dd);
  const year = [0, -100]
    .map((centuries) => centuryOf(today) + centuries + Number(yy))
    .find((candidate) => {
      const earliest = dateOf(candidate, month ?? 1, day ?? 1);
      return earliest && Temporal.PlainDate.compare(earliest, today) <= 0;
    });
  return year === undefined ? undefined : { year, month, day };
}

/** The date of expiry in a zone, `YYMMDD`: of the dates that exist, the nearest to today. Nothing when none exists. */
export function readExpiryDate(text: string, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const [, yy, mm, dd] = /^(\d\d)(\d\d)(\d\d)$/.exec(text) ?? [];
  const distance = (date: Temporal.PlainDate) => Math.abs(today.until(date).days);
  return [-100, 0, 100]
    .map((centuries) => dateOf(centuryOf(today) + centuries + Number(yy), Number(mm), Number(dd)))
    .filter((date) => date !== undefined)
    .toSorted((one, other) => distance(one) - distance(other))[0];
}

/** The whole date, or null when a part of it is unknown. */
export function wholeDate({ year, month, day }: DateParts): Temporal.PlainDate | null {
  return month === null || day === null ? null : Temporal.PlainDate.from({ year, month, day });
}

function centuryOf({ year }: Temporal.PlainDate): number {
  return year - (year % 100);
}

/** The date, or nothing when there is none such in the calendar. */
function dateOf(year: number, month: number, day: number): Temporal.PlainDate | undefined {
  if (!(month >= 1 && month <= 12 && day >= 1)) return undefined;
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date : undefined;
}
