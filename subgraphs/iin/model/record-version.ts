import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access, BelongsTo, Masked } from '../../kit/access/declare.ts';
import { PersonName, SexName, sexes } from '../../kit/graph/person.ts';
import type { Sex } from '../../kit/graph/person.ts';
import { CountryCode, DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import { viewerIs, visibleTo } from '../../kit/model/policies.ts';
import { instant, plainDate } from '../../kit/orm/properties.ts';
import { duplicateColumns, duplicateIndexes } from './duplicate-columns.ts';
import { applicationPolicy, visibleApplications } from './visibility.ts';

export const RecordVersionTable = defineEntity({
  name: 'IinRecordVersion',
  tableName: 'record_version',
  schema: 'iin',
  properties: {
    id: p.uuid().primary(),
    recordId: p.uuid(),
    version: p.integer(),
    // The application that brought it about, and the office that received that one.
    applicationId: p.uuid().unique(),
    officeId: p.uuid(),
    latinName: p.json().$type<PersonName>(),
    cyrillicName: p.json().$type<PersonName>(),
    birthDate: plainDate(),
    birthPlace: p.text(),
    sex: p.enum(sexes),
    citizenship: p.text(),
    // What was presented for it.
    travelDocument: p.json().$type<object>(),
    recordedAt: instant(),
    recordedBy: p.uuid(),
    ...duplicateColumns('travel_document'),
  },
  uniques: [{ properties: ['recordId', 'version'] }],
  indexes: duplicateIndexes(),
  filters: visibleTo(visibleApplications),
  policies: [
    { name: 'read', command: 'select', using: `${applicationPolicy()} or ${viewerIs('auditor')}` },
    {
      name: 'record',
      command: 'insert',
      check: `${viewerIs('iin_operator')} and recorded_by = (select kit.viewer_account())`,
    },
  ],
  rowLevelSecurity: 'force',
});

/** A version of a record: what the registry held from some moment on. */
@ObjectType({
  description:
    'A version of a record: what the registry held of a person from the forming of the number, or from a correction, on. Every version is kept (order A, title).',
})
@Access({ roles: ['iin_operator', 'auditor'], rows: 'all' })
@BelongsTo<{ recordId: string }>(({ recordId }) => [recordId])
export class IinRecordVersion extends RecordVersionTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Which version it is; the first one is what the number was formed for.' })
  declare version: number;

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

  @Field(() => DateTime, { description: 'When it was recorded.' })
  declare recordedAt: Temporal.Instant;
}
RecordVersionTable.setClass(IinRecordVersion);
