import type { Problem } from '../../kit/errors/fault.ts';

/** What is brought for the residence permit (B§26). */
export interface PermitPapers {
  passport: { expiresOn: Temporal.PlainDate };
  /** Whether the notice of permission was shown. */
  noticeShown: boolean;
  /** The receipt of the state duty for the permit, in tenge. */
  receipt: { amount: number; paidOn: Temporal.PlainDate };
}

/** What is wrong with the papers for the residence permit on a day, Astana date: a valid foreign passport, the notice, the receipt (B§26). */
export function permitProblems({ passport, noticeShown, receipt }: PermitPapers, today: Temporal.PlainDate): Problem[] {
  const problem = (code: string, ...path: string[]): Problem => ({ code, path, reference: 'B§26' });
  return [
    ...(Temporal.PlainDate.compare(passport.expiresOn, today) < 0
      ? [problem('PASSPORT_EXPIRED', 'passport', 'expiresOn')]
      : []),
    ...(noticeShown ? [] : [problem('NOTICE_NOT_SHOWN', 'noticeShown')]),
    ...(receipt.amount > 0 ? [] : [problem('AMOUNT_NOT_POSITIVE', 'receipt', 'amount')]),
    ...(Temporal.PlainDate.compare(receipt.paidOn, today) > 0 ? [problem('DAY_IN_FUTURE', 'receipt', 'paidOn')] : []),
  ];
}
