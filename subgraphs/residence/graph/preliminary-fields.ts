import { Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import { DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { checksOfShownCases, paymentsOfCases, submissionsOfCases } from '../model/loaders.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { SecurityCheck } from '../model/security-check.ts';
import { Submission } from '../model/submission.ts';
import { barredUntil } from '../rules/bar.ts';
import { RecordedDutyPayment } from './duty.ts';

/** Between the migration service and the KNB. It is reached through a case, whose own field says who may. */
@ObjectType({ description: 'The agreement of the KNB (B§14, B§15).' })
@Public()
export class KnbAgreement {
  @Field(() => DateTime, { description: 'When the case was sent to the KNB.' })
  declare sentAt: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it answered; silence is not consent.' })
  declare answeredAt: Temporal.Instant | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it agreed.' })
  declare agreed: boolean | null;

  @Field(() => String, { nullable: true, description: 'Why it objected.' })
  declare reason: string | null;
}

/** What a case has from its preliminary stage. */
@Resolver(() => ResidenceCase)
export class PreliminaryFields {
  @FieldResolver(() => PlainDate, {
    nullable: true,
    description:
      'The last day on which no new application is possible, by the clock (B§19, B§24); none when it bars none.',
  })
  barredUntil(@Root() residenceCase: ResidenceCase, @Ctx() context: Context): Temporal.PlainDate | null {
    return barredUntil(residenceCase, context.now());
  }

  @FieldResolver(() => [Submission], {
    nullable: true,
    description: 'Each e-application as it arrived, with its return; the first one first (B§11, B§12).',
  })
  @Access({ roles: ['applicant', 'kkq_officer', 'auditor'], rows: 'own stage' })
  async submissions(@Root() { id }: ResidenceCase, @Ctx() context: Context): Promise<Submission[]> {
    return (await context.load(submissionsOfCases, id)) ?? [];
  }

  @FieldResolver(() => [SecurityCheck], {
    nullable: true,
    description: 'The special and criminal checks, in the order in which they were recorded (B§13, B§22).',
  })
  @Access({ roles: ['kkq_officer'], rows: 'own stage' })
  async checks(@Root() { id }: ResidenceCase, @Ctx() context: Context): Promise<SecurityCheck[]> {
    return (await context.load(checksOfShownCases, id)) ?? [];
  }

  @FieldResolver(() => RecordedDutyPayment, {
    nullable: true,
    description: 'What proves that the state duty was paid (B§10, B§20).',
  })
  @Access({ roles: ['applicant', 'kkq_officer', 'psc_officer', 'auditor'], rows: 'own stage' })
  async dutyPayment(@Root() { id }: ResidenceCase, @Ctx() context: Context): Promise<RecordedDutyPayment | null> {
    return (await context.load(paymentsOfCases, id)) ?? null;
  }

  @FieldResolver(() => KnbAgreement, {
    nullable: true,
    description: 'The agreement of the KNB, once it was asked (B§14, B§15).',
  })
  @Access({ roles: ['kkq_officer', 'knb_officer'], rows: 'own stage' })
  knbAgreement(@Root() { sentToKnbAt, knbAnsweredAt, knbAgreed, knbReason }: ResidenceCase): KnbAgreement | null {
    if (!sentToKnbAt) return null;
    return {
      sentAt: sentToKnbAt,
      answeredAt: knbAnsweredAt ?? null,
      agreed: knbAgreed ?? null,
      reason: knbReason ?? null,
    };
  }
}
