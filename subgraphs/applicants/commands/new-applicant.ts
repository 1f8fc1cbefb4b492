import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import { Applicant } from '../model/applicant.ts';
import type { PresentedPerson } from './identity.ts';

/**
 * Adds a person as presented: to the viewer's office, or by the person who acts.
 *
 * @param iin the number of whoever registers oneself.
 */
export async function addApplicant(
  session: CommandSession,
  person: PresentedPerson,
  iin: string | null = null,
): Promise<Outcome> {
  const { em, viewer, now } = session;
  const id = newId();
  em.create(Applicant, {
    ...person,
    id,
    version: 1,
    officeId: viewer.officeId,
    personAccountId: viewer.role === 'applicant' ? viewer.accountId : null,
    iin,
    registeredAt: now,
    registeredBy: viewer.accountId,
  });
  await em.flush();
  const settledDisagreements = person.settledDisagreements.map(({ field }) => field);
  await recordEvent(session, 'applicants', { caseId: id, kind: 'REGISTERED', details: { settledDisagreements } });
  return { kind: 'Applicant', id };
}
