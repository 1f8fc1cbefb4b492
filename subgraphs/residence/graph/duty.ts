import { Arg, Ctx, Field, Float, InputType, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Access, Masked, Public } from '../../kit/access/declare.ts';
import { refuseProblem } from '../../kit/errors/fault.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { DateTime, Iin, PlainDate, Tenge } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { recordDutyPayment } from '../commands/record-duty-payment.ts';
import { dutyFiguresOf, DutyKindName, DutyPayment } from '../model/duty.ts';
import { stateDuty } from '../rules/duty.ts';
import type { DutyKind } from '../rules/duty.ts';

/** What a duty is. */
@ObjectType({ description: 'A state duty as it is when it is paid on a day.' })
@Public()
export class StateDuty {
  @Field(() => DutyKindName, { description: 'What it is paid for.' })
  declare kind: DutyKind;

  @Field(() => PlainDate, { description: 'The day of payment, Astana date, whose index counts.' })
  declare on: Temporal.PlainDate;

  @Field(() => Tenge, { description: 'What has to be paid.' })
  declare amount: number;

  @Field(() => Tenge, { description: 'The monthly calculation index of that day.' })
  declare index: number;

  @Field(() => Float, { description: 'How many indices it is.' })
  declare multiple: number;

  @Field(() => [String], { description: 'Where both figures are from.' })
  declare sources: string[];
}

/** A payment as the gateway told of it. */
@ObjectType({ description: 'A payment of a state duty, as it was told of. Nothing of any case.' })
@Public()
export class RecordedDutyPayment {
  @Field(() => String, { description: 'By which the payment gateway knows it.' })
  @Masked('number')
  declare reference: string;

  @Field(() => DutyKindName, { description: 'What it was paid for.' })
  declare purpose: DutyKind;

  @Field(() => Tenge, { description: 'What was paid.' })
  declare amount: number;

  @Field(() => DateTime, { description: 'When it was paid.' })
  declare paidAt: Temporal.Instant;

  @Field(() => DateTime, { description: 'When it was recorded here.' })
  declare recordedAt: Temporal.Instant;
}

@InputType({ description: 'A state duty that was paid.' })
export class RecordDutyPaymentInput extends CommandInputFields {
  @Field(() => String, { description: 'By which the payment gateway knows it. The same again is the same payment.' })
  declare reference: string;

  @Field(() => Iin, { description: 'The number of the payer.' })
  declare payerIin: string;

  @Field(() => DutyKindName, { description: 'What it was paid for.' })
  declare purpose: DutyKind;

  @Field(() => Tenge, { description: 'What was paid.' })
  declare amount: number;

  @Field(() => DateTime, { description: 'When it was paid.' })
  declare paidAt: Temporal.Instant;
}

/** What was recorded. */
@ObjectType({ description: 'The payment as it was recorded.' })
@Public()
export class RecordDutyPaymentPayload {
  @Field(() => RecordedDutyPayment, { description: 'The payment.' })
  declare payment: RecordedDutyPayment;
}

@Resolver()
export class StateDuties {
  @Query(() => StateDuty, {
    nullable: true,
    description: 'What a state duty is when it is paid on a day (B§10, B§26): the index of the day of payment counts.',
  })
  @Public()
  async stateDuty(
    @Arg('kind', () => DutyKindName) kind: DutyKind,
    @Arg('on', () => PlainDate) on: Temporal.PlainDate,
    @Ctx() context: Context,
  ): Promise<StateDuty> {
    const duty = stateDuty(kind, on, await dutyFiguresOf(context.read()));
    if (!duty) refuseProblem('DUTY_UNKNOWN', ['on'], 'B§10');
    const { amount, index, multiple } = duty;
    const sources = [index.source, multiple.source];
    return { kind, on, amount, index: index.hundredths, multiple: multiple.hundredths / 100, sources };
  }

  @Mutation(() => RecordDutyPaymentPayload, {
    nullable: true,
    description:
      'Records a state duty that was paid (B§10, B§26). A reference with other data than before is CONFLICT.',
  })
  @Access({ scopes: ['payment:write'], rows: 'own data' })
  async recordDutyPayment(
    @Arg('input', () => RecordDutyPaymentInput) input: RecordDutyPaymentInput,
    @Ctx() context: Context,
  ): Promise<RecordDutyPaymentPayload> {
    const { id } = await recordDutyPayment(context, input);
    const reads = context.read();
    return { payment: await reads.findOneOrFail(DutyPayment, { id }) };
  }
}
