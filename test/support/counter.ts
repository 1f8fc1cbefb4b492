import type { GraphClient } from './graph-client.ts';
import { passportLines } from './mrz.ts';
import { representationFor } from './representations.ts';

/** The smallest file that is a PDF by its bytes. */
export const smallPdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');

/** A synthetic person, as the input of `registerApplicant`. */
export interface PersonInput {
  machineReadableZone: string[];
  visualZone: Record<string, unknown>;
  [field: string]: unknown;
}

let people = 0;

/**
 * A synthetic German, each with a passport number of its own, and with given names of their own after the first, Erika: namesakes who were born on one day
 * would be taken for one person. Born 12 August 1964 unless told.
 */
export function person(told: Partial<Record<string, unknown>> = {}): PersonInput {
  people += 1;
  const {
    birthDate = '1964-08-12',
    expiryDate = '2033-10-31',
    surname = 'Mustermann',
    givenNames = people === 1 ? 'Erika' : givenNameOf(people, 'bdklmnpstv', 'a'),
    documentNumber = `T${String(people).padStart(8, '0')}`,
    ...more
  } = told;
  const lines = passportLines({
    issuingCountry: 'D',
    nationality: 'D',
    surname: String(surname),
    givenNames: String(givenNames),
    documentNumber: String(documentNumber),
    birthDate: Temporal.PlainDate.from(String(birthDate)),
    sex: 'F',
    expiryDate: Temporal.PlainDate.from(String(expiryDate)),
  } as never);
  return {
    machineReadableZone: lines,
    visualZone: { birthDate, birthPlace: 'Berlin', sex: 'FEMALE', nationality: 'D', documentNumber, expiryDate },
    cyrillicName: {
      surname: 'Мустерманн',
      givenNames: people === 1 ? 'Эрика' : givenNameOf(people, 'бдклмнпств', 'а'),
    },
    language: 'en',
    ...more,
  };
}

/** A given name for a number: a syllable for each of its digits, such as Daka for 12. */
function givenNameOf(number: number, consonants: string, vowel: string): string {
  const name = Array.from(String(number), (digit) => consonants[Number(digit)]! + vowel).join('');
  return name[0]!.toUpperCase() + name.slice(1);
}

/** Registers a person; answers the id. */
export async function registerPerson(client: GraphClient, input: PersonInput = person()): Promise<string> {
  const data = await client.ask(
    'mutation Register($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant { id } } }',
    { input },
  );
  return data.registerApplicant.applicant.id as string;
}

/** What must be told of a document of a kind, unless a test tells otherwise: what would be accepted as it is. */
const usualFacts: Record<string, Record<string, unknown>> = {
  MARRIAGE_CERTIFICATE: { issuingCountry: 'KAZ', languages: ['kk', 'ru'] },
  BIRTH_CERTIFICATE: { stateSeal: false },
  DEATH_CERTIFICATE: { stateSeal: false },
  INHERITANCE_PROOF: { stateSeal: false },
  IT_DIPLOMA: { stateSeal: false },
  IT_TRAINING_CERTIFICATE: { stateSeal: false },
  DISABILITY_CERTIFICATE: { stateSeal: false },
  ACTIVITY_PROOF: { stateSeal: false },
  PARENT_IDENTITY_DOCUMENT: { provesCitizenshipOf: 'KAZ' },
  IT_PORTFOLIO: { experienceMonths: 37 },
};

/** Attaches a small scan of a kind to a person; answers the document's id. */
export async function attach(
  client: GraphClient,
  applicantId: string,
  kind: string,
  more: Record<string, unknown> = {},
): Promise<string> {
  const [id] = await attachAll(client, applicantId, [{ kind, ...more }]);
  return id!;
}

/** Attaches a small scan of each of several papers to a person, in their order; answers the documents' ids. */
export async function attachAll(
  client: GraphClient,
  applicantId: string,
  papers: ({ kind: string } & Record<string, unknown>)[],
): Promise<string[]> {
  if (papers.length === 0) return [];
  const uploads = await Promise.all(papers.map(() => client.upload(smallPdf)));
  const inputs = papers.map((paper, index): [string, object] => [
    `paper${index}`,
    { applicantId, uploadId: uploads[index], originalShown: true, ...usualFacts[paper.kind], ...paper },
  ]);
  const names = inputs.map(([name]) => name);
  const data = await client.ask(
    `mutation Attach(${names.map((name) => `$${name}: AttachDocumentInput!`).join(', ')}) {
       ${names.map((name) => `${name}: attachDocument(input: $${name}) { document { id } }`).join('\n')} }`,
    Object.fromEntries(inputs),
  );
  return names.map((name) => data[name].document.id as string);
}

/** Records the consent of a person. */
export async function consent(client: GraphClient, applicantId: string, givenOn = '2026-03-02'): Promise<void> {
  await client.ask(
    'mutation Consent($input: RecordConsentInput!) { recordConsent(input: $input) { consent { id } } }',
    {
      input: { applicantId, kind: 'PERSONAL_DATA_PROCESSING', givenOn },
    },
  );
}

/** A person with all that the head of a legal entity brings; answers the id. */
export async function presentHead(client: GraphClient, input: PersonInput = person()): Promise<string> {
  const id = await registerPerson(client, input);
  for (const kind of ['APPLICATION_FORM', 'IDENTITY_DOCUMENT', 'APPOINTMENT_ACT']) await attach(client, id, kind);
  await consent(client, id);
  return id;
}

/** Registers an application for a number; answers its id. */
export async function apply(client: GraphClient, applicantId: string, category = 'LEGAL_ENTITY_HEAD'): Promise<string> {
  const data = await client.ask(
    `mutation Apply($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) {
       __typename ... on IinApplication { id } ... on AcceptanceRefusal { reasons { code documents } } } }`,
    { input: { applicantId, applicantVersion: 1, category, ...representationFor(category) } },
  );
  if (data.registerIinApplication.__typename !== 'IinApplication') throw new Error(JSON.stringify(data));
  return data.registerIinApplication.id as string;
}

/** Does something with an application in its version: `takeIinApplication`, `formIin` and the like; answers the application. */
export async function act(
  client: GraphClient,
  mutation: string,
  id: string,
  expectedVersion: number,
): Promise<Record<string, unknown>> {
  const data = await client.ask(
    `mutation Act($input: IinApplicationInput!) { ${mutation}(input: $input) { application { id version state iin printedForm { id kind prints sha256 } handedOutAt } } }`,
    { input: { id, expectedVersion } },
  );
  return data[mutation].application as Record<string, unknown>;
}
