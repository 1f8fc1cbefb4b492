import { Field, ID, InputType, Int } from 'type-graphql';
import { Masked } from '../../kit/access/declare.ts';
import { ChangeInputFields, CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import {
  ApplicationStateName,
  CategoryName,
  DeliveryStateName,
  MarkedFieldName,
  RefusalGroundName,
} from '../model/enumerations.ts';
import type { Category } from '../rules/categories.ts';
import type { DeliveryState } from '../rules/delivery.ts';
import type { ApplicationState } from '../rules/lifecycle.ts';
import type { MarkedField } from '../rules/refusal-marks.ts';
import type { RefusalGround } from '../rules/refusal.ts';

@InputType({ description: 'An application for a number, for a person who was registered before.' })
export class RegisterIinApplicationInput extends CommandInputFields {
  @Field(() => ID, { description: 'For whom.' })
  declare applicantId: string;

  @Field(() => Int, {
    description: 'The version of the applicant that you saw. A stale one is CONFLICT, which names the current one.',
  })
  declare applicantVersion: number;

  @Field(() => CategoryName, { description: 'In which category (A§4).' })
  declare category: Category;

  @Field(() => ID, {
    nullable: true,
    description:
      'Of which foreign representation the person is staff: needed for REPRESENTATION_STAFF, and of no other category (A§4).',
  })
  declare representationId: string | null;
}

@InputType({ description: 'An application, and the version of it that you saw.' })
export class IinApplicationInput extends ChangeInputFields {}

@InputType({ description: 'Something that is wrong: a field of the data, or a document (A§13).' })
export class RefusalMarkInput {
  @Field(() => MarkedFieldName, { nullable: true, description: 'The field; null for a document.' })
  declare field: MarkedField | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The document, one of those with which the application was registered; null for a field.',
  })
  declare documentId: string | null;

  @Field(() => String, { description: 'What is wrong with it, as it is printed on the notice.' })
  declare remark: string;
}

@InputType({ description: 'A refusal of a number (A§13).' })
export class RefuseIinInput extends ChangeInputFields {
  @Field(() => [RefusalGroundName], { description: 'One or more of the three grounds.' })
  declare grounds: RefusalGround[];

  @Field(() => String, { description: 'The reason in words, as it is printed on the notice.' })
  declare reason: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The record of the number that the person has already; needed with IIN_ALREADY_REGISTERED.',
  })
  declare existingRecordId: string | null;

  @Field(() => [RefusalMarkInput], {
    nullable: true,
    description:
      'Everything that is wrong, at once. At least one mark goes with UNTRUE_DOCUMENTS_OR_DATA and with NOT_COMPLIANT_WITH_REQUIREMENTS.',
  })
  declare marks: RefusalMarkInput[] | null;
}

@InputType({ description: 'Which application is reopened, after which complaint (A§15-3).' })
export class ReopenIinApplicationInput extends ChangeInputFields {
  @Field(() => ID, { description: 'The complaint that was decided so that the application is to be reopened.' })
  declare complaintId: string;
}

@InputType({ description: 'Which applications are asked for; all that is given must hold.' })
export class IinApplicationFilter {
  @Field(() => [ApplicationStateName], { nullable: true, description: 'In one of these states.' })
  declare states: ApplicationState[] | null;

  @Field(() => CategoryName, { nullable: true, description: 'In this category.' })
  declare category: Category | null;

  @Field(() => String, { nullable: true, description: 'With this number, such as IIN-2026-000123.' })
  declare number: string | null;

  @Field(() => ID, { nullable: true, description: 'That this mission received.' })
  declare missionId: string | null;

  @Field(() => ID, { nullable: true, description: 'Of staff of this foreign representation.' })
  declare representationId: string | null;

  @Field(() => DeliveryStateName, {
    nullable: true,
    description: 'That wait to pass to the operators, or have passed (A§10).',
  })
  declare delivery: DeliveryState | null;

  @Field(() => DateTime, { nullable: true, description: 'Due before this moment.' })
  declare dueBefore: Temporal.Instant | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'That are, or were decided, late; or those that are not (A§5).',
  })
  declare overdue: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Whose number this is, or whose surname begins with it, in Latin or Cyrillic letters as presented. Case, spaces and hyphens do not count.',
  })
  @Masked('name')
  declare text: string | null;
}
