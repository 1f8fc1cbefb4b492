import type { Count, Counts } from './query.ts';

/** The part of those decided that was decided on time; none where nothing was, or where it isn't told. */
export function shareOnTime({ onTime, late }: Pick<Counts, 'onTime' | 'late'>): number | undefined {
  const decided = decidedOf({ onTime, late });
  return onTime !== null && decided ? onTime / decided : undefined;
}

/** How many were decided, on time or late. */
export function decidedOf({ onTime, late }: Pick<Counts, 'onTime' | 'late'>): Count {
  return onTime === null || late === null ? null : onTime + late;
}
