import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Complaint } from '../model/complaint.ts';
import { DecisionRow } from '../model/decision.ts';
import { decisionProblems, followUpOf } from '../rules/decision.ts';
import type { Decision } from '../rules/decision.ts';
import { providersDecision } from '../rules/lifecycle.ts';
import { actOnComplaint } from './act-on-complaint.ts';
import type { ChangeInput } from './act-on-complaint.ts';

/** How a complaint is satisfied in full. */
export type SatisfyComplaint = ChangeInput & Omit<Decision, 'outcome'>;

/** Satisfies a complaint in full within the three days, also by the official complained of: the reviewing body never gets it (A§15-3). */
export function satisfyComplaint(context: Context, input: SatisfyComplaint): Promise<Outcome> {
  return actOnComplaint(
    context,
    'satisfyComplaint',
    () => 'SATISFY',
    input,
    (session, complaint, given) => decide(session, complaint, { ...given, outcome: 'SATISFIED' }),
  );
}

/**
 * Decides on a complaint: for the provider within five working days of its registration, by somebody who isn't complained of (A§16); for the reviewing body
 * within fifteen (A§17).
 */
export function decideComplaint(context: Context, input: ChangeInput & Decision): Promise<Outcome> {
  const { role } = context.viewer!;
  return actOnComplaint(
    context,
    'decideComplaint',
    ({ outcome }, state) => (role === 'complaint_reviewer' ? 'DECIDE_REVIEW' : providersDecision(outcome, state)),
    input,
    decide,
  );
}

function decide({ em, viewer, now }: CommandSession, complaint: Complaint, decision: Decision): Promise<void> {
  const { outcome, reasons, reopen = null } = decision;
  const about = complaint.subjectKind;
  refuseProblems(decisionProblems(decision, about));
  em.create(DecisionRow, {
    id: newId(),
    caseId: complaint.id,
    body: viewer.role === 'complaint_reviewer' ? 'REVIEWING_BODY' : 'PROVIDER',
    outcome,
    reasons,
    reopen,
    decidedAt: now,
    decidedBy: viewer.accountId,
  });
  complaint.followUp ??= followUpOf(decision, about);
  return Promise.resolve();
}
