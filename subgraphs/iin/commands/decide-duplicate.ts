import type { EntityManager } from '@mikro-orm/postgresql';
import type { Outcome } from '../../kit/commands/command.ts';
import { Fault, refuseProblems } from '../../kit/errors/fault.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { IinApplication } from '../model/application.ts';
import { DuplicateDecision } from '../model/duplicate-decision.ts';
import { duplicatesOf } from '../model/duplicate.ts';
import { holdsUp } from '../rules/duplicates.ts';
import type { DuplicateVerdict } from '../rules/duplicates.ts';
import { actOnApplication } from './act-on-application.ts';
import type { ApplicationInput } from './act-on-application.ts';

/** What an operator decides of the person of an application and a possible duplicate, and why. */
export interface DecideDuplicate extends ApplicationInput {
  candidateId: string;
  decision: DuplicateVerdict;
  reason: string;
}

/** The operator decides whether a possible duplicate is the person of an application. A later decision about the two takes the place of an earlier one. */
export function decideDuplicate(context: Context, input: DecideDuplicate): Promise<Outcome> {
  return actOnApplication(
    context,
    'decideDuplicate',
    'DECIDE_DUPLICATE',
    input,
    async ({ em, viewer, now }, application, { candidateId, decision: verdict, reason }) => {
      const known = (await duplicatesOf(em, application)).some(({ id }) => id === candidateId);
      refuseProblems([
        ...(known ? [] : [{ code: 'DUPLICATE_UNKNOWN', path: ['candidateId'], reference: 'A§13' }]),
        ...(reason === '' ? [{ code: 'TEXT_EMPTY', path: ['reason'], reference: 'A§13' }] : []),
      ]);
      em.create(DuplicateDecision, {
        id: newId(),
        applicationId: application.id,
        candidateId,
        verdict,
        reason,
        decidedAt: now,
        decidedBy: viewer.accountId,
      });
      return { candidateId, verdict };
    },
  );
}

/** @throws Fault WRONG_STATE while a possible duplicate holds up the number; it names those that are undecided, or else those that are the same person. */
export async function requireNoDuplicate(em: EntityManager, application: IinApplication): Promise<void> {
  const holding = (await duplicatesOf(em, application)).filter((each) =>
    holdsUp({ ...each, registered: each.recordId !== null }),
  );
  if (holding.length === 0) return;
  const undecided = holding.filter(({ decision }) => decision === null);
  const reason = undecided.length > 0 ? 'DUPLICATES_UNDECIDED' : 'DUPLICATE_SAME_PERSON';
  const candidateIds = (undecided.length > 0 ? undecided : holding).map(({ id }) => id);
  const { state, version: currentVersion } = application;
  throw new Fault('WRONG_STATE', { message: reason, extensions: { reason, candidateIds, state, currentVersion } });
}
