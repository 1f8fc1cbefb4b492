import type { FilterQuery } from '@mikro-orm/postgresql';
import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { connectionType, filterProblems, PageArguments, readPage } from '../../kit/connections/connection.ts';
import type { Connection } from '../../kit/connections/connection.ts';
import { found, refuseProblems } from '../../kit/errors/fault.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { ASTANA_ZONE } from '../../kit/terms/calendar.ts';
import { CaseStateName } from '../model/enumerations.ts';
import { casesById, showCases } from '../model/loaders.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { lapses } from '../rules/case-lifecycle.ts';
import type { CaseState } from '../rules/case-lifecycle.ts';

const ResidenceCaseConnection = connectionType(ResidenceCase, 'ResidenceCase');

@InputType({ description: 'Which residence cases are asked for; all that is given must hold.' })
export class ResidenceCaseFilter {
  @Field(() => [CaseStateName], { nullable: true, description: 'In one of these states now.' })
  declare states: CaseState[] | null;

  @Field(() => String, { nullable: true, description: 'With this number, such as DNR-2026-000045.' })
  declare number: string | null;

  @Field(() => String, { nullable: true, description: 'With this number of the preliminary approval (B§21).' })
  declare approvalNumber: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Of which something is due before this moment, or overdue.' })
  declare dueBefore: Temporal.Instant | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Of which something is overdue now, or nothing is: what a head of the office looks at.',
  })
  declare overdue: boolean | null;
}

const readers = ['kkq_officer', 'knb_officer', 'psc_officer', 'applicant', 'auditor'] as const;

@Resolver()
export class ResidenceCaseQueries {
  @Query(() => ResidenceCaseConnection, {
    nullable: true,
    description: 'The residence cases that you may see, newest first.',
  })
  @Access({ roles: readers, rows: 'own stage' })
  async residenceCases(
    @Args(() => PageArguments) page: PageArguments,
    @Arg('filter', () => ResidenceCaseFilter, { nullable: true }) filter: ResidenceCaseFilter | null,
    @Ctx() context: Context,
  ): Promise<Connection<ResidenceCase>> {
    refuseProblems(filter ? filterProblems(filter) : []);
    const where = filter ? conditions(filter, context.now()) : {};
    const connection = await readPage(context.read(), ResidenceCase, page, where);
    showCases(
      context,
      'ResidenceCase',
      connection.edges.map(({ node }) => node),
    );
    return connection;
  }

  @Query(() => ResidenceCase, { nullable: true, description: 'One residence case.' })
  @Access({ roles: readers, rows: 'own stage' })
  async residenceCase(@Arg('id', () => ID) id: string, @Ctx() context: Context): Promise<ResidenceCase> {
    return found(await context.load(casesById, id));
  }
}

type Condition = FilterQuery<ResidenceCase>;

function conditions(
  { states, number, approvalNumber, dueBefore, overdue }: ResidenceCaseFilter,
  now: Temporal.Instant,
): Condition {
  const all: Condition[] = [
    ...(states ? [{ $or: states.flatMap((state) => seenIn(state, now)) }] : []),
    ...(number ? [{ number }] : []),
    ...(approvalNumber ? [{ approvalNumber }] : []),
    ...(dueBefore ? [{ dueAt: { $lt: dueBefore } }] : []),
    ...(overdue == null ? [] : [overdue ? late(now) : inTime(now)]),
  ];
  return all.length > 0 ? { $and: all } : {};
}

/** The rule `stateAt`, as the database asks it: recorded in a state and not lapsed since, or lapsed into it since. */
function seenIn(state: CaseState, now: Temporal.Instant): Condition[] {
  const from = Object.entries(lapses).filter(([, lapse]) => lapse.to === state);
  return [
    state in lapses ? { state, lapsesAt: { $gt: now } } : { state },
    ...from.map(([recorded]) => ({ state: recorded as CaseState, lapsesAt: { $lte: now } })),
  ];
}

const lapsing = Object.keys(lapses) as CaseState[];

/**
 * The rule `isOverdue`, as the database asks it: only what ends at midnight is too late at that very moment. What ends by the clock has lapsed then, and
 * waits for nobody.
 */
function late(now: Temporal.Instant): Condition {
  return { state: { $nin: lapsing }, dueAt: endsNow(now) ? { $lte: now } : { $lt: now } };
}

function inTime(now: Temporal.Instant): Condition {
  return {
    $or: [{ state: { $in: lapsing } }, { dueAt: null }, { dueAt: endsNow(now) ? { $gt: now } : { $gte: now } }],
  };
}

/** Whether it is the midnight at which terms of calendar days end. */
function endsNow(now: Temporal.Instant): boolean {
  return now.toZonedDateTimeISO(ASTANA_ZONE).toPlainTime().equals('00:00');
}
