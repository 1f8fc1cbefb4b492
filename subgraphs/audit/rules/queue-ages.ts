/** The ages of what is in work, in calendar days since the day of receipt; the last one is open-ended. */
export const queueAges = [
  { fromDays: 0, toDays: 0 },
  { fromDays: 1, toDays: 1 },
  { fromDays: 2, toDays: 2 },
  { fromDays: 3, toDays: 5 },
  { fromDays: 6, toDays: 10 },
  { fromDays: 11, toDays: 20 },
  { fromDays: 21, toDays: 45 },
  { fromDays: 46, toDays: null },
] as const;

/** How many are of each age on a day. */
export function countByAge(
  waiting: readonly { receivedOn: string; count: number }[],
  today: Temporal.PlainDate,
): number[] {
  const aged = waiting.map(({ receivedOn, count }) => ({
    days: Temporal.PlainDate.from(receivedOn).until(today, { largestUnit: 'days' }).days,
    count,
  }));
  return queueAges.map(({ fromDays, toDays }) =>
    aged
      .filter(({ days }) => days >= fromDays && (toDays === null || days <= toDays))
      .reduce((sum, { count }) => sum + count, 0),
  );
}
