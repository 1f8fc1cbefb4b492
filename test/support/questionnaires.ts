import type { GraphClient } from './graph-client.ts';
import type { Nomad } from './nomads.ts';

/** Answers in Russian of somebody whom `nomad` makes: nothing is wrong with them. */
export function answersOf({ person }: Pick<Nomad, 'person'>, told: Record<string, unknown> = {}) {
  return {
    name: { latin: person.latinName, cyrillic: person.cyrillicName },
    formerNames: [{ latin: { surname: 'MUELLER' }, cyrillic: { surname: 'Мюллер' } }],
    sex: 'FEMALE',
    birthDate: '1985-03-12',
    birthPlace: 'Берлин',
    citizenship: 'D',
    formerCitizenships: [],
    ethnicity: 'немка',
    travelDocuments: [
      { number: person.documentNumber, issuingCountry: 'D', issuedOn: '2023-10-31', expiryDate: person.passportUntil },
    ],
    maritalStatus: 'MARRIED',
    closeRelatives: [
      {
        kinship: 'SPOUSE',
        name: {
          latin: { surname: 'NOMAD', givenNames: 'PAUL' },
          cyrillic: { surname: 'Номад', givenNames: 'Пауль' },
        },
        birthDate: '1983-07-01',
        citizenship: 'D',
        residence: 'Германия, Берлин',
      },
    ],
    education: [{ institution: 'Технический университет Берлина', speciality: 'информатика', completedIn: 2008 }],
    occupation: 'разработчик программ (TypeScript)',
    employers: [
      { name: 'ООО «Nomad Soft»', position: 'ведущий разработчик', country: 'D', from: '2019-02-01', until: null },
    ],
    earlierStays: [{ from: '2024-05-01', until: '2024-05-20', purpose: 'туризм' }],
    earlierApplications: [],
    criminalRecord: { answer: false },
    pendingProceedings: { answer: false },
    meansOfSupport: 'заработная плата',
    addressOfResidence: { country: 'D', region: 'Берлин', address: 'улица Лесная, 5' },
    addressInKazakhstan: { city: 'ASTANA', address: 'проспект Туран, 10' },
    contacts: { email: 'lina@nomads.example', telephone: '+49 30 1234567' },
    answersAreTrue: true,
    ...told,
  };
}

/** Tries to fill in the questionnaire; answers whatever comes of it. */
export function tryToFillIn(client: GraphClient, applicantId: string, answers: object, language = 'ru') {
  return client.send(
    `mutation FillIn($input: FillInQuestionnaireInput!) { fillInQuestionnaire(input: $input) { questionnaire { id language sha256 } } }`,
    { input: { applicantId, applicantVersion: 1, language, answers } },
  );
}

/** Fills in the questionnaire; answers the id of its bytes. */
export async function fillIn(nomad: Nomad, told: Record<string, unknown> = {}): Promise<string> {
  const { data, errors } = await tryToFillIn(nomad.client, nomad.applicantId, answersOf(nomad, told));
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.fillInQuestionnaire.questionnaire.id as string;
}
