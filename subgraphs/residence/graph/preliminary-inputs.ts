import { Field, ID, InputType, Int } from 'type-graphql';
import { CityName } from '../../kit/graph/city.ts';
import { ChangeInputFields, CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { DocumentKindName } from '../../kit/graph/document-kinds.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import type { City } from '../../kit/viewer/roles.ts';
import { CheckKindName } from '../model/enumerations.ts';
import type { CheckKind } from '../rules/checks.ts';

@InputType({ description: 'Which residence case.' })
export class ResidenceCaseInput extends ChangeInputFields {}

@InputType({ description: 'Which case is reopened, after which complaint (A§15-3).' })
export class ReopenCaseInput extends ChangeInputFields {
  @Field(() => ID, { description: 'The complaint that was decided so that the case is to be reopened.' })
  declare complaintId: string;
}

@InputType({ description: 'An e-application for the permission to reside (B§10).' })
export class SubmitResidenceApplicationInput extends CommandInputFields {
  @Field(() => ID, { description: 'Oneself, as registered with the travel document.' })
  declare applicantId: string;

  @Field(() => Int, {
    description: 'The version of the applicant that you saw. A stale one is CONFLICT, which names the current one.',
  })
  declare applicantVersion: number;

  @Field(() => CityName, { description: 'The city whose migration service is to decide.' })
  declare city: City;

  @Field(() => ID, { description: 'The signed petition.' })
  declare petitionId: string;

  @Field(() => [ID], {
    description:
      'Documents that you attached before: the passport copy, a photo of 35×45 mm, the legalised document on the criminal record.',
  })
  declare documentIds: string[];

  @Field(() => ID, { description: 'The questionnaire that you filled in.' })
  declare questionnaireId: string;

  @Field(() => String, {
    description: 'Your signature over exactly the bytes of the questionnaire: a detached CMS in base64.',
  })
  declare signature: string;

  @Field(() => String, { description: 'By which the payment gateway knows your payment of the state duty.' })
  declare dutyPaymentReference: string;
}

@InputType({ description: 'A returned e-application, reworked (B§12). The petition, the city and the duty stay.' })
export class ResubmitResidenceApplicationInput extends ChangeInputFields {
  @Field(() => ID, { description: 'Oneself, as registered with the travel document.' })
  declare applicantId: string;

  @Field(() => Int, {
    description: 'The version of the applicant that you saw. A stale one is CONFLICT, which names the current one.',
  })
  declare applicantVersion: number;

  @Field(() => [ID], { description: 'All the documents, those that stay and those that are new.' })
  declare documentIds: string[];

  @Field(() => ID, { description: 'The questionnaire.' })
  declare questionnaireId: string;

  @Field(() => String, {
    description: 'Your signature over exactly the bytes of the questionnaire: a detached CMS in base64.',
  })
  declare signature: string;
}

@InputType({ description: 'What is wrong with a document, or with a field of the questionnaire; one of both (B§12).' })
export class ReasonOfReturnInput {
  @Field(() => DocumentKindName, { nullable: true, description: 'The document.' })
  declare document: DocumentKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'The field of the questionnaire, such as closeRelatives.0.birthDate.',
  })
  declare field: string | null;

  @Field(() => String, { description: 'What is wrong with it, in words.' })
  declare text: string;
}

@InputType({ description: 'Why an e-application is returned (B§12).' })
export class ReturnForReworkInput extends ChangeInputFields {
  @Field(() => [ReasonOfReturnInput], { description: 'Every reason at once.' })
  declare reasons: ReasonOfReturnInput[];
}

@InputType({ description: 'What a check found (B§13, B§22).' })
export class RecordedCheckInput {
  @Field(() => CheckKindName, { description: 'What was checked.' })
  declare kind: CheckKind;

  @Field(() => Boolean, { description: 'Whether nothing was found.' })
  declare clear: boolean;

  @Field(() => String, { nullable: true, description: 'What was found; needed when something was.' })
  declare remark: string | null;
}

@InputType({ description: 'What the checks found (B§13, B§22).' })
export class RecordChecksInput extends ChangeInputFields {
  @Field(() => [RecordedCheckInput], { description: 'One of each kind at the most.' })
  declare checks: RecordedCheckInput[];
}

@InputType({ description: 'What the KNB answers (B§15).' })
export class AnswerKnbInput extends ChangeInputFields {
  @Field(() => Boolean, { description: 'Whether it agrees; it objects otherwise.' })
  declare agrees: boolean;

  @Field(() => String, { nullable: true, description: 'Why it objects.' })
  declare reason: string | null;
}

@InputType({ description: 'How it is decided preliminarily (B§17).' })
export class DecidePreliminaryInput extends ChangeInputFields {
  @Field(() => Boolean, {
    description: 'Whether it is approved, which needs the agreement of the KNB; it is refused otherwise.',
  })
  declare approves: boolean;

  @Field(() => String, { nullable: true, description: 'Why it is refused.' })
  declare reason: string | null;
}
