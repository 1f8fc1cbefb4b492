/**
 * Age in full years on a day (A§4: under 16, 65 or older; Astana date of the application).
 *
 * Who is born on 29 February becomes a year older on 1 March of a common year: that is what Temporal counts, and it
 * agrees with the terms, where a year from 29 February is complete only when 28 February has passed.
 * A birth date must not lie after the day.
 */
export function ageOn(birthDate: Temporal.PlainDate, onDate: Temporal.PlainDate): number {
  return birthDate.until(onDate, { largestUnit: 'years' }).years;
}

/**
 * Whether a document is valid for more than so many calendar days on a day: expiry − day > days.
 * A passport needs more than 180 on the day of application (B§4(1), B§10(1), B§20(1)).
 */
export function validMoreThanDays(expiry: Temporal.PlainDate, onDate: Temporal.PlainDate, days: number): boolean {
  return onDate.until(expiry).days > days;
}

/**
 * Whether a period lasts at least so many calendar days: end − start ≥ days.
 * A housing contract needs at least 180 (B§20(4)).
 */
export function lastsAtLeastDays(start: Temporal.PlainDate, end: Temporal.PlainDate, days: number): boolean {
  return start.until(end).days >= days;
}
