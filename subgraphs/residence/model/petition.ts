import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access, BelongsTo, Masked, Public } from '../../kit/access/declare.ts';
import type { Bilingual } from '../../kit/forms/blocks.ts';
import { PersonName } from '../../kit/graph/person.ts';
import { CountryCode, DateTime, Iin, PlainDate } from '../../kit/graph/scalars.ts';
import { visibleTo, auditedWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import type { Role } from '../../kit/viewer/roles.ts';
import { openPetitionStates, petitionStates } from '../rules/petition-lifecycle.ts';
import type { PetitionState } from '../rules/petition-lifecycle.ts';
import { PetitionStateName } from './enumerations.ts';
import { personColumns } from './person.ts';
import { petitionPolicy, visiblePetitions } from './visibility.ts';

/** Who may see petitions at all; which of them is the row rule's. */
export const readersOfPetitions: Role[] = ['applicant', 'hub_officer', 'mddiai_signer', 'auditor', 'system'];

export const PetitionTable = defineEntity({
  name: 'Petition',
  tableName: 'petition',
  schema: 'residence',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    number: p.text().unique(),
    state: p.enum(petitionStates),
    ...personColumns(),
    /** When the person consented to the collection and processing of personal data (B§4). */
    consentedAt: instant(),
    /** The state of permanent residence, where the person told one beside the citizenship. */
    permanentResidence: p.text().nullable(),
    submittedAt: instant(),
    /** The earliest of its due moments that run. */
    dueAt: instant().nullable(),
    passedInterviewAt: instant().nullable(),
    interviewResult: p.text().nullable(),
    /** The profession in demand that the person was found to have. */
    profession: p.json().$type<Bilingual>().nullable(),
    /** The letter that the MDDIAI signs. */
    letterId: p.uuid().nullable(),
    decidedAt: instant().nullable(),
    decidedBy: p.uuid().nullable(),
    refusalReason: p.text().nullable(),
  },
  indexes: [
    { properties: ['state', 'id'] },
    { properties: ['accountId', 'id'] },
    { properties: ['dueAt', 'id'] },
    { properties: ['passedInterviewAt'] },
  ],
  // One open petition at a time for a person.
  uniques: [
    {
      properties: ['iin'],
      name: 'petition_open_unique',
      where: `state in (${openPetitionStates.map((state) => `'${state}'`).join(', ')})`,
    },
  ],
  filters: visibleTo(visiblePetitions),
  policies: [auditedWhen(petitionPolicy())],
  rowLevelSecurity: 'force',
});

/** A profession in the two languages of the letter. It is reached through a petition, whose own declaration says who may. */
@ObjectType({ description: 'A profession of the list of professions in demand, in the two languages of the letter.' })
@Public()
export class Profession implements Bilingual {
  @Field(() => String, { description: 'In Kazakh.' })
  declare kk: string;

  @Field(() => String, { description: 'In Russian.' })
  declare ru: string;
}

/** A petition of the sectoral state body. */
@ObjectType({
  description:
    "The way to the petition: the MDDIAI's letter that the person's profession is in demand (B§2(5), B§4–9). The letter itself is its result.",
})
@Directive('@key(fields: "id")')
@Access({ roles: readersOfPetitions, rows: 'own stage' })
@BelongsTo<{ id: string; applicantId: string }>(({ id, applicantId }) => [id, applicantId])
export class Petition extends PetitionTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => String, { description: 'Its number, such as PET-2026-000012.' })
  declare number: string;

  @Field(() => PetitionStateName, { description: 'Its state.' })
  declare state: PetitionState;

  @Field(() => Iin, { description: 'The individual identification number of the person.' })
  @Masked('number')
  declare iin: string;

  @Field(() => PersonName, { description: 'The names in Latin letters, as presented.' })
  declare latinName: PersonName;

  @Field(() => PersonName, { description: 'The names in Cyrillic letters, as presented.' })
  declare cyrillicName: PersonName;

  @Field(() => PlainDate, { nullable: true, description: 'The date of birth, as presented.' })
  @Masked('hidden')
  declare birthDate: Temporal.PlainDate;

  @Field(() => CountryCode, { description: 'The citizenship, as presented.' })
  declare citizenship: string;

  @Field(() => CountryCode, {
    nullable: true,
    description: 'The state of permanent residence, where the person told one beside the citizenship (B§4).',
  })
  declare permanentResidence: string | null;

  @Field(() => DateTime, {
    description: 'When the person consented to the collection and processing of personal data (B§4).',
  })
  declare consentedAt: Temporal.Instant;

  @Field(() => DateTime, { description: 'When it was submitted.' })
  declare submittedAt: Temporal.Instant;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The earliest moment at which something is due; none when nothing runs.',
  })
  declare dueAt: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When the interview was passed (B§7).' })
  declare passedInterviewAt: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'What came of the interview, in the words of the hub (B§7).' })
  @Masked('hidden')
  declare interviewResult: string | null;

  @Field(() => Profession, {
    nullable: true,
    description: 'The profession in demand that the person was found to have (B§2(5)).',
  })
  @Masked('hidden')
  declare profession: Bilingual | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was signed or refused.' })
  declare decidedAt: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused (B§9).' })
  @Masked('hidden')
  declare refusalReason: string | null;
}
PetitionTable.setClass(Petition);
