import { defineEntity, p } from '@mikro-orm/postgresql';
import type { Opt } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access, BelongsTo, Masked } from '../../kit/access/declare.ts';
import { languages } from '../../kit/errors/languages.ts';
import type { Language } from '../../kit/errors/languages.ts';
import { LanguageName } from '../../kit/graph/language.ts';
import { PersonName, sexes, SexName } from '../../kit/graph/person.ts';
import type { Sex } from '../../kit/graph/person.ts';
import { CountryCode, DateTime, Iin, PlainDate } from '../../kit/graph/scalars.ts';
import { visibleTo, auditedWhen } from '../../kit/model/policies.ts';
import { instant, plainDate } from '../../kit/orm/properties.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import { Address, Contacts, SettledDisagreement, TravelDocument } from './parts.ts';
import { applicantPolicy, visibleApplicants } from './visibility.ts';

/** Who may see applicants at all; which of them is the row rule's. */
export const readersOfApplicants: Role[] = [
  'consul',
  'authorised_employee',
  'iin_operator',
  'applicant',
  'auditor',
  'system',
];

export const ApplicantTable = defineEntity({
  name: 'Applicant',
  tableName: 'applicant',
  schema: 'applicants',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    officeId: p.uuid().nullable(),
    personAccountId: p.uuid().nullable(),
    latinName: p.json().$type<PersonName>(),
    cyrillicName: p.json().$type<PersonName>(),
    birthDate: plainDate(),
    birthPlace: p.text(),
    sex: p.enum(sexes),
    citizenship: p.text(),
    ethnicity: p.text().nullable(),
    travelDocument: p.json().$type<TravelDocument>(),
    machineReadableZone: p.type('text[]').columnType('text[]').$type<string[]>(),
    settledDisagreements: p.json().$type<SettledDisagreement[]>(),
    contacts: p.json().$type<Contacts>(),
    address: p.json().$type<Address>().nullable(),
    countryOfArrival: p.text().nullable(),
    language: p.enum(languages),
    iin: p.text().nullable(),
    registeredAt: instant(),
    registeredBy: p.uuid(),
    // The number of the travel document as it is looked for: under row level security an index serves plain columns only.
    documentNumber: p
      .text()
      .$type<Opt<string>>()
      .collation('C')
      .generated(`(applicants.bare((travel_document ->> 'number'::text))) stored`),
  },
  indexes: [
    { properties: ['officeId', 'id'] },
    { properties: ['personAccountId', 'id'] },
    { properties: ['iin'] },
    { properties: ['documentNumber'] },
  ],
  filters: visibleTo(visibleApplicants('id')),
  policies: [auditedWhen(applicantPolicy('id'))],
  rowLevelSecurity: 'force',
});

/** A person as once presented to somebody. */
@ObjectType({ description: 'A person as once presented to a consul, an authorised employee, or by oneself (A§9).' })
@Directive('@key(fields: "id")')
@Access({ roles: readersOfApplicants, rows: 'own office' })
@BelongsTo<{ id: string }>(({ id }) => [id])
export class Applicant extends ApplicantTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => PersonName, {
    description: 'The names in Latin letters, from the machine-readable zone of the travel document (A§9).',
  })
  declare latinName: PersonName;

  @Field(() => PersonName, { description: 'The names in Cyrillic letters, as the application has them (A-form 1).' })
  declare cyrillicName: PersonName;

  @Field(() => PlainDate, { nullable: true, description: 'The date of birth, from the visual inspection zone (A§9).' })
  @Masked('hidden')
  declare birthDate: Temporal.PlainDate;

  @Field(() => String, { description: 'The place of birth, from the visual inspection zone (A§9).' })
  @Masked('hidden')
  declare birthPlace: string;

  @Field(() => SexName, { description: 'The sex.' })
  declare sex: Sex;

  @Field(() => CountryCode, { description: 'The citizenship, from the visual inspection zone (A§9).' })
  declare citizenship: string;

  @Field(() => String, { nullable: true, description: 'The ethnicity, as the application has it (A-form 1).' })
  @Masked('hidden')
  declare ethnicity: string | null;

  @Field(() => TravelDocument, { description: 'The identity document that was presented.' })
  declare travelDocument: TravelDocument;

  @Field(() => [SettledDisagreement], {
    nullable: true,
    description: 'Where the two zones of the document disagreed, and why the consul went by the visual one.',
  })
  @Masked('hidden')
  declare settledDisagreements: SettledDisagreement[];

  @Field(() => Contacts, { description: 'How the person is reached.' })
  declare contacts: Contacts;

  @Field(() => Address, { nullable: true, description: 'The address (A-form 1).' })
  @Masked('hidden')
  declare address: Address | null;

  @Field(() => CountryCode, { nullable: true, description: 'The country of arrival (A-form 1).' })
  declare countryOfArrival: string | null;

  @Field(() => LanguageName, { description: 'The language that the person wants to be told in.' })
  declare language: Language;

  @Field(() => Iin, { nullable: true, description: 'The individual identification number, once it is known.' })
  @Masked('number')
  declare iin: string | null;

  @Field(() => DateTime, { description: 'When the person was registered.' })
  declare registeredAt: Temporal.Instant;
}
ApplicantTable.setClass(Applicant);
