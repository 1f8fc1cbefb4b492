import { defineEntity, p } from '@mikro-orm/postgresql';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../../kit/access/declare.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { DateTime } from '../../kit/graph/scalars.ts';
import { visibleTo, visibleWhen } from '../../kit/model/policies.ts';
import { instant } from '../../kit/orm/properties.ts';
import { questionnaireLanguages } from '../rules/questionnaire.ts';
import type { Answers, QuestionnaireLanguage } from '../rules/questionnaire.ts';
import { QuestionnaireAnswers } from './questionnaire-answers.ts';
import { ownAnswersPolicy, visibleAnswers } from './visibility.ts';

/** The languages of the questionnaire, as the graph names them. */
export const QuestionnaireLanguageName = enumeration(
  'QuestionnaireLanguage',
  questionnaireLanguages,
  'The languages in which the questionnaire may be answered.',
);

export const QuestionnaireTable = defineEntity({
  name: 'Questionnaire',
  tableName: 'questionnaire',
  schema: 'residence',
  properties: {
    /** The id of its bytes. */
    id: p.uuid().primary(),
    accountId: p.uuid(),
    applicantId: p.uuid(),
    applicantVersion: p.integer(),
    formVersion: p.integer(),
    language: p.enum(questionnaireLanguages),
    /** Days as ISO texts. */
    answers: p.json().$type<Answers<string>>(),
    size: p.integer(),
    sha256: p.text(),
    filledInAt: instant(),
  },
  indexes: [{ properties: ['accountId', 'id'] }],
  filters: visibleTo(visibleAnswers),
  policies: [visibleWhen(ownAnswersPolicy())],
  rowLevelSecurity: 'force',
});

/** A questionnaire that was filled in. */
@ObjectType({
  description:
    'A questionnaire as it was filled in: what the person signs at submission. Its PDF is at /documents/ and its id (B§10.5).',
})
@Access({ roles: ['applicant', 'system'], rows: 'own data' })
export class Questionnaire extends QuestionnaireTable.class {
  @Field(() => ID, { description: 'The id of its bytes.' })
  declare id: string;

  @Field(() => Int, { description: 'The version of the form.' })
  declare formVersion: number;

  @Field(() => QuestionnaireLanguageName, { description: 'The language of the answers, as declared.' })
  declare language: QuestionnaireLanguage;

  @Field(() => QuestionnaireAnswers, { description: 'The answers.' })
  declare answers: Answers<string>;

  @Field(() => Int, { description: 'The size of its bytes.' })
  declare size: number;

  @Field(() => String, { description: 'SHA-256 of its bytes, hexadecimal.' })
  declare sha256: string;

  @Field(() => DateTime, { description: 'When it was filled in.' })
  declare filledInAt: Temporal.Instant;
}
QuestionnaireTable.setClass(Questionnaire);
