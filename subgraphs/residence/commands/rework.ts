import { expectVersion } from '../../kit/commands/command.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Submission } from '../model/submission.ts';
import { returnReasonProblems } from '../rules/rework.ts';
import type { ReturnReason } from '../rules/rework.ts';
import { actOnCase } from './act-on-case.ts';
import type { ChangeInput } from './act-on-petition.ts';
import { personOf } from './presented-person.ts';
import { gatherPresentation, keepPresentation, presentationProblems } from './present-e-application.ts';
import type { PresentEApplication } from './present-e-application.ts';

/** Why an e-application is returned. */
export interface ReturnForRework extends ChangeInput {
  reasons: ReturnReason[];
}

/** Returns an e-application that is incomplete or doesn't conform, with every reason: the person has five calendar days (B§12). */
export function returnForRework(context: Context, input: ReturnForRework): Promise<Outcome> {
  return actOnCase(
    context,
    'returnForRework',
    () => 'RETURN_FOR_REWORK',
    input,
    async (session, { id }, given) => {
      const reasons = given.reasons.map(({ document = null, field = null, text }) => ({ document, field, text }));
      refuseProblems(returnReasonProblems(reasons));
      const [last] = await session.em.find(Submission, { caseId: id }, { orderBy: { ordinal: 'desc' }, limit: 1 });
      Object.assign(last!, {
        returnedAt: session.now,
        returnedBy: session.viewer.accountId,
        returnReasons: reasons,
      });
      return { ordinal: last!.ordinal };
    },
  );
}

/** What is presented anew for which case. */
export interface ResubmitResidenceApplication extends ChangeInput, PresentEApplication {}

/** Submits a returned e-application again, reworked: the two and the forty-five days begin anew, the earlier submissions stay (B§12). */
export async function resubmitResidenceApplication(
  context: Context,
  input: ResubmitResidenceApplication,
): Promise<Outcome> {
  const presentation = await gatherPresentation(context, input);
  const { person } = presentation;
  return actOnCase(
    context,
    'resubmitResidenceApplication',
    () => 'RESUBMIT',
    input,
    async (session, residenceCase, given) => {
      expectVersion(person.version, given.applicantVersion);
      const { id, city, iin } = residenceCase;
      refuseProblems([
        ...(person.iin === iin ? [] : [{ code: 'PETITION_OTHER_PERSON', path: ['applicantId'], reference: 'B§10' }]),
        ...(await presentationProblems(session, presentation, given, city)),
      ]);
      Object.assign(residenceCase, personOf(person), { submittedAt: session.now });
      await keepPresentation(session, id, presentation, given.documentIds);
      return {};
    },
  );
}
