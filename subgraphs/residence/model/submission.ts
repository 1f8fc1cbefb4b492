import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, Int, ObjectType } from 'type-graphql';
import { Masked, Public } from '../../kit/access/declare.ts';
import { DocumentKindName } from '../../kit/graph/document-kinds.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { auditedWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import type { ReturnReason } from '../rules/rework.ts';
import { submissionPolicy } from './visibility.ts';

export const SubmissionTable = defineEntity({
  name: 'Submission',
  tableName: 'submission',
  schema: 'residence',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    ordinal: p.integer(),
    submittedAt: instant(),
    /** What was presented then. */
    applicantId: p.uuid(),
    applicantVersion: p.integer(),
    questionnaireId: p.uuid(),
    documentIds: p.type('uuid[]').columnType('uuid[]').$type<string[]>(),
    returnedAt: instant().nullable(),
    returnedBy: p.uuid().nullable(),
    returnReasons: p.json().$type<ReturnReason[]>().nullable(),
  },
  uniques: [{ properties: ['caseId', 'ordinal'] }],
  policies: [auditedWhen(submissionPolicy())],
  rowLevelSecurity: 'force',
});

/** Why something was returned. */
@ObjectType({ description: 'Why an e-application was returned (B§12).' })
@Public()
export class ReasonOfReturn implements ReturnReason {
  @Field(() => DocumentKindName, { nullable: true, description: 'The document that it is about.' })
  declare document: DocumentKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'The field of the questionnaire that it is about, such as closeRelatives.0.birthDate.',
  })
  declare field: string | null;

  @Field(() => String, { description: 'What is wrong, in the words of the officer.' })
  @Masked('hidden')
  declare text: string;
}

/** An e-application as it arrived. It is reached through a case, whose own field says who may. */
@ObjectType({
  description: 'An e-application as it arrived: the first, or one that was reworked; and its return (B§11, B§12).',
})
@Public()
export class Submission extends SubmissionTable.class {
  @Field(() => Int, { description: 'Which one of its case: 1 is the first.' })
  declare ordinal: number;

  @Field(() => DateTime, { description: 'When it arrived.' })
  declare submittedAt: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was returned.' })
  declare returnedAt: Temporal.Instant | null;

  @Field(() => [ReasonOfReturn], { nullable: true, description: 'Why it was returned.' })
  declare returnReasons: ReturnReason[] | null;
}
SubmissionTable.setClass(Submission);
