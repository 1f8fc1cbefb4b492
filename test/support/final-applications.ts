import sharp from 'sharp';
import { systemAccountId } from '../../subgraphs/kit/viewer/system.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import type { City } from '../../subgraphs/kit/viewer/roles.ts';
import { smallPdf } from './counter.ts';
import type { Answer, GraphClient } from './graph-client.ts';
import { nomad } from './nomads.ts';
import type { Nomad } from './nomads.ts';
import type { TestProduct } from './product.ts';

/** A case that was approved preliminarily. */
export interface ApprovedCase extends Nomad {
  caseId: string;
  approvalNumber: string;
  petitionId: string;
  /** The ids of what was given with the e-application, by what it is. */
  earlier: Record<string, string>;
}

/** What the tests' approval is like: decided at a moment, and over, the first moment that is too late. */
export interface Approval {
  city: City;
  decidedAt: string;
  lapsesAt: string;
}

// Decided on Monday 2 March 2026: the thirtieth day is Wednesday 1 April.
const usualApproval: Approval = {
  city: 'ASTANA',
  decidedAt: '2026-03-02T10:00:00+05:00',
  lapsesAt: '2026-04-02T00:00:00+05:00',
};

const givenEarlier = [
  ['IDENTITY_DOCUMENT', 'PRELIMINARY'],
  ['PORTRAIT_PHOTO', 'PRELIMINARY'],
  ['PETITION_LETTER', 'MADE'],
  ['CRIMINAL_RECORD_CERTIFICATE', 'PRELIMINARY'],
  ['QUESTIONNAIRE', 'MADE'],
  ['DUTY_RECEIPT', 'PRELIMINARY'],
] as const;

let cases = 0;

/** Somebody whose case was approved preliminarily; written behind the product's back. */
export async function approvedCase(product: TestProduct, told: Partial<Approval> = {}): Promise<ApprovedCase> {
  const person = await nomad(product);
  const { city, decidedAt, lapsesAt } = { ...usualApproval, ...told };
  const { database } = product;
  cases += 1;
  const [caseId, petitionId, systemId] = [newId(), newId(), systemAccountId('residence')];
  // Apart from the numbers that the product gives.
  const number = String(900_000 + cases);
  const approvalNumber = `APR-2026-${number}`;
  await database.query(
    `insert into residence.residence_case (id, version, number, state, lapses_at, petition_id, city, applicant_id, applicant_version, account_id, iin, latin_name,
       cyrillic_name, birth_date, birth_place, sex, citizenship, travel_document, language, submitted_at, due_at, registered_at, sent_to_knb_at, knb_agreed,
       knb_answered_at, approval_number, preliminary_decided_at, preliminary_decided_by)
     select $1, 1, $2, 'PRELIMINARILY_APPROVED', $3, $4, $5, id, version, person_account_id, iin, latin_name, cyrillic_name, birth_date, birth_place, sex,
       citizenship, travel_document, language, '2026-02-02T10:00:00+05:00', $3, '2026-02-03T10:00:00+05:00', '2026-02-04T10:00:00+05:00', true,
       '2026-02-20T10:00:00+05:00', $6, $7, $8
     from applicants.applicant where id = $9`,
    [caseId, `DNR-2026-${number}`, lapsesAt, petitionId, city, approvalNumber, decidedAt, systemId, person.applicantId],
  );
  await database.query(
    `insert into residence.case_term (id, case_id, kind, started_at, due_at) values ($1, $2, 'APPROVAL_VALIDITY', $3, $4)`,
    [newId(), caseId, decidedAt, lapsesAt],
  );
  const earlier: Record<string, string> = {};
  for (const [kind, stage] of givenEarlier) {
    earlier[kind] = newId();
    await database.query(
      `insert into residence.case_document (case_id, id, stage, kind, media_type, size, sha256, facts, added_at, added_by)
       values ($1, $2, $3, $4, 'application/pdf', 1, '', '{}', '2026-02-02T10:00:00+05:00', $5)`,
      [caseId, earlier[kind], stage, kind, person.account.id],
    );
  }
  return { ...person, caseId, approvalNumber, petitionId, earlier };
}

/** The officers of a city. */
export function officersOf(product: TestProduct, city: City = 'ASTANA') {
  return { kkq: product.as('kkq_officer', { city }), psc: product.as('psc_officer', { city }) };
}

/** A portrait photo of 35×45 mm. */
export function photo(width = 413, height = 531): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer();
}

/** A change of the nine documents: of some facts by kind, `null` for a document that is left out. */
export type DocumentChanges = Record<string, object | null>;

/** What the service centre registers on Monday 2 March 2026: nine documents with nothing wrong. */
export async function finalApplication(
  psc: GraphClient,
  { approvalNumber, person }: Pick<ApprovedCase, 'approvalNumber' | 'person'>,
  changes: DocumentChanges = {},
  passport: object = {},
): Promise<{ approvalNumber: string; expectedVersion: number; passport: object; documents: { kind: string }[] }> {
  const documents = [
    { kind: 'IDENTITY_DOCUMENT' },
    { kind: 'MEDICAL_CERTIFICATE', issuedOn: '2026-03-01', onForm028: true, noBarredDisease: true },
    { kind: 'FINGERPRINTING_CERTIFICATE', issuedOn: '2026-03-01' },
    // 180 calendar days: 30 days of March, then April to July (122), then 28 of August.
    {
      kind: 'HOUSING_CONTRACT',
      contractWith: 'NATURAL_PERSON',
      notarised: true,
      startsOn: '2026-03-01',
      endsOn: '2026-08-28',
    },
    { kind: 'PORTRAIT_PHOTO' },
    { kind: 'PETITION_LETTER', sameAsEarlier: true },
    { kind: 'CRIMINAL_RECORD_CERTIFICATE', sameAsEarlier: true },
    { kind: 'QUESTIONNAIRE', sameAsEarlier: true },
    { kind: 'DUTY_RECEIPT', sameAsEarlier: true },
  ];
  const brought = documents.filter(({ kind }) => changes[kind] !== null);
  return {
    approvalNumber,
    expectedVersion: 2,
    passport: {
      latinName: person.latinName,
      birthDate: '1985-03-12',
      citizenship: 'D',
      issuingCountry: 'D',
      number: person.documentNumber,
      expiresOn: person.passportUntil,
      ...passport,
    },
    documents: await Promise.all(
      brought.map(async (document) => ({
        uploadId: await psc.upload(document.kind === 'PORTRAIT_PHOTO' ? await photo() : smallPdf),
        originalShown: true,
        ...document,
        ...changes[document.kind],
      })),
    ),
  };
}

const inputTypes: Record<string, string> = {
  recordArrival: 'ResidenceCaseInput',
  receiveOriginals: 'ResidenceCaseInput',
};

/** Sends a mutation on a case; the answer is read whatever came of it. */
export function send(client: GraphClient, mutation: string, input: object): Promise<Answer> {
  const type = inputTypes[mutation] ?? `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return client.send(
    `mutation Act($input: ${type}!) { ${mutation}(input: $input) { residenceCase { id version state dueAt } } }`,
    { input },
  );
}

/** Does something with a case that must succeed; answers the case. */
export async function act(
  client: GraphClient,
  mutation: string,
  input: object,
): Promise<{ id: string; version: number; state: string; dueAt: string | null }> {
  const { data, errors } = await send(client, mutation, input);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return data[mutation].residenceCase as never;
}

/** The problems of an answer: each code with where it stands and its paragraph. */
export function problemsOf({ errors }: Answer): [code: string, path: string, reference: string | null][] {
  return errors
    .flatMap(({ extensions }) => extensions.problems ?? [])
    .map(({ code, path, reference }) => [code, path.join('.'), reference]);
}

/** Records that both repeated checks found nothing, behind the product's back. */
export async function recordFinalChecks({ database }: TestProduct, caseId: string): Promise<void> {
  for (const kind of ['SPECIAL', 'CRIMINAL'])
    await database.query(
      `insert into residence.security_check (id, case_id, stage, kind, clear, recorded_at, recorded_by) values ($1, $2, 'FINAL', $3, true, '2026-03-05', $4)`,
      [newId(), caseId, kind, systemAccountId('residence')],
    );
}

/** What the border system tells of somebody. */
export function crossing(product: TestProduct, input: object): Promise<Answer> {
  return product
    .as('partner', {}, ['border:write'])
    .send('mutation C($input: RecordBorderCrossingInput!) { recordBorderCrossing(input: $input) { reference } }', {
      input: { reference: newId(), direction: 'ENTRY', checkpoint: 'Astana airport', ...input },
    });
}

/** What the fingerprint system tells of somebody. */
export function fingerprints(product: TestProduct, input: object): Promise<Answer> {
  return product
    .as('partner', {}, ['fingerprint:write'])
    .send('mutation F($input: RecordFingerprintsInput!) { recordFingerprints(input: $input) { reference } }', {
      input: { reference: newId(), place: 'Migration service, Astana', ...input },
    });
}

/** A case as an officer sees it. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function readCase(client: GraphClient, id: string, fields: string): Promise<any> {
  const data = await client.ask(`query C($id: ID!) { residenceCase(id: $id) { ${fields} } }`, { id });
  return data.residenceCase as unknown;
}

/** Brings a case to the final review: arrived, applied, the originals received on Wednesday 4 March 2026 at 12:00; answers its version. */
export async function inFinalReview(
  product: TestProduct,
  of: ApprovedCase,
  passport: object = {},
): Promise<{ version: number }> {
  const { kkq, psc } = officersOf(product);
  const { caseId: id } = of;
  await act(kkq, 'recordArrival', { id, expectedVersion: 1 });
  await act(psc, 'registerFinalApplication', await finalApplication(psc, of, {}, passport));
  await act(psc, 'sendOriginals', { id, expectedVersion: 3, trackingNumber: 'KZ123' });
  product.clock.set('2026-03-04T12:00:00+05:00');
  return act(kkq, 'receiveOriginals', { id, expectedVersion: 4 });
}

/** Findings that all documents agree, each compared by eye. */
export const documentsAgree = [
  'IDENTITY_DOCUMENT',
  'MEDICAL_CERTIFICATE',
  'FINGERPRINTING_CERTIFICATE',
  'HOUSING_CONTRACT',
  'PORTRAIT_PHOTO',
  'PETITION_LETTER',
  'CRIMINAL_RECORD_CERTIFICATE',
  'QUESTIONNAIRE',
  'DUTY_RECEIPT',
].map((field) => ({ field, agrees: true }));
