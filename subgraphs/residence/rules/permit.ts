import type { Problem } from '../../kit/errors/fault.ts';
import { stateDuty, tenge } from './duty.ts';
import type { DatedFigure } from './duty.ts';

/** What is brought for the residence permit (B§26). */
export interface PermitPapers {
  passport: { expiresOn: Temporal.PlainDate };
  /** Whether the notice of permission was shown. */
  noticeShown: boolean;
  /** The receipt of the state duty for the permit, in tiyn. */
  receipt: { amount: number; paidOn: Temporal.PlainDate };
}

/**
 * What is wrong with the papers for the residence permit on a day, Astana date: a valid foreign passport, the notice, the receipt of the whole duty as it
 * was on the day of payment (B§26).
 */
export function permitProblems(
  { passport, noticeShown, receipt }: PermitPapers,
  today: Temporal.PlainDate,
  figures: readonly DatedFigure[],
): Problem[] {
  const problem = (code: string, ...path: string[]): Problem => ({ code, path, reference: 'B§26' });
  const duty = stateDuty('PERMIT', receipt.paidOn, figures);
  return [
    ...(Temporal.PlainDate.compare(passport.expiresOn, today) < 0
      ? [problem('PASSPORT_EXPIRED', 'passport', 'expiresOn')]
      : []),
    ...(noticeShown ? [] : [problem('NOTICE_NOT_SHOWN', 'noticeShown')]),
    ...(duty ? [] : [problem('DUTY_UNKNOWN', 'receipt', 'paidOn')]),
    ...(duty && receipt.amount < duty.amount
      ? [
          {
            ...problem('DUTY_TOO_LITTLE', 'receipt', 'amount'),
            params: { due: tenge(duty.amount), paid: tenge(receipt.amount) },
          },
        ]
      : []),
    ...(Temporal.PlainDate.compare(receipt.paidOn, today) > 0 ? [problem('DAY_IN_FUTURE', 'receipt', 'paidOn')] : []),
  ];
}
