import { birthDatesOf } from '../../kit/iin.ts';
import type { IinProblem, IinProblemCode } from './problems.ts';

/** The weights of the first and of the second pass, for digits 1 to 11. */
const firstPass = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
const secondPass = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2];

/** The number is right, or everything that is wrong with it. */
export type IinValidation = { ok: true; iin: string } | { ok: false; problems: IinProblem[] };

/** The next free number of a date of birth, or that there is none. */
export type NextNumber = { ok: true; iin: string } | { ok: false; code: 'NUMBERS_USED_UP' };

/** The twelfth digit for the first eleven; null when both passes give 10, which makes the serial unusable. */
export function checkDigit(firstEleven: string): number | null {
  for (const weights of [firstPass, secondPass]) {
    const sum = weights.reduce((total, weight, at) => total + weight * Number(firstEleven[at]), 0);
    if (sum % 11 !== 10) return sum % 11;
  }
  return null;
}

/**
 * Whether a text is an IIN, whoever gave it: places 1–6 a date, place 7 a century and sex (1–6) or 0, place 12 the
 * check digit. All problems at once, but for a text that is no number of a person at all.
 */
export function validateIin(text: string, { today }: { today: Temporal.PlainDate }): IinValidation {
  if (!/^[0-9]{12}$/.test(text)) return refuse('IIN_NOT_TWELVE_DIGITS');
  // A BIN has its kind of organisation where an IIN has the tens of the day.
  if (/^.{4}[456]/.test(text)) return refuse('IIN_IS_BIN');
  const codes = [...dateProblems(text, today), ...seventhDigitProblems(text), ...checkDigitProblems(text)];
  return codes.length > 0 ? refuse(...codes) : { ok: true, iin: text };
}

function dateProblems(iin: string, today: Temporal.PlainDate): IinProblemCode[] {
  const dates = birthDatesOf(iin);
  if (dates.length === 0) return ['IIN_DATE_DOES_NOT_EXIST'];
  return dates.every((date) => Temporal.PlainDate.compare(date, today) > 0) ? ['IIN_DATE_IN_FUTURE'] : [];
}

function seventhDigitProblems(iin: string): IinProblemCode[] {
  return Number(iin[6]) > 6 ? ['IIN_SEVENTH_DIGIT'] : [];
}

function checkDigitProblems(iin: string): IinProblemCode[] {
  const expected = checkDigit(iin.slice(0, 11));
  if (expected === null) return ['IIN_SERIAL_UNUSABLE'];
  return expected === Number(iin[11]) ? [] : ['IIN_CHECK_DIGIT'];
}

function refuse(...codes: IinProblemCode[]): IinValidation {
  return { ok: false, problems: codes.map((code) => ({ code, path: [] })) };
}

/** How every number begins that this system forms for a date of birth: YYMMDD, and 0 in place 7. */
export function numberPrefix(birthDate: Temporal.PlainDate): string {
  return birthDate.toString().replaceAll('-', '').slice(2) + '0';
}

/**
 * The numbers that can be formed for a date of birth with this digit in place 8, in the order in which they are
 * given; about 991 of 1000.
 */
export function usableSerials(birthDate: Temporal.PlainDate, eighthDigit: number): string[] {
  return [...serials(birthDate, eighthDigit)];
}

function* serials(birthDate: Temporal.PlainDate, eighthDigit: number): Generator<string> {
  const firstEight = `${numberPrefix(birthDate)}${eighthDigit}`;
  for (let serial = 0; serial < 1000; serial += 1) {
    const firstEleven = firstEight + String(serial).padStart(3, '0');
    const digit = checkDigit(firstEleven);
    if (digit !== null) yield `${firstEleven}${digit}`;
  }
}

/**
 * The first number of a date of birth that was never taken, the eighth digits in the order in which a person opened
 * them (9 alone in demo mode). A taken number stays taken for ever, so `taken` holds the annulled ones too.
 */
export function nextNumber(
  birthDate: Temporal.PlainDate,
  openEighthDigits: readonly number[],
  taken: ReadonlySet<string>,
): NextNumber {
  for (const eighthDigit of openEighthDigits) {
    const iin = serials(birthDate, eighthDigit).find((candidate) => !taken.has(candidate));
    if (iin) return { ok: true, iin };
  }
  return { ok: false, code: 'NUMBERS_USED_UP' };
}
