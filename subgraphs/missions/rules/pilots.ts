import type { Problem } from '../../kit/errors/fault.ts';

/** A time in which a pilot takes new applications; both days belong to it, and without a last day it is open-ended. */
export interface Period {
  from: Temporal.PlainDate;
  until: Temporal.PlainDate | null;
}

/** Everything that speaks against a period of a pilot beside its others, and against the order that sets it. */
export function periodProblems(period: Period, orderReference: string, others: readonly Period[]): Problem[] {
  const backwards = period.until !== null && Temporal.PlainDate.compare(period.until, period.from) < 0;
  return [
    ...(backwards ? [{ code: 'PERIOD_BACKWARDS', path: ['until'] }] : []),
    ...(!backwards && others.some((other) => overlap(period, other))
      ? [{ code: 'PERIODS_OVERLAP', path: ['from'] }]
      : []),
    ...(orderReference === '' ? [{ code: 'TEXT_EMPTY', path: ['orderReference'] }] : []),
  ];
}

function overlap(one: Period, other: Period): boolean {
  return !endsBefore(one, other.from) && !endsBefore(other, one.from);
}

function endsBefore({ until }: Period, day: Temporal.PlainDate): boolean {
  return until !== null && Temporal.PlainDate.compare(until, day) < 0;
}
