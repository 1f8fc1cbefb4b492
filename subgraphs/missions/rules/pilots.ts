import type { Problem } from '../../kit/errors/fault.ts';
import { isBackwards, overlap } from '../../kit/terms/periods.ts';
import type { Period } from '../../kit/terms/periods.ts';

/** Everything that speaks against a period in which a pilot takes new applications beside its others, and against the order that sets it. */
export function periodProblems(period: Period, orderReference: string, others: readonly Period[]): Problem[] {
  const backwards = isBackwards(period);
  return [
    ...(backwards ? [{ code: 'PERIOD_BACKWARDS', path: ['until'] }] : []),
    ...(!backwards && others.some((other) => overlap(period, other))
      ? [{ code: 'PERIODS_OVERLAP', path: ['from'] }]
      : []),
    ...(orderReference === '' ? [{ code: 'TEXT_EMPTY', path: ['orderReference'] }] : []),
  ];
}
