import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import { Access, Masked, Public } from '../../kit/access/declare.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { reopenCase } from '../commands/reopen-case.ts';
import { CaseStateName } from '../model/enumerations.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import type { EarlierDecision } from '../model/residence-case.ts';
import type { CaseState } from '../rules/case-lifecycle.ts';
import { KnbAgreement } from './preliminary-fields.ts';
import { ReopenCaseInput } from './preliminary-inputs.ts';
import { payload, ResidenceCasePayload } from './preliminary-mutations.ts';

/** What was taken back after a complaint. It is reached through a case, whose own declaration says who may. */
@ObjectType('EarlierDecision', {
  description: 'How a case had ended before a complaint had it reopened (A§15-3).',
})
@Public()
export class ShownEarlierDecision {
  @Field(() => CaseStateName, { description: 'How it had ended: refused, annulled or lapsed.' })
  declare state: CaseState;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was decided; of an approval that lapsed, when that was registered.',
  })
  declare decidedAt: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  @Masked('hidden')
  declare refusalReason: string | null;

  @Field(() => DateTime, { description: 'When the case was reopened.' })
  declare reopenedAt: Temporal.Instant;

  @Field(() => KnbAgreement, {
    nullable: true,
    description: 'The answer of the KNB on which a preliminary refusal stood (B§15).',
  })
  @Access({ roles: ['kkq_officer', 'knb_officer'], rows: 'own stage' })
  declare knbAgreement: KnbAgreement | null;
}

@Resolver(() => ResidenceCase)
export class Reopening {
  @Mutation(() => ResidenceCasePayload, {
    nullable: true,
    description:
      'Reopens a case that was refused, annulled or has lapsed, because a complaint was decided so: it goes on where that happened, with terms that begin now, and bars nothing any more (A§15-3). Each complaint reopens once; WRONG_STATE when it does not call for it.',
  })
  @Access({ roles: ['kkq_officer'], rows: 'own stage' })
  reopenCase(
    @Arg('input', () => ReopenCaseInput) input: ReopenCaseInput,
    @Ctx() context: Context,
  ): Promise<ResidenceCasePayload> {
    return payload(context, reopenCase(context, input));
  }

  @FieldResolver(() => [ShownEarlierDecision], {
    description: 'How it had ended before it was reopened, the first time first (A§15-3).',
  })
  earlierDecisions(@Root() { earlierDecisions }: ResidenceCase): ShownEarlierDecision[] {
    return (earlierDecisions ?? []).map(shown);
  }
}

function shown({ state, decidedAt, refusalReason, reopenedAt, knbAgreement }: EarlierDecision): ShownEarlierDecision {
  return {
    state,
    decidedAt: momentOf(decidedAt),
    refusalReason,
    reopenedAt: Temporal.Instant.from(reopenedAt),
    knbAgreement: knbAgreement && {
      sentAt: Temporal.Instant.from(knbAgreement.sentAt),
      answeredAt: momentOf(knbAgreement.answeredAt),
      agreed: knbAgreement.agreed,
      reason: knbAgreement.reason,
    },
  };
}

function momentOf(text: string | null): Temporal.Instant | null {
  return text === null ? null : Temporal.Instant.from(text);
}
