import { runCommand } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { lapses, stateAt } from '../rules/case-lifecycle.ts';
import type { CaseState } from '../rules/case-lifecycle.ts';
import { advance } from './act-on-case.ts';

const lapsing = Object.keys(lapses) as CaseState[];

/**
 * The job that records what has lapsed by the clock: a return that nobody reworked in time (B§12), an approval with which nobody came in time (B§19). A case
 * at a time, at the moment at which it lapsed: killed, run twice or late, it leaves the same.
 */
export async function recordLapses(context: Context): Promise<void> {
  const reads = context.read();
  const where = { state: { $in: lapsing }, lapsesAt: { $lte: context.now() } };
  const lapsed = await reads.find(ResidenceCase, where, { fields: ['id'], orderBy: { id: 'asc' } });
  for (const { id } of lapsed) await recordLapse(context, id);
}

async function recordLapse(context: Context, id: string): Promise<void> {
  await runCommand(context, 'residence', 'recordLapses', {}, async (session) => {
    const residenceCase = await findForChange(session, ResidenceCase, id);
    const { state, lapsesAt, applicantId } = residenceCase;
    if (stateAt(state, lapsesAt, session.now) !== state) {
      await advance({ ...session, now: lapsesAt! }, residenceCase, 'RECORD_LAPSE', () => Promise.resolve({}));
    }
    return { kind: 'ResidenceCase', id, concerns: [applicantId] };
  });
}
