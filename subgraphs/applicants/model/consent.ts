import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ID, ObjectType } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import { visibleTo, auditedWhen } from '../../kit/model/policies.ts';
import { instant, plainDate } from '../../kit/orm/properties.ts';
import { readersOfApplicants } from './applicant.ts';
import { ConsentKindName, consentKinds } from './enumerations.ts';
import { applicantPolicy, visibleApplicants } from './visibility.ts';

export const ConsentTable = defineEntity({
  name: 'Consent',
  tableName: 'consent',
  schema: 'applicants',
  properties: {
    id: p.uuid().primary(),
    applicantId: p.uuid(),
    // Copies of the applicant's, so that the same row rule holds without a join.
    officeId: p.uuid().nullable(),
    personAccountId: p.uuid().nullable(),
    kind: p.enum(consentKinds),
    givenOn: plainDate(),
    recordedAt: instant(),
    recordedBy: p.uuid(),
  },
  indexes: [{ properties: ['applicantId', 'id'] }],
  filters: visibleTo(visibleApplicants('applicant_id')),
  policies: [auditedWhen(applicantPolicy('applicant_id'))],
  rowLevelSecurity: 'force',
});

/** A consent that a person gave. */
@ObjectType({ description: 'A consent that a person gave in writing (A-ord 3).' })
@Access({ roles: readersOfApplicants, rows: 'own office' })
export class Consent extends ConsentTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => ConsentKindName, { description: 'What it is given to.' })
  declare kind: (typeof consentKinds)[number];

  @Field(() => PlainDate, { description: 'The day on which it was signed.' })
  declare givenOn: Temporal.PlainDate;

  @Field(() => DateTime, { description: 'When it was recorded.' })
  declare recordedAt: Temporal.Instant;
}
ConsentTable.setClass(Consent);
