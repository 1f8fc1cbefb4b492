import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Opt } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access, BelongsTo, Masked } from '../../kit/access/declare.ts';
import { PersonName, SexName, sexes } from '../../kit/graph/person.ts';
import type { Sex } from '../../kit/graph/person.ts';
import { CountryCode, DateTime, Iin, PlainDate } from '../../kit/graph/scalars.ts';
import { visibleTo, auditedWhen } from '../../kit/model/policies.ts';
import { instant, plainDate } from '../../kit/orm/properties.ts';
import { readersOfApplications } from './application.ts';
import { applicationPolicy, visibleApplications } from './visibility.ts';

/** Where somebody with a name stands by the surname, or by a single name that; no two stand in one place. */
function surnameOrder(name: string) {
  const text = `COALESCE((${name} ->> 'surname'::text), (${name} ->> 'givenNames'::text))`;
  const place = `((iin.comparable(${text}) || ' '::text) || (id)::text)`;
  return p.text().$type<Opt<string>>().collation('C').generated(`(${place}) stored`);
}

export const RecordTable = defineEntity({
  name: 'IinRecord',
  tableName: 'record',
  schema: 'iin',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    iin: p.text().unique(),
    applicationId: p.uuid(),
    officeId: p.uuid(),
    latinName: p.json().$type<PersonName>(),
    cyrillicName: p.json().$type<PersonName>(),
    birthDate: plainDate(),
    birthPlace: p.text(),
    sex: p.enum(sexes),
    citizenship: p.text(),
    formedAt: instant(),
    formedBy: p.uuid(),
    latinSurnameOrder: surnameOrder('latin_name'),
    cyrillicSurnameOrder: surnameOrder('cyrillic_name'),
  },
  indexes: [
    { properties: ['latinSurnameOrder'] },
    { properties: ['cyrillicSurnameOrder'] },
    { properties: ['birthDate', 'id'] },
  ],
  filters: visibleTo(visibleApplications),
  policies: [auditedWhen(applicationPolicy())],
  rowLevelSecurity: 'force',
});

/** A person in the registry of numbers. */
@ObjectType({
  description:
    'A person in the registry of individual identification numbers. The number never changes and is never given to anybody else.',
})
@Directive('@key(fields: "id")')
@Directive('@key(fields: "iin")')
@Access({ roles: readersOfApplications, rows: 'own office' })
@BelongsTo<{ id: string }>(({ id }) => [id])
export class IinRecord extends RecordTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version: 1 until it is corrected.' })
  declare version: number;

  @Field(() => Iin, { description: 'The number.' })
  @Masked('number')
  declare iin: string;

  @Field(() => PersonName, { description: 'The names in Latin letters.' })
  declare latinName: PersonName;

  @Field(() => PersonName, { description: 'The names in Cyrillic letters.' })
  declare cyrillicName: PersonName;

  @Field(() => PlainDate, { nullable: true, description: 'The date of birth.' })
  @Masked('hidden')
  declare birthDate: Temporal.PlainDate;

  @Field(() => String, { description: 'The place of birth.' })
  @Masked('hidden')
  declare birthPlace: string;

  @Field(() => SexName, { description: 'The sex.' })
  declare sex: Sex;

  @Field(() => CountryCode, { description: 'The citizenship.' })
  declare citizenship: string;

  @Field(() => DateTime, { description: 'When the number was formed (A§11).' })
  declare formedAt: Temporal.Instant;
}
RecordTable.setClass(IinRecord);
