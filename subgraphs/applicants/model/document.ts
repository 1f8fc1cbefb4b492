import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { CountryCode, DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import { visibleTo, visibleWhen } from '../../kit/model/policies.ts';
import { instant, plainDate } from '../../kit/orm/properties.ts';
import { mediaTypes } from '../../kit/storage/storage.ts';
import { readersOfApplicants } from './applicant.ts';
import {
  AttestationName,
  attestations,
  DocumentKindName,
  documentKinds,
  TranslationName,
  translations,
} from './enumerations.ts';
import { applicantPolicy, visibleApplicants } from './visibility.ts';

export const DocumentTable = defineEntity({
  name: 'Document',
  tableName: 'document',
  schema: 'applicants',
  properties: {
    // The id that its bytes have in the storage: an upload becomes one document.
    id: p.uuid().primary(),
    applicantId: p.uuid(),
    // Copies of the applicant's, so that the same row rule holds without a join.
    officeId: p.uuid().nullable(),
    personAccountId: p.uuid().nullable(),
    kind: p.enum(documentKinds),
    mediaType: p.enum(mediaTypes),
    size: p.integer(),
    sha256: p.text(),
    issuingCountry: p.text().nullable(),
    issuedOn: plainDate().nullable(),
    expiresOn: plainDate().nullable(),
    language: p.text().nullable(),
    originalShown: p.boolean(),
    translation: p.enum(translations),
    attestation: p.enum(attestations),
    attachedAt: instant(),
    attachedBy: p.uuid(),
  },
  indexes: [{ properties: ['applicantId', 'id'] }],
  filters: visibleTo(visibleApplicants),
  policies: [visibleWhen(applicantPolicy('applicant_id'))],
  rowLevelSecurity: 'force',
});

/** A document that a person brought. */
@ObjectType({ description: 'A document that a person brought (A§6). Its bytes are at /documents/ and its id.' })
@Directive('@key(fields: "id")')
@Access({ roles: readersOfApplicants, rows: 'own office' })
export class Document extends DocumentTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => DocumentKindName, { description: 'What it is.' })
  declare kind: (typeof documentKinds)[number];

  @Field(() => String, { description: 'application/pdf, image/jpeg or image/png.' })
  declare mediaType: (typeof mediaTypes)[number];

  @Field(() => Int, { description: 'The size of its bytes.' })
  declare size: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, hexadecimal.' })
  declare sha256: string;

  @Field(() => CountryCode, { nullable: true, description: 'Who issued it.' })
  declare issuingCountry: string | null;

  @Field(() => PlainDate, { nullable: true, description: 'The day of issue.' })
  declare issuedOn: Temporal.PlainDate | null;

  @Field(() => PlainDate, { nullable: true, description: 'The last day on which it is valid.' })
  declare expiresOn: Temporal.PlainDate | null;

  @Field(() => String, { nullable: true, description: 'The language that it is written in, as an ISO 639 code.' })
  declare language: string | null;

  @Field(() => Boolean, { description: 'Whether the original was shown for comparison (A§6).' })
  declare originalShown: boolean;

  @Field(() => TranslationName, { description: 'Who certified its translation.' })
  declare translation: (typeof translations)[number];

  @Field(() => AttestationName, { description: 'How it was made good for use in Kazakhstan.' })
  declare attestation: (typeof attestations)[number];

  @Field(() => DateTime, { description: 'When it was attached.' })
  declare attachedAt: Temporal.Instant;
}
DocumentTable.setClass(Document);
