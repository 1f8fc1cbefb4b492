import { randomUUID } from 'node:crypto';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { person, smallPdf } from '../support/counter.ts';
import type { PersonInput } from '../support/counter.ts';
import type { SteadyClient } from './steady-client.ts';

/** A mutation that was acknowledged: sent again, it must answer the same id. */
export interface Acknowledged {
  mutation: Mutation;
  input: object;
  id: string;
}

/** The mutations that register somebody, in the order in which they are sent. */
export const mutations = {
  registerApplicant:
    'mutation Register($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant { id } } }',
  attachDocument: 'mutation Attach($input: AttachDocumentInput!) { attachDocument(input: $input) { document { id } } }',
  recordConsent: 'mutation Consent($input: RecordConsentInput!) { recordConsent(input: $input) { consent { id } } }',
  registerIinApplication: `mutation Apply($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) {
    __typename ... on IinApplication { id } ... on AcceptanceRefusal { reasons { code documents } } } }`,
} as const;

/** One of them. */
export type Mutation = keyof typeof mutations;

/** What the head of a legal entity brings. */
const papers = ['APPLICATION_FORM', 'IDENTITY_DOCUMENT', 'APPOINTMENT_ACT'];

/** Any day in the past. */
const consentDay = '2026-01-05';

/** How many mutations are acknowledged for one person. */
export const mutationsPerPerson = 1 + papers.length + 2;

/** Somebody whose passport is valid today. */
export function newPerson(more: Partial<Record<string, unknown>> = {}): PersonInput {
  const today = systemClock.now().toZonedDateTimeISO('Asia/Almaty').toPlainDate();
  return person({ expiryDate: today.add({ years: 5 }).toString(), ...more });
}

/** Registers a person with papers, consent and application, each mutation with a key of its own; tells what is acknowledged as soon as it is. */
export async function registerPerson(
  client: SteadyClient,
  person: PersonInput,
  tell: (acknowledged: Acknowledged) => void = () => undefined,
) {
  const send = async (mutation: Mutation, given: object) => {
    const input = { ...given, idempotencyKey: randomUUID() };
    const id = await sendMutation(client, mutation, input);
    tell({ mutation, input, id });
    return id;
  };
  const applicantId = await send('registerApplicant', person);
  for (const kind of papers) {
    await send('attachDocument', { applicantId, uploadId: await client.upload(smallPdf), kind, originalShown: true });
  }
  await send('recordConsent', { applicantId, kind: 'PERSONAL_DATA_PROCESSING', givenOn: consentDay });
  const applicationId = await send('registerIinApplication', {
    applicantId,
    applicantVersion: 1,
    category: 'LEGAL_ENTITY_HEAD',
  });
  return { applicantId, applicationId };
}

/** Sends one of the mutations; answers the id of what came out. */
export async function sendMutation(client: SteadyClient, mutation: Mutation, input: object): Promise<string> {
  const data = (await client.ask(mutations[mutation], { input })) as Record<Mutation, Record<string, unknown>>;
  const outcome = data[mutation];
  const { id } = (outcome.applicant ?? outcome.document ?? outcome.consent ?? outcome) as { id?: string };
  if (!id) throw new Error(`${mutation} answered ${JSON.stringify(outcome)}`);
  return id;
}
