import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { residenceDesk, tryToRecordPayment } from '../../support/residence-cases.ts';
import type { ResidenceDesk } from '../../support/residence-cases.ts';

// B§10: the state duty, and how the payment gateway tells of it.

let desk: ResidenceDesk;
beforeAll(async () => {
  desk = await residenceDesk();
});
afterAll(() => desk.product.close());
beforeEach(() => desk.product.clock.set('2026-03-02T10:00:00+05:00'));

const payment = {
  reference: 'G-1',
  payerIin: '850312090001',
  purpose: 'PERMISSION',
  amount: '17300.00',
  paidAt: '2026-03-01T09:00:00+05:00',
};

test('anybody may ask what it is, on which day, and where the figures are from', async () => {
  const query = `query D($kind: DutyKind!, $on: Date!) { stateDuty(kind: $kind, on: $on) { amount index multiple sources } }`;
  const duty = async (kind: string, on: string) => (await desk.product.anybody().ask(query, { kind, on })).stateDuty;
  expect(await duty('PERMISSION', '2025-12-31')).toMatchObject({ amount: '15728.00', index: '3932.00', multiple: 4 });
  expect(await duty('PERMISSION', '2026-01-01')).toMatchObject({ amount: '17300.00', index: '4325.00' });
  expect(await duty('PERMIT', '2026-01-01')).toMatchObject({ amount: '865.00', multiple: 0.2 });
  expect((await duty('PERMISSION', '2026-01-01')).sources).toContainEqual(expect.stringMatching(/^UNCONFIRMED/));
  const { errors } = await desk.product.anybody().send(query, { kind: 'PERMIT', on: '2027-01-01' });
  expect(errors[0]!.extensions.problems).toMatchObject([{ code: 'DUTY_UNKNOWN', path: ['on'] }]);
});

test('the gateway tells of a payment; told again, it is the same payment, also twice at once', async () => {
  const answers = await Promise.all([tryToRecordPayment(desk, payment), tryToRecordPayment(desk, payment)]);
  desk.product.clock.set('2026-03-02T12:00:00+05:00');
  const again = await tryToRecordPayment(desk, payment);
  for (const { data } of [...answers, again])
    expect(data.recordDutyPayment.payment).toEqual({
      reference: 'G-1',
      purpose: 'PERMISSION',
      amount: '17300.00',
      paidAt: '2026-03-01T09:00:00.000+05:00',
      recordedAt: '2026-03-02T10:00:00.000+05:00',
    });
  const { rows } = await desk.product.database.query(`select from residence.duty_payment where reference = 'G-1'`);
  expect(rows).toHaveLength(1);
});

test.each([
  ['another amount', { amount: '17300.01' }],
  ['another payer', { payerIin: '850312090002' }],
  ['another purpose', { purpose: 'PERMIT' }],
  ['another moment', { paidAt: '2026-03-01T09:00:01+05:00' }],
])('the same reference with %s is CONFLICT', async (_what, other) => {
  const told = { ...payment, reference: `G-${_what}` };
  expect((await tryToRecordPayment(desk, told)).codes).toEqual([]);
  expect((await tryToRecordPayment(desk, { ...told, ...other })).codes).toEqual(['CONFLICT']);
});

test('nothing, less than a tiyn, or something that is yet to be paid is no payment', async () => {
  const wrong = { ...payment, reference: ' ', amount: '0', paidAt: '2026-03-02T10:00:01+05:00' };
  const { errors } = await tryToRecordPayment(desk, wrong);
  expect(errors[0]!.extensions.problems!.map(({ code }) => code)).toEqual([
    'TEXT_EMPTY',
    'PAYMENT_EMPTY',
    'PAYMENT_IN_FUTURE',
  ]);
  for (const amount of ['1.005', '-1', '1e3', '12345678'])
    expect((await tryToRecordPayment(desk, { ...payment, reference: 'G-2', amount })).codes).toEqual([
      'BAD_USER_INPUT',
    ]);
});

test('nobody without the scope tells of payments, and the gateway sees no case', async () => {
  for (const client of [desk.officer, desk.product.as('applicant'), desk.product.as('partner', {}, ['iin:verify'])])
    expect((await tryToRecordPayment({ gateway: client }, payment)).codes[0]).toBe('FORBIDDEN');
  expect((await desk.gateway.send('{ residenceCases { edges { node { id } } } }')).codes[0]).toBe('FORBIDDEN');
});
