import { Arg, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { Access, BelongsTo, Masked, Public } from '../../kit/access/declare.ts';
import { found } from '../../kit/errors/fault.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { readersOfComplaints } from '../model/complaint.ts';
import { DecidingBodyName, DecisionOutcomeName, FollowUpActionName, SubjectKindName } from '../model/enumerations.ts';
import { complaintDocumentsById } from '../model/loaders.ts';
import type { DecidingBody, DecisionOutcome, FollowUpAction } from '../rules/decision.ts';
import type { SubjectKind } from '../rules/subject.ts';
import { Account } from './references.ts';

// What complaints are made of. It is reached through one, whose own declaration says who may.

/** What a complaint is about. */
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

/** A decision on a complaint. */
@ObjectType({ description: 'A decision on a complaint: of the provider (A§16), or of the reviewing body (A§17).' })
@Public()
export class ComplaintDecision {
  @Field(() => DecidingBodyName, { description: 'Who decided.' })
  declare body: DecidingBody;

  @Field(() => DecisionOutcomeName, { description: 'What it comes to.' })
  declare outcome: DecisionOutcome;

  @Field(() => String, { description: 'The reasons.' })
  @Masked('hidden')
  declare reasons: string;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the case is to be reopened; none where no case can be.',
  })
  declare reopen: boolean | null;

  @Field(() => String, { description: 'What the decision states about going to court (A§18), in your language.' })
  declare courtStatement: string;

  @Field(() => DateTime, { description: 'When it was decided.' })
  declare decidedAt: Temporal.Instant;

  @Field(() => Account, { nullable: true, description: 'The official who decided.' })
  declare decidedBy: Account | null;
}

/** What has to follow. */
@ObjectType({ description: 'What has to follow in the case, because the complaint was satisfied.' })
@Public()
export class ComplaintFollowUp {
  @Field(() => FollowUpActionName, { description: 'What has to be done.' })
  declare action: FollowUpAction;

  @Field(() => DateTime, { nullable: true, description: 'When it was done; none while it is to be done.' })
  declare doneAt: Temporal.Instant | null;
}

/** A document of a complaint. It is reached through one, or by a query of its own; both say who may. */
@ObjectType({
  description:
    'A document that was attached to a complaint, or of the case file that was sent along. Its bytes are at /documents/ and its id.',
})
@Public()
@BelongsTo<{ subjects?: readonly string[] }>(({ subjects }) => subjects)
export class ComplaintDocument {
  @Field(() => ID, { description: 'The id of its bytes.' })
  declare id: string;

  @Field(() => String, { description: 'What it is: COMPLAINT_ATTACHMENT, or what it is in the case.' })
  declare kind: string;

  @Field(() => String, { description: 'application/pdf, image/jpeg or image/png.' })
  declare mediaType: string;

  @Field(() => Int, { description: 'The size of its bytes.' })
  declare size: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, hexadecimal.' })
  @Masked('number')
  declare sha256: string;
}

@Resolver(() => ComplaintDocument)
export class ComplaintDocumentQuery {
  @Query(() => ComplaintDocument, {
    nullable: true,
    description:
      'One document of a complaint; for the reviewing body also one of the case file that was sent along. Its bytes are at /documents/ and its id.',
  })
  @Access({ roles: readersOfComplaints, rows: 'own stage' })
  async complaintDocument(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<ComplaintDocument> {
    return found(await context.load(complaintDocumentsById, id));
  }
}
