import type { Outcome } from '../../kit/commands/command.ts';
import { refuseProblem, refuseProblems } from '../../kit/errors/fault.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { SecurityCheck } from '../model/security-check.ts';
import { recordedCheckProblems } from '../rules/checks.ts';
import type { RecordedCheck } from '../rules/checks.ts';
import { actOnCase } from './act-on-case.ts';
import type { ChangeInput } from './act-on-petition.ts';

/** Registers the electronic case (B§12). */
export function registerCase(context: Context, input: ChangeInput): Promise<Outcome> {
  return actOnCase(
    context,
    'registerCase',
    () => 'REGISTER',
    input,
    (session, residenceCase) => {
      residenceCase.registeredAt = session.now;
      return Promise.resolve({});
    },
  );
}

/** What was found. */
export interface RecordChecks extends ChangeInput {
  checks: RecordedCheck[];
}

/** Records the special and the criminal check, before the KNB is asked (B§13) and again in the final review (B§22). What was recorded before stays in the case. */
export function recordChecks(context: Context, input: RecordChecks): Promise<Outcome> {
  return actOnCase(
    context,
    'recordChecks',
    () => 'RECORD_CHECKS',
    input,
    (session, { id, state }, given) => {
      const stage = state === 'FINAL_REVIEW' ? 'FINAL' : 'PRELIMINARY';
      refuseProblems(recordedCheckProblems(given.checks));
      for (const { kind, clear, remark } of given.checks) {
        session.em.create(SecurityCheck, {
          id: newId(),
          caseId: id,
          stage,
          kind,
          clear,
          remark: remark || null,
          recordedAt: session.now,
          recordedBy: session.viewer.accountId,
        });
      }
      return Promise.resolve({ stage, kinds: given.checks.map(({ kind }) => kind) });
    },
  );
}

/** Sends the case to the KNB for agreement (B§14): from then on the KNB sees it, with the person and the documents in it. */
export function sendToKnb(context: Context, input: ChangeInput): Promise<Outcome> {
  return actOnCase(
    context,
    'sendToKnb',
    () => 'SEND_TO_KNB',
    input,
    (session, residenceCase) => {
      residenceCase.sentToKnbAt = session.now;
      return Promise.resolve({});
    },
  );
}

/** What the KNB answers. */
export interface AnswerKnb extends ChangeInput {
  agrees: boolean;
  reason?: string | null;
}

/** The KNB agrees, or objects with a reason (B§15). A late answer is an answer; none is never consent. */
export function answerKnb(context: Context, input: AnswerKnb): Promise<Outcome> {
  return actOnCase(
    context,
    'answerKnb',
    ({ agrees }) => (agrees ? 'AGREE' : 'OBJECT'),
    input,
    (session, residenceCase, { agrees, reason }) => {
      if (!agrees && !reason) refuseProblem('TEXT_EMPTY', ['reason'], 'B§15');
      residenceCase.knbAgreed = agrees;
      residenceCase.knbReason = reason || null;
      residenceCase.knbAnsweredAt = session.now;
      return Promise.resolve({});
    },
  );
}

/** Withdraws the application at the person's wish; nothing is barred by it. */
export function withdrawResidenceApplication(context: Context, input: ChangeInput): Promise<Outcome> {
  return actOnCase(
    context,
    'withdrawResidenceApplication',
    () => 'WITHDRAW',
    input,
    () => Promise.resolve({}),
  );
}
