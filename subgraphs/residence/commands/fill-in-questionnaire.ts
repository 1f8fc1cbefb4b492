import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import { storeBytes } from '../../kit/storage/store-bytes.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { questionnaireForm } from '../forms/questionnaire.ts';
import { Questionnaire } from '../model/questionnaire.ts';
import { questionnaireVersion } from '../rules/questionnaire.ts';
import type { Answers, QuestionnaireLanguage } from '../rules/questionnaire.ts';
import { questionnaireProblems } from '../rules/questionnaire-problems.ts';
import { askForPerson } from './presented-person.ts';

/** The answers, and the language that they are declared to be in. */
export interface FillInQuestionnaire extends CommandInput {
  applicantId: string;
  /** The version of oneself that the person saw. */
  applicantVersion: number;
  language: QuestionnaireLanguage;
  answers: Answers;
}

/**
 * Fills in the questionnaire (B§10.5): makes the PDF that the person will sign, and keeps it with the answers, from which the next one may start. Refuses
 * all problems at once, so that nobody is refused later, one field after the other.
 */
export async function fillInQuestionnaire(context: Context, input: FillInQuestionnaire): Promise<Outcome> {
  const person = await askForPerson(context, input.applicantId);
  return runCommand(context, 'residence', 'fillInQuestionnaire', input, async (session, given) => {
    const { em, viewer, now } = session;
    expectVersion(person.version, given.applicantVersion);
    const { language, answers } = given;
    const issuedOn = almatyDate(now);
    refuseProblems(questionnaireProblems(answers, language, person, issuedOn));
    const { storage, demo: specimen } = context.services;
    const bytes = await questionnaireForm({ answers, language, iin: person.iin, issuedOn, specimen });
    const { id, size, sha256 } = await storeBytes(storage, bytes, viewer.accountId);
    em.create(Questionnaire, {
      id,
      accountId: viewer.accountId,
      applicantId: person.id,
      applicantVersion: person.version,
      formVersion: questionnaireVersion,
      language,
      // As the database will give them back: days as texts.
      answers: JSON.parse(JSON.stringify(answers)) as Answers<string>,
      size,
      sha256,
      filledInAt: now,
    });
    return { kind: 'Questionnaire', id, concerns: [person.id] };
  });
}
