import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { found, refuseProblems } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { DutyFigure } from '../model/duty.ts';
import type { DutyFigureName } from '../rules/duty.ts';
import { figureProblems } from '../rules/duty-figures.ts';

/** What the history calls a figure that was set. */
export const dutyFigureSet = 'DUTY_FIGURE_SET';

/** What the history keeps: why, and what was recorded before, if anything; dates as ISO texts. */
export interface DutyFigureSetDetails {
  reason: string;
  before: { from: string; until: string | null; hundredths: number; source: string } | null;
}

/** How much a figure of the state duty is on which days from now on, and why. */
export interface SetDutyFigure extends CommandInput {
  figure: DutyFigureName;
  /** The period of this figure that is corrected; a new one without it. */
  id?: string | null;
  expectedVersion?: number | null;
  from: Temporal.PlainDate;
  until?: Temporal.PlainDate | null;
  /** Of a tenge, or of an index. */
  hundredths: number;
  source: string;
  reason: string;
}

/** Adds a figure of the state duty, or corrects or ends one (section 7); duties that are proved from then on go by it. Refuses all problems at once. */
export function setDutyFigure(context: Context, input: SetDutyFigure): Promise<Outcome> {
  return runCommand(context, 'residence', 'setDutyFigure', input, async (session, given) => {
    const { em } = session;
    const { figure, from, until = null, hundredths, source, reason } = given;
    // Whoever sets another one waits here: what is compared with stays so.
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('figures of the state duty', 0))`);
    const periods = await em.find(DutyFigure, { figure });
    const changed = given.id == null ? undefined : found(periods.find(({ id }) => id === given.id));
    if (changed) expectVersion(changed.version, given.expectedVersion ?? 0);
    const others = periods.filter((each) => each !== changed);
    refuseProblems([
      ...figureProblems(
        { from, until, hundredths, source },
        others.map(({ validFrom, validUntil }) => ({ from: validFrom, until: validUntil })),
      ),
      ...(reason === '' ? [{ code: 'REASON_EMPTY', path: ['reason'] }] : []),
    ]);
    const details: DutyFigureSetDetails = { reason, before: changed ? asTexts(changed) : null };
    const next = { validFrom: from, validUntil: until, hundredths, source };
    const set = changed
      ? Object.assign(changed, next)
      : em.create(DutyFigure, { id: newId(), version: 1, figure, ...next });
    await em.flush();
    await recordEvent(session, 'residence', { caseId: set.id, kind: dutyFigureSet, details: { ...details } });
    return { kind: 'DutyFigure', id: set.id };
  });
}

function asTexts({ validFrom, validUntil, hundredths, source }: DutyFigure): DutyFigureSetDetails['before'] {
  return { from: validFrom.toString(), until: validUntil?.toString() ?? null, hundredths, source };
}
