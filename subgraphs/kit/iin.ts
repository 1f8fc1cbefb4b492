/**
 * Whether a valid number and a date of birth can be of one person: the six digits, and with 1–6 in place 7 the
 * century too. The date comes from the document; it is never derived from the number.
 */
export function agreesWithBirthDate(iin: string, birthDate: Temporal.PlainDate): boolean {
  return birthDatesOf(iin).some((date) => date.equals(birthDate));
}

/** The dates of birth that a number of twelve digits leaves open: one at the most when place 7 is 1–6, one of each century for any other digit. */
export function birthDatesOf(iin: string): Temporal.PlainDate[] {
  return centuries(iin).flatMap((century) => dateOf(century, iin) ?? []);
}

/** The centuries, by their first year, that place 7 leaves open. */
function centuries(iin: string): number[] {
  const seventh = Number(iin[6]);
  return seventh >= 1 && seventh <= 6 ? [1800 + 100 * Math.floor((seventh - 1) / 2)] : [1800, 1900, 2000];
}

function dateOf(century: number, iin: string): Temporal.PlainDate | undefined {
  const [year, month, day] = [century + Number(iin.slice(0, 2)), Number(iin.slice(2, 4)), Number(iin.slice(4, 6))];
  if (month < 1 || month > 12 || day < 1) return undefined;
  const date = Temporal.PlainDate.from({ year, month, day });
  return date.day === day ? date : undefined;
}
