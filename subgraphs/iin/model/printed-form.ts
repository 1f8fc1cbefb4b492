import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access, BelongsTo, Masked } from '../../kit/access/declare.ts';
import { PlainDate } from '../../kit/graph/scalars.ts';
import { visibleTo, auditedWhen } from '../../kit/model/policies.ts';
import { instant, plainDate } from '../../kit/orm/properties.ts';
import { readersOfApplications } from './application.ts';
import { FormKindName, formKinds } from './enumerations.ts';
import { formPolicy, visibleForms } from './visibility.ts';

export const PrintedFormTable = defineEntity({
  name: 'PrintedForm',
  tableName: 'printed_form',
  schema: 'iin',
  properties: {
    // The id that its bytes have in the storage.
    id: p.uuid().primary(),
    // What it was printed for: an application, a refusal to accept one, or a person who is about to apply.
    applicationId: p.uuid().nullable(),
    refusalId: p.uuid().nullable(),
    applicantId: p.uuid().nullable(),
    officeId: p.uuid(),
    kind: p.enum(formKinds),
    // Only the hash of what the QR code holds, where it has one: reading the table opens no page.
    tokenHash: p.text().unique().nullable(),
    size: p.integer(),
    sha256: p.text(),
    issuedOn: plainDate(),
    prints: p.integer(),
    // Since when it doesn't hold any more: what it says was taken back after a complaint.
    revokedAt: instant().nullable(),
  },
  indexes: [{ properties: ['applicationId'] }, { properties: ['refusalId'] }, { properties: ['applicantId'] }],
  filters: visibleTo(visibleForms),
  policies: [auditedWhen(formPolicy())],
  rowLevelSecurity: 'force',
});

/** A form that was printed, kept as it was. */
@ObjectType({
  description:
    'A form that was printed (A-form 1 filled in, A-form 2, A-form 3, the slip of a refusal to accept), kept with its hash. Its bytes are at /documents/ and its id: the same ones each time.',
})
@Directive('@key(fields: "id")')
@Access({ roles: readersOfApplications, rows: 'own office' })
@BelongsTo<{ subjects?: readonly string[] }>(({ subjects }) => subjects)
export class PrintedForm extends PrintedFormTable.class {
  declare applicationId: string | null;
  declare applicantId: string | null;
  /** Whose it is, where it is asked for by itself. */
  declare subjects?: readonly string[];

  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => FormKindName, { description: 'Which form it is.' })
  declare kind: (typeof formKinds)[number];

  @Field(() => Int, { description: 'The size of its bytes.' })
  declare size: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, hexadecimal.' })
  @Masked('number')
  declare sha256: string;

  @Field(() => PlainDate, {
    description: 'The day of issue that is printed on it; of an application form, the day on which it was filled in.',
  })
  declare issuedOn: Temporal.PlainDate;

  @Field(() => Int, { description: 'How often it was printed.' })
  declare prints: number;
}
PrintedFormTable.setClass(PrintedForm);
