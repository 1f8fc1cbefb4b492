import { runCommand } from '../../kit/commands/command.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { refuseProblem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import type { RecordConsentInput } from '../graph/inputs.ts';
import { Applicant } from '../model/applicant.ts';
import { Consent } from '../model/consent.ts';

/** Records a consent that the person signed (A-ord 3). */
export function recordConsent(context: Context, input: RecordConsentInput): Promise<Outcome> {
  return runCommand(context, 'applicants', 'recordConsent', input, async (session, given) => {
    const { em, viewer, now } = session;
    const applicant = await findForChange(session, Applicant, given.applicantId);
    if (Temporal.PlainDate.compare(given.givenOn, almatyDate(now)) > 0)
      refuseProblem('CONSENT_IN_FUTURE', ['givenOn'], 'A-ord 3');
    const id = newId();
    em.create(Consent, {
      id,
      applicantId: applicant.id,
      officeId: applicant.officeId,
      personAccountId: applicant.personAccountId,
      kind: given.kind,
      givenOn: given.givenOn,
      recordedAt: now,
      recordedBy: viewer.accountId,
    });
    await em.flush();
    await recordEvent(session, 'applicants', {
      caseId: applicant.id,
      kind: 'CONSENT_GIVEN',
      details: { consentId: id },
    });
    return { kind: 'Consent', id, concerns: [applicant.id] };
  });
}
