import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { nomad } from '../../support/nomads.ts';
import type { Nomad } from '../../support/nomads.ts';
import { readPdf } from '../../support/pdf.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';
import { answersOf, fillIn, tryToFillIn } from '../../support/questionnaires.ts';

// B§10.5: the questionnaire. Everything that is wrong with it is told at once, before anybody signs it.

let product: TestProduct;
let person: Nomad;
beforeAll(async () => {
  product = await startTestProduct();
  person = await nomad(product);
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-05T11:00:00+05:00'));

/** What is wrong with answers that differ: each code with its place. */
async function wrongWith(told: Record<string, unknown>, language = 'ru'): Promise<string[]> {
  const { errors } = await tryToFillIn(person.client, person.applicantId, answersOf(person, told), language);
  return (errors[0]?.extensions.problems ?? []).map(({ code, path }) => [code, ...path.slice(1)].join(' '));
}

/** The same person in Kazakh. */
const kazakh = {
  birthPlace: 'Берлин қаласы',
  ethnicity: 'неміс',
  occupation: 'бағдарламалық қамтылымды әзірлеуші (TypeScript)',
  education: [{ institution: 'Берлин техникалық университеті', speciality: 'информатика', completedIn: 2008 }],
  employers: [{ name: 'Nomad Soft ЖШС', position: 'жетекші әзірлеуші', country: 'D', from: '2019-02-01', until: null }],
  earlierStays: [{ from: '2024-05-01', until: '2024-05-20', purpose: 'саяхат' }],
  meansOfSupport: 'жалақы',
  addressOfResidence: { country: 'D', region: 'Берлин', address: 'Орман көшесі, 5' },
  addressInKazakhstan: { city: 'ASTANA', address: 'Тұран даңғылы, 10' },
};

describe('filled in', () => {
  test('in Russian or in Kazakh, it is a PDF with the answers, which only the person reads', async () => {
    for (const [told, language, says] of [
      [{}, 'ru', 'улица Лесная, 5'],
      [kazakh, 'kk', 'Тұран даңғылы, 10'],
    ] as const) {
      const answer = await tryToFillIn(person.client, person.applicantId, answersOf(person, told), language);
      const { id } = answer.data.fillInQuestionnaire.questionnaire as { id: string };
      const response = await person.client.get(`/documents/${id}`);
      expect(response.headers.get('content-disposition')).toContain('questionnaire.pdf');
      const pages = await readPdf(Buffer.from(await response.arrayBuffer()));
      const words = pages.map(({ left, right }) => `${left} ${right}`).join(' ');
      for (const said of [says, person.person.documentNumber, 'сауалнамасы', 'NOMAD', '12.03.1985'])
        expect(words).toContain(said);
      expect((await product.as('kkq_officer').get(`/documents/${id}`)).status).toBe(404);
      expect((await (await nomad(product)).client.get(`/documents/${id}`)).status).toBe(404);
    }
  });

  test('the next one starts from the last answers, as they were given', async () => {
    const somebody = await nomad(product);
    await fillIn(somebody, { ethnicity: 'русская' });
    const last = await fillIn(somebody);
    const query = `{ questionnaires(first: 1) { edges { node { id language formVersion answers {
      name { latin { surname givenNames patronymic } } birthDate maritalStatus closeRelatives { kinship birthDate name { cyrillic { givenNames } } }
      employers { name from until } criminalRecord { answer details } addressInKazakhstan { city address } } } } } }`;
    const { questionnaires } = await somebody.client.ask(query);
    expect(questionnaires.edges[0].node).toEqual({
      id: last,
      language: 'ru',
      formVersion: 1,
      answers: {
        name: { latin: { surname: 'NOMAD', givenNames: somebody.person.latinName.givenNames, patronymic: null } },
        birthDate: '1985-03-12',
        maritalStatus: 'MARRIED',
        closeRelatives: [{ kinship: 'SPOUSE', birthDate: '1983-07-01', name: { cyrillic: { givenNames: 'Пауль' } } }],
        employers: [{ name: 'ООО «Nomad Soft»', from: '2019-02-01', until: null }],
        criminalRecord: { answer: false, details: null },
        addressInKazakhstan: { city: 'ASTANA', address: 'проспект Туран, 10' },
      },
    });
  });
});

describe('in the wrong language', () => {
  test('Latin letters, where the answer is to be in Russian', async () => {
    expect(await wrongWith({ ethnicity: 'German', meansOfSupport: 'salary, зарплата' })).toEqual([
      'ANSWER_NOT_CYRILLIC ethnicity',
      'ANSWER_NOT_CYRILLIC meansOfSupport',
    ]);
  });

  test('Kazakh letters, though Russian was declared; in names they may stand', async () => {
    expect(await wrongWith({ ethnicity: 'неміс', meansOfSupport: 'жалақы' })).toEqual([
      'ANSWER_NOT_RUSSIAN ethnicity',
      'ANSWER_NOT_RUSSIAN meansOfSupport',
    ]);
    const formerNames = [{ latin: { surname: 'ASEM' }, cyrillic: { surname: 'Әсем' } }];
    expect(await wrongWith({ formerNames })).toEqual([]);
  });

  test('Russian throughout, though Kazakh was declared', async () => {
    expect(await wrongWith({}, 'kk')).toEqual(['ANSWERS_NOT_KAZAKH']);
  });

  test('letters of neither language; names in the other script', async () => {
    const formerNames = [{ latin: { surname: 'Мюллер' }, cyrillic: { surname: 'MUELLER' } }];
    expect(await wrongWith({ ethnicity: 'українка', formerNames })).toEqual([
      'ANSWER_NOT_LATIN formerNames 0 latin surname',
      'ANSWER_NOT_CYRILLIC formerNames 0 cyrillic surname',
      'ANSWER_NOT_CYRILLIC ethnicity',
    ]);
  });

  test('the names of techniques and companies may be in Latin letters, but not the whole answer', async () => {
    expect(await wrongWith({ occupation: 'разработчик C++' })).toEqual([]);
    expect(await wrongWith({ occupation: 'Developer' })).toEqual(['ANSWER_NOT_CYRILLIC occupation']);
  });
});

describe('at odds with the person as presented', () => {
  test('names, sex, date of birth, citizenship and passport; each at its place, all at once', async () => {
    const { person: presented } = person;
    const passport = {
      number: presented.documentNumber,
      issuedOn: '2023-10-31',
      issuingCountry: 'FRA',
      expiryDate: '2033-10-30',
    };
    const told = {
      name: {
        latin: { surname: 'NOMADE', givenNames: presented.latinName.givenNames },
        cyrillic: { surname: 'Номад', givenNames: 'Лина', patronymic: 'Ивановна' },
      },
      sex: 'MALE',
      birthDate: '1985-12-03',
      citizenship: 'FRA',
      travelDocuments: [passport],
    };
    expect(await wrongWith(told)).toEqual([
      'ANSWER_DISAGREES name latin surname',
      'ANSWER_DISAGREES name cyrillic patronymic',
      'ANSWER_DISAGREES birthDate',
      'ANSWER_DISAGREES sex',
      'ANSWER_DISAGREES citizenship',
      'ANSWER_DISAGREES travelDocuments 0 issuingCountry',
      'ANSWER_DISAGREES travelDocuments 0 expiryDate',
    ]);
    const another = { ...passport, number: 'X1234567' };
    expect(await wrongWith({ travelDocuments: [another] })).toEqual(['ANSWER_PASSPORT_MISSING travelDocuments']);
  });

  test('case, spaces and hyphens do not count', async () => {
    const { latinName, cyrillicName, documentNumber, passportUntil } = person.person;
    const told = {
      name: {
        latin: { surname: 'Nomad', givenNames: latinName.givenNames.replace(' ', '-') },
        cyrillic: { ...cyrillicName, surname: 'НОМАД' },
      },
      travelDocuments: [
        {
          number: documentNumber.toLowerCase(),
          issuingCountry: 'D',
          issuedOn: '2023-10-31',
          expiryDate: passportUntil,
        },
      ],
    };
    expect(await wrongWith(told)).toEqual([]);
  });
});

describe('missing or impossible', () => {
  test('everything at once', async () => {
    const told = {
      maritalStatus: 'SINGLE',
      education: [{ institution: 'школа', speciality: '', completedIn: 1980 }],
      employers: [{ name: 'завод', position: 'инженер', country: 'D', from: '2020-01-02', until: '2020-01-01' }],
      earlierStays: [{ from: '2027-01-01', until: '2027-01-02', purpose: 'туризм' }],
      criminalRecord: { answer: true },
      pendingProceedings: { answer: false, details: 'нет' },
      contacts: { email: 'lina', telephone: '1234567' },
      travelDocuments: [],
      answersAreTrue: false,
    };
    expect(await wrongWith(told)).toEqual([
      'ANSWER_MISSING education 0 speciality',
      'ANSWER_MISSING travelDocuments',
      'ANSWER_IN_FUTURE earlierStays 0 from',
      'ANSWER_DATES_REVERSED employers 0 until',
      'ANSWER_YEAR_IMPOSSIBLE education 0 completedIn',
      'ANSWER_SPOUSE_UNEXPECTED closeRelatives',
      'ANSWER_DETAILS_MISSING criminalRecord details',
      'ANSWER_DETAILS_UNEXPECTED pendingProceedings details',
      'EMAIL_INVALID contacts email',
      'ANSWER_TELEPHONE contacts telephone',
      'ANSWERS_NOT_CONFIRMED answersAreTrue',
    ]);
  });

  test('whoever is married names the spouse', async () => {
    expect(await wrongWith({ closeRelatives: [] })).toEqual(['ANSWER_SPOUSE_MISSING closeRelatives']);
    expect(await wrongWith({ closeRelatives: [], maritalStatus: 'DIVORCED' })).toEqual([]);
  });

  test('each problem says what is wrong, in the language of the person', async () => {
    const { client, applicantId } = person;
    const { errors } = await client.send(
      'mutation F($input: FillInQuestionnaireInput!) { fillInQuestionnaire(input: $input) { questionnaire { id } } }',
      {
        input: {
          applicantId,
          applicantVersion: 1,
          language: 'ru',
          answers: answersOf(person, { ethnicity: 'German' }),
        },
      },
      'ru',
    );
    expect(errors[0]!.extensions.problems).toEqual([
      {
        code: 'ANSWER_NOT_CYRILLIC',
        path: ['answers', 'ethnicity'],
        message: 'Ответ пишется на казахском или русском языке, кириллицей.',
        reference: 'B§10',
      },
    ]);
  });
});

test("somebody else's person is not found, a person who changed meanwhile is CONFLICT", async () => {
  const other = await nomad(product);
  expect((await tryToFillIn(person.client, other.applicantId, answersOf(other))).codes).toEqual(['NOT_FOUND']);
  await product.database.query('update applicants.applicant set version = 2 where id = $1', [other.applicantId]);
  expect((await tryToFillIn(other.client, other.applicantId, answersOf(other))).codes).toEqual(['CONFLICT']);
});
