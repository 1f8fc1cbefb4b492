import { country } from '../../kit/countries/countries.ts';
import type { Bilingual, Block, Part } from '../../kit/forms/blocks.ts';
import { day, twice } from '../../kit/forms/rows.ts';
import { printSheet, type Print } from '../../kit/forms/sheet.ts';
import { wholeName } from '../../kit/graph/person.ts';
import { questionnaireVersion } from '../rules/questionnaire.ts';
import type { AnsweredQuestion, Answers, NameInBothScripts } from '../rules/questionnaire.ts';
import type { QuestionnaireLanguage } from '../rules/questionnaire.ts';
import {
  captions,
  cityNames,
  declared,
  kinshipNames,
  maritalNames,
  sexNames,
  stillSince,
  title,
  yesNo,
} from './questionnaire-texts.ts';

/** What a questionnaire is printed from. Countries are ICAO codes. */
export interface QuestionnaireData extends Print {
  answers: Answers;
  language: QuestionnaireLanguage;
  iin: string | null;
}

/** What isn't there. */
const none = '—';

/** Prints the questionnaire with its answers (B§10.5), to be signed electronically: an A4 PDF, the same bytes for the same data. */
export function questionnaireForm({ answers, language, iin, ...print }: QuestionnaireData): Promise<Buffer> {
  return printSheet({
    ...print,
    title: `${title.kk} · ${title.ru}`,
    subject: iin ?? '',
    footnote: { kk: `${questionnaireVersion}-нұсқа · ЖСН ${iin}`, ru: `Версия ${questionnaireVersion} · ИИН ${iin}` },
    blocks: [
      { parts: [{ style: 'heading', text: title }, value(declared[language])], rule: 'strong' },
      ...personBlocks(answers),
      ...lifeBlocks(answers),
      ...statementBlocks(answers, print.issuedOn),
    ],
  });
}

function personBlocks(answers: Answers): Block[] {
  return [
    group(...field(captions.name, twice(namesOf(answers.name)))),
    group(...field(captions.formerNames, listOf(answers.formerNames.map((name) => twice(namesOf(name)))))),
    group(
      ...field(captions.sex, sexNames[answers.sex]),
      ...field(captions.birth, twice(`${day(answers.birthDate)}, ${answers.birthPlace}`)),
      ...field(captions.citizenship, countryName(answers.citizenship)),
      ...field(captions.formerCitizenships, listOf(answers.formerCitizenships.map(countryName))),
      ...field(captions.ethnicity, twice(answers.ethnicity)),
    ),
    group(
      ...field(
        captions.travelDocuments,
        listOf(
          answers.travelDocuments.map(({ number, issuingCountry, issuedOn, expiryDate }) =>
            joined(twice(number), countryName(issuingCountry), twice(`${day(issuedOn)} – ${day(expiryDate)}`)),
          ),
        ),
      ),
    ),
    group(
      ...field(captions.maritalStatus, maritalNames[answers.maritalStatus]),
      ...field(
        captions.closeRelatives,
        listOf(
          answers.closeRelatives.map(({ kinship, name, birthDate, citizenship, residence }) =>
            joined(
              kinshipNames[kinship],
              twice(namesOf(name)),
              twice(day(birthDate)),
              countryName(citizenship),
              twice(residence),
            ),
          ),
        ),
      ),
    ),
  ];
}

function lifeBlocks(answers: Answers): Block[] {
  const { education, occupation, employers, earlierStays, earlierApplications } = answers;
  return [
    group(
      ...field(
        captions.education,
        listOf(
          education.map(({ institution, speciality, completedIn }) =>
            twice([institution, speciality, completedIn].join(', ')),
          ),
        ),
      ),
      ...field(captions.occupation, twice(occupation)),
    ),
    group(
      ...field(
        captions.employers,
        listOf(
          employers.map(({ name, position, country: state, from, until }) =>
            joined(
              twice(name),
              twice(position),
              countryName(state),
              until ? twice(`${day(from)} – ${day(until)}`) : stillSince(day(from)),
            ),
          ),
        ),
      ),
    ),
    group(
      ...field(
        captions.earlierStays,
        listOf(earlierStays.map(({ from, until, purpose }) => twice(`${day(from)} – ${day(until)}, ${purpose}`))),
      ),
      ...field(
        captions.earlierApplications,
        listOf(
          earlierApplications.map(({ appliedOn, subject, result }) =>
            twice([day(appliedOn), subject, result].join(', ')),
          ),
        ),
      ),
    ),
    group(
      ...field(captions.criminalRecord, answerTo(answers.criminalRecord)),
      ...field(captions.pendingProceedings, answerTo(answers.pendingProceedings)),
      ...field(captions.meansOfSupport, twice(answers.meansOfSupport)),
    ),
  ];
}

function statementBlocks(
  { addressOfResidence, addressInKazakhstan, contacts }: Answers,
  on: Temporal.PlainDate,
): Block[] {
  const { country: state, region, district, address } = addressOfResidence;
  const abroad = [region, district, address].filter(Boolean).join(', ');
  return [
    group(
      ...field(captions.addressOfResidence, joined(countryName(state), twice(abroad))),
      ...field(
        captions.addressInKazakhstan,
        joined(cityNames[addressInKazakhstan.city], twice(addressInKazakhstan.address)),
      ),
      ...field(captions.contacts, twice(`${contacts.email}, ${contacts.telephone}`)),
    ),
    // What is signed, and the day, which no page break may part.
    { parts: [{ style: 'remark', text: captions.statement }, value(twice(day(on)))], rule: 'none' },
  ];
}

function group(...parts: Part[]): Block {
  return { parts, rule: 'hair' };
}

function field(caption: Bilingual, text: Bilingual): Part[] {
  return [{ style: 'caption', text: caption }, value(text)];
}

function value(text: Bilingual): Part {
  return { style: 'value', text };
}

function namesOf({ cyrillic, latin }: NameInBothScripts): string {
  return `${wholeName(cyrillic)} (${wholeName(latin)})`;
}

/** One below the other. */
function listOf(items: readonly Bilingual[]): Bilingual {
  const lines = (language: keyof Bilingual) => items.map((item) => item[language]).join('\n');
  return items.length === 0 ? twice(none) : { kk: lines('kk'), ru: lines('ru') };
}

function joined(...parts: Bilingual[]): Bilingual {
  const joinedIn = (language: keyof Bilingual) => parts.map((part) => part[language]).join(', ');
  return { kk: joinedIn('kk'), ru: joinedIn('ru') };
}

function answerTo({ answer, details }: AnsweredQuestion): Bilingual {
  const said = yesNo[answer ? 'yes' : 'no'];
  return details ? joined(said, twice(details)) : said;
}

function countryName(code: string): Bilingual {
  return country(code)?.name ?? twice(code);
}
