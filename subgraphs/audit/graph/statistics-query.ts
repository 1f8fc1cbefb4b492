import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { Fault, refuseProblem, refuseProblems } from '../../kit/errors/fault.ts';
import type { Message } from '../../kit/errors/languages.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { countAll, countCodes, countDue, countGroups, countSteps, countWaiting } from '../model/statistics.ts';
import type { CountedGroup } from '../model/statistics.ts';
import type { ToldCounts } from '../rules/counts.ts';
import type { Dimension } from '../rules/dimensions.ts';
import { countByAge, queueAges } from '../rules/queue-ages.ts';
import { mostDaysAhead, periodProblems } from '../rules/statistics-problems.ts';
import {
  categoryWords,
  cityWords,
  documentWords,
  groundWords,
  monthWords,
  stepWords,
  weekWords,
  wordsOf,
} from '../rules/statistics-words.ts';
import { leastTold, toldCounts, toldGroups, toldParts } from '../rules/suppression.ts';
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
      'Numbers of the cases that were received in a period. The Manager is told of the IIN service and of complaints about it; partners with the scope statistics:read of all services, without small groups, one period and one kind of groups in an operation.',
  })
  @Access({ roles: ['manager', 'auditor'], scopes: ['statistics:read'], rows: 'all' })
  statistics(@Arg('filter', () => StatisticsFilter) filter: StatisticsFilter, @Ctx() context: Context): Statistics {
    const { service, from, until } = filter;
    refuseProblems(periodProblems(from, until));
    if (isPartner(context)) onceIn(context, 'period', ['filter']);
    return { filter: { ...filter, ...placeOf(filter, context) }, service, from, until, asOf: context.now() };
  }

  @FieldResolver(() => StatisticsCounts, { description: 'The numbers of all of them.' })
  async counts(@Root() of: Statistics, @Ctx() context: Context): Promise<StatisticsCounts> {
    return allCounts(of, context);
  }

  @FieldResolver(() => [StatisticsGroup], {
    description:
      'Their numbers by groups, in the order of the keys. Only groups with cases; cases that belong to none, such as those of the MFA among missions, are left out.',
  })
  async groups(
    @Root() of: Statistics,
    @Arg('by', () => DimensionName) by: Dimension,
    @Ctx() context: Context,
  ): Promise<StatisticsGroup[]> {
    const reads = context.read();
    const groups = await countGroups(reads, counted(of), by);
    const named = groups.map(({ key, name, counts }) => ({ key, name: name ?? nameOf(by, key), counts }));
    if (!isPartner(context)) return named;
    onceIn(context, 'groups', ['by']);
    const told = toldGroups(
      await countAll(reads, counted(of)),
      groups.map(({ counts }) => counts),
    );
    return named.map((group, index) => ({ ...group, counts: told[index]! }));
  }

  @FieldResolver(() => [StatisticsReason], {
    description:
      'On which grounds those were refused that are refused now (A§13); PETITION and RESIDENCE: at which step. Complaints have none.',
  })
  async refusalGrounds(@Root() of: Statistics, @Ctx() context: Context): Promise<StatisticsReason[]> {
    return reasons(of, context, { column: 'grounds', whole: 'refused', words: groundWords });
  }

  @FieldResolver(() => [StatisticsReason], {
    description:
      'IIN: which documents were missing from those that were not accepted (A§7). Of a choice, each document that would have done is named.',
  })
  async missingDocuments(@Root() of: Statistics, @Ctx() context: Context): Promise<StatisticsReason[]> {
    return reasons(of, context, { column: 'missing_documents', whole: 'refusedAcceptance', words: documentWords });
  }

  @FieldResolver(() => [StatisticsStep], {
    description: 'How long each step took, in the order of the way. Only steps that were begun.',
  })
  async steps(@Root() of: Statistics, @Ctx() context: Context): Promise<StatisticsStep[]> {
    const found = new Map((await countSteps(context.read(), counted(of))).map((step) => [step.step, step]));
    const steps = Object.keys(stepWords).flatMap((code) => found.get(code) ?? []);
    return steps.map((step) => {
      const name = wordsOf(stepWords, step.step);
      if (!isPartner(context)) return { ...step, name };
      // How many went through a step is another number by another name.
      const enough = step.count >= leastTold;
      const { medianHours, percentile90Hours } = enough ? step : { medianHours: null, percentile90Hours: null };
      return { step: step.step, name, count: null, running: null, medianHours, percentile90Hours };
    });
  }

  @FieldResolver(() => [StatisticsQueueAge], { description: 'What is in work now, by its age.' })
  async queueAges(@Root() of: Statistics, @Ctx() context: Context): Promise<StatisticsQueueAge[]> {
    const waiting = await countWaiting(context.read(), counted(of));
    const counts = await partsOfQueue(of, context, countByAge(waiting, almatyDate(of.asOf)));
    return queueAges.map((age, index) => ({ ...age, count: counts[index]! }));
  }

  @FieldResolver(() => [StatisticsDue], {
    description: 'The load ahead: what is due on each day from today on. What is late already is in overdue.',
  })
  async dueSoon(
    @Root() of: Statistics,
    @Arg('days', () => Int, { defaultValue: 10, description: 'How many days, 1 to 60.' }) days: number,
    @Ctx() context: Context,
  ): Promise<StatisticsDue[]> {
    if (days < 1 || days > mostDaysAhead)
      refuseProblems([{ code: 'DAYS_AHEAD', path: ['days'], params: { max: mostDaysAhead } }]);
    const due = await dueByDay(of, context);
    const today = almatyDate(of.asOf);
    return Array.from({ length: days }, (_, index) => today.add({ days: index })).map((day) => ({
      day,
      count: due.get(day.toString()) ?? (due.has(day.toString()) ? null : 0),
    }));
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many are in work now though the term has passed in which an authority had to act on them.',
  })
  async overdue(@Root() of: Statistics, @Ctx() context: Context): Promise<number | null> {
    const due = await dueByDay(of, context);
    return due.has(late) ? due.get(late)! : 0;
  }
}

/** Under which key what is due already is kept among the days. */
const late = 'late';

function counted({ filter, asOf }: Statistics): Parameters<typeof countAll>[1] {
  return { ...filter, asOf };
}

function isPartner({ viewer }: Context): boolean {
  return viewer!.role === 'partner';
}

/** What the Manager may ask for: the IIN service, and complaints about it. */
function placeOf({ service, category }: StatisticsFilter, { viewer }: Context): Partial<StatisticsFilter> {
  if (viewer!.role !== 'manager' || service === 'IIN') return {};
  if (service !== 'COMPLAINT' || (category ?? 'IIN') !== 'IIN') throw new Fault('FORBIDDEN');
  return { category: 'IIN' };
}

const asked = new WeakMap<Context, Set<string>>();

/** Refuses what a partner asks for twice in one operation: two periods, or two kinds of groups, tell by their difference what neither tells. */
function onceIn(context: Context, what: string, path: string[]): void {
  const before = asked.get(context) ?? new Set();
  if (before.has(what)) refuseProblem('STATISTICS_ALONE', path);
  asked.set(context, before.add(what));
}

async function allCounts(of: Statistics, context: Context): Promise<ToldCounts> {
  const counts = await countAll(context.read(), counted(of));
  return isPartner(context) ? toldCounts(counts) : counts;
}

async function reasons(
  of: Statistics,
  context: Context,
  {
    column,
    whole,
    words,
  }: {
    column: Parameters<typeof countCodes>[2];
    whole: 'refused' | 'refusedAcceptance';
    words: Readonly<Record<string, Message>>;
  },
): Promise<StatisticsReason[]> {
  const found = await countCodes(context.read(), counted(of), column);
  const counts = found.map(({ count }) => count);
  const told = isPartner(context) ? toldParts((await allCounts(of, context))[whole], counts) : counts;
  return found.map(({ code }, index) => ({ code, text: wordsOf(words, code), count: told[index]! }));
}

/** Parts of what is in work, as far as the viewer is told of it. */
async function partsOfQueue(of: Statistics, context: Context, parts: number[]): Promise<(number | null)[]> {
  return isPartner(context) ? toldParts((await allCounts(of, context)).inWork, parts) : parts;
}

/** What is due on which day, and what is late: always of all days, so that what a partner isn't told of doesn't hang on how many are asked for. */
async function dueByDay(of: Statistics, context: Context): Promise<Map<string, number | null>> {
  const due = await countDue(context.read(), counted(of));
  const told = await partsOfQueue(
    of,
    context,
    due.map(({ count }) => count),
  );
  return new Map(due.map(({ day }, index) => [day ?? late, told[index]!]));
}

function nameOf(by: Dimension, key: CountedGroup['key']): Message {
  switch (by) {
    case 'CATEGORY':
      return wordsOf(categoryWords, key);
    case 'CITY':
      return wordsOf(cityWords, key);
    case 'WEEK':
      return weekWords(key);
    case 'MONTH':
      return monthWords(key);
    case 'MISSION':
    case 'OFFICE':
      throw new Error(`An office without a name: ${key}`);
  }
}
