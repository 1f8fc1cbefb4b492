import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/eventually.ts';
import { crossing, readCase } from '../../support/final-applications.ts';
import {
  apostilled,
  applicantOf,
  attach,
  eApplication,
  onCase,
  payDuty,
  petitionOf,
  portrait,
  residenceDesk,
  seenBy,
  signatureOf,
  signedLetterOf,
  submit,
  termOf,
  tryOnCase,
  tryToSubmit,
} from '../../support/residence-cases.ts';
import type { Applicant, ResidenceDesk } from '../../support/residence-cases.ts';
import { fillIn } from '../../support/questionnaires.ts';

// B§10, B§11: the e-application through eGov, and what it needs.

let desk: ResidenceDesk;
beforeAll(async () => {
  desk = await residenceDesk();
});
afterAll(() => desk.product.close());
beforeEach(() => desk.product.clock.set('2026-03-05T11:00:00+05:00'));

/** Tries to submit an e-application that differs; answers the code and the problems, each with its place. */
async function refusalOf(applicant: Applicant, told: Record<string, unknown>) {
  const { codes, errors } = await tryToSubmit(applicant, await eApplication(desk, applicant, told));
  return [codes[0], errors[0]?.extensions.problems?.map(({ code, path }) => [code, ...path].join(' '))];
}

describe('with everything', () => {
  test('it becomes a case, whose two working days and forty-five days run, holidays counted (9 March is off)', async () => {
    const applicant = await applicantOf(desk);
    const seen = await submit(desk, applicant);
    expect(seen).toMatchObject({ state: 'SUBMITTED', city: 'ASTANA', dueAt: '2026-03-10T18:30:00.000+05:00' });
    expect(seen.number).toMatch(/^DNR-2026-\d{6}$/);
    expect(seen.availableActions).toEqual(['WITHDRAW']);
    expect(termOf(seen, 'CASE_REGISTRATION')).toMatchObject({ dueAt: '2026-03-10T18:30:00.000+05:00', endedAt: null });
    expect(termOf(seen, 'PRELIMINARY_DECISION')).toMatchObject({ dueAt: '2026-04-20T00:00:00.000+05:00' });
    expect(seen.documents.map(({ stage, kind }) => `${stage} ${kind}`).toSorted()).toEqual([
      'MADE QUESTIONNAIRE',
      'PRELIMINARY CRIMINAL_RECORD_CERTIFICATE',
      'PRELIMINARY IDENTITY_DOCUMENT',
      'PRELIMINARY PORTRAIT_PHOTO',
    ]);
    expect(seen.documents.find(({ kind }) => kind === 'QUESTIONNAIRE')!.signedAt).toBe('2026-03-05T11:00:00.000+05:00');
  });

  test('the officers of its city see it, and its documents; those of the other city see neither', async () => {
    const seen = await submit(desk, await applicantOf(desk));
    expect(await seenBy(desk.officer, seen)).toMatchObject({ number: seen.number, state: 'SUBMITTED' });
    for (const { id } of seen.documents) {
      expect((await desk.officer.get(`/documents/${id}`)).status).toBe(200);
      expect((await desk.officerOfAlmaty.get(`/documents/${id}`)).status).toBe(404);
    }
    const query = 'query C($id: ID!) { residenceCase(id: $id) { id } }';
    expect((await desk.officerOfAlmaty.send(query, { id: seen.id })).codes).toEqual(['NOT_FOUND']);
    expect((await desk.knb.send(query, { id: seen.id })).codes).toEqual(['NOT_FOUND']);
  });

  test('the officer also finds the signed letter of the petition, and what proves the duty; the KNB is not told of payments', async () => {
    const applicant = await applicantOf(desk);
    const letterId = await signedLetterOf(desk, applicant);
    const seen = await submit(desk, applicant);
    const query =
      'query P($id: ID!) { residenceCase(id: $id) { documents { id kind signedAt } dutyPayment { reference amount } } }';
    for (const client of [applicant.client, desk.officer]) {
      const { residenceCase } = await client.ask(query, { id: seen.id });
      expect(residenceCase.documents).toContainEqual({
        id: letterId,
        kind: 'PETITION_LETTER',
        signedAt: '2026-02-20T10:00:00.000+05:00',
      });
      expect(residenceCase.dutyPayment).toEqual({ reference: applicant.dutyPaymentReference, amount: '17300.00' });
    }
    expect((await desk.knb.send(query, { id: seen.id })).codes).toEqual(['FORBIDDEN']);
  });

  test('of whoever is in Kazakhstan already, the crossing that was told before is noted at it; nobody else’s, and no departure', async () => {
    const applicant = await applicantOf(desk);
    const entered = '2026-02-10T08:00:00.000+05:00';
    const told = [
      { iin: applicant.iin, crossedAt: entered },
      { iin: applicant.iin, crossedAt: '2026-02-01T08:00:00+05:00' },
      { iin: applicant.iin, crossedAt: '2026-02-20T08:00:00+05:00', direction: 'EXIT' },
      { iin: (await applicantOf(desk)).iin, crossedAt: '2026-02-25T08:00:00+05:00' },
    ];
    for (const each of told) expect((await crossing(desk.product, each)).errors).toEqual([]);
    const { id } = await submit(desk, applicant);
    await eventually(async () => {
      const seen = await readCase(desk.officer, id, 'borderCrossedAt arrivedAt state');
      expect(seen).toEqual({ borderCrossedAt: entered, arrivedAt: null, state: 'SUBMITTED' });
    });
  });

  test('sent twice with one key, it is one case', async () => {
    const applicant = await applicantOf(desk);
    const input = { ...(await eApplication(desk, applicant)), idempotencyKey: 'once' };
    const [one, other] = [await tryToSubmit(applicant, input), await tryToSubmit(applicant, input)];
    expect(one.codes).toEqual([]);
    expect(other.data).toEqual(one.data);
  });
});

describe('what is missing or does not do is told at once, and nothing is registered', () => {
  test('nothing at all', async () => {
    const applicant = await applicantOf(desk);
    expect(await refusalOf(applicant, { documentIds: [], dutyPaymentReference: 'none', city: 'ALMATY' })).toEqual([
      'BAD_USER_INPUT',
      [
        'PASSPORT_COPY_MISSING documentIds',
        'PHOTO_MISSING documentIds',
        'CRIMINAL_RECORD_MISSING documentIds',
        'QUESTIONNAIRE_OTHER_CITY questionnaireId',
        'DUTY_PAYMENT_UNKNOWN dutyPaymentReference',
      ],
    ]);
    const { residenceCases } = await applicant.client.ask('{ residenceCases { edges { node { id } } } }');
    expect(residenceCases.edges).toEqual([]);
    expect(await submit(desk, applicant)).toMatchObject({ state: 'SUBMITTED' });
  });

  test('a passport that is valid for exactly 180 days more; one day longer does', async () => {
    // 1 September 2026 is 180 days after 5 March.
    const short = await applicantOf(desk, { passportUntil: '2026-09-01' });
    expect(await refusalOf(short, {})).toEqual(['BAD_USER_INPUT', ['PASSPORT_VALIDITY applicantId']]);
    expect(await submit(desk, await applicantOf(desk, { passportUntil: '2026-09-02' }))).toMatchObject({
      state: 'SUBMITTED',
    });
  });

  test('a photo that is square, or small; a scan of it', async () => {
    const applicant = await applicantOf(desk);
    const { passport, criminalRecord } = applicant.documents;
    const withPhoto = async (photo: string) => refusalOf(applicant, { documentIds: [passport, photo, criminalRecord] });
    const square = await attach(applicant, 'PORTRAIT_PHOTO', {}, await portrait(600, 600));
    expect(await withPhoto(square)).toEqual(['BAD_USER_INPUT', ['PHOTO_PROPORTIONS documentIds 1']]);
    const small = await attach(applicant, 'PORTRAIT_PHOTO', {}, await portrait(350, 450));
    expect(await withPhoto(small)).toEqual(['BAD_USER_INPUT', ['PHOTO_TOO_SMALL documentIds 1']]);
    const scan = await attach(applicant, 'PORTRAIT_PHOTO');
    expect(await withPhoto(scan)).toEqual(['BAD_USER_INPUT', ['PHOTO_NOT_A_PICTURE documentIds 1']]);
  });

  test('a document on the criminal record that nobody legalised, of a third state, or expired (B§28)', async () => {
    const applicant = await applicantOf(desk);
    const { passport, photo } = applicant.documents;
    const withRecord = async (told: object) => {
      const record = await attach(applicant, 'CRIMINAL_RECORD_CERTIFICATE', { ...apostilled, ...told });
      return refusalOf(applicant, { documentIds: [passport, photo, record] });
    };
    const refused = (...codes: string[]) => ['BAD_USER_INPUT', codes.map((code) => `${code} documentIds 2`)];
    expect(await withRecord({ attestation: 'NONE' })).toEqual(refused('LEGALISATION_MISSING'));
    expect(await withRecord({ issuingCountry: 'FRA' })).toEqual(refused('CRIMINAL_RECORD_STATE'));
    // Armenia is a party of the Minsk convention: nothing is to be legalised; but the person neither is a citizen of it nor lives there.
    expect(await withRecord({ issuingCountry: 'ARM', attestation: 'NONE' })).toEqual(refused('CRIMINAL_RECORD_STATE'));
    expect(await withRecord({ issuedOn: '2025-01-10', expiresOn: '2026-03-04' })).toEqual(
      refused('DOCUMENT_HAS_EXPIRED'),
    );
    const lastDay = { ...apostilled, issuedOn: '2025-01-10', expiresOn: '2026-03-05' };
    const record = await attach(applicant, 'CRIMINAL_RECORD_CERTIFICATE', lastDay);
    expect(await submit(desk, applicant, { documentIds: [passport, photo, record] })).toMatchObject({
      state: 'SUBMITTED',
    });
  });

  test('of whoever lives in Armenia, a party of the convention, no legalisation is asked', async () => {
    const applicant = await applicantOf(desk);
    const { passport, photo } = applicant.documents;
    const told = { issuingCountry: 'ARM', stateSeal: true, attestation: 'NONE' };
    const record = await attach(applicant, 'CRIMINAL_RECORD_CERTIFICATE', told);
    const addressOfResidence = { country: 'ARM', address: 'Ереван, улица Абовяна, 1' };
    const questionnaireId = await fillIn(applicant, { addressOfResidence });
    const documentIds = [passport, photo, record];
    expect(await submit(desk, applicant, { documentIds, questionnaireId })).toMatchObject({ state: 'SUBMITTED' });
  });

  test("somebody else's document, a document twice, one that nobody asked for", async () => {
    const [applicant, other] = [await applicantOf(desk), await applicantOf(desk)];
    const { passport, photo, criminalRecord } = applicant.documents;
    const letter = await attach(applicant, 'MOTIVATION_LETTER');
    const documentIds = [passport, photo, criminalRecord, other.documents.passport, photo, letter];
    expect(await refusalOf(applicant, { documentIds })).toEqual([
      'BAD_USER_INPUT',
      [
        'DOCUMENT_NOT_ATTACHED documentIds 3',
        'DOCUMENT_NOT_ASKED_FOR documentIds 5',
        'DOCUMENT_REPEATED documentIds 4',
      ],
    ]);
  });

  test("a petition that isn't signed yet; somebody else's isn't found", async () => {
    const [applicant, other] = [await applicantOf(desk), await applicantOf(desk)];
    const petitionId = await petitionOf(desk.product, applicant, { state: 'REFUSED' });
    expect(await refusalOf(applicant, { petitionId })).toEqual(['BAD_USER_INPUT', ['PETITION_NOT_SIGNED petitionId']]);
    expect(await refusalOf(applicant, { petitionId: other.petitionId })).toEqual(['NOT_FOUND', undefined]);
  });
});

describe('the state duty', () => {
  test('somebody else’s payment is as unknown as one that nobody made', async () => {
    const [applicant, other] = [await applicantOf(desk), await applicantOf(desk)];
    const dutyPaymentReference = other.dutyPaymentReference;
    const refused = ['BAD_USER_INPUT', ['DUTY_PAYMENT_UNKNOWN dutyPaymentReference']];
    expect(await refusalOf(applicant, { dutyPaymentReference })).toEqual(refused);
    expect(await submit(desk, other)).toMatchObject({ state: 'SUBMITTED' });
  });

  test('a tiyn too little, or paid for the permit; the index of the day of payment counts, not that of the application', async () => {
    const applicant = await applicantOf(desk);
    const refusalWith = async (told: object) =>
      refusalOf(applicant, { dutyPaymentReference: await payDuty(desk, applicant.iin, told) });
    const refused = (code: string) => ['BAD_USER_INPUT', [`${code} dutyPaymentReference`]];
    // 4 × 4,325 tenge in 2026, 4 × 3,932 in 2025.
    expect(await refusalWith({ amount: '17299.99' })).toEqual(refused('DUTY_TOO_LITTLE'));
    expect(await refusalWith({ amount: '15728', paidAt: '2026-01-01T00:00:00+05:00' })).toEqual(
      refused('DUTY_TOO_LITTLE'),
    );
    expect(await refusalWith({ purpose: 'PERMIT' })).toEqual(refused('DUTY_OTHER_PURPOSE'));
    const paidIn2025 = { amount: '15728', paidAt: '2025-12-31T23:59:59+05:00' };
    const dutyPaymentReference = await payDuty(desk, applicant.iin, paidIn2025);
    expect(await submit(desk, applicant, { dutyPaymentReference })).toMatchObject({ state: 'SUBMITTED' });
  });

  test('a payment proves the duty of one application', async () => {
    const applicant = await applicantOf(desk);
    const first = await submit(desk, applicant);
    await onCase(applicant.client, 'withdrawResidenceApplication', first);
    expect(await refusalOf(applicant, {})).toEqual(['BAD_USER_INPUT', ['DUTY_PAYMENT_USED dutyPaymentReference']]);
  });
});

describe('the signature', () => {
  const wrong = async (applicant: Applicant, told: Record<string, unknown>) => {
    const { errors } = await tryToSubmit(applicant, await eApplication(desk, applicant, told));
    return [errors[0]?.extensions.code, errors[0]?.extensions.reason];
  };

  test('by somebody else, or over another questionnaire, is not accepted, and nothing is registered', async () => {
    const applicant = await applicantOf(desk);
    const [questionnaireId, earlier] = [await fillIn(applicant, { ethnicity: 'русская' }), await fillIn(applicant)];
    const others = await signatureOf(desk, applicant, questionnaireId, { iin: '900101300009' });
    expect(await wrong(applicant, { questionnaireId, signature: others })).toEqual([
      'SIGNATURE_INVALID',
      'OTHER_PERSON',
    ]);
    const overAnother = await signatureOf(desk, applicant, earlier);
    expect(await wrong(applicant, { questionnaireId, signature: overAnother })).toEqual([
      'SIGNATURE_INVALID',
      'OTHER_DOCUMENT',
    ]);
    expect(await wrong(applicant, { questionnaireId, signature: 'none' })).toEqual(['SIGNATURE_INVALID', 'NOT_CMS']);
    expect(await submit(desk, applicant, { questionnaireId })).toMatchObject({ state: 'SUBMITTED' });
  });
});

describe('one application at a time', () => {
  test('another one while the first is open is WRONG_STATE, also in the other city', async () => {
    const applicant = await applicantOf(desk);
    const { number } = await submit(desk, applicant);
    const dutyPaymentReference = await payDuty(desk, applicant.iin);
    const { errors } = await tryToSubmit(applicant, await eApplication(desk, applicant, { dutyPaymentReference }));
    expect(errors[0]!.extensions).toMatchObject({ code: 'WRONG_STATE', reason: 'CASE_OPEN', number });
  });

  test('two at once: one of them', async () => {
    const applicant = await applicantOf(desk);
    const input = await eApplication(desk, applicant);
    const other = { ...input, dutyPaymentReference: await payDuty(desk, applicant.iin) };
    const answers = await Promise.all([tryToSubmit(applicant, input), tryToSubmit(applicant, other)]);
    expect(answers.map(({ codes }) => codes[0] ?? 'DONE').toSorted()).toEqual(['DONE', 'WRONG_STATE']);
  });

  test('after a withdrawal the next one is possible at once', async () => {
    const applicant = await applicantOf(desk);
    await onCase(applicant.client, 'withdrawResidenceApplication', await submit(desk, applicant));
    const dutyPaymentReference = await payDuty(desk, applicant.iin);
    expect(await submit(desk, applicant, { dutyPaymentReference })).toMatchObject({ state: 'SUBMITTED' });
  });
});

test('outside the period of the pilot nothing new is accepted; what was accepted runs on (B-ord 8)', async () => {
  const [accepted, late] = [await applicantOf(desk), await applicantOf(desk)];
  const seen = await submit(desk, accepted);
  const { database } = desk.product;
  const period = (until: string | null) =>
    database.query(`update kit.pilot_period set valid_until = $1 where pilot = 'DIGITAL_NOMAD_RESIDENCY'`, [until]);
  await period('2026-03-04');
  expect(await refusalOf(late, {})).toEqual(['PILOT_CLOSED', undefined]);
  const returned = await onCase(desk.officer, 'returnForRework', seen, {
    reasons: [{ document: 'PORTRAIT_PHOTO', text: 'Размыто' }],
  });
  const { city, petitionId, dutyPaymentReference, ...again } = await eApplication(desk, accepted);
  expect([city, petitionId, dutyPaymentReference]).not.toContain(undefined);
  expect(await onCase(accepted.client, 'resubmitResidenceApplication', returned, again)).toMatchObject({
    state: 'SUBMITTED',
  });
  await period('2026-03-05');
  expect(await submit(desk, late)).toMatchObject({ state: 'SUBMITTED' });
  await period(null);
});

test('a stranger can withdraw nothing', async () => {
  const [applicant, stranger] = [await applicantOf(desk), await applicantOf(desk)];
  const seen = await submit(desk, applicant);
  const { codes } = await tryOnCase(stranger.client, 'withdrawResidenceApplication', seen);
  expect(codes).toEqual(['NOT_FOUND']);
});
