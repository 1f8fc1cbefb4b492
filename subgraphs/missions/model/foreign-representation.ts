import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Opt } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { LocalizedText } from '../../kit/graph/localized-text.ts';
import { CountryCode, PlainDate } from '../../kit/graph/scalars.ts';
import { plainDate } from '../../kit/orm/properties.ts';
import { readMany } from '../../kit/orm/read-many.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { representationKinds } from '../rules/foreign-representations.ts';
import type { RepresentationKind } from '../rules/foreign-representations.ts';

/** What a representation is. */
export const RepresentationKindName = enumeration(
  'ForeignRepresentationKind',
  representationKinds,
  'What a representation is: a diplomatic representation, a consular post, or an international organisation or its representation (A§1).',
);

export const ForeignRepresentationTable = defineEntity({
  name: 'ForeignRepresentation',
  tableName: 'foreign_representation',
  schema: 'missions',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    kind: p.enum(representationKinds),
    name: p.json().$type<LocalizedText>(),
    country: p.text().nullable(),
    city: p.text(),
    validFrom: plainDate().nullable(),
    validUntil: plainDate().nullable(),
    source: p.text(),
    // The order of lists.
    englishName: p.text().$type<Opt<string>>().collation('C').generated("((name ->> 'en'::text)) stored"),
  },
  indexes: [{ properties: ['englishName', 'id'] }],
});

/** A foreign representation in Kazakhstan. */
@ObjectType({
  description:
    'A representation in Kazakhstan whose staff apply through the MFA (A§1, A§4): an embassy, a consular post, or an international organisation or its representation.',
})
@Directive('@key(fields: "id")')
@Public()
export class ForeignRepresentation extends ForeignRepresentationTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => RepresentationKindName, { description: 'What it is.' })
  declare kind: RepresentationKind;

  @Field(() => LocalizedText, { description: 'Its full name.' })
  declare name: LocalizedText;

  @Field(() => CountryCode, {
    nullable: true,
    description: 'The state that it is of; of an organisation its own code, if it has one.',
  })
  declare country: string | null;

  @Field(() => String, { description: 'The city of its seat, in English.' })
  declare city: string;

  @Field(() => PlainDate, {
    name: 'from',
    nullable: true,
    description: 'The first day on which it is in force, Astana date; none when nobody noted it.',
  })
  declare validFrom: Temporal.PlainDate | null;

  @Field(() => PlainDate, {
    name: 'until',
    nullable: true,
    description: 'The last day on which it is in force, Astana date; none while it is open-ended.',
  })
  declare validUntil: Temporal.PlainDate | null;

  @Field(() => String, { description: 'Where it is known from, such as a note of the MFA.' })
  declare source: string;
}
ForeignRepresentationTable.setClass(ForeignRepresentation);

/** Foreign representations by id. */
export async function foreignRepresentationsById(
  context: Context,
  ids: readonly string[],
): Promise<Map<string, ForeignRepresentation>> {
  return readMany(context.read(), ForeignRepresentation, ids);
}
