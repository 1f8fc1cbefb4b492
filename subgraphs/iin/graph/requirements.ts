import { Field, Int, ObjectType } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { DocumentKindName } from '../../kit/graph/document-kinds.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { LocalizedText } from '../../kit/graph/localized-text.ts';
import { CountryCode } from '../../kit/graph/scalars.ts';
import {
  AttestationRuleName,
  CategoryName,
  ChannelName,
  PresentationName,
  TranslationRuleName,
} from '../model/enumerations.ts';
import { categoryRules, requirementsOf } from '../rules/categories.ts';
import type { AgeCondition, Category, Channel } from '../rules/categories.ts';
import { ageText, conditionsOf, headingOf, placeTexts } from '../rules/requirements-texts.ts';
import { partsOf } from '../rules/requirements.ts';
import type {
  AttestationRule,
  Presentation,
  RequiredDocument,
  Requirement,
  TranslationRule,
} from '../rules/requirements.ts';

const requirementKinds = ['ALL_OF', 'ONE_OF', 'DOCUMENT'] as const;
const RequirementKindName = enumeration(
  'IinRequirementKind',
  requirementKinds,
  'Whether all parts of a requirement are asked for, one of them, or a document.',
);

@ObjectType({ description: 'A document that is asked for, and all that is asked of it (A§6).' })
@Public()
export class IinRequiredDocument {
  @Field(() => DocumentKindName, { description: 'Its kind.' })
  declare kind: DocumentKind;

  @Field(() => PresentationName, { description: 'How it is brought.' })
  declare presentation: Presentation;

  @Field(() => AttestationRuleName, { description: 'When it is to be legalised or apostilled.' })
  declare attestation: AttestationRule;

  @Field(() => TranslationRuleName, { description: 'When it needs a translation.' })
  declare translation: TranslationRule;

  @Field(() => LocalizedText, { description: 'All of this in words.' })
  declare conditions: LocalizedText;
}

@ObjectType({
  description:
    'What is to be brought: all of several things, one of several, or a document (A§6). Groups name no parts; parts name their group.',
})
@Public()
export class IinRequirement {
  @Field(() => String, { description: 'Its place in the list, such as 3.1 for the first part of 3.' })
  declare number: string;

  @Field(() => String, {
    nullable: true,
    description: 'The number of the group that it is part of; null at the top, of which everything is asked for.',
  })
  declare partOf: string | null;

  @Field(() => RequirementKindName, { description: 'Whether all parts are asked for, one of them, or a document.' })
  declare kind: (typeof requirementKinds)[number];

  @Field(() => LocalizedText, { description: 'What the document is in words, or how many of the parts are asked for.' })
  declare text: LocalizedText;

  @Field(() => IinRequiredDocument, { nullable: true, description: 'The document, where it is one.' })
  declare document: IinRequiredDocument | null;
}

@ObjectType({ description: 'Which age a category asks for, in full years on the day of application (A§4).' })
@Public()
export class IinAgeCondition {
  @Field(() => Int, { nullable: true, description: 'So many years or more.' })
  declare atLeast: number | null;

  @Field(() => Int, { nullable: true, description: 'Fewer than so many years.' })
  declare under: number | null;

  @Field(() => LocalizedText, { description: 'In words.' })
  declare text: LocalizedText;
}

@ObjectType({
  description:
    'What to bring to apply for a number in a category, and where to. The same rules decide when an application is registered (A§4, A§6).',
})
@Public()
export class IinRequirements {
  @Field(() => CategoryName, { description: 'The category.' })
  declare category: Category;

  @Field(() => LocalizedText, { description: 'Who it is for.' })
  declare who: LocalizedText;

  @Field(() => ChannelName, { description: 'Through whom an application goes.' })
  declare channel: Channel;

  @Field(() => LocalizedText, { description: 'Where to apply, in words.' })
  declare place: LocalizedText;

  @Field(() => IinAgeCondition, { nullable: true, description: 'The age that is asked for, if any.' })
  declare age: IinAgeCondition | null;

  @Field(() => [IinRequirement], { description: 'All that is to be brought; each group before its parts.' })
  declare requirements: IinRequirement[];

  @Field(() => [CountryCode], {
    description:
      'The states whose documents need neither legalisation nor apostille today: the parties of the Minsk (1993) and the Chisinau (2002) convention.',
  })
  declare exemptStates: string[];

  @Field(() => String, { description: 'The paragraphs that it comes from.' })
  declare reference: string;
}

/** The rules of a category, explained. */
export function explained(category: Category, exemptStates: string[]): IinRequirements {
  const { who, channel, age } = categoryRules[category];
  return {
    category,
    who,
    channel,
    place: placeTexts[channel],
    age: age ? explainedAge(age) : null,
    requirements: explainedParts(requirementsOf(category), null),
    exemptStates,
    reference: 'A§4, A§6',
  };
}

function explainedAge(age: AgeCondition): IinAgeCondition {
  return { atLeast: null, under: null, ...age, text: ageText(age) };
}

/** @param group the number of the requirement whose parts they are; null for the whole. */
function explainedParts(requirement: Requirement, group: string | null): IinRequirement[] {
  return partsOf(requirement).flatMap((part, index) => {
    const number = [group, index + 1].filter((each) => each !== null).join('.');
    const isDocument = 'kind' in part;
    const explanation: IinRequirement = {
      number,
      partOf: group,
      kind: isDocument ? 'DOCUMENT' : 'allOf' in part ? 'ALL_OF' : 'ONE_OF',
      text: headingOf(part),
      document: isDocument ? explainedDocument(part) : null,
    };
    return [explanation, ...explainedParts(part, number)];
  });
}

function explainedDocument(document: RequiredDocument): IinRequiredDocument {
  const { kind, presentation, attestation, translation } = document;
  return { kind, presentation, attestation, translation, conditions: conditionsOf(document) };
}
