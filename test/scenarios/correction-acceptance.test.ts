import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  applicationForm,
  correctionOf,
  erika,
  formNumber,
  married,
  nameChange,
  passport,
  presentAnew,
  registerCorrection,
} from '../support/corrections.ts';
import { attachAll, registerPerson } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { germanEmbassy } from '../support/representations.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A correction is applied for in person, with the signed form and consent, the passport, and the document that proves the change: an incomplete set is refused
// with every reason at once (A§7). Whose record it is the person tells: number, surname and date of birth as they are recorded.

let product: TestProduct;
let consul: GraphClient;
let iin: string;
const birthDate = '1971-05-09';
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  ({ iin } = await formNumber(consul, product.as('iin_operator'), erika(birthDate)));
});
afterAll(() => product.close());

// Each test has a day, and so all of its attempts.
let day = Temporal.ZonedDateTime.from('2026-03-02T10:00:00[Asia/Almaty]');
beforeEach(() => {
  day = day.add({ days: 1 });
  product.clock.set(day.toInstant().toString());
});

/** Asks for a correction; answers `accepted`, the reasons of a refusal to accept, or the problems of the input. */
async function outcome(applicantId: string, told: Record<string, unknown> = {}, client = consul): Promise<unknown> {
  const { data, errors } = await client.send(registerCorrection, {
    input: correctionOf(iin, applicantId, { birthDate, ...told }),
  });
  const [error] = errors;
  if (error?.extensions.problems) return error.extensions.problems.map(({ code, path }) => [code, ...path].join(' '));
  if (error) return error.extensions.code;
  const { __typename, reasons } = data.registerIinCorrection;
  if (__typename === 'IinApplication') return 'accepted';
  return reasons.map(
    ({ code, documents, reference }: { code: string; documents: string[]; reference: string }) =>
      `${[code, ...documents].join(' ')}, ${reference}`,
  );
}

const schmidt = (papers: Parameters<typeof presentAnew>[2]) => presentAnew(consul, erika(birthDate, married), papers);
const nameProofs = 'NAME_CHANGE_CERTIFICATE MARRIAGE_CERTIFICATE CORRECTION_PROOF';

describe('What is brought', () => {
  test('without the document that proves the change, the application is not accepted, and nothing is registered', async () => {
    const applicantId = await schmidt([applicationForm, passport]);
    const data = await consul.ask(registerCorrection, { input: correctionOf(iin, applicantId, { birthDate }) });
    expect(data.registerIinCorrection).toEqual({
      __typename: 'AcceptanceRefusal',
      id: expect.any(String),
      category: 'LEGAL_ENTITY_HEAD',
      reasons: [
        {
          code: 'DOCUMENT_MISSING',
          documents: ['NAME_CHANGE_CERTIFICATE', 'MARRIAGE_CERTIFICATE', 'CORRECTION_PROOF'],
          reference: 'A§6',
        },
      ],
      slip: { kind: 'ACCEPTANCE_REFUSAL' },
    });
    const applications = await consul.ask('{ iinApplications { edges { node { kind } } } }');
    expect(applications.iinApplications.edges).toEqual([{ node: { kind: 'FORMATION' } }]);
    await attachAll(consul, applicantId, [nameChange]);
    expect(await outcome(applicantId)).toBe('accepted');
  });

  test('everything that is missing is told at once', async () => {
    expect(await outcome(await registerPerson(consul, erika(birthDate, married)))).toEqual([
      'DOCUMENT_MISSING APPLICATION_FORM, A§6',
      'DOCUMENT_MISSING IDENTITY_DOCUMENT, A§6',
      `DOCUMENT_MISSING ${nameProofs}, A§6`,
      'CONSENT_MISSING, A-ord 3',
    ]);
  });

  test.each([
    ['a certificate of the change of name', nameChange],
    ['a marriage certificate', { kind: 'MARRIAGE_CERTIFICATE', issuingCountry: 'KAZ', languages: ['kk'] }],
    ['another document', { kind: 'CORRECTION_PROOF', stateSeal: false, languages: ['ru'] }],
  ])('a name is proven by %s', async (_what, proof) => {
    expect(await outcome(await schmidt([applicationForm, passport, proof]))).toBe('accepted');
  });

  test("a foreign state's certificate is legalised or apostilled, and translated when it is wholly in a foreign language", async () => {
    const foreign = { ...nameChange, stateSeal: true, issuingCountry: 'D', languages: ['de'] };
    expect(await outcome(await schmidt([applicationForm, passport, foreign]))).toEqual([
      'DOCUMENT_NOT_ATTESTED NAME_CHANGE_CERTIFICATE, A§6',
      'DOCUMENT_NOT_TRANSLATED NAME_CHANGE_CERTIFICATE, A§6',
    ]);
    const made = { ...foreign, attestation: 'APOSTILLE', translation: 'TRANSLATOR_CERTIFIED' };
    expect(await outcome(await schmidt([applicationForm, passport, made]))).toBe('accepted');
  });

  test('each change has a proof of its own', async () => {
    const input = erika('1971-09-05', married);
    input.visualZone.nationality = 'USA';
    input.settledDisagreements = [{ field: 'nationality', reason: 'The zone was printed before the change.' }];
    const applicantId = await presentAnew(consul, input, [applicationForm, passport]);
    const fields = ['CITIZENSHIP', 'BIRTH_DATE', 'CYRILLIC_SURNAME', 'LATIN_SURNAME'];
    expect(await outcome(applicantId, { fields })).toEqual([
      'DOCUMENT_MISSING CITIZENSHIP_PROOF CORRECTION_PROOF, A§6',
      'DOCUMENT_MISSING BIRTH_CERTIFICATE CORRECTION_PROOF, A§6',
      `DOCUMENT_MISSING ${nameProofs}, A§6`,
    ]);
    expect(await outcome(applicantId, { fields: ['CITIZENSHIP'] })).toEqual([
      'DOCUMENT_MISSING CITIZENSHIP_PROOF CORRECTION_PROOF, A§6',
    ]);
    await attachAll(consul, applicantId, [{ kind: 'CITIZENSHIP_PROOF', stateSeal: false, languages: ['ru'] }]);
    expect(await outcome(applicantId, { fields: ['CITIZENSHIP'] })).toBe('accepted');
  });

  test('a passport that has expired is not accepted (A§7)', async () => {
    const expiryDate = day.toPlainDate().subtract({ days: 1 }).toString();
    const applicantId = await presentAnew(consul, erika(birthDate, { ...married, expiryDate }));
    expect(await outcome(applicantId)).toEqual(['DOCUMENT_EXPIRED IDENTITY_DOCUMENT, A§7']);
  });
});

describe('Whose record it is', () => {
  test('is told by the number, the surname and the date of birth that are recorded, in either script', async () => {
    const applicantId = await schmidt(undefined);
    expect(await outcome(applicantId, { surname: 'muster-mann' })).toBe('accepted');
    expect(await outcome(applicantId, { surname: 'Мустерманн' })).toBe('accepted');
  });

  test("is the same answer for a number that is nobody's as for a wrong surname or date", async () => {
    const applicantId = await schmidt(undefined);
    const unconfirmed = ['RECORD_NOT_CONFIRMED iin'];
    expect(await outcome(applicantId, { iin: '850312090019' })).toEqual(unconfirmed);
    expect(await outcome(applicantId, { surname: 'Schmidt' })).toEqual(unconfirmed);
    expect(await outcome(applicantId, { birthDate: '1971-05-10' })).toEqual(unconfirmed);
  });

  test('is not found out by trying: after fifty attempts a day none is answered until the next; another account is not concerned', async () => {
    const applicantId = await schmidt(undefined);
    for (let attempt = 1; attempt <= 50; attempt += 1)
      expect([attempt, await outcome(applicantId, { surname: 'Schmidt' })]).toEqual([
        attempt,
        ['RECORD_NOT_CONFIRMED iin'],
      ]);
    expect(await outcome(applicantId)).toBe('RATE_LIMITED');
    const tirana = product.as('consul', { mission: 1 });
    const there = await presentAnew(tirana, erika(birthDate, married));
    expect(await outcome(there, {}, tirana)).toBe('accepted');
    product.clock.set(day.add({ days: 1 }).toInstant().toString());
    expect(await outcome(applicantId)).toBe('accepted');
    day = day.add({ days: 1 });
  });

  test('each attempt is journalled: refused ones too, and whose record was read', async () => {
    const applicantId = await schmidt(undefined);
    await outcome(applicantId, { surname: 'Schmidt' });
    await outcome(applicantId);
    const { rows } = await product.database.query(
      `select kind, outcome, cardinality(subjects) as subjects,
              (select id from iin.record) = any(subjects) as record from audit.journal where action = 'registerIinCorrection' order by id desc limit 2`,
    );
    expect(rows).toEqual([
      { kind: 'COMMAND', outcome: 'DONE', subjects: 3, record: true },
      { kind: 'REFUSAL', outcome: 'BAD_USER_INPUT', subjects: 0, record: false },
    ]);
  });
});

describe('What is to change', () => {
  test('is at least something, and differs from what is recorded', async () => {
    const applicantId = await schmidt(undefined);
    expect(await outcome(applicantId, { fields: [] })).toEqual(['CORRECTION_EMPTY fields']);
    expect(await outcome(applicantId, { fields: ['LATIN_SURNAME', 'BIRTH_PLACE', 'SEX'] })).toEqual([
      'CORRECTION_CHANGES_NOTHING fields 1',
      'CORRECTION_CHANGES_NOTHING fields 2',
    ]);
  });

  test('is told with a number that can be one, and a surname', async () => {
    const applicantId = await schmidt(undefined);
    expect(await outcome(applicantId, { iin: '850312090018', surname: ' ' })).toEqual([
      'IIN_CHECK_DIGIT iin',
      'TEXT_EMPTY surname',
    ]);
  });
});

describe('The office', () => {
  test('is the one of the category: the MFA for staff of representations, a mission for everybody else (A§4)', async () => {
    const employee = product.as('authorised_employee');
    const atMinistry = await presentAnew(employee, erika(birthDate, married));
    expect(await outcome(atMinistry, {}, employee)).toEqual(['CATEGORY_CHANNEL category']);
    const staff = { category: 'REPRESENTATION_STAFF', representationId: germanEmbassy };
    expect(await outcome(atMinistry, staff, employee)).toBe('accepted');
    expect(await outcome(await schmidt(undefined), staff)).toEqual(['CATEGORY_CHANNEL category']);
  });

  test('registers whom it presented itself, and nobody else does', async () => {
    const applicantId = await schmidt(undefined);
    expect(await outcome(applicantId, {}, product.as('consul', { mission: 1 }))).toBe('NOT_FOUND');
    expect(await outcome(applicantId, {}, product.as('iin_operator'))).toBe('FORBIDDEN');
    expect(await outcome(applicantId, {}, product.anybody())).toBe('UNAUTHENTICATED');
    expect(await outcome(applicantId)).toBe('accepted');
  });

  test('registers the person as it saw them: a stale version is a conflict', async () => {
    const applicantId = await schmidt(undefined);
    expect(await outcome(applicantId, { applicantVersion: 2 })).toBe('CONFLICT');
    expect(await outcome(applicantId)).toBe('accepted');
  });

  test('accepts no correction while the pilot is closed', async () => {
    const applicantId = await schmidt(undefined);
    await product.database.query(`update kit.pilot_period set valid_until = '2026-03-01' where pilot = 'IIN'`);
    expect(await outcome(applicantId)).toBe('PILOT_CLOSED');
    await product.database.query(`update kit.pilot_period set valid_until = null where pilot = 'IIN'`);
    expect(await outcome(applicantId)).toBe('accepted');
  });
});
