import sharp from 'sharp';
import { smallPdf } from './counter.ts';
import type { ClientError, GraphClient } from './graph-client.ts';
import { nomad } from './nomads.ts';
import type { Nomad } from './nomads.ts';
import type { TestProduct } from './product.ts';

/** A document that is attached to oneself. */
export type Paper = { kind: string; bytes?: Uint8Array } & Record<string, unknown>;

/** A grey picture of so many pixels. */
export function picture(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'grey' } })
    .jpeg()
    .toBuffer();
}

/** All that a petition needs, of a German who brings a photo printed at 300 dots an inch (B§4). */
export async function papers(): Promise<Paper[]> {
  return [
    { kind: 'IDENTITY_DOCUMENT', expiresOn: '2033-10-31' },
    { kind: 'IT_PORTFOLIO', experienceMonths: 50 },
    { kind: 'PORTRAIT_PHOTO', bytes: await picture(413, 531) },
    { kind: 'IT_TRAINING_CERTIFICATE', stateSeal: false },
    { kind: 'CURRICULUM_VITAE' },
    { kind: 'MOTIVATION_LETTER' },
    { kind: 'CRIMINAL_RECORD_CERTIFICATE', stateSeal: true, issuingCountry: 'D', issuedOn: '2025-10-01' },
  ];
}

/** Attaches documents to oneself, in their order; answers their ids. */
export async function attachPapers({ client, applicantId }: Nomad, brought: readonly Paper[]): Promise<string[]> {
  const inputs = await Promise.all(
    brought.map(async ({ bytes = smallPdf, ...paper }) => ({
      applicantId,
      uploadId: await client.upload(bytes),
      ...paper,
    })),
  );
  if (inputs.length === 0) return [];
  const names = inputs.map((_, index) => `paper${index}`);
  const data = await client.ask(
    `mutation Attach(${names.map((name) => `$${name}: AttachDocumentInput!`).join(', ')}) {
       ${names.map((name) => `${name}: attachDocument(input: $${name}) { document { id } }`).join('\n')} }`,
    Object.fromEntries(names.map((name, index) => [name, inputs[index]])),
  );
  return names.map((name) => data[name].document.id as string);
}

/** A petition as the tests read it. */
export interface ShownPetition {
  id: string;
  version: number;
  number: string;
  state: string;
  submittedAt: string;
  consentedAt: string;
  dueAt: string | null;
  interviewResult: string | null;
  decidedAt: string | null;
  refusalReason: string | null;
  profession: { kk: string; ru: string } | null;
  permanentResidence: string | null;
  availableActions: string[];
  terms: { kind: string; dueAt: string; endedAt: string | null; overdue: boolean }[];
  history: { kind: string; at: string; text: string }[];
  documents: { id: string; stage: string; kind: string; sha256: string; signedAt: string | null }[];
  interviewTimes: { id: string; startsAt: string; videoLink: string | null; chosenAt: string | null }[];
}

const fields = `id version number state submittedAt consentedAt dueAt interviewResult decidedAt refusalReason profession { kk ru } permanentResidence availableActions
  terms { kind dueAt endedAt overdue } history { kind at text } documents { id stage kind sha256 signedAt } interviewTimes { id startsAt videoLink chosenAt }`;

/** Reads a petition, as somebody sees it. */
export async function readPetition(client: GraphClient, id: string): Promise<ShownPetition> {
  return (await client.ask(`query P($id: ID!) { petition(id: $id) { ${fields} } }`, { id })).petition;
}

/** Asks for a petition; answers what came of it, or the error. */
export async function trySubmit(
  client: GraphClient,
  input: object,
): Promise<{ outcome: Record<string, unknown> | null; error: ClientError | undefined }> {
  const { data, errors } = await client.send(
    `mutation S($input: SubmitPetitionInput!) { submitPetition(input: $input) { __typename ... on Petition { ${fields} } ... on PetitionConsentDeclined { at } } }`,
    { input },
  );
  return { outcome: data?.submitPetition ?? null, error: errors[0] };
}

/** Somebody who asked for a petition. */
export interface Petitioner extends Nomad {
  petitionId: string;
}

/** Somebody new who asks for a petition with all that it needs. */
export async function petitioner(product: TestProduct): Promise<Petitioner> {
  const person = await nomad(product);
  const documentIds = await attachPapers(person, await papers());
  const application = { applicantId: person.applicantId, applicantVersion: 1, documentIds };
  const { outcome, error } = await trySubmit(person.client, { consent: true, application });
  if (error) throw new Error(JSON.stringify(error));
  return { ...person, petitionId: outcome!.id as string };
}

const inputTypes: Record<string, string> = { withdrawPetition: 'PetitionInput' };

/** Does something with a petition in its present version, or in that of the input; answers the petition, or the error. */
export async function tryAct(
  client: GraphClient,
  mutation: string,
  id: string,
  input: Record<string, unknown> = {},
): Promise<{ petition: ShownPetition | null; error: ClientError | undefined }> {
  const inputType = inputTypes[mutation] ?? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const expectedVersion = input.expectedVersion ?? (await readPetition(client, id)).version;
  const { data, errors } = await client.send(
    `mutation A($input: ${inputType}!) { ${mutation}(input: $input) { petition { ${fields} } } }`,
    { input: { id, expectedVersion, ...input } },
  );
  return { petition: data?.[mutation]?.petition ?? null, error: errors[0] };
}

/** The same, which must succeed. */
export async function actOn(
  client: GraphClient,
  mutation: string,
  id: string,
  input: Record<string, unknown> = {},
): Promise<ShownPetition> {
  const { petition, error } = await tryAct(client, mutation, id, input);
  if (error) throw new Error(JSON.stringify(error));
  return petition!;
}

/** The codes of an error's problems, each with its place. */
export function problemsOf(error: ClientError | undefined): [string, (string | number)[]][] | undefined {
  return error?.extensions.problems?.map(({ code, path }) => [code, path]);
}

/** The profession that the interviews of the tests find. */
export const profession = { kk: 'Бағдарламалық жасақтаманы әзірлеуші', ru: 'Разработчик программного обеспечения' };

/** Brings petitions to where a test begins: through the graph, as the hub and the person do. */
export class PetitionDesk {
  readonly #product: TestProduct;
  readonly #hub: GraphClient;
  #next = Temporal.Instant.from('2026-03-03T06:00:00+05:00');

  constructor(product: TestProduct) {
    this.#product = product;
    this.#hub = product.as('hub_officer');
  }

  /** Two times that nobody has been offered yet: half an hour apart, from the morning of 3 March 2026 on. */
  times(): [string, string] {
    const next = this.#next;
    this.#next = next.add({ hours: 1 });
    return [next.toString(), next.add({ minutes: 30 }).toString()];
  }

  /** Somebody whose documents were approved. */
  async screened(): Promise<Petitioner> {
    const person = await petitioner(this.#product);
    await actOn(this.#hub, 'screenPetition', person.petitionId, { decision: 'APPROVED' });
    return person;
  }

  /** Somebody to whom times were offered. */
  async offered(...times: string[]): Promise<Petitioner> {
    const person = await this.screened();
    await actOn(this.#hub, 'offerInterviewTimes', person.petitionId, { times });
    return person;
  }

  /** Somebody who has agreed upon a time. */
  async agreed(startsAt: string, other: string): Promise<Petitioner> {
    const person = await this.offered(startsAt, other);
    await this.choose(person, startsAt);
    return person;
  }

  /** Somebody whose letter waits for the signature; the clock stands where the interview began. */
  async passed(): Promise<Petitioner> {
    const [startsAt, other] = this.times();
    const person = await this.agreed(startsAt, other);
    this.#product.clock.set(startsAt);
    await actOn(this.#hub, 'recordInterview', person.petitionId, {
      outcome: 'PASSED',
      result: 'Convincing.',
      profession,
    });
    return person;
  }

  /** Somebody chooses a time that is on offer. */
  async choose({ client, petitionId }: Petitioner, startsAt: string): Promise<ShownPetition> {
    return actOn(client, 'chooseInterviewTime', petitionId, {
      timeId: await this.timeAt(client, petitionId, startsAt),
    });
  }

  /** The id of a time that is on offer. */
  async timeAt(client: GraphClient, petitionId: string, startsAt: string): Promise<string> {
    const { interviewTimes } = await readPetition(client, petitionId);
    const moment = Temporal.Instant.from(startsAt);
    return interviewTimes.find((time) => Temporal.Instant.from(time.startsAt).equals(moment))!.id;
  }
}
