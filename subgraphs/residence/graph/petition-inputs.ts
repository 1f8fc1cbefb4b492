import { Field, ID, InputType, Int } from 'type-graphql';
import type { Bilingual } from '../../kit/forms/blocks.ts';
import { ChangeInputFields, CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { CountryCode, DateTime } from '../../kit/graph/scalars.ts';
import { InterviewOutcomeName, ScreeningDecisionName } from '../model/enumerations.ts';
import type { interviewOutcomes, screeningDecisions } from '../model/enumerations.ts';

@InputType({ description: 'Who asks for a petition, and with what (B§4).' })
export class PetitionApplicationInput {
  @Field(() => ID, { description: 'You, as you registered.' })
  declare applicantId: string;

  @Field(() => Int, {
    description: 'The version of the applicant that you saw. A stale one is CONFLICT, which names the current one.',
  })
  declare applicantVersion: number;

  @Field(() => [ID], {
    description:
      'Documents that are attached to you: passport copy, diploma (if any), portfolio, portrait photo of 35×45 mm, certificate of advanced training, CV, motivation letter, document on the criminal record.',
  })
  declare documentIds: string[];

  @Field(() => CountryCode, {
    nullable: true,
    description:
      'The state in which you reside permanently, where it is another one than that of your citizenship: its body may issue the document on the criminal record too.',
  })
  declare permanentResidence: string | null;
}

@InputType({ description: 'An application for a petition of the sectoral state body (B§4).' })
export class SubmitPetitionInput extends CommandInputFields {
  @Field(() => Boolean, {
    description:
      'Whether you consent to the collection and processing of your personal data. Without it the process ends, and nothing of you is read.',
  })
  declare consent: boolean;

  @Field(() => PetitionApplicationInput, { nullable: true, description: 'What you apply with; needed with consent.' })
  declare application: PetitionApplicationInput | null;
}

@InputType({ description: 'A petition, and the version of it that you saw.' })
export class PetitionInput extends ChangeInputFields {}

@InputType({ description: 'What came of the screening of a petition (B§5).' })
export class ScreenPetitionInput extends ChangeInputFields {
  @Field(() => ScreeningDecisionName, { description: 'Approved or refused.' })
  declare decision: (typeof screeningDecisions)[number];

  @Field(() => String, {
    nullable: true,
    description: 'The reasons that the person is told; needed with a refusal (B§9).',
  })
  declare reason: string | null;
}

@InputType({ description: 'Times that you offer for an interview that you will hold (B§6).' })
export class OfferInterviewTimesInput extends ChangeInputFields {
  @Field(() => [DateTime], {
    description:
      'When it may begin: 2 to 50 times to come, each on the hour or half past; an interview lasts 30 minutes.',
  })
  declare times: Temporal.Instant[];

  @Field(() => String, { nullable: true, description: 'Where it is held: an address that begins with https://.' })
  declare videoLink: string | null;
}

@InputType({ description: 'The time that you choose for the interview (B§6).' })
export class ChooseInterviewTimeInput extends ChangeInputFields {
  @Field(() => ID, { description: 'One of the times that are on offer.' })
  declare timeId: string;
}

@InputType({ description: 'A profession of the list of professions in demand, in the two languages of the letter.' })
export class ProfessionInput implements Bilingual {
  @Field(() => String, { description: 'In Kazakh.' })
  declare kk: string;

  @Field(() => String, { description: 'In Russian.' })
  declare ru: string;
}

@InputType({ description: 'What came of an interview (B§7).' })
export class RecordInterviewInput extends ChangeInputFields {
  @Field(() => InterviewOutcomeName, { description: 'Passed, not passed, or missed.' })
  declare outcome: (typeof interviewOutcomes)[number];

  @Field(() => String, {
    description: 'The result in words. When it was not passed, these are the reasons that the person is told (B§9).',
  })
  declare result: string;

  @Field(() => ProfessionInput, {
    nullable: true,
    description: 'The profession in demand that the person has, as the letter names it; needed when it was passed.',
  })
  declare profession: ProfessionInput | null;
}

@InputType({ description: 'An electronic signature over the letter of a petition (B§8).' })
export class SignPetitionInput extends ChangeInputFields {
  @Field(() => String, {
    description:
      'A detached CMS over exactly the bytes of the letter, in base64: made by the first head of the ministry, or with the right to sign for it.',
  })
  declare signature: string;
}

@InputType({ description: 'A refusal to sign a petition (B§9).' })
export class RefusePetitionInput extends ChangeInputFields {
  @Field(() => String, { description: 'The reasons that the person is told.' })
  declare reason: string;
}
