import type { Allowance } from '../../kit/counters/counters.ts';

const day = 24 * 60 * 60;

/** Far more corrections than a mission receives; too few to find a surname or a number by trying. */
const mostCorrectionsInDay = 50;

/** How often an account may try to register a correction, for which it tells a number, a surname and a date of birth (policy). */
export function correctionsOfAccount(accountId: string): Allowance {
  return { of: ['registerIinCorrection', accountId], most: mostCorrectionsInDay, seconds: day };
}
