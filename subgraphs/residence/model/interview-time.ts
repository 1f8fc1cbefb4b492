import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { Masked, Public } from '../../kit/access/declare.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { auditedWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { withCasePolicy } from './visibility.ts';
import type { Reads } from '../../kit/reading/reads.ts';

export const InterviewTimeTable = defineEntity({
  name: 'InterviewTime',
  tableName: 'interview_time',
  schema: 'residence',
  properties: {
    id: p.uuid().primary(),
    /** The petition. */
    caseId: p.uuid(),
    /** Who offers the time, and will hold the interview. */
    interviewerId: p.uuid(),
    startsAt: instant(),
    offeredAt: instant(),
    videoLink: p.text().nullable(),
    chosenAt: instant().nullable(),
    /** When it ceased to be on offer, or agreed upon: another one was chosen, the interview was missed, the petition withdrawn. */
    releasedAt: instant().nullable(),
  },
  indexes: [{ properties: ['caseId', 'startsAt'] }],
  // Two people never get the same time of one interviewer.
  uniques: [
    {
      properties: ['interviewerId', 'startsAt'],
      name: 'interview_time_chosen_unique',
      where: 'chosen_at is not null and released_at is null',
    },
  ],
  policies: [auditedWhen(withCasePolicy())],
  rowLevelSecurity: 'force',
});

/** A time that is offered for an interview. It is reached through a petition, whose own declaration says who may. */
@ObjectType({ description: 'A time that is offered for a video interview (B§6).' })
@Public()
export class InterviewTime extends InterviewTimeTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => DateTime, { description: 'When the interview begins.' })
  declare startsAt: Temporal.Instant;

  @Field(() => String, { nullable: true, description: 'Where the video interview is held: an address to open then.' })
  @Masked('hidden')
  declare videoLink: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was chosen.' })
  declare chosenAt: Temporal.Instant | null;
}
InterviewTimeTable.setClass(InterviewTime);

/** Of which of these petitions the agreed time of the interview has come. */
export async function interviewHasBegun(
  reads: Reads,
  petitionIds: readonly string[],
  now: Temporal.Instant,
): Promise<Set<string>> {
  const begun = await reads.find(InterviewTime, {
    caseId: { $in: [...petitionIds] },
    chosenAt: { $ne: null },
    releasedAt: null,
    startsAt: { $lte: now },
  });
  return new Set(begun.map(({ caseId }) => caseId));
}

/** Which of these times their interviewer has agreed upon with somebody else, whom the viewer doesn't see. */
export async function takenTimes(reads: Reads, times: readonly InterviewTime[]): Promise<Set<string>> {
  if (times.length === 0) return new Set();
  const asked = `{${times.map(({ id }) => id).join(',')}}`;
  const taken = await reads.execute<{ id: string }[]>('select id from residence.taken_times(?::uuid[])', [asked]);
  return new Set(taken.map(({ id }) => id));
}
