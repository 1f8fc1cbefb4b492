import { runCommand } from '../../kit/commands/command.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { RegisterApplicantInput } from '../graph/inputs.ts';
import { Applicant } from '../model/applicant.ts';
import { personOf } from './identity.ts';

/** Registers a person who is presented to a consul or an authorised employee (A§9), or who registers oneself. */
export function registerApplicant(context: Context, input: RegisterApplicantInput): Promise<Outcome> {
  return runCommand(context, 'applicants', 'registerApplicant', input, async (session, given) => {
    const { em, viewer, now } = session;
    const id = newId();
    em.create(Applicant, {
      ...personOf(given, context),
      id,
      version: 1,
      officeId: viewer.officeId,
      personAccountId: viewer.role === 'applicant' ? viewer.accountId : null,
      iin: null,
      registeredAt: now,
      registeredBy: viewer.accountId,
    });
    await em.flush();
    const settled = given.settledDisagreements.map(({ field }) => field);
    await recordEvent(session, 'applicants', {
      caseId: id,
      kind: 'REGISTERED',
      details: { settledDisagreements: settled },
    });
    return { kind: 'Applicant', id };
  });
}
