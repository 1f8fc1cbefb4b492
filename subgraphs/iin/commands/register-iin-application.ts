import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { takeCaseNumber } from '../../kit/commands/case-number.ts';
import { Fault, refuseProblem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import { requireOpenPilot } from '../../kit/model/pilots.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { term } from '../../kit/terms/terms.ts';
import { workingCalendar } from '../../kit/terms/working-calendar.ts';
import { AcceptanceRefusal } from '../model/acceptance-refusal.ts';
import { IinApplication } from '../model/application.ts';
import { acceptanceReasons } from '../rules/acceptance.ts';
import type { AcceptanceReason } from '../rules/acceptance.ts';
import { categoryRules } from '../rules/categories.ts';
import type { Category } from '../rules/categories.ts';
import { askForApplicant } from './presented-applicant.ts';
import type { PresentedApplicant } from './presented-applicant.ts';

/** For whom, and in which category, an application is registered. */
export interface RegisterIinApplication extends CommandInput {
  applicantId: string;
  /** The version of the applicant that the consul saw. */
  applicantVersion: number;
  category: Category;
}

/**
 * Registers an application for a number (A§9), or refuses to accept it with every reason at once (A§7). What `applicants` tells of the person is copied
 * into the application; the term of one working day begins (A§5).
 */
export async function registerIinApplication(context: Context, input: RegisterIinApplication): Promise<Outcome> {
  const applicant = await askForApplicant(context, input.applicantId);
  return runCommand(context, 'iin', 'registerIinApplication', input, async (session, given) => {
    const { viewer, em, now } = session;
    if (applicant.version !== given.applicantVersion)
      throw new Fault('CONFLICT', { extensions: { currentVersion: applicant.version } });
    const channel = viewer.role === 'authorised_employee' ? 'MFA' : 'MISSION';
    if (categoryRules[given.category].channel !== channel) refuseProblem('CATEGORY_CHANNEL', ['category'], 'A§4');
    await requireOpenPilot(em, 'IIN', almatyDate(now));
    const reasons = acceptanceReasons(given.category, broughtBy(applicant), almatyDate(now));
    return reasons.length > 0 ? refuse(session, applicant, given, reasons) : register(session, applicant, given);
  });
}

function broughtBy({ birthDate, travelDocument, documents, consents }: PresentedApplicant) {
  return {
    birthDate: Temporal.PlainDate.from(birthDate),
    identityExpiresOn: Temporal.PlainDate.from(travelDocument.expiryDate),
    documents: documents.map(({ kind, expiresOn }) => ({
      kind,
      expiresOn: expiresOn === null ? null : Temporal.PlainDate.from(expiresOn),
    })),
    consented: consents.some(({ kind }) => kind === 'PERSONAL_DATA_PROCESSING'),
  };
}

async function register(
  session: CommandSession,
  applicant: PresentedApplicant,
  { category }: RegisterIinApplication,
): Promise<Outcome> {
  const { em, viewer, now } = session;
  const id = newId();
  const { dueAt } = term(await workingCalendar(em), 'IIN_SERVICE', now);
  await recordEvent(session, 'iin', { caseId: id, kind: 'REGISTERED', details: { category, dueAt: dueAt.toString() } });
  em.create(IinApplication, {
    id,
    version: 1,
    number: await takeCaseNumber(em, 'iin', 'IIN', now),
    category,
    channel: categoryRules[category].channel,
    officeId: viewer.officeId!,
    state: 'REGISTERED',
    applicantId: applicant.id,
    applicantVersion: applicant.version,
    latinName: applicant.latinName,
    cyrillicName: applicant.cyrillicName,
    birthDate: Temporal.PlainDate.from(applicant.birthDate),
    birthPlace: applicant.birthPlace,
    sex: applicant.sex,
    citizenship: applicant.citizenship,
    presented: applicant,
    registeredAt: now,
    registeredBy: viewer.accountId,
    dueAt,
    takenBy: null,
    takenAt: null,
    decidedBy: null,
    decidedAt: null,
    refusalGrounds: null,
    refusalReason: null,
    existingRecordId: null,
    recordId: null,
    iin: null,
    handedOutAt: null,
    handedOutBy: null,
  });
  return { kind: 'IinApplication', id, concerns: [applicant.id] };
}

async function refuse(
  session: CommandSession,
  applicant: PresentedApplicant,
  { category }: RegisterIinApplication,
  reasons: AcceptanceReason[],
): Promise<Outcome> {
  const { em, viewer, now } = session;
  const id = newId();
  em.create(AcceptanceRefusal, {
    id,
    officeId: viewer.officeId!,
    applicantId: applicant.id,
    applicantVersion: applicant.version,
    category,
    reasons,
    refusedAt: now,
    refusedBy: viewer.accountId,
  });
  await recordEvent(session, 'iin', {
    caseId: id,
    kind: 'ACCEPTANCE_REFUSED',
    details: { category, reasons: reasons.map(({ code }) => code) },
  });
  return { kind: 'AcceptanceRefusal', id, concerns: [applicant.id] };
}
