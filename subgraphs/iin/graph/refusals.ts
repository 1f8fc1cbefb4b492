import { Ctx, Field, FieldResolver, ID, ObjectType, Resolver, Root } from 'type-graphql';
import { Masked, Public } from '../../kit/access/declare.ts';
import { DocumentKindName } from '../../kit/graph/document-kinds.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import { LocalizedText } from '../../kit/graph/localized-text.ts';
import { PlainDate } from '../../kit/graph/scalars.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';
import { documentsPresented } from '../commands/presented-applicant.ts';
import { refusalOf } from '../commands/reason-of-refusal.ts';
import { IinApplication } from '../model/application.ts';
import type { Refusal } from '../model/application.ts';
import { MarkedFieldName, RefusalGroundName } from '../model/enumerations.ts';
import { recordsById } from '../model/loaders.ts';
import { IinRecord } from '../model/record.ts';
import { nameOfDocument, nameOfMark } from '../rules/refusal-marks.ts';
import type { MarkedField } from '../rules/refusal-marks.ts';
import { groundTexts } from '../rules/refusal.ts';
import type { RefusalGround } from '../rules/refusal.ts';

/** A document of an application. It is reached through the application, whose own declaration says who may. */
@ObjectType({ description: 'A document with which an application was registered.' })
@Public()
export class IinPresentedDocument {
  @Field(() => ID, { description: 'Its opaque id. Its bytes are at /documents/ and this.' })
  declare id: string;

  @Field(() => DocumentKindName, { description: 'What it is.' })
  declare kind: DocumentKind;

  @Field(() => LocalizedText, { description: 'What it is, by the words with which it was asked for (A§6).' })
  declare name: LocalizedText;
}

/** Something that the operator found wrong. It is reached through the application, whose own declaration says who may. */
@ObjectType({ description: 'Something that the operator found wrong: a field of the data, or a document (A§13).' })
@Public()
export class RefusalMark {
  @Field(() => MarkedFieldName, { nullable: true, description: 'The field; null for a document.' })
  declare field: MarkedField | null;

  @Field(() => ID, { nullable: true, description: 'The document, by its id; null for a field.' })
  declare documentId: string | null;

  @Field(() => LocalizedText, { description: 'The field or the document in words.' })
  declare name: LocalizedText;

  @Field(() => String, { description: 'What is wrong with it.' })
  @Masked('hidden')
  declare remark: string;
}

/** The refusal of a number. It is reached through the application, whose own declaration says who may. */
@ObjectType({ description: 'The refusal of a number (A§13, A-form 3).' })
@Public()
export class RefusalNotice {
  @Field(() => [RefusalGroundName], { description: 'Its grounds.' })
  declare grounds: RefusalGround[];

  @Field(() => [LocalizedText], { description: 'The grounds in words.' })
  declare groundTexts: LocalizedText[];

  @Field(() => String, { description: 'The reason in words.' })
  @Masked('hidden')
  declare reason: string;

  @Field(() => [RefusalMark], { description: 'Everything that is wrong, in the order in which it was marked.' })
  declare marks: RefusalMark[];

  @Field(() => PlainDate, { description: 'The day of issue.' })
  declare issuedOn: Temporal.PlainDate;

  @Field(() => IinRecord, { nullable: true, description: 'The record of the number that the person has already.' })
  declare existingRecord: IinRecord | null;
}

/** What an application was registered with, and what the operator found wrong with it. */
@Resolver(() => IinApplication)
export class Refusals {
  @FieldResolver(() => [IinPresentedDocument], {
    description: 'The documents with which it was registered; what was attached later is not among them.',
  })
  presentedDocuments(@Root() application: IinApplication): IinPresentedDocument[] {
    return documentsPresented(application).map(({ id, kind }) => ({
      id,
      kind,
      name: nameOfDocument(kind, application),
    }));
  }

  @FieldResolver(() => RefusalNotice, { nullable: true, description: 'The refusal, when it was refused (A§13).' })
  async refusalNotice(@Root() application: IinApplication, @Ctx() context: Context): Promise<RefusalNotice | null> {
    const refusal = refusalOf(application);
    return refusal && noticeOf(refusal, application.decidedAt!, application, context);
  }

  @FieldResolver(() => [RefusalNotice], {
    description: 'The refusals that were taken back after a complaint, the first one first (A§15-3).',
  })
  earlierRefusals(@Root() application: IinApplication, @Ctx() context: Context): Promise<RefusalNotice[]> {
    return Promise.all(
      (application.earlierRefusals ?? []).map((refusal) =>
        noticeOf(refusal, Temporal.Instant.from(refusal.decidedAt), application, context),
      ),
    );
  }
}

async function noticeOf(
  { refusalGrounds, refusalReason, refusalMarks, existingRecordId }: Refusal,
  decidedAt: Temporal.Instant,
  application: IinApplication,
  context: Context,
): Promise<RefusalNotice> {
  const documents = documentsPresented(application);
  const existingRecord = existingRecordId ? await context.load(recordsById, existingRecordId) : undefined;
  return {
    grounds: refusalGrounds,
    groundTexts: refusalGrounds.map((ground) => groundTexts[ground]),
    reason: refusalReason,
    marks: (refusalMarks ?? []).map((mark) => ({ ...mark, name: nameOfMark(mark, documents, application) })),
    issuedOn: almatyDate(decidedAt),
    existingRecord: existingRecord ?? null,
  };
}
