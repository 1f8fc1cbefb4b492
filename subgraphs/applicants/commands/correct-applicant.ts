import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { CorrectApplicantInput } from '../graph/inputs.ts';
import { Applicant } from '../model/applicant.ts';
import { personOf } from './identity.ts';

/** Corrects what was registered of a person: everything is given anew. Applications keep what they were registered with. */
export function correctApplicant(context: Context, input: CorrectApplicantInput): Promise<Outcome> {
  return runCommand(context, 'applicants', 'correctApplicant', input, async (session, given) => {
    const applicant = await findForChange(session, Applicant, given.id);
    expectVersion(applicant.version, given.expectedVersion);
    Object.assign(applicant, personOf(given, context));
    await session.em.flush();
    await recordEvent(session, 'applicants', {
      caseId: applicant.id,
      kind: 'CORRECTED',
      details: { version: applicant.version },
    });
    return { kind: 'Applicant', id: applicant.id };
  });
}
