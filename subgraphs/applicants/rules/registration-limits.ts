import type { Allowance } from '../../kit/counters/counters.ts';

const day = 24 * 60 * 60;

/** Far more than a person has travel documents or makes slips of the pen; too few to find a surname by trying. */
const mostRegistrationsInDay = 20;

/** How often an account may try to register the person who acts, which tells whether a surname and a date of birth are those of a number (policy). */
export function registrationsOfAccount(accountId: string): Allowance {
  return { of: ['registerApplicant', accountId], most: mostRegistrationsInDay, seconds: day };
}
