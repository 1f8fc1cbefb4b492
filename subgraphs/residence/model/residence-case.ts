import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access, BelongsTo, Masked } from '../../kit/access/declare.ts';
import { CityName } from '../../kit/graph/city.ts';
import { PersonName, SexName } from '../../kit/graph/person.ts';
import type { Sex } from '../../kit/graph/person.ts';
import { CountryCode, DateTime, Iin, PlainDate } from '../../kit/graph/scalars.ts';
import { visibleTo, auditedWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { cities } from '../../kit/viewer/roles.ts';
import type { City, Role } from '../../kit/viewer/roles.ts';
import { caseStates } from '../rules/case-lifecycle.ts';
import type { CaseState } from '../rules/case-lifecycle.ts';
import { personColumns, PresentedTravelDocument } from './person.ts';
import { casePolicy, visibleCases } from './visibility.ts';

/** Who may see residence cases at all; which of them is the row rule's. */
export const readersOfCases: Role[] = ['applicant', 'kkq_officer', 'knb_officer', 'psc_officer', 'auditor', 'system'];

/** A decision that was taken back after a complaint, or a lapse, with the answer of the KNB on which it stood; moments as ISO texts. */
export interface EarlierDecision {
  state: CaseState;
  decidedAt: string | null;
  decidedBy: string | null;
  refusalReason: string | null;
  knbAgreement: { sentAt: string; answeredAt: string | null; agreed: boolean | null; reason: string | null } | null;
  reopenedAt: string;
  complaintId: string;
}

export const ResidenceCaseTable = defineEntity({
  name: 'ResidenceCase',
  tableName: 'residence_case',
  schema: 'residence',
  properties: {
    id: p.uuid().primary(),
    version: p.integer().version(),
    number: p.text().unique(),
    /** As it was recorded last; what lapsed since by the clock, `stateAt` says. */
    state: p.enum(caseStates),
    /** When the term ended, or ends, on which a state hangs that ends by the clock. */
    lapsesAt: instant().nullable(),
    petitionId: p.uuid(),
    city: p.enum(cities),
    ...personColumns(),
    /** When the e-application arrived, the last time that it did (B§11). */
    submittedAt: instant(),
    /** The earliest of its due moments that run. */
    dueAt: instant().nullable(),
    registeredAt: instant().nullable(),
    sentToKnbAt: instant().nullable(),
    knbAgreed: p.boolean().nullable(),
    knbReason: p.text().nullable(),
    knbAnsweredAt: instant().nullable(),
    /** The number of the preliminary approval, by which the service centre finds the case (B§21). */
    approvalNumber: p.text().unique().nullable(),
    preliminaryDecidedAt: instant().nullable(),
    preliminaryDecidedBy: p.uuid().nullable(),
    arrivedAt: instant().nullable(),
    borderCrossedAt: instant().nullable(),
    fingerprintedAt: instant().nullable(),
    finalAppliedAt: instant().nullable(),
    trackingNumber: p.text().nullable(),
    originalsSentAt: instant().nullable(),
    originalsReceivedAt: instant().nullable(),
    /** The originals, compared with what was given earlier, field by field (B§22). */
    comparison: p.json().$type<object>().nullable(),
    finalDecidedAt: instant().nullable(),
    finalDecidedBy: p.uuid().nullable(),
    /** Why it was refused, whichever decision that was. */
    refusalReason: p.text().nullable(),
    /** What was decided before a complaint had it reopened. */
    earlierDecisions: p.json().$type<EarlierDecision[]>().nullable(),
    residenceAddress: p.text().nullable(),
    residenceRegisteredAt: instant().nullable(),
    permitNumber: p.text().unique().nullable(),
    permitIssuedAt: instant().nullable(),
  },
  indexes: [
    { properties: ['city', 'state', 'id'] },
    { properties: ['city', 'dueAt', 'id'] },
    { properties: ['accountId', 'id'] },
    { properties: ['iin', 'id'] },
    { properties: ['sentToKnbAt', 'id'] },
    { properties: ['lapsesAt'] },
  ],
  filters: visibleTo(visibleCases),
  policies: [auditedWhen(casePolicy())],
  rowLevelSecurity: 'force',
});

/** A residence case. */
@ObjectType({
  description: 'An application for the permission to reside, from the e-application to the permit (B§10–26).',
})
@Directive('@key(fields: "id")')
@Access({ roles: readersOfCases, rows: 'own stage' })
@BelongsTo<{ id: string; applicantId: string }>(({ id, applicantId }) => [id, applicantId])
export class ResidenceCase extends ResidenceCaseTable.class {
  declare lapsesAt: Temporal.Instant | null;

  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => Int, { description: 'Its version, to be sent along with a change.' })
  declare version: number;

  @Field(() => String, { description: 'Its number, such as DNR-2026-000045.' })
  declare number: string;

  @Field(() => CityName, { description: 'The city whose migration service decides.' })
  declare city: City;

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

  @Field(() => String, { description: 'The place of birth, as presented.' })
  @Masked('hidden')
  declare birthPlace: string;

  @Field(() => SexName, { description: 'The sex, as presented.' })
  declare sex: Sex;

  @Field(() => CountryCode, { description: 'The citizenship, as presented.' })
  declare citizenship: string;

  @Field(() => PresentedTravelDocument, { description: 'The travel document, as presented.' })
  declare travelDocument: PresentedTravelDocument;

  @Field(() => DateTime, { description: 'When the e-application arrived, the last time that it did (B§11).' })
  declare submittedAt: Temporal.Instant;

  @Field(() => DateTime, {
    nullable: true,
    description: 'The earliest moment at which something is due; none when nothing runs.',
  })
  declare dueAt: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When the case was registered (B§12).' })
  declare registeredAt: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'The number of the preliminary approval (B§19, B§21).' })
  declare approvalNumber: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the preliminary result was registered (B§18).' })
  declare preliminaryDecidedAt: Temporal.Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the person arrived, or turned to the migration service (B§19).',
  })
  declare arrivedAt: Temporal.Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the border was crossed, as the border system told (B§22).',
  })
  declare borderCrossedAt: Temporal.Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the fingerprints were taken, as their system told (B§22).',
  })
  declare fingerprintedAt: Temporal.Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the final application was registered at the service centre (B§21).',
  })
  declare finalAppliedAt: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'By which the courier finds the originals (B§21).' })
  @Masked('number')
  declare trackingNumber: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the originals were given to the courier (B§21).' })
  declare originalsSentAt: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When the migration service received the originals (B§22).' })
  declare originalsReceivedAt: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was decided finally (B§22).' })
  declare finalDecidedAt: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  @Masked('hidden')
  declare refusalReason: string | null;

  @Field(() => String, { nullable: true, description: 'The address at which the residence is registered (B§25).' })
  @Masked('hidden')
  declare residenceAddress: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the residence was registered (B§25).' })
  declare residenceRegisteredAt: Temporal.Instant | null;

  @Field(() => String, { nullable: true, description: 'The number of the residence permit (B§26).' })
  @Masked('number')
  declare permitNumber: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the residence permit was handed out (B§26).' })
  declare permitIssuedAt: Temporal.Instant | null;
}
ResidenceCaseTable.setClass(ResidenceCase);
