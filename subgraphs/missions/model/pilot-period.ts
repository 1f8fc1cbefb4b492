import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { PlainDate } from '../../kit/graph/scalars.ts';
import { pilots } from '../../kit/model/pilots.ts';
import type { Pilot } from '../../kit/model/pilots.ts';
import { PilotPeriodTable } from '../../kit/model/tables.ts';

/** The two pilots, as the graph names them. */
export const PilotName = enumeration(
  'PilotName',
  pilots,
  'The two pilots: numbers for foreigners (order A), residence of IT specialists (order B).',
);

/** A time in which a pilot takes new applications. */
@ObjectType({
  description:
    'A time in which a pilot takes new applications, and the order that says so. What was accepted in it runs to its end.',
})
@Public()
export class PilotPeriod extends PilotPeriodTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => PilotName, { description: 'Of which pilot.' })
  declare pilot: Pilot;

  @Field(() => PlainDate, { name: 'from', description: 'Its first day, Astana date.' })
  declare validFrom: Temporal.PlainDate;

  @Field(() => PlainDate, {
    name: 'until',
    nullable: true,
    description: 'Its last day, Astana date; none while it is open-ended.',
  })
  declare validUntil: Temporal.PlainDate | null;

  @Field(() => String, { description: 'The order that sets it.' })
  declare orderReference: string;
}
PilotPeriodTable.setClass(PilotPeriod);
