import type { Problem } from '../../kit/errors/fault.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { isWithin } from '../../kit/terms/periods.ts';

/** What the state duty is paid for: the permission to reside (B§10), and the residence permit (B§26). */
export const dutyKinds = ['PERMISSION', 'PERMIT'] as const;

/** What a state duty is paid for. */
export type DutyKind = (typeof dutyKinds)[number];

/** What a duty is reckoned from: the monthly calculation index, and how many of it each duty is. */
export const dutyFigures = ['CALCULATION_INDEX', 'PERMISSION_MULTIPLE', 'PERMIT_MULTIPLE'] as const;

/** One of the figures that a duty is reckoned from. */
export type DutyFigureName = (typeof dutyFigures)[number];

/** A figure as it holds from a day until a day, both included; null: still. */
export interface DatedFigure {
  figure: DutyFigureName;
  validFrom: Temporal.PlainDate;
  validUntil: Temporal.PlainDate | null;
  /** In hundredths: of a tenge, or of an index. */
  hundredths: number;
  /** Where it is from. */
  source: string;
}

/** What a duty is on a day, and what it was reckoned from. */
export interface StateDuty {
  kind: DutyKind;
  /** The day of payment, whose index counts. */
  on: Temporal.PlainDate;
  /** In tiyn, hundredths of a tenge. */
  amount: number;
  index: DatedFigure;
  multiple: DatedFigure;
}

/** The state duty that is paid on a day; nothing where a figure isn't known on it: never a guess. */
export function stateDuty(
  kind: DutyKind,
  on: Temporal.PlainDate,
  figures: readonly DatedFigure[],
): StateDuty | undefined {
  const index = figureOn('CALCULATION_INDEX', on, figures);
  const multiple = figureOn(`${kind}_MULTIPLE`, on, figures);
  if (!index || !multiple) return undefined;
  return { kind, on, amount: Math.ceil((index.hundredths * multiple.hundredths) / 100), index, multiple };
}

function figureOn(
  name: DutyFigureName,
  on: Temporal.PlainDate,
  figures: readonly DatedFigure[],
): DatedFigure | undefined {
  return figures
    .filter(
      ({ figure, validFrom, validUntil }) => figure === name && isWithin({ from: validFrom, until: validUntil }, on),
    )
    .toSorted((one, other) => Temporal.PlainDate.compare(other.validFrom, one.validFrom))[0];
}

/** What the rules ask of a payment that proves the duty. */
export interface ProvingPayment {
  payerIin: string;
  purpose: DutyKind;
  /** In tiyn. */
  amount: number;
  paidAt: Temporal.Instant;
  /** The case that it proved the duty of before. */
  caseId: string | null;
}

/**
 * What is wrong with the proof of a duty (B§10, B§26). Who names a payment that isn't recorded, and who names somebody else's, are told the same: nobody
 * learns of others' payments.
 */
export function dutyPaymentProblems(
  payment: ProvingPayment | undefined,
  { kind, iin, reference }: { kind: DutyKind; iin: string; reference: string },
  figures: readonly DatedFigure[],
): Problem[] {
  const problem = (code: string, params?: Record<string, string>) => [
    { code, path: ['dutyPaymentReference'], reference, ...(params && { params }) },
  ];
  if (payment?.payerIin !== iin) return problem('DUTY_PAYMENT_UNKNOWN');
  const { purpose, paidAt, amount, caseId } = payment;
  const duty = stateDuty(kind, almatyDate(paidAt), figures);
  return [
    ...(purpose === kind ? [] : problem('DUTY_OTHER_PURPOSE')),
    ...(caseId === null ? [] : problem('DUTY_PAYMENT_USED')),
    ...(duty ? [] : problem('DUTY_UNKNOWN')),
    ...(duty && amount < duty.amount
      ? problem('DUTY_TOO_LITTLE', { due: tenge(duty.amount), paid: tenge(amount) })
      : []),
  ];
}

/** Tiyn as people write tenge: 786.40. */
export function tenge(tiyn: number): string {
  return (tiyn / 100).toFixed(2);
}
