import { raw } from '@mikro-orm/core';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { connectionType, filterProblems, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found, refuseProblems } from '../../kit/errors/fault.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Complaint, readersOfComplaints } from '../model/complaint.ts';
import { ComplaintStateName } from '../model/enumerations.ts';
import { complaintsById, showComplaints } from '../model/loaders.ts';
import { unforwardedStates } from '../rules/lifecycle.ts';
import type { ComplaintState } from '../rules/lifecycle.ts';

const ComplaintConnection = connectionType(Complaint, 'Complaint');

@InputType({ description: 'Which complaints are asked for; all that is given must hold.' })
export class ComplaintFilter {
  @Field(() => [ComplaintStateName], { nullable: true, description: 'In one of these states now.' })
  declare states: ComplaintState[] | null;

  @Field(() => String, { nullable: true, description: 'With this number, such as CMP-2026-000007.' })
  declare number: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Of which something is due before this moment, or overdue.' })
  declare dueBefore: Temporal.Instant | null;

  @Field(() => Boolean, { nullable: true, description: 'Of which something is overdue now, or nothing is.' })
  declare overdue: boolean | null;
}

@Resolver()
export class ComplaintQueries {
  @Query(() => ComplaintConnection, {
    nullable: true,
    description: 'The complaints that you may see, newest first.',
  })
  @Access({ roles: readersOfComplaints, rows: 'own stage' })
  async complaints(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ComplaintFilter, { nullable: true }) filter: ComplaintFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<Complaint>> {
    refuseProblems(filter ? filterProblems(filter) : []);
    const where = filter ? conditions(filter, context.now()) : {};
    const connection = await readPage(context.read(), Complaint, page, where);
    showComplaints(
      context,
      connection.edges.map(({ node }) => node),
    );
    return connection;
  }

  @Query(() => Complaint, { nullable: true, description: 'One complaint.' })
  @Access({ roles: readersOfComplaints, rows: 'own stage' })
  async complaint(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<Complaint> {
    return found(await context.load(complaintsById, id));
  }
}

type Condition = FilterQuery<Complaint>;

function conditions({ states, number, dueBefore, overdue }: ComplaintFilter, now: Temporal.Instant): Condition {
  const all: Condition[] = [
    ...(states ? [{ $or: states.flatMap((state) => seenIn(state, now)) }] : []),
    ...(number ? [{ number }] : []),
    ...(dueBefore ? [somethingDueBefore(dueBefore, now)] : []),
    ...(overdue == null ? [] : [overdue ? somethingDueBefore(now, now) : { $not: somethingDueBefore(now, now) }]),
  ];
  return all.length > 0 ? { $and: all } : {};
}

/** The rule `stateAt`, as the database asks it: recorded in a state and not forwarded by the clock since, or forwarded by it. */
function seenIn(state: ComplaintState, now: Temporal.Instant): Condition[] {
  const isUnforwarded = (unforwardedStates as readonly ComplaintState[]).includes(state);
  return [
    isUnforwarded ? { state, forwardsAt: { $gte: now } } : { state },
    ...(state === 'FORWARDED' ? [{ state: { $in: [...unforwardedStates] }, forwardsAt: { $lt: now } }] : []),
  ];
}

/** The rule `termsAt`, as the database asks it: of the terms that run, without the three days that the clock has ended. */
function somethingDueBefore(moment: Temporal.Instant, now: Temporal.Instant): Condition {
  const runs = (alias: string) => `exists (
    select from complaints.case_term term where term.case_id = ${alias}.id and term.ended_at is null and term.due_at < ?
       and (term.kind <> 'COMPLAINT_FORWARDING' or term.due_at >= ?))`;
  return { [raw(runs, [moment.toString(), now.toString()])]: [], dueAt: { $lt: moment } };
}
