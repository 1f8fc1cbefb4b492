import { act, apply, attachAll, consent, person, presentHead, registerPerson } from './counter.ts';
import type { GraphClient } from './graph-client.ts';

/** Somebody whose number was formed, as they came to the counter. */
export interface Numbered {
  iin: string;
  recordId: string;
  /** The application for the number; it has version 3. */
  applicationId: string;
  applicantId: string;
}

/** Erika Mustermann, born in Berlin. Who is told otherwise has come with another passport; born on a day of their own, two are never taken for one. */
export function erika(birthDate: string, told: Record<string, unknown> = {}) {
  return person({
    givenNames: 'Erika',
    cyrillicName: { surname: 'Мустерманн', givenNames: 'Эрика' },
    birthDate,
    ...told,
  });
}

/** What has changed once Erika Mustermann's name is Schmidt. */
export const married = { surname: 'Schmidt', cyrillicName: { surname: 'Шмидт', givenNames: 'Эрика' } };

/** Presents somebody, has the number formed, and answers what came of it. */
export async function formNumber(
  consul: GraphClient,
  operator: GraphClient,
  input: ReturnType<typeof person>,
): Promise<Numbered> {
  const applicantId = await presentHead(consul, input);
  const applicationId = await apply(consul, applicantId);
  await act(operator, 'takeIinApplication', applicationId, 1);
  await act(operator, 'formIin', applicationId, 2);
  const data = await consul.ask('query F($id: ID!) { iinApplication(id: $id) { record { id iin } } }', {
    id: applicationId,
  });
  const { id: recordId, iin } = data.iinApplication.record as { id: string; iin: string };
  return { iin, recordId, applicationId, applicantId };
}

/** What everybody brings, and a certificate of a change of name in Kazakh and Russian, without a foreign seal. */
export const applicationForm = { kind: 'APPLICATION_FORM' };
export const passport = { kind: 'IDENTITY_DOCUMENT' };
export const nameChange = { kind: 'NAME_CHANGE_CERTIFICATE', stateSeal: false, languages: ['kk', 'ru'] };

/** Presents somebody anew, with papers and the signed consent; answers the applicant's id. */
export async function presentAnew(
  consul: GraphClient,
  input: ReturnType<typeof person>,
  papers: ({ kind: string } & Record<string, unknown>)[] = [applicationForm, passport, nameChange],
): Promise<string> {
  const applicantId = await registerPerson(consul, input);
  await attachAll(consul, applicantId, papers);
  await consent(consul, applicantId);
  return applicantId;
}

/** The mutation that registers a correction, with everything that tests read of what comes of it. */
export const registerCorrection = `mutation Correct($input: RegisterIinCorrectionInput!) { registerIinCorrection(input: $input) {
  __typename
  ... on IinApplication { id version number kind category state iin dueAt delivery availableActions
    correction { recordVersion fields { name before after } } }
  ... on AcceptanceRefusal { id category reasons { code documents reference } slip { kind } } } }`;

/** The input of a correction of both spellings of a surname, unless told otherwise. */
export function correctionOf(iin: string, applicantId: string, told: Record<string, unknown> = {}) {
  return {
    applicantId,
    applicantVersion: 1,
    category: 'LEGAL_ENTITY_HEAD',
    iin,
    surname: 'Mustermann',
    fields: ['LATIN_SURNAME', 'CYRILLIC_SURNAME'],
    ...told,
  };
}

/** Registers the correction of the surname of somebody who has married; answers the application's id. */
export async function applyForSchmidt(consul: GraphClient, iin: string, birthDate: string): Promise<string> {
  const applicantId = await presentAnew(consul, erika(birthDate, married));
  const data = await consul.ask(registerCorrection, { input: correctionOf(iin, applicantId, { birthDate }) });
  return data.registerIinCorrection.id as string;
}

const record = `query Record($iin: IIN!) { iinRecord(iin: $iin) {
  iin version latinName { surname givenNames } cyrillicName { surname givenNames } birthDate birthPlace sex citizenship
  versions { version latinName { surname } birthDate recordedAt recordedBy { name } application { id kind } } } }`;

/** A record with its versions, as an operator reads it. */
export async function recordOf(operator: GraphClient, iin: string) {
  return (await operator.ask(record, { iin })).iinRecord;
}
