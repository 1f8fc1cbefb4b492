import { createHash } from 'node:crypto';
import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { applicationForm } from '../forms/application-form.ts';
import { PrintedForm } from '../model/printed-form.ts';
import { askForFormPerson, fillIn, letterProblems } from './fill-in-application-form.ts';
import type { Parent } from './fill-in-application-form.ts';
import { keepBytes } from './keep-form.ts';

/** For whom an application form is printed. */
export interface PrintApplicationForm extends CommandInput {
  applicantId: string;
  /** The version of the applicant that the consul saw. */
  applicantVersion: number;
  /** Who applies for a child. */
  parent?: Parent | null;
}

/**
 * Prints the application form (A-form 1) filled in with what was registered, for the person to sign. What is printed again on the same day without any
 * change is the same form, and is counted.
 *
 * @throws Fault NOT_FOUND for a person of another office.
 */
export async function printApplicationForm(context: Context, input: PrintApplicationForm): Promise<Outcome> {
  const { accountId } = context.viewer!;
  const [person, { name }] = await Promise.all([
    askForFormPerson(context, input.applicantId),
    context.ask<{ name: string }>('missions', { __typename: 'Account', id: accountId }, '{ name }'),
  ]);
  return runCommand(context, 'iin', 'printApplicationForm', input, async (session, given) => {
    expectVersion(person.version, given.applicantVersion);
    const parent = given.parent ?? null;
    refuseProblems(letterProblems(person, parent));
    const form = await keepOnce(session, person.id, await applicationForm(await fillIn(session, person, parent, name)));
    return { kind: 'PrintedForm', id: form.id, concerns: [person.id] };
  });
}

/** Keeps a form, unless the very same one was printed for the person before. Prints for one person wait for each other here. */
async function keepOnce(session: CommandSession, applicantId: string, bytes: Buffer): Promise<PrintedForm> {
  const { em, viewer, now } = session;
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`application form ${applicantId}`]);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const printed = await em.findOne(PrintedForm, { applicantId, sha256 });
  if (printed) {
    printed.prints += 1;
    return printed;
  }
  const form = {
    kind: 'APPLICATION_FORM',
    applicantId,
    officeId: viewer.officeId!,
    issuedOn: almatyDate(now),
  } as const;
  return keepBytes(session, form, bytes, null);
}
