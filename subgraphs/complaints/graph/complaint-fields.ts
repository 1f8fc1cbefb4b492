import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { RunningTerm, shownTerms } from '../../kit/graph/running-term.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Complaint } from '../model/complaint.ts';
import { ComplaintStateName, FollowUpActionName, SubjectKindName } from '../model/enumerations.ts';
import { termsOfComplaints } from '../model/loaders.ts';
import type { FollowUpAction } from '../rules/decision.ts';
import { stateAt } from '../rules/lifecycle.ts';
import type { ComplaintState } from '../rules/lifecycle.ts';
import type { SubjectKind } from '../rules/subject.ts';

/** What a complaint is about. It is reached through the complaint, whose own declaration says who may. */
@ObjectType({ description: 'What a complaint is about, as it was when the complaint was filed.' })
@Public()
export class ComplaintSubject {
  @Field(() => SubjectKindName, { description: 'A case, or a service in general.' })
  declare kind: SubjectKind;

  @Field(() => ID, { nullable: true, description: 'The id of the case; none for a service in general.' })
  declare id: string | null;

  @Field(() => String, { nullable: true, description: 'The number of the case, such as IIN-2026-000123.' })
  declare number: string | null;
}

/** What has to follow. It is reached through the complaint, whose own declaration says who may. */
@ObjectType({ description: 'What has to follow in the case, because the complaint was satisfied.' })
@Public()
export class ComplaintFollowUp {
  @Field(() => FollowUpActionName, { description: 'What has to be done.' })
  declare action: FollowUpAction;

  @Field(() => DateTime, { nullable: true, description: 'When it was done; none while it is to be done.' })
  declare doneAt: Temporal.Instant | null;
}

@Resolver(() => Complaint)
export class ComplaintFields {
  @FieldResolver(() => ComplaintStateName, {
    description: 'Its state now: what is forwarded by the clock is forwarded, whether that is recorded yet or not.',
  })
  state(@Root() complaint: Complaint, @Ctx() context: Context): ComplaintState {
    return stateAt(complaint, context.now());
  }

  @FieldResolver(() => ComplaintSubject, { description: 'What it is about.' })
  about(@Root() { subjectKind: kind, subjectId: id, subjectNumber: number }: Complaint): ComplaintSubject {
    return { kind, id: id ?? null, number: number ?? null };
  }

  @FieldResolver(() => [RunningTerm], { description: 'Its clocks: those that run, and those that ended.' })
  async terms(@Root() { id }: Complaint, @Ctx() context: Context): Promise<RunningTerm[]> {
    return shownTerms((await context.load(termsOfComplaints, id)) ?? [], context.now());
  }

  @FieldResolver(() => ComplaintFollowUp, {
    nullable: true,
    description: 'What has to follow in the case, and when it did; none when nothing has.',
  })
  followUp(@Root() { followUp, followUpDoneAt }: Complaint): ComplaintFollowUp | null {
    return followUp ? { action: followUp, doneAt: followUpDoneAt ?? null } : null;
  }
}
