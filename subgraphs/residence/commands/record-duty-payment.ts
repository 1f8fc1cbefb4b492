import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { Fault, refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { DutyPayment } from '../model/duty.ts';
import type { DutyKind } from '../rules/duty.ts';

/** A payment as the gateway tells of it. */
export interface RecordDutyPayment extends CommandInput {
  reference: string;
  payerIin: string;
  purpose: DutyKind;
  /** In tiyn. */
  amount: number;
  paidAt: Temporal.Instant;
}

/**
 * Records a state duty that was paid (B§10, B§26). A reference stands for one payment: told again, it is the same outcome.
 *
 * @throws Fault CONFLICT when the reference stands for another payment.
 */
export function recordDutyPayment(context: Context, input: RecordDutyPayment): Promise<Outcome> {
  return runCommand(context, 'residence', 'recordDutyPayment', input, async (session, given) => {
    const { em, viewer, now } = session;
    refuseProblems(paymentProblems(given, now));
    const { reference, payerIin, purpose, amount } = given;
    // As precise as the database keeps it.
    const paidAt = given.paidAt.round('microsecond');
    await em.execute(
      `insert into residence.duty_payment (id, reference, payer_iin, purpose, amount, paid_at, recorded_at, recorded_by)
       values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (reference) do nothing`,
      [newId(), reference, payerIin, purpose, amount, paidAt.toString(), now.toString(), viewer.accountId],
    );
    const recorded = await em.findOne(DutyPayment, { reference, payerIin, purpose, amount, paidAt });
    if (!recorded) throw new Fault('CONFLICT', { message: 'PAYMENT_RECORDED_OTHERWISE' });
    return { kind: 'DutyPayment', id: recorded.id };
  });
}

function paymentProblems({ reference, amount, paidAt }: RecordDutyPayment, now: Temporal.Instant): Problem[] {
  return [
    ...(reference === '' ? [{ code: 'TEXT_EMPTY', path: ['reference'] }] : []),
    ...(amount > 0 ? [] : [{ code: 'PAYMENT_EMPTY', path: ['amount'] }]),
    ...(Temporal.Instant.compare(paidAt, now) > 0 ? [{ code: 'PAYMENT_IN_FUTURE', path: ['paidAt'] }] : []),
  ];
}
