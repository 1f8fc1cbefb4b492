import type { EntityManager } from '@mikro-orm/postgresql';
import { runCommand } from '../../kit/commands/command.ts';
import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { spend } from '../../kit/counters/counters.ts';
import { refuseOverspending } from '../../kit/counters/rate-limited.ts';
import { refuseProblem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { agreesWithBirthDate } from '../../kit/iin.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { RegisterApplicantInput } from '../graph/inputs.ts';
import { registrationsOfAccount } from '../rules/registration-limits.ts';
import { personOf } from './identity.ts';
import type { PresentedPerson } from './identity.ts';
import { addApplicant } from './new-applicant.ts';

/**
 * Registers the person who acts, with the number of the certificate that they sign in with. Whoever presented the same travel document with this number
 * before, to an office or here, gets that applicant, as it is; another document makes another applicant with the same number. What is known of the number
 * has to agree. Each attempt is counted: nobody finds out by trying what is known of a number.
 *
 * @throws Fault BAD_USER_INPUT: ACCOUNT_WITHOUT_IIN; IIN_PERSON_DISAGREES, whatever it is that doesn't agree.
 */
export async function registerOneself(context: Context, input: RegisterApplicantInput): Promise<Outcome> {
  const { accountId } = context.viewer!;
  const key = { __typename: 'Account', id: accountId };
  const { iin } = await context.ask<{ iin: string | null }>('missions', key, '{ iin }');
  // Outside any transaction, so that it stays counted; and before one begins: nobody who holds a connection waits for another.
  const spending = await spend(context.orm.em.fork(), registrationsOfAccount(accountId), context.now());
  return runCommand(context, 'applicants', 'registerApplicant', input, async (session, given) => {
    refuseOverspending(spending, session.now);
    if (iin === null) refuseProblem('ACCOUNT_WITHOUT_IIN', []);
    const person = personOf(given, context);
    const known = await claimPresentation(session.em, iin, person);
    if (known.outcome === 'DISAGREES' || !mayBeOf(iin, person, known)) refuseProblem('IIN_PERSON_DISAGREES', []);
    return known.id === null ? addApplicant(session, person, iin) : becomeOnesOwn(session, known);
  });
}

/** What is known of a number and a person who presents a document. */
type Known =
  { outcome: 'OWN' | 'CLAIMED'; id: string } | { outcome: 'DISAGREES' | 'ANOTHER_DOCUMENT' | 'UNKNOWN'; id: null };

/** Finds what the person presented with the number before, and makes it the account's own; two attempts at once don't become two applicants. */
async function claimPresentation(em: EntityManager, iin: string, person: PresentedPerson): Promise<Known> {
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 2))', [iin]);
  const { latinName, birthDate, travelDocument } = person;
  const [known] = await em.execute<Known[]>('select outcome, id from applicants.claim_presentation(?, ?, ?, ?, ?)', [
    iin,
    latinName.surname ?? latinName.givenNames,
    birthDate.toString(),
    travelDocument.issuingCountry,
    travelDocument.number,
  ]);
  return known!;
}

/** Of a number that nobody carries here only the date of birth is known, which stands in it. One that was corrected since doesn't, and what is known goes before. */
function mayBeOf(iin: string, { birthDate }: PresentedPerson, { outcome }: Known): boolean {
  return outcome !== 'UNKNOWN' || agreesWithBirthDate(iin, birthDate);
}

async function becomeOnesOwn(session: CommandSession, { outcome, id }: Known & { id: string }): Promise<Outcome> {
  if (outcome === 'CLAIMED') await recordEvent(session, 'applicants', { caseId: id, kind: 'CLAIMED' });
  return { kind: 'Applicant', id };
}
