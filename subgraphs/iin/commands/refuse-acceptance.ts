import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import type { Message } from '../../kit/errors/languages.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { acceptanceRefusalSlip } from '../forms/acceptance-refusal-slip.ts';
import { personData } from '../forms/rows.ts';
import { AcceptanceRefusal } from '../model/acceptance-refusal.ts';
import type { AcceptanceReason } from '../rules/acceptance.ts';
import { categoryRules } from '../rules/categories.ts';
import type { Category } from '../rules/categories.ts';
import { keepForm } from './keep-form.ts';
import type { PresentedApplicant } from './presented-applicant.ts';

/** Records that an application is not accepted, with every reason, and prints the slip for the person (A§7). */
export async function refuseAcceptance(
  session: CommandSession,
  applicant: PresentedApplicant,
  category: Category,
  reasons: AcceptanceReason[],
): Promise<Outcome> {
  const { em, viewer, now, context } = session;
  const id = newId();
  const officeId = viewer.officeId!;
  const issuedOn = almatyDate(now);
  em.create(AcceptanceRefusal, {
    id,
    officeId,
    applicantId: applicant.id,
    applicantVersion: applicant.version,
    category,
    reasons,
    refusedAt: now,
    refusedBy: viewer.accountId,
  });
  const [office] = await em.execute<{ name: Message }[]>('select name from kit.office where id = ?', [officeId]);
  await keepForm(session, { kind: 'ACCEPTANCE_REFUSAL', refusalId: id, officeId, issuedOn }, (verificationUrl) =>
    acceptanceRefusalSlip({
      ...personData({ ...applicant, birthDate: Temporal.PlainDate.from(applicant.birthDate) }),
      refusalId: id,
      category: categoryRules[category].who,
      office: office!.name,
      reasons,
      issuedOn,
      verificationUrl,
      specimen: context.services.demo,
    }),
  );
  const codes = reasons.map(({ code }) => code);
  await recordEvent(session, 'iin', { caseId: id, kind: 'ACCEPTANCE_REFUSED', details: { category, reasons: codes } });
  return { kind: 'AcceptanceRefusal', id, concerns: [applicant.id], reason: [...new Set(codes)].join(' ') };
}
