import { complaintCallsFor, tellComplaint, wasReopenedFor } from '../../kit/commands/reopening.ts';
import type { Reopen } from '../../kit/commands/reopening.ts';
import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { beginTerm } from '../../kit/terms/working-calendar.ts';
import { undecided } from '../model/application.ts';
import type { EarlierRefusal, IinApplication } from '../model/application.ts';
import { PrintedForm } from '../model/printed-form.ts';
import { actOnApplication } from './act-on-application.ts';
import { refusalOf } from './reason-of-refusal.ts';

/**
 * Reopens an application that was refused, because a complaint was decided so (A§15-3): it is decided anew, within a term that begins now (policy). The refusal
 * stays in it, its notice doesn't hold any more. WRONG_STATE when the complaint doesn't call for it, or has had it reopened already.
 */
export async function reopenIinApplication(context: Context, input: Reopen): Promise<Outcome> {
  const called = await complaintCallsFor('REOPEN_IIN_APPLICATION', context, input);
  return actOnApplication(
    context,
    'reopenIinApplication',
    'REOPEN',
    input,
    async (session, application, given) => {
      await takeBackRefusal(session, application, given);
      await tellComplaint(session.em, given);
      return { complaintId: given.complaintId, dueAt: application.dueAt.toString() };
    },
    async ({ em }, given) => ({ 'a complaint calls for it': called && !(await wasReopenedFor(em, 'iin', given)) }),
  );
}

async function takeBackRefusal(
  { em, now }: CommandSession,
  application: IinApplication,
  { complaintId }: Reopen,
): Promise<void> {
  const { id, decidedAt, decidedBy, earlierRefusals } = application;
  const refusal: EarlierRefusal = {
    ...refusalOf(application)!,
    decidedAt: decidedAt!.toString(),
    decidedBy: decidedBy!,
    complaintId,
  };
  const { dueAt } = await beginTerm(em, 'IIN_SERVICE', now);
  Object.assign(application, undecided, {
    reopenedAt: now,
    dueAt,
    earlierRefusals: [...(earlierRefusals ?? []), refusal],
  });
  await em.nativeUpdate(PrintedForm, { applicationId: id, revokedAt: null }, { revokedAt: now });
}
