import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { CalendarStatus } from '../../kit/terms/calendar.ts';
import { enqueueRecounts } from '../../kit/terms/recount.ts';
import { holdTerms } from '../../kit/terms/working-calendar.ts';
import { CalendarYear } from '../model/calendar-year.ts';
import { withDay, yearProblems } from '../rules/calendar.ts';
import type { DayKind, WantedYear } from '../rules/calendar.ts';

/** What the history calls changes of the calendar. */
export const calendarEvents = { daySet: 'CALENDAR_DAY_SET', yearOpened: 'CALENDAR_YEAR_OPENED' } as const;

/** What the history keeps of a change; without a day it was the whole year. */
export interface CalendarChangeDetails {
  day: string | null;
  kind: DayKind | null;
  reason: string;
}

/** Which day is worked or off from now on, and why. */
export interface SetCalendarDay extends CommandInput {
  day: Temporal.PlainDate;
  kind: DayKind;
  reason: string;
  /** The version of the day's year that the administrator saw. */
  expectedVersion: number;
}

/** Makes a day worked or off; the terms that run are recounted. Refuses all problems at once. */
export function setCalendarDay(context: Context, input: SetCalendarDay): Promise<Outcome> {
  return runCommand(context, 'missions', 'setCalendarDay', input, async (session, given) => {
    const { em } = session;
    const { day, kind, reason } = given;
    await holdTerms(em);
    const year = await em.findOne(CalendarYear, { year: day.year });
    if (year) expectVersion(year.version, given.expectedVersion);
    const days = year ? withDay(year, day, kind) : undefined;
    refuseProblems([
      ...(year ? [] : [{ code: 'CALENDAR_YEAR_UNKNOWN', path: ['day'], params: { year: day.year } }]),
      ...(year && !days ? [{ code: 'DAY_IS_SO', path: ['day'] }] : []),
      ...reasonProblems(reason),
    ]);
    return changed(session, Object.assign(year!, days), calendarEvents.daySet, { day: day.toString(), kind, reason });
  });
}

/** Which year the calendar is to know, and why. */
export interface OpenCalendarYear extends CommandInput, WantedYear {
  status: CalendarStatus;
  reason: string;
  /** The version of the projection that is replaced. */
  expectedVersion?: number | null;
}

/** Adds a year to the calendar, or replaces one that was only expected; the terms that run are recounted. Refuses all problems at once. */
export function openCalendarYear(context: Context, input: OpenCalendarYear): Promise<Outcome> {
  return runCommand(context, 'missions', 'openCalendarYear', input, async (session, given) => {
    const { em } = session;
    const { year, status, reason } = given;
    await holdTerms(em);
    const years = await em.find(CalendarYear, {});
    const known = new Map(years.map((each) => [each.year, each.status]));
    refuseProblems([...yearProblems(given, known), ...reasonProblems(reason)]);
    const projection = years.find((each) => each.year === year);
    if (projection) expectVersion(projection.version, given.expectedVersion ?? 0);
    const next = { status, daysOff: given.daysOff.map(String), daysWorked: given.daysWorked.map(String) };
    const opened = projection
      ? Object.assign(projection, next)
      : em.create(CalendarYear, { id: newId(), version: 1, year, ...next });
    return changed(session, opened, calendarEvents.yearOpened, { day: null, kind: null, reason });
  });
}

function reasonProblems(reason: string) {
  return reason === '' ? [{ code: 'REASON_EMPTY', path: ['reason'] }] : [];
}

async function changed(
  session: CommandSession,
  { id }: CalendarYear,
  kind: string,
  details: CalendarChangeDetails,
): Promise<Outcome> {
  await session.em.flush();
  await recordEvent(session, 'missions', { caseId: id, kind, details: { ...details } });
  await enqueueRecounts(session.em);
  return { kind: 'CalendarYear', id };
}
