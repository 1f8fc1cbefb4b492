import {
  Arg,
  Ctx,
  Field,
  FieldResolver,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { found } from '../../kit/errors/fault.ts';
import { readEvents } from '../../kit/events/read-events.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { CalendarStatus } from '../../kit/terms/calendar.ts';
import { calendarEvents, openCalendarYear, setCalendarDay } from '../commands/change-calendar.ts';
import type { CalendarChangeDetails } from '../commands/change-calendar.ts';
import { Account } from '../model/account.ts';
import { CalendarStatusName, CalendarYear, calendarYearsById } from '../model/calendar-year.ts';
import { accountsById } from '../model/loaders.ts';
import { dayKinds } from '../rules/calendar.ts';
import type { DayKind } from '../rules/calendar.ts';

const DayKindName = enumeration('DayKind', dayKinds, 'Whether a day is worked.');

@InputType({ description: 'A day that is worked or off from now on.' })
export class SetCalendarDayInput extends CommandInputFields {
  @Field(() => PlainDate, { description: 'The day.' })
  declare day: Temporal.PlainDate;

  @Field(() => DayKindName, { description: 'What it is from now on.' })
  declare kind: DayKind;

  @Field(() => String, { description: 'Why, such as the decree; kept with the year.' })
  declare reason: string;

  @Field(() => Int, {
    description: 'The version of its calendar year that you saw. A stale one is CONFLICT, which names the current one.',
  })
  declare expectedVersion: number;
}

@InputType({ description: 'A year of the calendar.' })
export class OpenCalendarYearInput extends CommandInputFields {
  @Field(() => Int, {
    description: 'The year: one before or after those that are known, or one that is only expected.',
  })
  declare year: number;

  @Field(() => CalendarStatusName, { description: 'How sure it is.' })
  declare status: CalendarStatus;

  @Field(() => [PlainDate], { description: 'The Mondays to Fridays that nobody works.' })
  declare daysOff: Temporal.PlainDate[];

  @Field(() => [PlainDate], { description: 'The Saturdays and Sundays that are worked.' })
  declare daysWorked: Temporal.PlainDate[];

  @Field(() => String, { description: 'Why, such as the decree; kept with the year.' })
  declare reason: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the expected year that you saw, when it replaces one. A stale one is CONFLICT, which names the current one.',
  })
  declare expectedVersion: number | null;
}

/** What a command on the calendar led to. */
@ObjectType({ description: 'The calendar year as it is now. Running terms are recounted right after.' })
@Public()
export class CalendarYearPayload {
  @Field(() => CalendarYear, { description: 'The year.' })
  declare calendarYear: CalendarYear;
}

/** A change of the calendar. */
@ObjectType({ description: 'A change of a calendar year.' })
@Public()
export class CalendarChange {
  @Field(() => DateTime, { description: 'When it was changed.' })
  declare at: Temporal.Instant;

  @Field(() => Account, { nullable: true, description: 'Who changed it.' })
  declare by: Account | null;

  @Field(() => PlainDate, { nullable: true, description: 'The day; none when the whole year was entered.' })
  declare day: string | null;

  @Field(() => DayKindName, { nullable: true, description: 'What the day became.' })
  declare kind: DayKind | null;

  @Field(() => String, { description: 'Why.' })
  declare reason: string;
}

@Resolver(() => CalendarYear)
export class Calendar {
  @Query(() => CalendarYear, { nullable: true, description: 'A year of the working-day calendar, when it is known.' })
  @Public()
  async calendarYear(@Arg('year', () => Int) year: number, @Ctx() context: Context): Promise<CalendarYear | null> {
    const reads = context.read();
    return reads.findOne<CalendarYear>(CalendarYear, { year });
  }

  @FieldResolver(() => [CalendarChange], {
    nullable: true,
    description: 'How it was changed, the earliest first; for those who administer and audit.',
  })
  @Access({ roles: ['state_corporation', 'auditor'], rows: 'all' })
  async changes(@Root() { id }: CalendarYear, @Ctx() context: Context): Promise<CalendarChange[]> {
    const kinds = Object.values(calendarEvents);
    const events = await readEvents<CalendarChangeDetails>(context.read(), 'missions', kinds, [id]);
    return Promise.all(
      (events.get(id) ?? []).map(async ({ at, accountId, details }) => {
        const { day, kind, reason } = details;
        return { at, by: (await context.load(accountsById, accountId)) ?? null, day, kind, reason };
      }),
    );
  }

  @Mutation(() => CalendarYearPayload, {
    nullable: true,
    description:
      'Makes a day worked or off. Terms that run are recounted, with the old and the new moment in their history.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  setCalendarDay(
    @Arg('input', () => SetCalendarDayInput) input: SetCalendarDayInput,
    @Ctx() context: Context,
  ): Promise<CalendarYearPayload> {
    return payload(context, setCalendarDay(context, input));
  }

  @Mutation(() => CalendarYearPayload, {
    nullable: true,
    description: 'Adds a year to the calendar, or replaces one that was only expected. Terms that run are recounted.',
  })
  @Access({ roles: ['state_corporation'], rows: 'all' })
  openCalendarYear(
    @Arg('input', () => OpenCalendarYearInput) input: OpenCalendarYearInput,
    @Ctx() context: Context,
  ): Promise<CalendarYearPayload> {
    return payload(context, openCalendarYear(context, input));
  }
}

async function payload(context: Context, outcome: Promise<Outcome>): Promise<CalendarYearPayload> {
  const { id } = await outcome;
  return { calendarYear: found(await context.load(calendarYearsById, id)) };
}
