import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access, BelongsTo, Masked } from '../../kit/access/declare.ts';
import { DocumentKindName, documentKinds } from '../../kit/graph/document-kinds.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import { CountryCode, DateTime, PlainDate } from '../../kit/graph/scalars.ts';
import { visibleTo, auditedWhen } from '../../kit/model/policies.ts';
import { instant, plainDate } from '../../kit/orm/properties.ts';
import { mediaTypes } from '../../kit/storage/storage.ts';
import { readersOfApplicants } from './applicant.ts';
import { AttestationName, attestations, IdentityDetailName, TranslationName, translations } from './enumerations.ts';
import type { identityDetails } from './enumerations.ts';
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
    pixelWidth: p.integer().nullable(),
    pixelHeight: p.integer().nullable(),
    issuingCountry: p.text().nullable(),
    stateSeal: p.boolean().nullable(),
    issuedOn: plainDate().nullable(),
    expiresOn: plainDate().nullable(),
    originalShown: p.boolean(),
    attestation: p.enum(attestations),
    attestedOn: plainDate().nullable(),
    languages: p.type('text[]').columnType('text[]').$type<string[]>().nullable(),
    detailsToTranslate: p.type('text[]').columnType('text[]').$type<(typeof identityDetails)[number][]>(),
    translation: p.enum(translations),
    provesCitizenshipOf: p.text().nullable(),
    experienceMonths: p.integer().nullable(),
    appointedOn: plainDate().nullable(),
    attachedAt: instant(),
    attachedBy: p.uuid(),
  },
  indexes: [{ properties: ['applicantId', 'id'] }],
  filters: visibleTo(visibleApplicants('applicant_id')),
  policies: [auditedWhen(applicantPolicy('applicant_id'))],
  rowLevelSecurity: 'force',
});

/** A document that a person brought. */
@ObjectType({ description: 'A document that a person brought (A§6). Its bytes are at /documents/ and its id.' })
@Directive('@key(fields: "id")')
@Access({ roles: readersOfApplicants, rows: 'own office' })
@BelongsTo<{ id: string; applicantId: string }>(({ id, applicantId }) => [id, applicantId])
export class Document extends DocumentTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => DocumentKindName, { description: 'What it is.' })
  declare kind: DocumentKind;

  @Field(() => String, { description: 'application/pdf, image/jpeg or image/png.' })
  declare mediaType: (typeof mediaTypes)[number];

  @Field(() => Int, { description: 'The size of its bytes.' })
  declare size: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, hexadecimal.' })
  @Masked('number')
  declare sha256: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The width of a picture as it is shown, in pixels; null for a PDF, and for what was attached before pictures were measured.',
  })
  declare pixelWidth: number | null;

  @Field(() => Int, { nullable: true, description: 'Its height as it is shown, in pixels; null likewise.' })
  declare pixelHeight: number | null;

  @Field(() => CountryCode, {
    nullable: true,
    description: 'The state whose body issued or certified it, or in which it was made.',
  })
  declare issuingCountry: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether that state's competent body, or a person whom it specially authorised, issued or certified it and sealed it with the coat of arms of the state (A§6).",
  })
  declare stateSeal: boolean | null;

  @Field(() => PlainDate, { nullable: true, description: 'The day of issue.' })
  declare issuedOn: Temporal.PlainDate | null;

  @Field(() => PlainDate, { nullable: true, description: 'The last day on which it is valid.' })
  declare expiresOn: Temporal.PlainDate | null;

  @Field(() => Boolean, { description: 'Whether the original was shown for comparison, or is what was brought (A§6).' })
  declare originalShown: boolean;

  @Field(() => AttestationName, { description: 'How it was made good for use in Kazakhstan (A§6).' })
  declare attestation: (typeof attestations)[number];

  @Field(() => PlainDate, { nullable: true, description: 'The day of the legalisation or apostille.' })
  declare attestedOn: Temporal.PlainDate | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The languages that it is written in, as ISO 639 codes such as kk; all of a document in several.',
  })
  declare languages: string[] | null;

  @Field(() => [IdentityDetailName], {
    description: 'What an identity document has in neither Cyrillic nor Latin letters (A§6).',
  })
  declare detailsToTranslate: (typeof identityDetails)[number][];

  @Field(() => TranslationName, {
    description: 'Who certified the translation into Kazakh or Russian that was scanned with it.',
  })
  declare translation: (typeof translations)[number];

  @Field(() => CountryCode, {
    nullable: true,
    description: "The citizenship that somebody's identity document proves.",
  })
  declare provesCitizenshipOf: string | null;

  @Field(() => Int, { nullable: true, description: 'The months of experience that an IT portfolio shows.' })
  declare experienceMonths: number | null;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Since when the person is in the position, by an act of appointment.',
  })
  declare appointedOn: Temporal.PlainDate | null;

  @Field(() => DateTime, { description: 'When it was attached.' })
  declare attachedAt: Temporal.Instant;
}
DocumentTable.setClass(Document);
