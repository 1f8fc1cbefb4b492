import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { takeCaseNumber } from '../../kit/commands/case-number.ts';
import { refuseProblem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import { requireOpenPilot } from '../../kit/model/pilots.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { beginTerm } from '../../kit/terms/working-calendar.ts';
import { IinApplication } from '../model/application.ts';
import { conventionParties } from '../model/convention-party.ts';
import { acceptanceReasons } from '../rules/acceptance.ts';
import { categoryRules } from '../rules/categories.ts';
import type { Category } from '../rules/categories.ts';
import { isDeliveryStopped, openToOperators } from './delivery.ts';
import { askForApplicant, broughtBy } from './presented-applicant.ts';
import type { PresentedApplicant } from './presented-applicant.ts';
import { refuseAcceptance } from './refuse-acceptance.ts';

/** For whom, and in which category, an application is registered. */
export interface RegisterIinApplication extends CommandInput {
  applicantId: string;
  /** The version of the applicant that the consul saw. */
  applicantVersion: number;
  category: Category;
}

/**
 * Registers an application for a number (A§9), or refuses to accept it with every reason at once (A§7). What `applicants` tells of the person is copied
 * into the application; the term of one working day begins (A§5), and it passes to the operators unless an incident closes their side (A§10).
 */
export async function registerIinApplication(context: Context, input: RegisterIinApplication): Promise<Outcome> {
  const applicant = await askForApplicant(context, input.applicantId);
  return runCommand(context, 'iin', 'registerIinApplication', input, async (session, given) => {
    const { em, now } = session;
    await requireMayApply(session, applicant, given);
    const parties = await conventionParties(em);
    const reasons = acceptanceReasons(given.category, broughtBy(applicant), almatyDate(now), parties);
    return reasons.length > 0
      ? refuseAcceptance(session, applicant, given.category, reasons)
      : registerApplication(session, applicant, given.category, forNumber);
  });
}

/** Requires that the person is as the consul saw them, comes to the right place (A§4), and while the pilot is open. */
export async function requireMayApply(
  { em, viewer, now }: CommandSession,
  applicant: PresentedApplicant,
  { applicantVersion, category }: Pick<RegisterIinApplication, 'applicantVersion' | 'category'>,
): Promise<void> {
  expectVersion(applicant.version, applicantVersion);
  const channel = viewer.role === 'authorised_employee' ? 'MFA' : 'MISSION';
  if (categoryRules[category].channel !== channel) refuseProblem('CATEGORY_CHANNEL', ['category'], 'A§4');
  await requireOpenPilot(em, 'IIN', almatyDate(now));
}

/** What an application asks for. */
type Asked = Pick<IinApplication, 'kind' | 'recordId' | 'iin' | 'correction'>;

const forNumber: Asked = { kind: 'FORMATION', recordId: null, iin: null, correction: null };

/** Registers an application that is accepted: it gets a number of its own, its term begins, and it passes to the operators. */
export async function registerApplication(
  session: CommandSession,
  applicant: PresentedApplicant,
  category: Category,
  asked: Asked,
): Promise<Outcome> {
  const { em, viewer, now } = session;
  const id = newId();
  const { dueAt } = await beginTerm(em, 'IIN_SERVICE', now);
  const deliveredAt = (await isDeliveryStopped(em)) ? null : now;
  const details = { kind: asked.kind, category, dueAt: dueAt.toString(), delivered: deliveredAt !== null };
  await recordEvent(session, 'iin', { caseId: id, kind: 'REGISTERED', details });
  if (deliveredAt) await openToOperators(session, { id, applicantId: applicant.id });
  em.create(IinApplication, {
    ...asked,
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
    deliveredAt,
    takenBy: null,
    takenAt: null,
    decidedBy: null,
    decidedAt: null,
    refusalGrounds: null,
    refusalReason: null,
    refusalMarks: null,
    existingRecordId: null,
    handedOutAt: null,
    handedOutBy: null,
  });
  return { kind: 'IinApplication', id, concerns: [applicant.id] };
}
