import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { takeCaseNumber } from '../../kit/commands/case-number.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import { requireOpenPilot } from '../../kit/model/pilots.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { beginTerm } from '../../kit/terms/working-calendar.ts';
import { IinApplication, undecided } from '../model/application.ts';
import { conventionParties } from '../../kit/model/convention-parties.ts';
import { acceptanceReasons } from '../rules/acceptance.ts';
import { categoryRules } from '../rules/categories.ts';
import type { Category } from '../rules/categories.ts';
import { representationProblems } from '../rules/representations.ts';
import type { Representation } from '../rules/representations.ts';
import { isDeliveryStopped, openToOperators } from './delivery.ts';
import { askForRepresentation } from './named-representation.ts';
import { askForApplicant, broughtBy } from './presented-applicant.ts';
import type { PresentedApplicant } from './presented-applicant.ts';
import { refuseAcceptance } from './refuse-acceptance.ts';

/** For whom, and in which category, an application is registered. */
export interface RegisterIinApplication extends CommandInput {
  applicantId: string;
  /** The version of the applicant that the consul saw. */
  applicantVersion: number;
  category: Category;
  /** Of which foreign representation the person is staff (A§4). */
  representationId?: string | null;
}

/**
 * Registers an application for a number (A§9), or refuses to accept it with every reason at once (A§7). What `applicants` tells of the person, and `missions`
 * of the representation, is copied into the application; the term of one working day begins (A§5), and it passes to the operators unless an incident closes
 * their side (A§10).
 */
export async function registerIinApplication(context: Context, input: RegisterIinApplication): Promise<Outcome> {
  const applicant = await askForApplicant(context, input.applicantId);
  const representation = await askForRepresentation(context, input);
  return runCommand(context, 'iin', 'registerIinApplication', input, async (session, given) => {
    const { em, now } = session;
    await requireMayApply(session, applicant, representation, given);
    const parties = await conventionParties(em);
    const reasons = acceptanceReasons(given.category, broughtBy(applicant), almatyDate(now), parties);
    return reasons.length > 0
      ? refuseAcceptance(session, applicant, given.category, reasons)
      : registerApplication(session, applicant, given.category, representation, forNumber);
  });
}

/**
 * Requires that the person is as the consul saw them, comes to the right place, staff from a representation that is in force (A§4), and while the pilot is
 * open.
 *
 * @param others what else is wrong with the input: all problems are told at once.
 */
export async function requireMayApply(
  { em, viewer, now }: CommandSession,
  applicant: PresentedApplicant,
  representation: Representation | null,
  {
    applicantVersion,
    category,
    representationId = null,
  }: Pick<RegisterIinApplication, 'applicantVersion' | 'category' | 'representationId'>,
  others: readonly Problem[] = [],
): Promise<void> {
  expectVersion(applicant.version, applicantVersion);
  const today = almatyDate(now);
  const channel = viewer.role === 'authorised_employee' ? 'MFA' : 'MISSION';
  const isElsewhere = categoryRules[category].channel !== channel;
  refuseProblems([
    ...(isElsewhere ? [{ code: 'CATEGORY_CHANNEL', path: ['category'], reference: 'A§4' }] : []),
    ...representationProblems(category, representationId, representation, today),
    ...others,
  ]);
  await requireOpenPilot(em, 'IIN', today);
}

/** What an application asks for. */
type Asked = Pick<IinApplication, 'kind' | 'recordId' | 'iin' | 'correction'>;

const forNumber: Asked = { kind: 'FORMATION', recordId: null, iin: null, correction: null };

/** Registers an application that is accepted: it gets a number of its own, its term begins, and it passes to the operators. */
export async function registerApplication(
  session: CommandSession,
  applicant: PresentedApplicant,
  category: Category,
  representation: Representation | null,
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
    ...undecided,
    id,
    version: 1,
    number: await takeCaseNumber(em, 'iin', 'IIN', now),
    category,
    channel: categoryRules[category].channel,
    officeId: viewer.officeId!,
    state: 'REGISTERED',
    applicantId: applicant.id,
    applicantVersion: applicant.version,
    representationId: representation?.id ?? null,
    representationVersion: representation?.version ?? null,
    representationName: representation?.name ?? null,
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
    reopenedAt: null,
    earlierRefusals: null,
  });
  return { kind: 'IinApplication', id, concerns: [applicant.id] };
}
