import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Dimension } from '../rules/dimensions.ts';
import {
  DimensionName,
  Statistics,
  StatisticsCounts,
  StatisticsDue,
  StatisticsFilter,
  StatisticsGroup,
  StatisticsQueueAge,
  StatisticsReason,
  StatisticsStep,
} from './statistics-types.ts';

@Resolver(() => Statistics)
export class StatisticsQuery {
  @Query(() => Statistics, {
    nullable: true,
    description:
      'Numbers of the cases that were received in a period. The Manager is told of the IIN service and of complaints about it; partners with the scope statistics:read of all services, without small groups.',
  })
  @Access({ roles: ['manager', 'auditor'], scopes: ['statistics:read'], rows: 'all' })
  statistics(@Arg('filter', () => StatisticsFilter) filter: StatisticsFilter, @Ctx() context: Context): Statistics {
    const { service, from, until } = filter;
    return { filter, service, from, until, asOf: context.now() };
  }

  @FieldResolver(() => StatisticsCounts, { description: 'The numbers of all of them.' })
  counts(@Root() _of: Statistics): StatisticsCounts {
    return {
      received: 0,
      inWork: 0,
      done: 0,
      refused: 0,
      refusedAcceptance: 0,
      endedOtherwise: 0,
      onTime: 0,
      late: 0,
      lateWithIncident: 0,
    };
  }

  @FieldResolver(() => [StatisticsGroup], {
    description:
      'Their numbers by groups, in the order of the keys. Only groups with cases; cases that belong to none, such as those of the MFA among missions, are left out.',
  })
  groups(@Root() _of: Statistics, @Arg('by', () => DimensionName) _by: Dimension): StatisticsGroup[] {
    return [];
  }

  @FieldResolver(() => [StatisticsReason], {
    description:
      'On which grounds those were refused that are refused now (A§13); PETITION and RESIDENCE: at which step.',
  })
  refusalGrounds(@Root() _of: Statistics): StatisticsReason[] {
    return [];
  }

  @FieldResolver(() => [StatisticsReason], {
    description:
      'IIN: which documents were missing from those that were not accepted (A§7). Of a choice, each document that would have done is named.',
  })
  missingDocuments(@Root() _of: Statistics): StatisticsReason[] {
    return [];
  }

  @FieldResolver(() => [StatisticsStep], { description: 'How long each step took, in the order of the way.' })
  steps(@Root() _of: Statistics): StatisticsStep[] {
    return [];
  }

  @FieldResolver(() => [StatisticsQueueAge], { description: 'What is in work now, by its age.' })
  queueAges(@Root() _of: Statistics): StatisticsQueueAge[] {
    return [];
  }

  @FieldResolver(() => [StatisticsDue], {
    description: 'The load ahead: what is due on each day from today on. What is late already is in overdue.',
  })
  dueSoon(
    @Root() _of: Statistics,
    @Arg('days', () => Int, { defaultValue: 10, description: 'How many days, 1 to 60.' }) _days: number,
  ): StatisticsDue[] {
    return [];
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many are in work now though a term of an authority has passed.',
  })
  overdue(@Root() _of: Statistics): number | null {
    return 0;
  }
}
