import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { Fault, refuseProblems } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import { enqueue } from '../../kit/jobs/jobs.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { withinKnownYears, workingCalendar } from '../../kit/terms/working-calendar.ts';
import { Incident } from '../model/incident.ts';
import { closingProblems, measuresFrom, openingProblems } from '../rules/incidents.ts';
import type { IncidentSystem } from '../rules/incidents.ts';
import { holdDelivery } from './delivery.ts';

/** What failed, found when. */
export interface OpenIncident extends CommandInput {
  system: IncidentSystem;
  foundAt: Temporal.Instant;
  description: string;
  measures?: string | null;
  /** Whether applications wait until it has ended. */
  stopsDelivery: boolean;
}

/** Records a failure on the operators' side (A§14). Refuses all problems at once. */
export function openIncident(context: Context, input: OpenIncident): Promise<Outcome> {
  return runCommand(context, 'iin', 'openIncident', input, async (session, given) => {
    const { em, viewer, now } = session;
    const { system, foundAt, description, measures, stopsDelivery } = given;
    refuseProblems(openingProblems(given, now));
    const calendar = await workingCalendar(em);
    await holdDelivery(em);
    const id = newId();
    em.create(Incident, {
      id,
      version: 1,
      system,
      description,
      stopsDelivery,
      foundAt,
      measuresFrom: withinKnownYears(() => measuresFrom(calendar, foundAt), unknownYear),
      measures: measures || null,
      openedAt: now,
      openedBy: viewer.accountId,
      endedAt: null,
      closingMeasures: null,
      closedAt: null,
      closedBy: null,
    });
    const details = { system, stopsDelivery, foundAt: foundAt.toString() };
    await recordEvent(session, 'iin', { caseId: id, kind: 'INCIDENT_OPENED', details });
    return { kind: 'Incident', id };
  });
}

/** That a failure has ended, when, and by what. */
export interface CloseIncident extends CommandInput {
  id: string;
  expectedVersion: number;
  endedAt: Temporal.Instant;
  measures: string;
}

/** Records that a failure has ended; what waited for that passes to the operators right after (A§10). WRONG_STATE when it was recorded before. */
export function closeIncident(context: Context, input: CloseIncident): Promise<Outcome> {
  return runCommand(context, 'iin', 'closeIncident', input, async (session, given) => {
    const { em, viewer, now } = session;
    const { endedAt, measures } = given;
    await holdDelivery(em);
    const incident = await findForChange(session, Incident, given.id);
    expectVersion(incident.version, given.expectedVersion);
    if (incident.endedAt)
      throw new Fault('WRONG_STATE', { extensions: { state: 'ENDED', currentVersion: incident.version } });
    refuseProblems(closingProblems(incident.foundAt, given, now));
    Object.assign(incident, { endedAt, closingMeasures: measures, closedAt: now, closedBy: viewer.accountId });
    await recordEvent(session, 'iin', {
      caseId: incident.id,
      kind: 'INCIDENT_CLOSED',
      details: { endedAt: endedAt.toString() },
    });
    if (incident.stopsDelivery)
      await enqueue(em, { subgraph: 'iin', name: 'deliverWaiting', ids: {}, key: 'iin.deliverWaiting' });
    return { kind: 'Incident', id: incident.id };
  });
}

function unknownYear(year: number): Fault {
  return new Fault('BAD_USER_INPUT', {
    problems: [{ code: 'CALENDAR_YEAR_UNKNOWN', path: ['foundAt'], params: { year } }],
  });
}
