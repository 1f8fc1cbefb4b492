import { runCommand } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import type { Job } from '../../kit/subgraph/definition.ts';
import { Applicant } from '../model/applicant.ts';

/** Follows the forming of a number (A§11): asks `iin` for it and notes it at the applicant. Run twice, it changes nothing the second time. */
export const noteIin: Job = async (context, { applicantId, recordId }) => {
  const { iin } = await context.ask<{ iin: string }>('iin', { __typename: 'IinRecord', id: recordId! }, '{ iin }');
  // A correction brings the same number to another presentation of the person.
  const input = { idempotencyKey: `${recordId} ${applicantId}` };
  await runCommand(context, 'applicants', 'noteIin', input, async (session) => {
    const applicant = await findForChange(session, Applicant, applicantId!);
    applicant.iin = iin;
    await session.em.flush();
    await recordEvent(session, 'applicants', { caseId: applicant.id, kind: 'IIN_NOTED', details: { recordId } });
    return { kind: 'Applicant', id: applicant.id };
  });
};
