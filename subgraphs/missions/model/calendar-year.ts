import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { PlainDate } from '../../kit/graph/scalars.ts';
import { CalendarYearTable } from '../../kit/model/tables.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { CalendarStatus } from '../../kit/terms/calendar.ts';

/** How sure a year of the calendar is. */
export const CalendarStatusName = { OFFICIAL: 'official', PROJECTION: 'projection' } as const satisfies Record<
  string,
  CalendarStatus
>;
registerEnumType(CalendarStatusName, {
  name: 'CalendarStatus',
  description: 'How sure a year of the calendar is: decreed, or expected and still to change.',
});

/** A year of the working-day calendar. */
@ObjectType({
  description:
    'A year of the working-day calendar: Mondays to Fridays are worked, Saturdays and Sundays are not, but for the days that it names.',
})
@Public()
export class CalendarYear extends CalendarYearTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'The year.' })
  declare year: number;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => CalendarStatusName, { description: 'How sure it is.' })
  declare status: CalendarStatus;

  @Field(() => [PlainDate], { description: 'The Mondays to Fridays that nobody works.' })
  declare daysOff: string[];

  @Field(() => [PlainDate], { description: 'The Saturdays and Sundays that are worked.' })
  declare daysWorked: string[];
}
CalendarYearTable.setClass(CalendarYear);

/** Calendar years by id. */
export async function calendarYearsById(context: Context, ids: readonly string[]): Promise<Map<string, CalendarYear>> {
  return readMany(context.read(), CalendarYear, ids);
}
