import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { demoAuthority } from '../../installation/demo/authority.ts';
import type { DemoAuthority } from '../../installation/demo/authority.ts';
import { signDocument } from '../../installation/demo/authority-signing.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import { verifySignature } from '../../subgraphs/kit/signatures/verify.ts';
import { smallPdf } from './counter.ts';
import type { Answer, GraphClient } from './graph-client.ts';
import { nomad } from './nomads.ts';
import type { Nomad } from './nomads.ts';
import { startTestProduct } from './product.ts';
import type { TestProduct, TestProductOptions } from './product.ts';
import { fillIn } from './questionnaires.ts';

/** A product that believes the signatures of an authority, and whoever acts in it. */
export interface ResidenceDesk {
  product: TestProduct;
  authority: DemoAuthority;
  /** The migration officer of Astana, of Almaty. */
  officer: GraphClient;
  officerOfAlmaty: GraphClient;
  knb: GraphClient;
  /** The payment gateway. */
  gateway: GraphClient;
}

/** Starts one. Close its product in `afterAll`. */
export async function residenceDesk(options: Pick<TestProductOptions, 'mailer'> = {}): Promise<ResidenceDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'qonaq-authority-'));
  const authority = await demoAuthority(folder);
  await rm(folder, { recursive: true });
  const product = await startTestProduct({
    ...options,
    verifier: (claim) => verifySignature({ ...claim, trust: authority.trust }),
  });
  return {
    product,
    authority,
    officer: product.as('kkq_officer'),
    officerOfAlmaty: product.as('kkq_officer', { city: 'ALMATY' }),
    knb: product.as('knb_officer'),
    gateway: product.as('partner', {}, ['payment:write']),
  };
}

/** Somebody who has everything that the e-application asks for. */
export interface Applicant extends Nomad {
  petitionId: string;
  documents: { passport: string; photo: string; criminalRecord: string };
  dutyPaymentReference: string;
}

let payments = 0;

/** Makes somebody who has everything: a signed petition, documents, and the duty paid. */
export async function applicantOf(
  desk: ResidenceDesk,
  told: { passportUntil?: string; petition?: object; paidAt?: string } = {},
): Promise<Applicant> {
  const person = await nomad(desk.product, told);
  const petitionId = await petitionOf(desk.product, person, told.petition);
  const documents = {
    passport: await attach(person, 'IDENTITY_DOCUMENT'),
    photo: await attach(person, 'PORTRAIT_PHOTO', {}, await portrait()),
    criminalRecord: await attach(person, 'CRIMINAL_RECORD_CERTIFICATE', apostilled),
  };
  const dutyPaymentReference = await payDuty(desk, person.iin, { paidAt: told.paidAt });
  return { ...person, petitionId, documents, dutyPaymentReference };
}

/** What is told of a document on the criminal record from Germany. */
export const apostilled = { issuingCountry: 'D', stateSeal: true, attestation: 'APOSTILLE' };

/** A portrait of 35×45 mm. */
export function portrait(width = 413, height = 531): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer();
}

/** Attaches a document to oneself; answers its id. */
export async function attach(
  { client, applicantId }: Pick<Nomad, 'client' | 'applicantId'>,
  kind: string,
  told: object = {},
  bytes: Uint8Array = smallPdf,
): Promise<string> {
  const input = { applicantId, uploadId: await client.upload(bytes), kind, ...told };
  const { attachDocument } = await client.ask(
    'mutation Attach($input: AttachDocumentInput!) { attachDocument(input: $input) { document { id } } }',
    { input },
  );
  return attachDocument.document.id as string;
}

let petitions = 0;

/** A petition, written behind the product's back: signed, unless told. */
export async function petitionOf({ database }: TestProduct, person: Nomad, told: object = {}): Promise<string> {
  const id = newId();
  petitions += 1;
  const petition = {
    id,
    version: 1,
    number: `PET-2026-9${String(petitions).padStart(5, '0')}`,
    state: 'SIGNED',
    ...personColumns(person),
    submitted_at: '2026-02-02T10:00:00+05:00',
    consented_at: '2026-02-02T10:00:00+05:00',
    ...told,
  };
  await database.query(
    'insert into residence.petition select petition.* from jsonb_populate_record(null::residence.petition, $1) as petition',
    [JSON.stringify(petition)],
  );
  return id;
}

/** Puts a signed letter into somebody's petition, behind the product's back; answers its id. */
export async function signedLetterOf({ product }: ResidenceDesk, { petitionId, account }: Applicant): Promise<string> {
  const id = newId();
  await product.database.query(
    `insert into residence.case_document (case_id, id, stage, kind, media_type, size, sha256, facts, signature, signed_at, added_at, added_by)
     values ($1, $2, 'MADE', 'PETITION_LETTER', 'application/pdf', 1, '', '{}', '{}', '2026-02-20T10:00:00+05:00', '2026-02-20T10:00:00+05:00', $3)`,
    [petitionId, id, account.id],
  );
  return id;
}

function personColumns({ account, iin, applicantId, person }: Nomad) {
  return {
    applicant_id: applicantId,
    applicant_version: 1,
    account_id: account.id,
    iin,
    latin_name: person.latinName,
    cyrillic_name: person.cyrillicName,
    birth_date: '1985-03-12',
    birth_place: 'Berlin',
    sex: 'FEMALE',
    citizenship: 'D',
    travel_document: {
      documentCode: 'P',
      number: person.documentNumber,
      issuingCountry: 'D',
      issuedOn: '2023-10-31',
      expiryDate: person.passportUntil,
    },
    language: 'en',
  };
}

/** Tells of a payment as the gateway does; answers whatever comes of it. */
export function tryToRecordPayment({ gateway }: Pick<ResidenceDesk, 'gateway'>, input: object): Promise<Answer> {
  return gateway.send(
    `mutation Paid($input: RecordDutyPaymentInput!) { recordDutyPayment(input: $input) {
       payment { reference purpose amount paidAt recordedAt } } }`,
    { input },
  );
}

/** Pays the duty for the permission in 2026, unless told; answers the reference. */
export async function payDuty(
  desk: ResidenceDesk,
  payerIin: string,
  {
    amount = '17300',
    purpose = 'PERMISSION',
    paidAt,
  }: { amount?: string; purpose?: string; paidAt?: string | undefined } = {},
): Promise<string> {
  payments += 1;
  const reference = `PAY-${payments}`;
  const at = paidAt ?? desk.product.clock.now().toString();
  const { errors } = await tryToRecordPayment(desk, { reference, payerIin, purpose, amount, paidAt: at });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return reference;
}

/** Somebody's signature over the bytes of a document of theirs: with their own certificate, unless told. */
export async function signatureOf(
  { authority, product }: ResidenceDesk,
  { client, iin }: Pick<Nomad, 'client' | 'iin'>,
  documentId: string,
  holder: { iin?: string } = {},
): Promise<string> {
  const bytes = Buffer.from(await (await client.get(`/documents/${documentId}`)).arrayBuffer());
  return signatureOver(authority, bytes, holder.iin ?? iin, product.clock.now());
}

/** A signature over bytes with the certificate of a number. */
export async function signatureOver(
  authority: DemoAuthority,
  bytes: Uint8Array,
  iin: string,
  at: Temporal.Instant,
): Promise<string> {
  const identity = await authority.issue({ surname: 'НОМАД', givenName: 'ЛИНА', iin }, 'GOST');
  return Buffer.from(signDocument(bytes, identity, { at })).toString('base64');
}

/** What is asked of a case where tests look at it. */
export const caseSelection = `id version number state city submittedAt dueAt registeredAt approvalNumber refusalReason barredUntil availableActions
  terms { kind startedAt dueAt endedAt overdue remaining }
  documents { id stage kind signedAt } history { kind }`;

/** A case as tests look at it. */
export interface SeenCase {
  id: string;
  version: number;
  number: string;
  state: string;
  dueAt: string | null;
  approvalNumber: string | null;
  refusalReason: string | null;
  barredUntil: string | null;
  availableActions: string[];
  terms: {
    kind: string;
    startedAt: string;
    dueAt: string;
    endedAt: string | null;
    overdue: boolean;
    remaining: number | null;
  }[];
  documents: { id: string; stage: string; kind: string; signedAt: string | null }[];
  history: { kind: string }[];
}

/** The input of an e-application with everything that it asks for. */
export async function eApplication(desk: ResidenceDesk, applicant: Applicant, told: Record<string, unknown> = {}) {
  const questionnaireId = (told.questionnaireId as string | undefined) ?? (await fillIn(applicant));
  return {
    applicantId: applicant.applicantId,
    applicantVersion: 1,
    city: 'ASTANA',
    petitionId: applicant.petitionId,
    documentIds: Object.values(applicant.documents),
    questionnaireId,
    signature: (told.signature as string | undefined) ?? (await signatureOf(desk, applicant, questionnaireId)),
    dutyPaymentReference: applicant.dutyPaymentReference,
    ...told,
  };
}

/** Tries to submit an e-application; answers whatever comes of it. */
export function tryToSubmit({ client }: Pick<Nomad, 'client'>, input: object): Promise<Answer> {
  return client.send(
    `mutation Submit($input: SubmitResidenceApplicationInput!) { submitResidenceApplication(input: $input) { residenceCase { ${caseSelection} } } }`,
    { input },
  );
}

/** Submits an e-application with everything that it asks for. */
export async function submit(
  desk: ResidenceDesk,
  applicant: Applicant,
  told: Record<string, unknown> = {},
): Promise<SeenCase> {
  const { data, errors } = await tryToSubmit(applicant, await eApplication(desk, applicant, told));
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data.submitResidenceApplication.residenceCase as SeenCase;
}

/** What changes a case: the mutation and its input type. */
const inputTypes = {
  registerCase: 'ResidenceCaseInput',
  returnForRework: 'ReturnForReworkInput',
  resubmitResidenceApplication: 'ResubmitResidenceApplicationInput',
  recordChecks: 'RecordChecksInput',
  sendToKnb: 'ResidenceCaseInput',
  answerKnb: 'AnswerKnbInput',
  decidePreliminary: 'DecidePreliminaryInput',
  withdrawResidenceApplication: 'ResidenceCaseInput',
} as const;

/** Tries a mutation on a case in the version that is given; answers whatever comes of it. */
export function tryOnCase(
  client: GraphClient,
  mutation: keyof typeof inputTypes,
  { id, version }: Pick<SeenCase, 'id' | 'version'>,
  told: object = {},
): Promise<Answer> {
  return client.send(
    `mutation Act($input: ${inputTypes[mutation]}!) { ${mutation}(input: $input) { residenceCase { ${caseSelection} } } }`,
    { input: { id, expectedVersion: version, ...told } },
  );
}

/** Does something with a case, which must succeed; answers the case as it is then. */
export async function onCase(
  client: GraphClient,
  mutation: keyof typeof inputTypes,
  seen: Pick<SeenCase, 'id' | 'version'>,
  told: object = {},
): Promise<SeenCase> {
  const { data, errors } = await tryOnCase(client, mutation, seen, told);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data[mutation].residenceCase as SeenCase;
}

/** A case as somebody sees it now. */
export async function seenBy(client: GraphClient, { id }: Pick<SeenCase, 'id'>): Promise<SeenCase> {
  const { residenceCase } = await client.ask(`query C($id: ID!) { residenceCase(id: $id) { ${caseSelection} } }`, {
    id,
  });
  return residenceCase as SeenCase;
}

/** Both checks, with nothing found. */
export const bothClear = {
  checks: [
    { kind: 'SPECIAL', clear: true },
    { kind: 'CRIMINAL', clear: true },
  ],
};

/** A case that was sent to the KNB just now. */
export async function sentToKnb(desk: ResidenceDesk, applicant: Applicant): Promise<SeenCase> {
  const registered = await onCase(desk.officer, 'registerCase', await submit(desk, applicant));
  const checked = await onCase(desk.officer, 'recordChecks', registered, bothClear);
  return onCase(desk.officer, 'sendToKnb', checked);
}

/** A case that was decided just now: approved, or refused. */
export async function decided(desk: ResidenceDesk, applicant: Applicant, approves: boolean): Promise<SeenCase> {
  const sent = await sentToKnb(desk, applicant);
  const answer = approves ? { agrees: true } : { agrees: false, reason: 'Возражаем' };
  const answered = await onCase(desk.knb, 'answerKnb', sent, answer);
  return onCase(desk.officer, 'decidePreliminary', answered, { approves, reason: approves ? null : 'КНБ возразил.' });
}

/** The term of a kind that began last. */
export function termOf({ terms }: SeenCase, kind: string) {
  return terms.findLast((each) => each.kind === kind);
}
