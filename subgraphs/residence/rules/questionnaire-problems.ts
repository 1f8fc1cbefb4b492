import { isEmailAddress } from '../../kit/email.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import type { AnsweredName, AnsweredQuestion, AnsweringPerson, Answers, NameInBothScripts } from './questionnaire.ts';
import type { QuestionnaireLanguage } from './questionnaire.ts';
import { hasStrangeLetters, letterProblems } from './questionnaire-letters.ts';

type Path = readonly (string | number)[];

/** How long a list of the answers may be. */
const mostItems = 30;

const documentNumber = /^[A-Z0-9][A-Z0-9 -]*$/i;
const telephone = /^\+[0-9][0-9 ()-]{5,24}$/;

/**
 * Everything that is wrong with the answers of the questionnaire at once (B§10.5): what is missing, in other letters than declared, impossible, or at odds with
 * the person as presented.
 */
export function questionnaireProblems(
  answers: Answers,
  language: QuestionnaireLanguage,
  person: AnsweringPerson,
  today: Temporal.PlainDate,
): Problem[] {
  const problems = [
    ...letterProblems(answers, language),
    ...listProblems(answers),
    ...nameProblems(answers),
    ...dateProblems(answers, today),
    ...familyProblems(answers),
    ...documentNumberProblems(answers),
    ...questionProblems(answers.criminalRecord, 'criminalRecord'),
    ...questionProblems(answers.pendingProceedings, 'pendingProceedings'),
    ...contactProblems(answers.contacts),
    ...disagreements(answers, person),
    ...(answers.answersAreTrue ? [] : [at('ANSWERS_NOT_CONFIRMED', 'answersAreTrue')]),
  ];
  return problems.map((problem) => ({ ...problem, reference: 'B§10' }));
}

function at(code: string, ...path: Path): Problem {
  return { code, path: ['answers', ...path] };
}

function listProblems(answers: Answers): Problem[] {
  const lists = Object.entries(answers).filter(([, value]) => Array.isArray(value)) as [string, unknown[]][];
  const needed = ['travelDocuments', 'education'] as const;
  return [
    ...lists
      .filter(([, list]) => list.length > mostItems)
      .map(([name]) => ({ ...at('ANSWERS_TOO_MANY', name), params: { max: mostItems } })),
    ...needed.filter((name) => answers[name].length === 0).map((name) => at('ANSWER_MISSING', name)),
  ];
}

/** Everybody has a surname or given names, in both scripts. */
function nameProblems(answers: Answers): Problem[] {
  const names: [NameInBothScripts, ...Path][] = [
    [answers.name, 'name'],
    ...answers.formerNames.map((name, index): [NameInBothScripts, ...Path] => [name, 'formerNames', index]),
    ...answers.closeRelatives.map(({ name }, index): [NameInBothScripts, ...Path] => [
      name,
      'closeRelatives',
      index,
      'name',
    ]),
  ];
  return names.flatMap(([name, ...path]) =>
    (['latin', 'cyrillic'] as const)
      .filter((script) => !name[script].surname && !name[script].givenNames)
      .map((script) => at('ANSWER_MISSING', ...path, script)),
  );
}

function dateProblems(answers: Answers, today: Temporal.PlainDate): Problem[] {
  const past: [Temporal.PlainDate | null, ...Path][] = [
    [answers.birthDate, 'birthDate'],
    ...answers.closeRelatives.map(({ birthDate }, index) => dated(birthDate, 'closeRelatives', index, 'birthDate')),
    ...answers.travelDocuments.map(({ issuedOn }, index) => dated(issuedOn, 'travelDocuments', index, 'issuedOn')),
    ...answers.employers.map(({ from }, index) => dated(from, 'employers', index, 'from')),
    ...answers.employers.map(({ until }, index) => dated(until, 'employers', index, 'until')),
    ...answers.earlierStays.map(({ from }, index) => dated(from, 'earlierStays', index, 'from')),
    ...answers.earlierApplications.map(({ appliedOn }, index) =>
      dated(appliedOn, 'earlierApplications', index, 'appliedOn'),
    ),
  ];
  const periods: [Temporal.PlainDate, Temporal.PlainDate | null, ...Path][] = [
    ...answers.travelDocuments.map(({ issuedOn, expiryDate }, index) =>
      period(issuedOn, expiryDate, 'travelDocuments', index, 'expiryDate'),
    ),
    ...answers.employers.map(({ from, until }, index) => period(from, until, 'employers', index, 'until')),
    ...answers.earlierStays.map(({ from, until }, index) => period(from, until, 'earlierStays', index, 'until')),
  ];
  return [
    ...past
      .filter(([day]) => day && Temporal.PlainDate.compare(day, today) > 0)
      .map(([, ...path]) => at('ANSWER_IN_FUTURE', ...path)),
    ...periods
      .filter(([from, until]) => until && Temporal.PlainDate.compare(until, from) < 0)
      .map(([, , ...path]) => at('ANSWER_DATES_REVERSED', ...path)),
    ...answers.education
      .map(({ completedIn }, index) => [completedIn, index] as const)
      .filter(([year]) => year < answers.birthDate.year || year > today.year)
      .map(([, index]) => at('ANSWER_YEAR_IMPOSSIBLE', 'education', index, 'completedIn')),
  ];
}

function dated(day: Temporal.PlainDate | null, ...path: Path): [Temporal.PlainDate | null, ...Path] {
  return [day, ...path];
}

function period(
  from: Temporal.PlainDate,
  until: Temporal.PlainDate | null,
  ...path: Path
): [Temporal.PlainDate, Temporal.PlainDate | null, ...Path] {
  return [from, until, ...path];
}

/** Who is married names the spouse among the close relatives, and nobody else has one. */
function familyProblems({ maritalStatus, closeRelatives }: Answers): Problem[] {
  const married = maritalStatus === 'MARRIED';
  const hasSpouse = closeRelatives.some(({ kinship }) => kinship === 'SPOUSE');
  if (married === hasSpouse) return [];
  return [at(married ? 'ANSWER_SPOUSE_MISSING' : 'ANSWER_SPOUSE_UNEXPECTED', 'closeRelatives')];
}

function documentNumberProblems({ travelDocuments }: Answers): Problem[] {
  return travelDocuments.flatMap(({ number }, index) =>
    documentNumber.test(number) ? [] : [at('ANSWER_DOCUMENT_NUMBER', 'travelDocuments', index, 'number')],
  );
}

function questionProblems({ answer, details }: AnsweredQuestion, name: string): Problem[] {
  if (answer === Boolean(details)) return [];
  return [at(answer ? 'ANSWER_DETAILS_MISSING' : 'ANSWER_DETAILS_UNEXPECTED', name, 'details')];
}

function contactProblems({ email, telephone: number }: Answers['contacts']): Problem[] {
  return [
    ...(isEmailAddress(email) && !hasStrangeLetters(email) ? [] : [at('EMAIL_INVALID', 'contacts', 'email')]),
    ...(telephone.test(number) ? [] : [at('ANSWER_TELEPHONE', 'contacts', 'telephone')]),
  ];
}

/** Where the answers say something else of the person than was presented. */
function disagreements(answers: Answers, person: AnsweringPerson): Problem[] {
  const { number, issuingCountry, expiryDate } = person.travelDocument;
  const presented = answers.travelDocuments.findIndex((each) => bare(each.number) === bare(number));
  const passport = answers.travelDocuments[presented];
  const disagree = (same: boolean, ...path: Path) => (same ? [] : [at('ANSWER_DISAGREES', ...path)]);
  return [
    ...nameDisagreements(answers.name.latin, person.latinName, 'latin'),
    ...nameDisagreements(answers.name.cyrillic, person.cyrillicName, 'cyrillic'),
    ...disagree(answers.birthDate.toString() === person.birthDate, 'birthDate'),
    ...disagree(answers.sex === person.sex, 'sex'),
    ...disagree(answers.citizenship === person.citizenship, 'citizenship'),
    ...(passport
      ? [
          ...disagree(passport.issuingCountry === issuingCountry, 'travelDocuments', presented, 'issuingCountry'),
          ...disagree(passport.expiryDate.toString() === expiryDate, 'travelDocuments', presented, 'expiryDate'),
        ]
      : answers.travelDocuments.length > 0
        ? [at('ANSWER_PASSPORT_MISSING', 'travelDocuments')]
        : []),
  ];
}

function nameDisagreements(answered: AnsweredName, presented: AnsweredName, script: 'latin' | 'cyrillic'): Problem[] {
  return (['surname', 'givenNames', 'patronymic'] as const)
    .filter((part) => bare(answered[part]) !== bare(presented[part]))
    .map((part) => at('ANSWER_DISAGREES', 'name', script, part));
}

/** A text as it is compared: case, spaces and hyphens don't count. */
function bare(text: string | null): string {
  return (text ?? '').toLocaleUpperCase('kk').replace(/[\s\-–]/g, '');
}
