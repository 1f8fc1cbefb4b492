/** A stretch of days; both ends belong to it. Without a first day nobody noted when it began, without a last day it is open-ended. */
export interface Period {
  from: Temporal.PlainDate | null;
  until: Temporal.PlainDate | null;
}

/** Whether a day belongs to a period. */
export function isWithin(period: Period, day: Temporal.PlainDate): boolean {
  return !beginsAfter(period, day) && !endsBefore(period, day);
}

/** Whether a period ends before it begins. */
export function isBackwards({ from, until }: Period): boolean {
  return from !== null && endsBefore({ from, until }, from);
}

/** Whether two periods share a day. */
export function overlap(one: Period, other: Period): boolean {
  return !isBefore(one, other) && !isBefore(other, one);
}

function isBefore(one: Period, other: Period): boolean {
  return other.from !== null && endsBefore(one, other.from);
}

function beginsAfter({ from }: Period, day: Temporal.PlainDate): boolean {
  return from !== null && Temporal.PlainDate.compare(from, day) > 0;
}

function endsBefore({ until }: Period, day: Temporal.PlainDate): boolean {
  return until !== null && Temporal.PlainDate.compare(until, day) < 0;
}
