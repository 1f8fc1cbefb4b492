import type { EntityManager } from '@mikro-orm/postgresql';
import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { spend } from '../../kit/counters/counters.ts';
import { refuseOverspending } from '../../kit/counters/rate-limited.ts';
import { refuseProblem, refuseProblems } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import type { Claim } from '../../kit/verification/verify-claim.ts';
import { conventionParties } from '../../kit/model/convention-parties.ts';
import { reasonsAgainst } from '../rules/acceptance.ts';
import type { Category } from '../rules/categories.ts';
import { correctionsOfAccount } from '../rules/correction-limits.ts';
import { requirementsOfCorrection } from '../rules/correction-proofs.ts';
import { correctedFields, correctionProblems } from '../rules/correction.ts';
import type { RecordedPerson, RecordField } from '../rules/correction.ts';
import { askForRepresentation } from './named-representation.ts';
import { askForApplicant, broughtBy } from './presented-applicant.ts';
import { refuseAcceptance } from './refuse-acceptance.ts';
import { registerApplication, requireMayApply } from './register-iin-application.ts';
import { claimProblems } from './verify-iin.ts';

/** For whom a correction is registered, of which record, and what of it. */
export interface RegisterIinCorrection extends CommandInput, Claim {
  applicantId: string;
  /** The version of the applicant that the consul saw. */
  applicantVersion: number;
  category: Category;
  /** Of which foreign representation the person is staff (A§4). */
  representationId?: string | null;
  /** What is to become what the person presented. */
  fields: RecordField[];
}

/**
 * Registers an application for a correction of what is recorded behind a number, or refuses to accept it with every reason at once (A§7). The person tells the
 * number, the surname and the date of birth as they are recorded; what the fields are to be is taken from what the person presented (A§9). Before and after
 * are copied into the application, with the version of the record. Each attempt is counted: nobody finds out by trying whose a number is.
 */
export async function registerIinCorrection(context: Context, input: RegisterIinCorrection): Promise<Outcome> {
  const applicant = await askForApplicant(context, input.applicantId);
  const representation = await askForRepresentation(context, input);
  const allowance = correctionsOfAccount(context.viewer!.accountId);
  // Outside any transaction, so that it stays counted; and before one begins: nobody who holds a connection waits for another.
  const spending = await spend(context.orm.em.fork(), allowance, context.now());
  return runCommand(context, 'iin', 'registerIinCorrection', input, async (session, given) => {
    const { em, now } = session;
    refuseOverspending(spending, now);
    const today = almatyDate(now);
    await requireMayApply(session, applicant, representation, given, claimProblems(given, today));
    const record = await recordToCorrect(em, given);
    if (!record) refuseProblem('RECORD_NOT_CONFIRMED', ['iin']);
    const presented = { ...applicant, birthDate: Temporal.PlainDate.from(applicant.birthDate) };
    refuseProblems(correctionProblems(given.fields, record, presented));
    const required = requirementsOfCorrection(given.fields);
    const reasons = reasonsAgainst(required, broughtBy(applicant), today, await conventionParties(em));
    const correction = {
      recordVersion: record.version,
      fields: correctedFields(given.fields, record, presented),
    };
    const outcome =
      reasons.length > 0
        ? await refuseAcceptance(session, applicant, given.category, reasons)
        : await registerApplication(session, applicant, given.category, representation, {
            kind: 'CORRECTION',
            recordId: record.id,
            iin: given.iin,
            correction,
          });
    return { ...outcome, concerns: [applicant.id, record.id] };
  });
}

type RecordToCorrect = RecordedPerson & { id: string; version: number };

async function recordToCorrect(em: EntityManager, { iin, surname, birthDate }: Claim): Promise<RecordToCorrect | null> {
  const [found] = await em.execute<(Omit<RecordToCorrect, 'birthDate'> & { birthDate: string })[]>(
    `select id, version, latin_name as "latinName", cyrillic_name as "cyrillicName", birth_date::text as "birthDate", birth_place as "birthPlace", sex, citizenship
       from iin.record_to_correct(?, ?, ?)`,
    [iin, surname, birthDate.toString()],
  );
  return found ? { ...found, birthDate: Temporal.PlainDate.from(found.birthDate) } : null;
}
