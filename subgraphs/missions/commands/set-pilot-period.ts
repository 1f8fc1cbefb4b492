import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { found, refuseProblems } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import type { Pilot } from '../../kit/model/pilots.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Period } from '../../kit/terms/periods.ts';
import { PilotPeriod } from '../model/pilot-period.ts';
import { periodProblems } from '../rules/pilots.ts';

/** What the history calls a period that was set. */
export const pilotPeriodSet = 'PILOT_PERIOD_SET';

/** What the history keeps of a period as it was before. */
export interface EarlierPeriod {
  from: string;
  until: string | null;
  orderReference: string;
}

/** Which period of which pilot, and the order that sets it. */
export interface SetPilotPeriod extends CommandInput {
  pilot: Pilot;
  from: Temporal.PlainDate;
  until?: Temporal.PlainDate | null;
  /** The period that is changed; a new one without it. */
  id?: string | null;
  expectedVersion?: number | null;
  orderReference: string;
}

/** Sets when a pilot takes new applications (A-ord 8, B-ord 8): a new period, or another end, beginning or order of one. Refuses all problems at once. */
export function setPilotPeriod(context: Context, input: SetPilotPeriod): Promise<Outcome> {
  return runCommand(context, 'missions', 'setPilotPeriod', input, async (session, given) => {
    const { em } = session;
    const { pilot, from, until = null, orderReference } = given;
    // Whoever sets another period waits here: what is compared with stays so.
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('periods of pilots', 0))`);
    const periods = await em.find(PilotPeriod, { pilot });
    const changed = given.id == null ? undefined : found(periods.find(({ id }) => id === given.id));
    if (changed) expectVersion(changed.version, given.expectedVersion ?? 0);
    const others = periods.filter((each) => each !== changed);
    refuseProblems(periodProblems({ from, until }, orderReference, others.map(asPeriod)));
    const before = changed ? earlier(changed) : null;
    const next = { validFrom: from, validUntil: until, orderReference };
    const period = changed
      ? Object.assign(changed, next)
      : em.create(PilotPeriod, { id: newId(), version: 1, pilot, ...next });
    await em.flush();
    await recordEvent(session, 'missions', { caseId: period.id, kind: pilotPeriodSet, details: { before } });
    return { kind: 'PilotPeriod', id: period.id };
  });
}

function asPeriod({ validFrom, validUntil }: Pick<PilotPeriod, 'validFrom' | 'validUntil'>): Period {
  return { from: validFrom, until: validUntil };
}

function earlier({ validFrom, validUntil, orderReference }: PilotPeriod): EarlierPeriod {
  return { from: validFrom.toString(), until: validUntil?.toString() ?? null, orderReference };
}
