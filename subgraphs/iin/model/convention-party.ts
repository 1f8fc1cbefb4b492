import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { CountryCode, PlainDate } from '../../kit/graph/scalars.ts';
import { plainDate } from '../../kit/orm/properties.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { conventions } from '../rules/attestation.ts';
import type { Convention } from '../rules/attestation.ts';

/** The two conventions, as the graph names them. */
export const ConventionName = enumeration(
  'Convention',
  conventions,
  'The two conventions on legal assistance whose parties accept documents of each other without legalisation or apostille (A§6): Minsk, 22 January 1993; Chisinau, 7 October 2002.',
);

/** The parties of the two conventions of A§6, with the days on which they are bound, both included; an administrator may correct them. */
export const ConventionPartyTable = defineEntity({
  name: 'ConventionParty',
  tableName: 'convention_party',
  schema: 'kit',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    convention: p.enum(conventions),
    country: p.text(),
    validFrom: plainDate(),
    validUntil: plainDate().nullable(),
    // Where it is from: a convention, a law, a note of the depositary.
    source: p.text(),
  },
  uniques: [{ properties: ['convention', 'country', 'validFrom'] }],
});

/** A state that is bound by one of the two conventions. */
@ObjectType({
  description:
    'A state that is bound by one of the two conventions, on the days from the first to the last: its documents need neither legalisation nor apostille then (A§6).',
})
@Public()
export class ConventionParty extends ConventionPartyTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => ConventionName, { description: 'By which convention.' })
  declare convention: Convention;

  @Field(() => CountryCode, { description: 'Which state.' })
  declare country: string;

  @Field(() => PlainDate, { name: 'from', description: 'The first day on which it is bound.' })
  declare validFrom: Temporal.PlainDate;

  @Field(() => PlainDate, {
    name: 'until',
    nullable: true,
    description: 'The last day on which it is bound; none while it is.',
  })
  declare validUntil: Temporal.PlainDate | null;

  @Field(() => String, { description: 'Where that is from: a convention, a law, a note of the depositary.' })
  declare source: string;
}
ConventionPartyTable.setClass(ConventionParty);

/** Parties of conventions by id. */
export async function conventionPartiesById(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, ConventionParty>> {
  return readMany(context.read(), ConventionParty, ids);
}
