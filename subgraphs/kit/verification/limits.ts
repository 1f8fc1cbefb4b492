import type { Allowance } from '../counters/counters.ts';

const minute = 60;
const day = 24 * 60 * 60;

/** One every two seconds: what the counters and forms of a busy agency ask. Whoever has a list to go through isn't verifying somebody who is there. */
const mostInMinute = 30;

/** About as many numbers as a single date of birth has: no registry is read with it. */
const mostInDay = 1_000;

/** Some slips of the pen. A surname is all that is secret of a person whose number is known, and a few guesses reach many bearers of common ones. */
const mostMismatchesInDay = 5;

/** How often an account may ask to verify somebody by an operation, whatever is asked and answered; the longest window first (policy). */
export function allowancesOfAccount(operation: string, accountId: string): Allowance[] {
  return [
    { of: [operation, 'day', accountId], most: mostInDay, seconds: day },
    { of: [operation, 'minute', accountId], most: mostInMinute, seconds: minute },
  ];
}

/** How often all accounts together may be wrong about a number, whether or not it is somebody's (policy). */
export function mismatchesOfNumber(operation: string, iin: string): Allowance {
  return { of: [operation, 'number', iin], most: mostMismatchesInDay, seconds: day };
}
