import type { Problem } from '../../kit/errors/fault.ts';
import type { AnsweredName, Answers, NameInBothScripts, QuestionnaireLanguage } from './questionnaire.ts';

/** Where an answer stands. */
type Path = readonly (string | number)[];

/**
 * A text of the answers, and which letters belong into it. `prose`: those of the language. `terms`: the same, and Latin ones beside them, as in names of
 * companies and of techniques. Names stand in the letters of their script.
 */
interface AnsweredText {
  path: Path;
  text: string;
  letters: 'prose' | 'terms' | 'latin' | 'cyrillic';
}

const russian = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя';
const kazakhOnly = 'әғқңөұүһі';

const cyrillicLetter = /\p{Script=Cyrillic}/u;
const kazakhLetter = new RegExp(`[${kazakhOnly}]`, 'iu');
const otherLetter = new RegExp(`(?![${russian}${kazakhOnly}])\\p{L}`, 'iu');
const latinLetter = /\p{Script=Latin}/gu;
const latinName = /^[\p{Script=Latin}\p{M}' ’.\-–()]+$/u;
const cyrillicName = /^[\p{Script=Cyrillic}\p{M}' ’.\-–()]+$/u;

/** From how many letters on a text in Kazakh always has one that Russian has not (policy). */
const enoughLetters = 100;

/** What is wrong with the letters of the answers: they stand in the language that was declared, names also in Latin; each field by itself. */
export function letterProblems(answers: Answers, language: QuestionnaireLanguage): Problem[] {
  const texts = textsOf(answers);
  return [...declarationProblems(texts, language), ...texts.flatMap((each) => problemsOf(each, language))];
}

function problemsOf({ path, text, letters }: AnsweredText, language: QuestionnaireLanguage): Problem[] {
  switch (letters) {
    case 'latin':
      return latinName.test(text) ? [] : [{ code: 'ANSWER_NOT_LATIN', path }];
    case 'cyrillic':
      return cyrillicName.test(text) ? [] : [{ code: 'ANSWER_NOT_CYRILLIC', path }];
    default: {
      const judged = letters === 'terms' ? text.replace(latinLetter, '') : text;
      if (text === '') return [{ code: 'ANSWER_MISSING', path }];
      if (!cyrillicLetter.test(judged) || otherLetter.test(judged)) return [{ code: 'ANSWER_NOT_CYRILLIC', path }];
      return language === 'ru' && kazakhLetter.test(judged) ? [{ code: 'ANSWER_NOT_RUSSIAN', path }] : [];
    }
  }
}

/** Whoever says that the answers are Kazakh, and uses none of the letters that are Kazakh only, has answered in Russian. */
function declarationProblems(texts: readonly AnsweredText[], language: QuestionnaireLanguage): Problem[] {
  const prose = texts
    .filter(({ letters }) => letters === 'prose' || letters === 'terms')
    .map(({ text }) => text)
    .join(' ');
  const letters = prose.match(/\p{Script=Cyrillic}/gu) ?? [];
  return language === 'kk' && letters.length >= enoughLetters && !kazakhLetter.test(prose)
    ? [{ code: 'ANSWERS_NOT_KAZAKH', path: ['language'] }]
    : [];
}

function textsOf(answers: Answers): AnsweredText[] {
  const prose = (text: string, ...path: Path): AnsweredText => ({ path: ['answers', ...path], text, letters: 'prose' });
  const terms = (text: string, ...path: Path): AnsweredText => ({ ...prose(text, ...path), letters: 'terms' });
  const ifTold = (text: string | null, ...path: Path) => (text ? [prose(text, ...path)] : []);
  const { region, district, address } = answers.addressOfResidence;
  return [
    ...textsOfName(answers.name, 'answers', 'name'),
    ...answers.formerNames.flatMap((name, index) => textsOfName(name, 'answers', 'formerNames', index)),
    prose(answers.birthPlace, 'birthPlace'),
    prose(answers.ethnicity, 'ethnicity'),
    ...answers.closeRelatives.flatMap(({ name, residence }, index) => [
      ...textsOfName(name, 'answers', 'closeRelatives', index, 'name'),
      prose(residence, 'closeRelatives', index, 'residence'),
    ]),
    ...answers.education.flatMap(({ institution, speciality }, index) => [
      terms(institution, 'education', index, 'institution'),
      terms(speciality, 'education', index, 'speciality'),
    ]),
    terms(answers.occupation, 'occupation'),
    ...answers.employers.flatMap(({ name, position }, index) => [
      terms(name, 'employers', index, 'name'),
      terms(position, 'employers', index, 'position'),
    ]),
    ...answers.earlierStays.map(({ purpose }, index) => prose(purpose, 'earlierStays', index, 'purpose')),
    ...answers.earlierApplications.flatMap(({ subject, result }, index) => [
      prose(subject, 'earlierApplications', index, 'subject'),
      prose(result, 'earlierApplications', index, 'result'),
    ]),
    ...ifTold(answers.criminalRecord.details, 'criminalRecord', 'details'),
    ...ifTold(answers.pendingProceedings.details, 'pendingProceedings', 'details'),
    prose(answers.meansOfSupport, 'meansOfSupport'),
    ...ifTold(region, 'addressOfResidence', 'region'),
    ...ifTold(district, 'addressOfResidence', 'district'),
    prose(address, 'addressOfResidence', 'address'),
    prose(answers.addressInKazakhstan.address, 'addressInKazakhstan', 'address'),
  ];
}

function textsOfName({ latin, cyrillic }: NameInBothScripts, ...path: Path): AnsweredText[] {
  return [...textsIn(latin, 'latin', path), ...textsIn(cyrillic, 'cyrillic', path)];
}

function textsIn(name: AnsweredName, letters: 'latin' | 'cyrillic', path: Path): AnsweredText[] {
  return (['surname', 'givenNames', 'patronymic'] as const).flatMap((part) => {
    const text = name[part];
    return text ? [{ path: [...path, letters, part], text, letters }] : [];
  });
}
