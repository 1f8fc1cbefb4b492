import { describe, expect, test } from '@jest/globals';
import { barOn, barredUntil, lastBarredDay } from '../../subgraphs/residence/rules/bar.ts';
import type { DecidedCase } from '../../subgraphs/residence/rules/bar.ts';
import { caseStates } from '../../subgraphs/residence/rules/case-lifecycle.ts';

const at = (text: string) => Temporal.Instant.from(text);
const decided: DecidedCase = {
  state: 'PRELIMINARILY_REFUSED',
  lapsesAt: null,
  preliminaryDecidedAt: at('2026-02-10T11:00:00+05:00'),
  finalDecidedAt: null,
};

describe('the bar of a year (B§19, B§24)', () => {
  test.each([
    ['2026-02-10T00:00:00+05:00', '2027-02-10'],
    ['2026-02-10T23:59:59+05:00', '2027-02-10'],
    // Half past midnight in Astana, while it is the 9th in Greenwich.
    ['2026-02-09T19:30:00Z', '2027-02-10'],
    // A leap day has no namesake.
    ['2028-02-29T12:00:00+05:00', '2029-02-28'],
    ['2027-02-28T12:00:00+05:00', '2028-02-28'],
    ['2026-12-31T12:00:00+05:00', '2027-12-31'],
  ])('decided at %s, it bars through %s', (moment, until) => {
    expect(lastBarredDay(at(moment)).toString()).toBe(until);
  });

  test('it holds to the last second of its last day', () => {
    expect(barOn([decided], at('2027-02-10T23:59:59.999999999+05:00'))?.toString()).toBe('2027-02-10');
    expect(barOn([decided], at('2027-02-11T00:00:00+05:00'))).toBeUndefined();
  });

  test('of several, the longest holds', () => {
    const later = { ...decided, preliminaryDecidedAt: at('2027-01-05T11:00:00+05:00') };
    expect(barOn([decided, later], at('2027-02-01T00:00:00+05:00'))?.toString()).toBe('2028-01-05');
  });

  test('a refusal and a lapse bar, a final refusal from its own day; nothing else does', () => {
    const barring = caseStates.filter((state) =>
      barredUntil({ ...decided, state, finalDecidedAt: at('2026-05-04T11:00:00+05:00') }, at('2026-06-01T00:00:00Z')),
    );
    expect(barring).toEqual(['PRELIMINARILY_REFUSED', 'FINALLY_REFUSED', 'LAPSED']);
    const finally_ = { ...decided, state: 'FINALLY_REFUSED', finalDecidedAt: at('2026-05-04T11:00:00+05:00') } as const;
    expect(barredUntil(finally_, at('2026-06-01T00:00:00Z'))?.toString()).toBe('2027-05-04');
  });

  test('an approval bars from the moment at which it lapses, from its decision', () => {
    const approved = {
      ...decided,
      state: 'PRELIMINARILY_APPROVED',
      lapsesAt: at('2026-03-13T00:00:00+05:00'),
    } as const;
    expect(barredUntil(approved, at('2026-03-12T23:59:59+05:00'))).toBeNull();
    expect(barredUntil(approved, at('2026-03-13T00:00:00+05:00'))?.toString()).toBe('2027-02-10');
  });
});
