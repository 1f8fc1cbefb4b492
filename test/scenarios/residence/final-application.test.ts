import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { smallPdf } from '../../support/counter.ts';
import {
  act,
  approvedCase,
  finalApplication,
  officersOf,
  photo,
  problemsOf,
  readCase,
  send,
} from '../../support/final-applications.ts';
import type { ApprovedCase, DocumentChanges } from '../../support/final-applications.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// B§20, B§21: at the service centre, by the number of the preliminary approval, with nine documents; then the originals go to the migration service by courier.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

/** Somebody whose arrival is recorded. */
async function arrived(): Promise<ApprovedCase> {
  const nomad = await approvedCase(product);
  await act(officersOf(product).kkq, 'recordArrival', { id: nomad.caseId, expectedVersion: 1 });
  return nomad;
}

/** What comes of an application with such documents and such a passport; the case stays without one where it is refused. */
async function problems(changes: DocumentChanges, passport: object = {}) {
  const { psc } = officersOf(product);
  const nomad = await arrived();
  const answer = await send(psc, 'registerFinalApplication', await finalApplication(psc, nomad, changes, passport));
  const { state, documents } = await readCase(psc, nomad.caseId, 'state documents { stage }');
  const registered = answer.codes.length === 0;
  expect(state).toBe(registered ? 'FINAL_REGISTERED' : 'ARRIVED');
  expect(documents.filter(({ stage }: { stage: string }) => stage === 'FINAL')).toHaveLength(registered ? 9 : 0);
  return problemsOf(answer);
}

describe('the documents', () => {
  test('nine with nothing wrong are registered, with what was told of them', async () => {
    const { psc } = officersOf(product);
    const nomad = await arrived();
    await act(psc, 'registerFinalApplication', await finalApplication(psc, nomad));
    const { rows } = await product.database.query(
      `select facts from residence.case_document where case_id = $1 and kind = 'HOUSING_CONTRACT'`,
      [nomad.caseId],
    );
    expect(rows).toEqual([
      {
        facts: {
          originalShown: true,
          contractWith: 'NATURAL_PERSON',
          notarised: true,
          startsOn: '2026-03-01',
          endsOn: '2026-08-28',
        },
      },
    ]);
    expect(await readCase(nomad.client, nomad.caseId, 'finalAppliedAt')).toEqual({
      finalAppliedAt: '2026-03-02T10:00:00.000+05:00',
    });
  });

  test.each([
    ['IDENTITY_DOCUMENT', 'B§20(1)'],
    ['MEDICAL_CERTIFICATE', 'B§20(2)'],
    ['FINGERPRINTING_CERTIFICATE', 'B§20(3)'],
    ['HOUSING_CONTRACT', 'B§20(4)'],
    ['PORTRAIT_PHOTO', 'B§20(5)'],
    ['PETITION_LETTER', 'B§20(6)'],
    ['CRIMINAL_RECORD_CERTIFICATE', 'B§20(7)'],
    ['QUESTIONNAIRE', 'B§20(8)'],
    ['DUTY_RECEIPT', 'B§20(9)'],
  ])('%s may not be missing', async (kind, reference) => {
    expect(await problems({ [kind]: null })).toEqual([['FINAL_DOCUMENT_MISSING', 'documents', reference]]);
  });

  test.each([
    // 2 March + 180 days is 29 August: more than 180 days are needed.
    ['a passport for 180 days', '2026-08-29', [['PASSPORT_VALID_TOO_SHORT', 'passport.expiresOn', 'B§20(1)']]],
    ['a passport for 181 days', '2026-08-30', []],
  ])('%s', async (_what, expiresOn, expected) => {
    expect(await problems({}, { expiresOn })).toEqual(expected);
  });

  test.each([
    // 1 March + 180 days is 28 August.
    ['179 days', '2026-03-01', '2026-08-27', [['CONTRACT_TOO_SHORT', 'documents.3.endsOn', 'B§20(4)']]],
    ['180 days', '2026-03-01', '2026-08-28', []],
    // Over 29 February 2028: 1 December 2027 + 180 days is 29 May 2028.
    ['179 days over a leap day', '2027-12-01', '2028-05-28', [['CONTRACT_TOO_SHORT', 'documents.3.endsOn', 'B§20(4)']]],
    ['180 days over a leap day', '2027-12-01', '2028-05-29', []],
    ['a year, and over', '2025-02-01', '2026-03-01', [['CONTRACT_ENDED', 'documents.3.endsOn', 'B§20(4)']]],
  ])('a housing contract for %s', async (_length, startsOn, endsOn, expected) => {
    expect(await problems({ HOUSING_CONTRACT: { startsOn, endsOn } })).toEqual(expected);
  });

  test('a contract with a legal person is as good; one that no notary certified is not', async () => {
    expect(await problems({ HOUSING_CONTRACT: { contractWith: 'LEGAL_PERSON' } })).toEqual([]);
    expect(await problems({ HOUSING_CONTRACT: { notarised: false } })).toEqual([
      ['CONTRACT_NOT_NOTARISED', 'documents.3.notarised', 'B§20(4)'],
    ]);
  });

  test('a medical certificate of another form, or with a disease of the list', async () => {
    expect(await problems({ MEDICAL_CERTIFICATE: { onForm028: false } })).toEqual([
      ['MEDICAL_FORM_OTHER', 'documents.1.onForm028', 'B§20(2)'],
    ]);
    expect(await problems({ MEDICAL_CERTIFICATE: { noBarredDisease: false } })).toEqual([
      ['MEDICAL_BARRED_DISEASE', 'documents.1.noBarredDisease', 'B§20(2)'],
    ]);
  });

  test('a photo that is no 35×45 mm, too small, or no picture', async () => {
    const { psc } = officersOf(product);
    const upload = async (bytes: Uint8Array) => ({ PORTRAIT_PHOTO: { uploadId: await psc.upload(bytes) } });
    const place = ['documents.4.uploadId', 'B§20(5)'];
    expect(await problems(await upload(await photo(531, 531)))).toEqual([['PHOTO_PROPORTIONS', ...place]]);
    expect(await problems(await upload(await photo(412, 530)))).toEqual([['PHOTO_TOO_SMALL', ...place]]);
    expect(await problems(await upload(smallPdf))).toEqual([['PHOTO_NOT_A_PICTURE', ...place]]);
    expect(await problems(await upload(await photo(827, 1063)))).toEqual([]);
  });

  test.each([
    ['PETITION_LETTER', 5],
    ['CRIMINAL_RECORD_CERTIFICATE', 6],
    ['QUESTIONNAIRE', 7],
    ['DUTY_RECEIPT', 8],
  ])('%s has to be the one of the e-application, and shown as the original', async (kind, index) => {
    const reference = `B§20(${index + 1})`;
    expect(await problems({ [kind]: { sameAsEarlier: false } })).toEqual([
      ['DOCUMENT_OTHER_THAN_EARLIER', `documents.${index}.sameAsEarlier`, reference],
    ]);
    expect(await problems({ [kind]: { originalShown: false } })).toEqual([
      ['ORIGINAL_NOT_SHOWN', `documents.${index}.originalShown`, reference],
    ]);
  });

  test('everything that is wrong at once, by field and document', async () => {
    expect(
      await problems(
        {
          FINGERPRINTING_CERTIFICATE: null,
          MEDICAL_CERTIFICATE: { issuedOn: '2026-03-03', noBarredDisease: null },
          HOUSING_CONTRACT: { notarised: false, endsOn: '2026-08-27', originalShown: false },
          DUTY_RECEIPT: { uploadId: '01964631-f000-7000-8000-00000000ffff' },
        },
        { number: ' ', expiresOn: '2026-03-01', latinName: {} },
      ),
    ).toEqual([
      ['TEXT_EMPTY', 'passport.latinName', 'B§20(1)'],
      ['TEXT_EMPTY', 'passport.number', 'B§20(1)'],
      ['PASSPORT_VALID_TOO_SHORT', 'passport.expiresOn', 'B§20(1)'],
      ['FINAL_DOCUMENT_MISSING', 'documents', 'B§20(3)'],
      ['FACT_MISSING', 'documents.1.noBarredDisease', 'B§20(2)'],
      ['DAY_IN_FUTURE', 'documents.1.issuedOn', 'B§20(2)'],
      ['ORIGINAL_NOT_SHOWN', 'documents.2.originalShown', 'B§20(4)'],
      ['CONTRACT_NOT_NOTARISED', 'documents.2.notarised', 'B§20(4)'],
      ['CONTRACT_TOO_SHORT', 'documents.2.endsOn', 'B§20(4)'],
      ['DOCUMENT_UNKNOWN', 'documents.7.uploadId', null],
    ]);
  });

  test('one scan is one document, and only whoever uploaded it may attach it', async () => {
    const { psc, kkq } = officersOf(product);
    const own = await psc.upload(smallPdf);
    const foreign = await kkq.upload(smallPdf);
    expect(
      await problems({
        QUESTIONNAIRE: { uploadId: own },
        DUTY_RECEIPT: { uploadId: own },
        PETITION_LETTER: { uploadId: foreign },
      }),
    ).toEqual([
      ['DOCUMENT_UNKNOWN', 'documents.5.uploadId', null],
      ['DOCUMENT_ATTACHED_ALREADY', 'documents.8.uploadId', null],
    ]);
  });

  test('a document twice', async () => {
    const { psc } = officersOf(product);
    const nomad = await arrived();
    const input = await finalApplication(psc, nomad);
    const again = { ...input.documents[7]!, uploadId: await psc.upload(smallPdf) };
    const answer = await send(psc, 'registerFinalApplication', { ...input, documents: [...input.documents, again] });
    expect(problemsOf(answer)).toEqual([['FINAL_DOCUMENT_TWICE', 'documents.9.kind', 'B§20(8)']]);
  });
});

describe('who registers it, and when', () => {
  test('not before the arrival, and not after the approval has lapsed', async () => {
    const { psc } = officersOf(product);
    const nomad = await approvedCase(product);
    const input = { ...(await finalApplication(psc, nomad)), expectedVersion: 1 };
    const before = await send(psc, 'registerFinalApplication', input);
    expect(before.errors.map(({ extensions }) => [extensions.code, extensions.state])).toEqual([
      ['WRONG_STATE', 'PRELIMINARILY_APPROVED'],
    ]);
    product.clock.set('2026-04-02T00:00:00+05:00');
    const lapsed = await send(psc, 'registerFinalApplication', input);
    expect(lapsed.errors.map(({ extensions }) => [extensions.code, extensions.state])).toEqual([
      ['WRONG_STATE', 'LAPSED'],
    ]);
  });

  test('the number of the approval of another city, or of nobody, is not found; the officer of the city finds it', async () => {
    const nomad = await approvedCase(product, { city: 'ALMATY' });
    const almaty = officersOf(product, 'ALMATY');
    await act(almaty.kkq, 'recordArrival', { id: nomad.caseId, expectedVersion: 1 });
    const { psc } = officersOf(product);
    const input = await finalApplication(psc, nomad);
    expect((await send(psc, 'registerFinalApplication', input)).codes).toEqual(['NOT_FOUND']);
    expect((await send(psc, 'registerFinalApplication', { ...input, approvalNumber: 'APR-1' })).codes).toEqual([
      'NOT_FOUND',
    ]);
    const theirs = await finalApplication(almaty.psc, nomad);
    expect((await act(almaty.psc, 'registerFinalApplication', theirs)).state).toBe('FINAL_REGISTERED');
  });

  test('the migration officer can not', async () => {
    const { kkq } = officersOf(product);
    const input = await finalApplication(kkq, await arrived());
    expect((await send(kkq, 'registerFinalApplication', input)).codes).toEqual(['FORBIDDEN']);
  });

  test('two officers at once: one registers it, the other is told that it changed', async () => {
    const { psc } = officersOf(product);
    const nomad = await arrived();
    const inputs = [await finalApplication(psc, nomad), await finalApplication(psc, nomad)];
    const answers = await Promise.all(inputs.map((input) => send(psc, 'registerFinalApplication', input)));
    expect(answers.map(({ codes }) => codes.join()).toSorted()).toEqual(['', 'CONFLICT']);
    const { documents } = await readCase(psc, nomad.caseId, 'documents { stage }');
    expect(documents.filter(({ stage }: { stage: string }) => stage === 'FINAL')).toHaveLength(9);
  });
});

describe('the originals', () => {
  test('go on with the courier within one working day; late is late, and still possible', async () => {
    const { psc } = officersOf(product);
    const nomad = await arrived();
    const { dueAt } = await act(psc, 'registerFinalApplication', await finalApplication(psc, nomad));
    // Applied on Monday: until Tuesday 18:30.
    expect(dueAt).toBe('2026-03-03T18:30:00.000+05:00');
    const overdue = async () =>
      (await readCase(psc, nomad.caseId, 'terms { kind overdue }')).terms.find(
        ({ kind }: { kind: string }) => kind === 'PSC_REGISTRATION',
      ).overdue as boolean;
    product.clock.set('2026-03-03T18:30:00+05:00');
    expect(await overdue()).toBe(false);
    product.clock.set('2026-03-03T18:30:01+05:00');
    expect(await overdue()).toBe(true);
    const input = { id: nomad.caseId, expectedVersion: 3, trackingNumber: 'KZ1' };
    expect((await act(psc, 'sendOriginals', input)).state).toBe('ORIGINALS_SENT');
    expect(await overdue()).toBe(true);
  });

  test('need a number by which the courier finds them', async () => {
    const { psc } = officersOf(product);
    const nomad = await arrived();
    await act(psc, 'registerFinalApplication', await finalApplication(psc, nomad));
    const answer = await send(psc, 'sendOriginals', { id: nomad.caseId, expectedVersion: 3, trackingNumber: ' ' });
    expect(problemsOf(answer)).toEqual([['TEXT_EMPTY', 'trackingNumber', 'B§21']]);
  });

  test('are received by the migration service of the city, and only once they were sent', async () => {
    const { psc, kkq } = officersOf(product);
    const nomad = await arrived();
    const { caseId: id } = nomad;
    await act(psc, 'registerFinalApplication', await finalApplication(psc, nomad));
    expect((await send(kkq, 'receiveOriginals', { id, expectedVersion: 3 })).codes).toEqual(['WRONG_STATE']);
    await act(psc, 'sendOriginals', { id, expectedVersion: 3, trackingNumber: 'KZ1' });
    const { kkq: foreign } = officersOf(product, 'ALMATY');
    expect((await send(foreign, 'receiveOriginals', { id, expectedVersion: 4 })).codes).toEqual(['NOT_FOUND']);
    expect((await act(kkq, 'receiveOriginals', { id, expectedVersion: 4 })).state).toBe('FINAL_REVIEW');
  });
});
