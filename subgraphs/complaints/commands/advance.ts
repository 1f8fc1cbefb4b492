import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { nextState } from '../../kit/lifecycle/lifecycle.ts';
import { tell } from '../../kit/notices/tell.ts';
import { turnClocks } from '../../kit/terms/clocks.ts';
import { CaseTermTable } from '../model/case-term.ts';
import type { Complaint } from '../model/complaint.ts';
import { factsOf } from '../rules/facts.ts';
import { complaintLifecycle, stateAt, unforwardedStates } from '../rules/lifecycle.ts';
import type { ComplaintAction, ComplaintState } from '../rules/lifecycle.ts';
import { noticesOfComplaint } from '../rules/notices.ts';

/**
 * Takes a complaint that is locked one action further: asks the lifecycle about the state as it is by the clock, does what the action does, moves the state
 * and the clocks on and records the event.
 *
 * @throws Fault TERM_EXPIRED when the three days had to be kept and the clock has forwarded it, else WRONG_STATE when the lifecycle doesn't allow it.
 */
export async function advance(
  session: CommandSession,
  complaint: Complaint,
  action: ComplaintAction,
  change: () => Promise<void>,
): Promise<void> {
  const { em, viewer, now } = session;
  const state = action === 'RECORD_FORWARDING' ? complaint.state : stateAt(complaint, now);
  const facts = factsOf(complaint, viewer);
  const leadsTo = (from: ComplaintState) => nextState(complaintLifecycle, from, action, viewer.role, facts);
  const next = leadsTo(state);
  if (!next) {
    const isLate = complaint.forwardedAt?.equals(complaint.forwardsAt) && unforwardedStates.some(leadsTo);
    const extensions = { state, currentVersion: complaint.version };
    throw new Fault(isLate ? 'TERM_EXPIRED' : 'WRONG_STATE', { extensions });
  }
  await change();
  complaint.state = next;
  await turnClocks(session, CaseTermTable, complaint, complaintLifecycle[state][action]!);
  await em.flush();
  await recordEvent(session, 'complaints', { caseId: complaint.id, kind: action });
  await tellOfComplaint(session, complaint, action);
}

/** Tells what was done with a complaint. What the clock forwarded a while ago is told now. */
export async function tellOfComplaint(
  { em, context }: Pick<CommandSession, 'em' | 'context'>,
  complaint: Complaint,
  event: ComplaintAction | 'FILED',
): Promise<void> {
  const { id, number } = complaint;
  const told = { type: 'Complaint', id, number };
  await tell({ em, now: context.now() }, 'complaints', told, noticesOfComplaint(event, complaint));
}

/** What a command on a complaint led to. */
export function outcomeOf({ id, subjectId }: Complaint): Outcome {
  return { kind: 'Complaint', id, ...(subjectId && { concerns: [subjectId] }) };
}
