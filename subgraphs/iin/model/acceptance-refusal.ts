import { defineEntity, p } from '@mikro-orm/postgresql';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Access, Public } from '../../kit/access/declare.ts';
import { DocumentKindName } from '../../kit/graph/document-kinds.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import { LocalizedText } from '../../kit/graph/localized-text.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { visibleTo, visibleWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import type { AcceptanceReason } from '../rules/acceptance.ts';
import { categories } from '../rules/categories.ts';
import type { Category } from '../rules/categories.ts';
import { AcceptanceReasonCodeName, CategoryName } from './enumerations.ts';
import { refusalPolicy, visibleRefusals } from './visibility.ts';

export const AcceptanceRefusalTable = defineEntity({
  name: 'AcceptanceRefusal',
  tableName: 'acceptance_refusal',
  schema: 'iin',
  properties: {
    id: p.uuid().primary(),
    officeId: p.uuid(),
    applicantId: p.uuid(),
    applicantVersion: p.integer(),
    category: p.enum(categories),
    reasons: p.json().$type<AcceptanceReason[]>(),
    refusedAt: instant(),
    refusedBy: p.uuid(),
  },
  indexes: [{ properties: ['officeId', 'id'] }],
  filters: visibleTo(visibleRefusals),
  policies: [visibleWhen(refusalPolicy())],
  rowLevelSecurity: 'force',
});

/** One reason why an application was not accepted. It is reached through the refusal, whose own declaration says who may. */
@ObjectType('AcceptanceReason', { description: 'One reason why an application was not accepted (A§7).' })
@Public()
export class AcceptanceReasonType {
  @Field(() => AcceptanceReasonCodeName, { description: 'What it is.' })
  declare code: AcceptanceReason['code'];

  @Field(() => [DocumentKindName], {
    description: 'The kinds of document concerned; of several that are missing, one way of the choice is enough.',
  })
  declare documents: DocumentKind[];

  @Field(() => Int, {
    nullable: true,
    description: 'The years of age, of experience or in the position that are asked for.',
  })
  declare years: number | null;

  @Field(() => LocalizedText, { description: 'In words for the person, with what may be brought instead.' })
  declare text: LocalizedText;

  @Field(() => String, { description: 'The paragraph that it comes from.' })
  declare reference: string;
}

/** A refusal to accept an application. */
@ObjectType({
  description: 'A refusal to accept an application: nothing is registered, every reason is named at once (A§7).',
})
@Directive('@key(fields: "id")')
@Access({ roles: ['consul', 'authorised_employee', 'system'], rows: 'own office' })
export class AcceptanceRefusal extends AcceptanceRefusalTable.class {
  @Field(() => ID, { description: 'Its opaque id.' })
  declare id: string;

  @Field(() => CategoryName, { description: 'The category in which the person wanted to apply.' })
  declare category: Category;

  @Field(() => [AcceptanceReasonType], { description: 'Every reason.' })
  declare reasons: AcceptanceReason[];

  @Field(() => DateTime, { description: 'When it was refused.' })
  declare refusedAt: Temporal.Instant;
}
AcceptanceRefusalTable.setClass(AcceptanceRefusal);
