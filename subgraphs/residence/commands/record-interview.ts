import type { CommandSession, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import type { Bilingual } from '../../kit/forms/blocks.ts';
import { strayLetter } from '../../kit/forms/fonts.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { petitionLetter } from '../forms/petition-letter.ts';
import type { interviewOutcomes } from '../model/enumerations.ts';
import type { Petition } from '../model/petition.ts';
import { stateBodyOn } from '../model/state-body.ts';
import { actOnPetition } from './act-on-petition.ts';
import type { ChangeInput } from './act-on-petition.ts';
import { keepMadeDocument } from './keep-made-document.ts';
import { releaseTimes } from './interview-times.ts';
import { refuse } from './refuse-petition.ts';

/** What came of an interview. */
export interface RecordInterview extends ChangeInput {
  outcome: (typeof interviewOutcomes)[number];
  /** In words. */
  result: string;
  /** The profession in demand that the person has; needed when the interview was passed. */
  profession?: Bilingual | null;
}

const actions = {
  PASSED: 'RECORD_INTERVIEW_PASSED',
  FAILED: 'RECORD_INTERVIEW_FAILED',
  MISSED: 'RECORD_INTERVIEW_MISSED',
} as const;

/** Records what came of an interview (B§7). Passed, its letter is made for the signer (B§8); not passed, it is refused (B§9); missed, new times are offered (policy). */
export function recordInterview(context: Context, input: RecordInterview): Promise<Outcome> {
  return actOnPetition(
    context,
    'recordInterview',
    ({ outcome }) => actions[outcome],
    input,
    async (session, petition, given) => {
      refuseProblems(problemsOf(given));
      petition.interviewResult = given.result;
      switch (given.outcome) {
        case 'PASSED':
          return makeLetter(session, petition, given.profession!);
        case 'FAILED':
          refuse(session, petition, given.result, 'result');
          return {};
        case 'MISSED':
          await releaseTimes(session, petition.id);
          return {};
      }
    },
  );
}

function problemsOf({ outcome, result, profession }: RecordInterview): Problem[] {
  const empty = result === '' ? [{ code: 'TEXT_EMPTY', path: ['result'], reference: 'B§7' }] : [];
  if (outcome !== 'PASSED') return empty;
  if (!profession) return [...empty, { code: 'VALUE_MISSING', path: ['profession'], reference: 'B§2(5)' }];
  const codeOf = (text: string) => (text === '' ? 'TEXT_EMPTY' : strayLetter(text) ? 'LETTER_CHARACTERS' : undefined);
  const ofLetter = (['kk', 'ru'] as const).flatMap((language) => {
    const code = codeOf(profession[language]);
    return code ? [{ code, path: ['profession', language], reference: 'B§2(5)' }] : [];
  });
  return [...empty, ...ofLetter];
}

/** Makes the letter that the sectoral state body is to sign, in the name that it has on the day. */
async function makeLetter(
  session: CommandSession,
  petition: Petition,
  profession: Bilingual,
): Promise<Record<string, unknown>> {
  const { em, now, context } = session;
  const issuedOn = almatyDate(now);
  const { name: body } = await stateBodyOn(em, 'MDDIAI', issuedOn);
  const { number, iin, latinName, cyrillicName, birthDate, citizenship, travelDocument } = petition;
  const bytes = await petitionLetter({
    issuedOn,
    specimen: context.services.demo,
    number,
    body,
    iin,
    latinName,
    cyrillicName,
    birthDate,
    citizenship,
    passportNumber: travelDocument.number,
    profession,
  });
  const id = await keepMadeDocument(session, petition, 'PETITION_LETTER', bytes);
  petition.profession = { kk: profession.kk, ru: profession.ru };
  petition.passedInterviewAt = now;
  petition.letterId = id;
  return { letterId: id };
}
