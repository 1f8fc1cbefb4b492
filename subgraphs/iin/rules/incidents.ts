import type { Problem } from '../../kit/errors/fault.ts';
import { isWorkingDay, sameOrNextWorkingDay } from '../../kit/terms/calendar.ts';
import type { WorkingCalendar } from '../../kit/terms/calendar.ts';

/** What can fail on the operators' side (A§14). */
export const incidentSystems = ['MIGRATION_POLICE_SYSTEM', 'LINK', 'OTHER'] as const;

/** Something that can fail on the operators' side. */
export type IncidentSystem = (typeof incidentSystems)[number];

/**
 * From when measures are taken against a failure: at once when it is found on a working day between 09:00 and 18:30 Astana time, else from 09:00 of the next
 * one (A§14). At exactly 18:30 the hours are over.
 *
 * @throws UnknownCalendarYearError when a day that has to be looked at lies in a year the calendar does not hold.
 */
export function measuresFrom(calendar: WorkingCalendar, foundAt: Temporal.Instant): Temporal.Instant {
  const { from, until } = calendar.officeHours;
  const found = foundAt.toZonedDateTimeISO(calendar.zone);
  const isBefore = (time: Temporal.PlainTime) => Temporal.PlainTime.compare(found.toPlainTime(), time) < 0;
  const today = found.toPlainDate();
  const open = isBefore(until) && isWorkingDay(calendar, today);
  if (open && !isBefore(from)) return foundAt;
  const day = open ? today : sameOrNextWorkingDay(calendar, today.add({ days: 1 }));
  return day.toZonedDateTime({ timeZone: calendar.zone, plainTime: from }).toInstant();
}

/** Everything that speaks against recording a failure. */
export function openingProblems(
  { foundAt, description }: { foundAt: Temporal.Instant; description: string },
  now: Temporal.Instant,
): Problem[] {
  return [
    ...(isAfter(foundAt, now) ? [{ code: 'MOMENT_IN_FUTURE', path: ['foundAt'], reference: 'A§14' }] : []),
    ...(description === '' ? [{ code: 'TEXT_EMPTY', path: ['description'], reference: 'A§14' }] : []),
  ];
}

/** Everything that speaks against recording that a failure, found at a moment, has ended. */
export function closingProblems(
  foundAt: Temporal.Instant,
  { endedAt, measures }: { endedAt: Temporal.Instant; measures: string },
  now: Temporal.Instant,
): Problem[] {
  return [
    ...(isAfter(endedAt, now) ? [{ code: 'MOMENT_IN_FUTURE', path: ['endedAt'], reference: 'A§14' }] : []),
    ...(isAfter(foundAt, endedAt) ? [{ code: 'ENDED_BEFORE_FOUND', path: ['endedAt'], reference: 'A§14' }] : []),
    ...(measures === '' ? [{ code: 'TEXT_EMPTY', path: ['measures'], reference: 'A§14' }] : []),
  ];
}

function isAfter(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}
