import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { CityName } from '../../kit/graph/city.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { LocalizedText } from '../../kit/graph/localized-text.ts';
import { DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import type { City } from '../../kit/viewer/roles.ts';
import { statisticsServices } from '../../kit/statistics/facts.ts';
import type { StatisticsService } from '../../kit/statistics/facts.ts';
import { dimensions } from '../rules/dimensions.ts';

export const ServiceName = enumeration(
  'Service',
  statisticsServices,
  'What is counted: applications for a number and corrections (IIN), petitions, residence cases, complaints about any of them.',
);

export const DimensionName = enumeration(
  'StatisticsDimension',
  dimensions,
  'By what cases are grouped. WEEK and MONTH are those of the day of receipt, Astana date; a week begins on Monday.',
);

/** Which cases are counted. */
@InputType({ description: 'Which cases are counted; all that is given must hold.' })
export class StatisticsFilter {
  @Field(() => ServiceName, { description: 'Of which service.' })
  declare service: StatisticsService;

  @Field(() => PlainDate, { description: 'The first day of receipt, Astana date.' })
  declare from: Temporal.PlainDate;

  @Field(() => PlainDate, { description: 'The last day of receipt, included; at most five years after the first one.' })
  declare until: Temporal.PlainDate;

  @Field(() => Int, { nullable: true, description: 'The mission that received them, by its number in Annex 1.' })
  mission?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'IIN: the category of applicants, such as HEIR. COMPLAINT: the service complained of. Others have none.',
  })
  category?: string | null;

  @Field(() => CityName, { nullable: true, description: 'RESIDENCE, and complaints about it: the city.' })
  city?: City | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The office: which received the application or complaint; RESIDENCE: the migration office that decides.',
  })
  officeId?: string | null;
}

/** Numbers of cases. What is null is suppressed: a partner isn't told of fewer than five, nor what they could be computed from. */
@ObjectType({
  description:
    'Numbers of cases. A partner gets null for 1 to 4 cases, and for what they could be computed from; nobody else does.',
})
@Public()
export class StatisticsCounts {
  @Field(() => Int, {
    nullable: true,
    description: 'Received: all that were registered. The sum of inWork, done, refused and endedOtherwise.',
  })
  declare received: number | null;

  @Field(() => Int, { nullable: true, description: 'Neither decided nor ended otherwise yet.' })
  declare inWork: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Decided as asked for: the number formed or the record corrected; the petition signed; the residence permitted; the complaint satisfied, in full or in part.',
  })
  declare done: number | null;

  @Field(() => Int, { nullable: true, description: 'Decided against: refused, or the complaint rejected.' })
  declare refused: number | null;

  @Field(() => Int, { nullable: true, description: 'IIN: not accepted at the counter, so never received (A§7).' })
  declare refusedAcceptance: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Withdrawn, annulled, lapsed; a complaint left without review.',
  })
  declare endedOtherwise: number | null;

  @Field(() => Int, { nullable: true, description: 'Of done and refused: each term that binds an authority was kept.' })
  declare onTime: number | null;

  @Field(() => Int, { nullable: true, description: 'Of done and refused: at least one such term was not kept.' })
  declare late: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of late: a failure on the operators’ side lay, in part at least, between receipt and decision (A§14). IIN only.',
  })
  declare lateWithIncident: number | null;
}

/** A group of cases. */
@ObjectType({ description: 'The cases of one mission, category, city, office, week or month.' })
@Public()
export class StatisticsGroup {
  @Field(() => String, {
    description:
      'The number of the mission, the category, the city, the id of the office, the first day of the week (2026-11-23), the month (2026-11).',
  })
  declare key: string;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  declare name: LocalizedText;

  @Field(() => StatisticsCounts, { description: 'Its numbers.' })
  declare counts: StatisticsCounts;
}

/** How many cases have a reason. */
@ObjectType({ description: 'How many cases have a reason; a case can have several.' })
@Public()
export class StatisticsReason {
  @Field(() => String, { description: 'The reason, such as IIN_ALREADY_REGISTERED or MARRIAGE_CERTIFICATE.' })
  declare code: string;

  @Field(() => LocalizedText, { description: 'In words.' })
  declare text: LocalizedText;

  @Field(() => Int, { nullable: true, description: 'How many cases have it.' })
  declare count: number | null;
}

/** How long a step took. */
@ObjectType({
  description: 'How long one step of the cases took, in hours of the clock, nights and days off included.',
})
@Public()
export class StatisticsStep {
  @Field(() => String, { description: 'The step, such as IIN_SERVICE or KNB_AGREEMENT.' })
  declare step: string;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  declare name: LocalizedText;

  @Field(() => Int, {
    nullable: true,
    description: 'How many times it was gone through to its end. Not told to partners.',
  })
  declare count: number | null;

  @Field(() => Int, { nullable: true, description: 'How many run now. Not told to partners.' })
  declare running: number | null;

  @Field(() => Float, { nullable: true, description: 'The median of those that ended, in hours; none when none did.' })
  declare medianHours: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Nine of ten that ended took no longer, in hours; none when none did.',
  })
  declare percentile90Hours: number | null;
}

/** What is in work, of one age. */
@ObjectType({
  description:
    'How many cases of one age are in work now. Age is in calendar days since the day of receipt, Astana dates.',
})
@Public()
export class StatisticsQueueAge {
  @Field(() => Int, { description: 'The least age, in days.' })
  declare fromDays: number;

  @Field(() => Int, { nullable: true, description: 'The greatest age, in days; none for the last group.' })
  declare toDays: number | null;

  @Field(() => Int, { nullable: true, description: 'How many.' })
  declare count: number | null;
}

/** What is due on a day. */
@ObjectType({ description: 'How many cases in work have to be acted on by an authority by the end of a day.' })
@Public()
export class StatisticsDue {
  @Field(() => PlainDate, { description: 'The last day in time, Astana date.' })
  declare day: Temporal.PlainDate;

  @Field(() => Int, { nullable: true, description: 'How many; each case counts once, at its earliest due moment.' })
  declare count: number | null;
}

/** What is known of cases received in a period. What isn't asked isn't counted. */
@ObjectType({
  description:
    'Statistics of the cases that were received in a period, as they stand now. To partners, groups of fewer than five cases are suppressed.',
})
@Public()
export class Statistics {
  declare filter: StatisticsFilter;

  @Field(() => ServiceName, { description: 'The service.' })
  declare service: StatisticsService;

  @Field(() => PlainDate, { description: 'The first day of receipt.' })
  declare from: Temporal.PlainDate;

  @Field(() => PlainDate, { description: 'The last day of receipt, included.' })
  declare until: Temporal.PlainDate;

  @Field(() => DateTime, { description: 'The moment at which they were counted.' })
  declare asOf: Temporal.Instant;
}
