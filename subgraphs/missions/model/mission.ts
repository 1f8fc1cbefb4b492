import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { CountryCode } from '../../kit/graph/scalars.ts';
import { LocalizedText } from '../../kit/graph/localized-text.ts';

const missionTypes = ['EMBASSY', 'CONSULATE_GENERAL', 'CONSULATE', 'EMBASSY_OFFICE'] as const;

/** What kind of mission it is. */
export const MissionType = enumeration('MissionType', missionTypes, 'What kind of mission it is.');

export const MissionTable = defineEntity({
  name: 'Mission',
  tableName: 'mission',
  schema: 'missions',
  properties: {
    id: p.uuid().primary(),
    number: p.integer().unique(),
    type: p.enum(missionTypes),
    name: p.json().$type<LocalizedText>(),
    city: p.text(),
    country: p.text(),
    timeZone: p.text(),
  },
});

/** A mission abroad that takes part in the pilot. */
@ObjectType({
  description: 'One of the missions of Kazakhstan abroad that take part in the IIN pilot (order A, Annex 1).',
})
@Directive('@key(fields: "id")')
@Directive('@key(fields: "number")')
@Public()
export class Mission extends MissionTable.class {
  @Field(() => ID, { description: 'Its opaque id; also the id of its office.' })
  declare id: string;

  @Field(() => Int, { description: 'Its number in Annex 1 of order A, 1 to 100.' })
  declare number: number;

  @Field(() => MissionType, { description: 'What kind of mission it is.' })
  declare type: (typeof missionTypes)[number];

  @Field(() => LocalizedText, { description: 'Its full name.' })
  declare name: LocalizedText;

  @Field(() => String, { description: 'The city of its seat, in English.' })
  declare city: string;

  @Field(() => CountryCode, { description: 'The state of its seat.' })
  declare country: string;

  @Field(() => String, {
    description: 'The IANA time zone of its seat. Terms never depend on it: they are counted in Astana time.',
  })
  declare timeZone: string;
}
MissionTable.setClass(Mission);
