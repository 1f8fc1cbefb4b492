/** How many minutes pass after each attempt that failed; after later ones as many as after the last of these (policy). */
const minutesBetween = [1, 5, 15, 60] as const;

/** How often a delivery is tried: for three days (policy). */
const attemptsAtMost = 75;

/**
 * When a delivery is tried again.
 *
 * @param attempts how often it was tried.
 * @returns nothing when that was the last time.
 */
export function nextAttempt(attempts: number, now: Temporal.Instant): Temporal.Instant | null {
  if (attempts >= attemptsAtMost) return null;
  return now.add({ minutes: minutesBetween[attempts - 1] ?? minutesBetween.at(-1)! });
}
