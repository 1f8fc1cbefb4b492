import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Opt } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access, BelongsTo, Masked } from '../../kit/access/declare.ts';
import { LocalizedText } from '../../kit/graph/localized-text.ts';
import { PersonName, sexes } from '../../kit/graph/person.ts';
import { CountryCode, DateTime, Iin, PlainDate } from '../../kit/graph/scalars.ts';
import { visibleTo, auditedWhen } from '../../kit/model/policies.ts';
import { instant, plainDate } from '../../kit/orm/properties.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import { categories, channels } from '../rules/categories.ts';
import type { Category, Channel } from '../rules/categories.ts';
import type { Correction } from '../rules/correction.ts';
import { applicationKinds, applicationStates, openStates } from '../rules/lifecycle.ts';
import type { ApplicationKind, ApplicationState } from '../rules/lifecycle.ts';
import type { RefusalMark } from '../rules/refusal-marks.ts';
import type { RefusalGround } from '../rules/refusal.ts';
import { duplicateColumns, duplicateIndexes } from './duplicate-columns.ts';
import { ApplicationKindName, ApplicationStateName, CategoryName, ChannelName } from './enumerations.ts';
import { deliveredApplicationPolicy, deliveredApplications } from './visibility.ts';
import { worklistIndexes } from './worklist-indexes.ts';

/** Who may see applications for a number at all; which of them is the row rule's. */
export const readersOfApplications: Role[] = ['consul', 'authorised_employee', 'iin_operator', 'auditor', 'system'];

/** What a refusal says. */
export interface Refusal {
  refusalGrounds: RefusalGround[];
  refusalReason: string;
  refusalMarks: RefusalMark[] | null;
  existingRecordId: string | null;
}

/** A refusal that was taken back after a complaint; the moment as an ISO text. */
export interface EarlierRefusal extends Refusal {
  decidedAt: string;
  decidedBy: string;
  complaintId: string;
}

/** The surname of a name, or of somebody with a single name that, in the form in which surnames are compared. */
function surname(name: string) {
  const text = `COALESCE((${name} ->> 'surname'::text), (${name} ->> 'givenNames'::text))`;
  return p.text().$type<Opt<string>>().collation('C').generated(`(iin.comparable(${text})) stored`);
}

export const ApplicationTable = defineEntity({
  name: 'IinApplication',
  tableName: 'application',
  schema: 'iin',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    number: p.text().unique(),
    kind: p.enum(applicationKinds),
    category: p.enum(categories),
    channel: p.enum(channels),
    officeId: p.uuid(),
    state: p.enum(applicationStates),
    applicantId: p.uuid(),
    applicantVersion: p.integer(),
    // For staff of a foreign representation: which one, and what it was called when they applied.
    representationId: p.uuid().nullable(),
    representationVersion: p.integer().nullable(),
    representationName: p.json().$type<LocalizedText>().nullable(),
    // The person as presented, and all that the decision is based on, copied at that moment as a paper file would hold it.
    latinName: p.json().$type<PersonName>(),
    cyrillicName: p.json().$type<PersonName>(),
    birthDate: plainDate(),
    birthPlace: p.text(),
    sex: p.enum(sexes),
    citizenship: p.text(),
    presented: p.json().$type<object>(),
    registeredAt: instant(),
    registeredBy: p.uuid(),
    // The term is counted from here, where a complaint had it reopened.
    reopenedAt: instant().nullable(),
    dueAt: instant(),
    deliveredAt: instant().nullable(),
    takenBy: p.uuid().nullable(),
    takenAt: instant().nullable(),
    decidedBy: p.uuid().nullable(),
    decidedAt: instant().nullable(),
    refusalGrounds: p.type('text[]').columnType('text[]').$type<RefusalGround[]>().nullable(),
    refusalReason: p.text().nullable(),
    refusalMarks: p.json().$type<RefusalMark[]>().nullable(),
    existingRecordId: p.uuid().nullable(),
    // What was refused before it was reopened.
    earlierRefusals: p.json().$type<EarlierRefusal[]>().nullable(),
    recordId: p.uuid().nullable(),
    iin: p.text().nullable(),
    correction: p.json().$type<Correction>().nullable(),
    handedOutAt: instant().nullable(),
    handedOutBy: p.uuid().nullable(),
    // As surnames are looked for. Under row level security an index serves only comparisons that can't leak: plain columns in byte order, no LIKE, no expressions.
    latinSurname: surname('latin_name'),
    cyrillicSurname: surname('cyrillic_name'),
    ...duplicateColumns("(presented -> 'travelDocument'::text)"),
  },
  indexes: [
    { properties: ['applicantId'] },
    { properties: ['representationId'] },
    { properties: ['recordId'] },
    ...worklistIndexes,
    // Those that are decided are found in the registry, or not at all.
    ...duplicateIndexes(`state in ('${openStates.join("', '")}')`),
  ],
  filters: visibleTo(deliveredApplications),
  policies: [auditedWhen(deliveredApplicationPolicy())],
  rowLevelSecurity: 'force',
});

/** An application for a number. */
@ObjectType({
  description:
    'An application for an individual identification number, or for a correction of what is recorded behind one (A§9–13).',
})
@Directive('@key(fields: "id")')
@Access({ roles: readersOfApplications, rows: 'own office' })
@BelongsTo<{ id: string; applicantId: string }>(({ id, applicantId }) => [id, applicantId])
export class IinApplication extends ApplicationTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => String, { description: 'Its number, such as IIN-2026-000123.' })
  declare number: string;

  @Field(() => ApplicationKindName, { description: 'What it asks for.' })
  declare kind: ApplicationKind;

  @Field(() => CategoryName, { description: 'In which category the person applies (A§4).' })
  declare category: Category;

  @Field(() => ChannelName, { description: 'Through whom it came (A§4).' })
  declare channel: Channel;

  @Field(() => ApplicationStateName, { description: 'Its state.' })
  declare state: ApplicationState;

  @Field(() => PersonName, { description: 'The names in Latin letters, as presented.' })
  declare latinName: PersonName;

  @Field(() => PersonName, { description: 'The names in Cyrillic letters, as presented.' })
  declare cyrillicName: PersonName;

  @Field(() => PlainDate, { nullable: true, description: 'The date of birth, as presented.' })
  @Masked('hidden')
  declare birthDate: Temporal.PlainDate;

  @Field(() => CountryCode, { description: 'The citizenship, as presented.' })
  declare citizenship: string;

  @Field(() => LocalizedText, {
    nullable: true,
    description:
      'The name of the representation of which the person is staff, as it was when they applied (A§4); none in other categories.',
  })
  declare representationName: LocalizedText | null;

  @Field(() => DateTime, { description: 'When it was registered.' })
  declare registeredAt: Temporal.Instant;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was reopened after a complaint; its term is counted from then (A§15-3).',
  })
  declare reopenedAt: Temporal.Instant | null;

  @Field(() => DateTime, {
    description: 'By when the service is due: one working day, the day of application not counted (A§5).',
  })
  declare dueAt: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it passed to the operators (A§10).' })
  declare deliveredAt: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided.' })
  declare decidedAt: Temporal.Instant | null;

  @Field(() => Iin, {
    nullable: true,
    description: 'The number: once it was formed (A§11), or the one behind which something is to be corrected.',
  })
  @Masked('number')
  declare iin: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the result was handed out (A§12).' })
  declare handedOutAt: Temporal.Instant | null;
}
ApplicationTable.setClass(IinApplication);

/** What an application doesn't have while nobody works on it and nothing is decided. */
export const undecided = {
  takenBy: null,
  takenAt: null,
  decidedBy: null,
  decidedAt: null,
  refusalGrounds: null,
  refusalReason: null,
  refusalMarks: null,
  existingRecordId: null,
  handedOutAt: null,
  handedOutBy: null,
} as const;
