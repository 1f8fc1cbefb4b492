import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { complaintCallsFor, tellComplaint, wasReopenedFor } from '../../kit/commands/reopening.ts';
import type { Reopen } from '../../kit/commands/reopening.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { EarlierDecision, ResidenceCase } from '../model/residence-case.ts';
import { stateAt } from '../rules/case-lifecycle.ts';
import { actOnCase } from './act-on-case.ts';
import { keepApprovalNotice } from './decide-preliminary.ts';
import { requireNoOpenCase } from './submit-residence-application.ts';

/**
 * Reopens a case that was refused, annulled or has lapsed, because a complaint was decided so (A§15-3): it goes on where that happened, with terms that begin
 * now, and bars nothing any more (policy). What was decided stays in it. WRONG_STATE when the complaint doesn't call for it, or has had it reopened already,
 * and with the reason CASE_OPEN while another case of the person is open.
 */
export async function reopenCase(context: Context, input: Reopen): Promise<Outcome> {
  const called = await complaintCallsFor('REOPEN_CASE', context, input);
  return actOnCase(
    context,
    'reopenCase',
    () => 'REOPEN',
    input,
    async (session, residenceCase, given) => {
      await requireNoOpenCase(session, residenceCase.iin);
      const { state } = await takeBack(session, residenceCase, given);
      await tellComplaint(session.em, given);
      return { complaintId: given.complaintId, state };
    },
    async ({ em }, given) => ({
      'a complaint calls for it': called && !(await wasReopenedFor(em, 'residence', given)),
    }),
  );
}

/** Clears what was decided, and keeps it among what was decided earlier. An approval that lapsed still holds: its notice is made anew, with its new last day. */
async function takeBack(
  session: CommandSession,
  residenceCase: ResidenceCase,
  { complaintId }: Reopen,
): Promise<EarlierDecision> {
  const { now } = session;
  const { lapsesAt, refusalReason, preliminaryDecidedAt, preliminaryDecidedBy, finalDecidedAt, finalDecidedBy } =
    residenceCase;
  const state = stateAt(residenceCase.state, lapsesAt, now);
  const isFinal = state === 'FINALLY_REFUSED';
  const earlier: EarlierDecision = {
    state,
    decidedAt: textOf(isFinal ? finalDecidedAt : preliminaryDecidedAt),
    decidedBy: (isFinal ? finalDecidedBy : preliminaryDecidedBy) ?? null,
    refusalReason: refusalReason ?? null,
    knbAgreement: state === 'PRELIMINARILY_REFUSED' ? agreementIn(residenceCase) : null,
    reopenedAt: now.toString(),
    complaintId,
  };
  residenceCase.earlierDecisions = [...(residenceCase.earlierDecisions ?? []), earlier];
  residenceCase.refusalReason = null;
  if (isFinal) Object.assign(residenceCase, { finalDecidedAt: null, finalDecidedBy: null });
  if (state === 'PRELIMINARILY_REFUSED') Object.assign(residenceCase, beforeAgreement);
  if (state === 'LAPSED') await keepApprovalNotice(session, residenceCase);
  return earlier;
}

/** What a case doesn't have before the KNB is asked. */
const beforeAgreement = {
  sentToKnbAt: null,
  knbAgreed: null,
  knbReason: null,
  knbAnsweredAt: null,
  preliminaryDecidedAt: null,
  preliminaryDecidedBy: null,
} as const;

function agreementIn({
  sentToKnbAt,
  knbAnsweredAt,
  knbAgreed,
  knbReason,
}: ResidenceCase): EarlierDecision['knbAgreement'] {
  return {
    sentAt: textOf(sentToKnbAt)!,
    answeredAt: textOf(knbAnsweredAt),
    agreed: knbAgreed ?? null,
    reason: knbReason ?? null,
  };
}

function textOf(moment: Temporal.Instant | null | undefined): string | null {
  return moment?.toString() ?? null;
}
