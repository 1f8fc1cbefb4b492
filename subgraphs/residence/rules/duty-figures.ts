import type { Problem } from '../../kit/errors/fault.ts';
import { isBackwards, overlap } from '../../kit/terms/periods.ts';
import type { Period } from '../../kit/terms/periods.ts';

/** A figure of the state duty in a period, and where that is known from. */
export interface WantedFigure extends Period {
  from: Temporal.PlainDate;
  /** Of a tenge, or of an index. */
  hundredths: number;
  source: string;
}

/** Everything that speaks against a figure as it is to be, beside the other periods for which the same figure is known. */
export function figureProblems(wanted: WantedFigure, others: readonly Period[]): Problem[] {
  const backwards = isBackwards(wanted);
  return [
    ...(wanted.hundredths > 0 ? [] : [{ code: 'FIGURE_NOT_POSITIVE', path: ['hundredths'] }]),
    ...(backwards ? [{ code: 'PERIOD_BACKWARDS', path: ['until'] }] : []),
    ...(!backwards && others.some((other) => overlap(wanted, other))
      ? [{ code: 'FIGURE_PERIODS_OVERLAP', path: ['from'] }]
      : []),
    ...(wanted.source === '' ? [{ code: 'TEXT_EMPTY', path: ['source'] }] : []),
  ];
}
