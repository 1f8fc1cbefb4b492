import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import duties from '../../installation/reference/duties.json' with { type: 'json' };
import { dutyPaymentProblems, stateDuty } from '../../subgraphs/residence/rules/duty.ts';
import type { DatedFigure, DutyFigureName } from '../../subgraphs/residence/rules/duty.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const figures: DatedFigure[] = duties.map(({ figure, from, until, hundredths, source }) => ({
  figure: figure as DutyFigureName,
  validFrom: day(from),
  validUntil: until === null ? null : day(until),
  hundredths,
  source,
}));

describe('the state duty (section 7)', () => {
  test.each([
    // 4 and 0.2 monthly calculation indices: 3,932 tenge in 2025, 4,325 in 2026.
    ['PERMISSION', '2025-01-01', 15_728_00],
    ['PERMISSION', '2025-12-31', 15_728_00],
    ['PERMISSION', '2026-01-01', 17_300_00],
    ['PERMISSION', '2026-12-31', 17_300_00],
    ['PERMIT', '2025-12-31', 786_40],
    ['PERMIT', '2026-01-01', 865_00],
  ] as const)('for the %s on %s is %d tiyn', (kind, on, tiyn) => {
    expect(stateDuty(kind, day(on), figures)?.amount).toBe(tiyn);
  });

  test('on a day of which no index is known is not guessed', () => {
    expect(stateDuty('PERMISSION', day('2024-12-31'), figures)).toBeUndefined();
    expect(stateDuty('PERMIT', day('2027-01-01'), figures)).toBeUndefined();
  });

  test('the figure of 2026 is not confirmed, and says so', () => {
    expect(stateDuty('PERMISSION', day('2026-03-02'), figures)!.multiple.source).toMatch(/^UNCONFIRMED/);
    expect(stateDuty('PERMISSION', day('2025-03-02'), figures)!.multiple.source).not.toMatch(/UNCONFIRMED/);
  });

  test('is whole tiyn, never less than index times multiple, and less than a tiyn more', () => {
    const hundredths = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(hundredths, hundredths, (index, multiple) => {
        const figure = (name: DutyFigureName, value: number): DatedFigure => ({
          figure: name,
          validFrom: day('2026-01-01'),
          validUntil: null,
          hundredths: value,
          source: '',
        });
        const known = [figure('CALCULATION_INDEX', index), figure('PERMIT_MULTIPLE', multiple)];
        const { amount } = stateDuty('PERMIT', day('2026-03-02'), known)!;
        const exact = BigInt(index) * BigInt(multiple);
        expect(Number.isInteger(amount)).toBe(true);
        expect(BigInt(amount) * 100n >= exact && BigInt(amount - 1) * 100n < exact).toBe(true);
      }),
    );
  });
});

describe('what proves a duty', () => {
  const payment = {
    payerIin: '850312090001',
    purpose: 'PERMISSION' as const,
    amount: 17_300_00,
    paidAt: Temporal.Instant.from('2026-01-01T00:00:00+05:00'),
    caseId: null,
  };
  const problems = (told: object) =>
    dutyPaymentProblems(
      { ...payment, ...told },
      { kind: 'PERMISSION', iin: '850312090001', reference: 'B§10' },
      figures,
    ).map(({ code }) => code);

  test('the day of payment is Astana’s', () => {
    expect(problems({})).toEqual([]);
    const lastSecondOf2025 = Temporal.Instant.from('2025-12-31T23:59:59+05:00');
    expect(problems({ amount: 15_728_00, paidAt: lastSecondOf2025 })).toEqual([]);
    expect(problems({ amount: 15_728_00 })).toEqual(['DUTY_TOO_LITTLE']);
  });

  test('what is wrong is told at once; of a payment that is somebody else’s, nothing but that', () => {
    const used = { purpose: 'PERMIT', amount: 1, caseId: '01964631-f000-7000-8000-00000000ffff' };
    expect(problems(used)).toEqual(['DUTY_OTHER_PURPOSE', 'DUTY_PAYMENT_USED', 'DUTY_TOO_LITTLE']);
    expect(problems({ ...used, payerIin: '850312090002' })).toEqual(['DUTY_PAYMENT_UNKNOWN']);
    expect(problems({ paidAt: Temporal.Instant.from('2027-01-02T00:00:00+05:00') })).toEqual(['DUTY_UNKNOWN']);
  });
});
