import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { smallPdf } from '../../support/counter.ts';
import { act, approvedCase, officersOf, problemsOf, readCase, send } from '../../support/final-applications.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// B§25–27: who was permitted to reside comes to the service centre for the registration of residence and for the residence permit.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-16T10:00:00+05:00'));

/** Somebody who was permitted to reside, behind the product's back. */
async function permitted(state = 'PERMITTED', city: 'ASTANA' | 'ALMATY' = 'ASTANA') {
  const nomad = await approvedCase(product, { city });
  await product.database.query(
    `update residence.residence_case set state = $1, final_decided_at = '2026-03-10T10:00:00+05:00' where id = $2`,
    [state, nomad.caseId],
  );
  return nomad;
}

async function residence(id: string, changes: object = {}, contract: object = {}) {
  const { psc } = officersOf(product);
  return {
    id,
    expectedVersion: 1,
    address: 'Astana, Mangilik El 55, 12',
    ...changes,
    contract: {
      uploadId: await psc.upload(smallPdf),
      contractWith: 'LEGAL_PERSON',
      notarised: true,
      startsOn: '2026-03-01',
      endsOn: '2026-08-28',
      ...contract,
    },
  };
}

async function papers(id: string, changes: { passport?: object; receipt?: object; noticeShown?: boolean } = {}) {
  const { psc } = officersOf(product);
  return {
    id,
    expectedVersion: 2,
    noticeShown: changes.noticeShown ?? true,
    passport: { uploadId: await psc.upload(smallPdf), expiresOn: '2033-10-31', ...changes.passport },
    receipt: { uploadId: await psc.upload(smallPdf), amount: '865', paidOn: '2026-03-16', ...changes.receipt },
  };
}

describe('the registration of residence', () => {
  test('with an address and a contract; once', async () => {
    const { psc } = officersOf(product);
    const { caseId: id } = await permitted();
    await act(psc, 'registerResidence', await residence(id));
    expect(await readCase(psc, id, 'residenceAddress residenceRegisteredAt')).toEqual({
      residenceAddress: 'Astana, Mangilik El 55, 12',
      residenceRegisteredAt: '2026-03-16T10:00:00.000+05:00',
    });
    const again = await send(psc, 'registerResidence', await residence(id, { expectedVersion: 2 }));
    expect(again.codes).toEqual(['WRONG_STATE']);
  });

  test('everything that is wrong at once', async () => {
    const { psc } = officersOf(product);
    const { caseId: id } = await permitted();
    const answer = await send(
      psc,
      'registerResidence',
      await residence(id, { address: ' ' }, { uploadId: 'x', notarised: false, endsOn: '2026-08-27' }),
    );
    expect(problemsOf(answer)).toEqual([
      ['TEXT_EMPTY', 'address', 'B§25'],
      ['CONTRACT_NOT_NOTARISED', 'contract.notarised', 'B§25'],
      ['CONTRACT_TOO_SHORT', 'contract.endsOn', 'B§25'],
      ['DOCUMENT_UNKNOWN', 'contract.uploadId', null],
    ]);
  });

  test.each(['ARRIVED', 'FINAL_REVIEW', 'FINALLY_REFUSED'])('not of somebody whose case is %s', async (state) => {
    const { psc } = officersOf(product);
    const { caseId: id } = await permitted(state);
    expect((await send(psc, 'registerResidence', await residence(id))).codes).toEqual(['WRONG_STATE']);
  });

  test('who is of another city sees nothing; the officer of the city registers it', async () => {
    const { psc } = officersOf(product);
    const { caseId: id } = await permitted('PERMITTED', 'ALMATY');
    expect((await send(psc, 'registerResidence', await residence(id))).codes).toEqual(['NOT_FOUND']);
    const almaty = officersOf(product, 'ALMATY').psc;
    const uploadId = await almaty.upload(smallPdf);
    expect((await act(almaty, 'registerResidence', await residence(id, {}, { uploadId }))).state).toBe('PERMITTED');
  });
});

describe('the residence permit', () => {
  async function registered() {
    const nomad = await permitted();
    await act(officersOf(product).psc, 'registerResidence', await residence(nomad.caseId));
    return nomad;
  }

  test('has a number that no other has', async () => {
    const { psc } = officersOf(product);
    const [one, other] = [await registered(), await registered()];
    await Promise.all([one, other].map(async ({ caseId }) => act(psc, 'issuePermit', await papers(caseId))));
    const numbers = await Promise.all(
      [one, other].map(
        async ({ client, caseId }) => (await readCase(client, caseId, 'permitNumber')).permitNumber as string,
      ),
    );
    expect(numbers.toSorted()).toEqual(['RES-2026-000001', 'RES-2026-000002']);
  });

  test('needs a valid foreign passport, the notice of permission and the receipt of the duty', async () => {
    const { psc } = officersOf(product);
    const { caseId: id } = await registered();
    const answer = await send(
      psc,
      'issuePermit',
      await papers(id, {
        noticeShown: false,
        passport: { expiresOn: '2026-03-15' },
        receipt: { amount: '0', paidOn: '2026-03-17', uploadId: 'x' },
      }),
    );
    expect(problemsOf(answer)).toEqual([
      ['PASSPORT_EXPIRED', 'passport.expiresOn', 'B§26'],
      ['NOTICE_NOT_SHOWN', 'noticeShown', 'B§26'],
      ['DUTY_TOO_LITTLE', 'receipt.amount', 'B§26'],
      ['DAY_IN_FUTURE', 'receipt.paidOn', 'B§26'],
      ['DOCUMENT_UNKNOWN', 'receipt.uploadId', null],
    ]);
    // On its last day a passport is valid.
    const last = await papers(id, { passport: { expiresOn: '2026-03-16' } });
    expect((await act(psc, 'issuePermit', last)).state).toBe('PERMIT_ISSUED');
  });

  test.each([
    // 0.2 monthly calculation indices of the day of payment: 4,325 tenge in 2026, 3,932 in 2025; that of 2024 is not known.
    ['864.99', '2026-01-01', ['DUTY_TOO_LITTLE', 'receipt.amount', 'B§26'], '865.00'],
    ['786.39', '2025-12-31', ['DUTY_TOO_LITTLE', 'receipt.amount', 'B§26'], '786.40'],
    ['10000', '2024-12-31', ['DUTY_UNKNOWN', 'receipt.paidOn', 'B§26'], null],
  ])('a receipt of %s tenge of %s is refused', async (amount, paidOn, problem, enough) => {
    const { psc } = officersOf(product);
    const { caseId: id } = await registered();
    const answer = await send(psc, 'issuePermit', await papers(id, { receipt: { amount, paidOn } }));
    expect(problemsOf(answer)).toEqual([problem]);
    if (enough === null) return;
    const message = `The duty is not paid in full: ${enough} tenge are due, ${amount} were paid.`;
    expect(answer.errors[0]!.extensions.problems).toMatchObject([{ message }]);
    const paid = await papers(id, { receipt: { amount: enough, paidOn } });
    expect((await act(psc, 'issuePermit', paid)).state).toBe('PERMIT_ISSUED');
  });

  test('not before the residence is registered', async () => {
    const { psc } = officersOf(product);
    const { caseId: id } = await permitted();
    const input = { ...(await papers(id)), expectedVersion: 1 };
    expect((await send(psc, 'issuePermit', input)).codes).toEqual(['WRONG_STATE']);
  });

  test('two officers at once: one hands it out, the other is told that it changed', async () => {
    const { psc } = officersOf(product);
    const { caseId: id } = await registered();
    const inputs = [await papers(id), await papers(id)];
    const answers = await Promise.all(inputs.map((input) => send(psc, 'issuePermit', input)));
    expect(answers.map(({ codes }) => codes.join()).toSorted()).toEqual(['', 'CONFLICT']);
  });
});
