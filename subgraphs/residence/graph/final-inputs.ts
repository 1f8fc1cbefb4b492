import { Field, ID, InputType, Int } from 'type-graphql';
import { ChangeInputFields, CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { PersonNameInput } from '../../kit/graph/person.ts';
import { CountryCode, PlainDate, Tenge } from '../../kit/graph/scalars.ts';
import { ComparedFieldName, ContractPartyName, FinalDocumentKindName } from '../model/enumerations.ts';
import type { ComparedField } from '../rules/comparison.ts';
import type { ContractParty, FinalDocumentKind } from '../rules/final-documents.ts';

@InputType({ description: 'What the passport says on the day of the final application (B§20).' })
export class PresentPassportInput {
  @Field(() => PersonNameInput, { description: 'The names in Latin letters.' })
  declare latinName: PersonNameInput;

  @Field(() => PlainDate, { description: 'The date of birth.' })
  declare birthDate: Temporal.PlainDate;

  @Field(() => CountryCode, { description: 'The citizenship.' })
  declare citizenship: string;

  @Field(() => CountryCode, { description: 'The state that issued it.' })
  declare issuingCountry: string;

  @Field(() => String, { description: 'Its number.' })
  declare number: string;

  @Field(() => PlainDate, {
    description: 'The last day on which it is valid: more than 180 calendar days after the day of application (B§20).',
  })
  declare expiresOn: Temporal.PlainDate;
}

@InputType({
  description:
    'A document of the final application (B§20), whose scan was uploaded before. What has to be told of it depends on what it is.',
})
export class FinalDocumentInput {
  @Field(() => FinalDocumentKindName, { description: 'What it is.' })
  declare kind: FinalDocumentKind;

  @Field(() => ID, { description: 'The id that the upload of the scan answered.' })
  declare uploadId: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Whether the original was shown.' })
  declare originalShown: boolean;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'The day of issue. Needed for the medical certificate and the certificate of fingerprinting.',
  })
  declare issuedOn: Temporal.PlainDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it is of the form 028/у. Needed for the medical certificate.',
  })
  declare onForm028: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it says that there is no disease of the barred list. Needed for the medical certificate.',
  })
  declare noBarredDisease: boolean | null;

  @Field(() => ContractPartyName, {
    nullable: true,
    description: 'With whom it is concluded. Needed for the housing contract.',
  })
  declare contractWith: ContractParty | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether a notary certified it. Needed for the housing contract.',
  })
  declare notarised: boolean | null;

  @Field(() => PlainDate, { nullable: true, description: 'From when it is. Needed for the housing contract.' })
  declare startsOn: Temporal.PlainDate | null;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Until when it is: at least 180 calendar days after its beginning. Needed for the housing contract.',
  })
  declare endsOn: Temporal.PlainDate | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is the one that was given with the e-application. Needed for the petition, the criminal-record document, the questionnaire and the proof of the state duty.',
  })
  declare sameAsEarlier: boolean | null;
}

@InputType({ description: 'A final application at the service centre (B§20, B§21).' })
export class RegisterFinalApplicationInput extends CommandInputFields {
  @Field(() => String, { description: 'The number of the preliminary approval.' })
  declare approvalNumber: string;

  @Field(() => Int, {
    description: 'The version that the client saw. A stale one is CONFLICT, which names the current one.',
  })
  declare expectedVersion: number;

  @Field(() => PresentPassportInput, { description: 'What the passport says.' })
  declare passport: PresentPassportInput;

  @Field(() => [FinalDocumentInput], { description: 'The nine documents.' })
  declare documents: FinalDocumentInput[];
}

@InputType({ description: 'That the courier has the originals (B§21).' })
export class SendOriginalsInput extends ChangeInputFields {
  @Field(() => String, { description: 'By which the courier finds them.' })
  declare trackingNumber: string;
}

@InputType({ description: 'What the officer found when comparing (B§22).' })
export class FindingInput {
  @Field(() => ComparedFieldName, { description: 'What was compared.' })
  declare field: ComparedField;

  @Field(() => Boolean, { description: 'Whether both agree, or the difference is explained; else it is marked.' })
  declare agrees: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'A remark. Needed where the data differ, and for what is marked.',
  })
  declare remark: string | null;
}

@InputType({ description: 'A comparison of the originals with what was given earlier (B§22).' })
export class CompareDocumentsInput extends ChangeInputFields {
  @Field(() => [FindingInput], {
    description: 'What was found: for each document, and for all data that differ.',
  })
  declare findings: FindingInput[];
}

@InputType({ description: 'The final decision (B§22–24).' })
export class DecideFinalInput extends ChangeInputFields {
  @Field(() => Boolean, { description: 'Whether the permission is given; else it is refused.' })
  declare approves: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Why it is refused, as it is printed on the notice; needed for a refusal, and for nothing else.',
  })
  declare reason: string | null;
}

@InputType({ description: 'The housing contract by which the residence is registered (B§25).' })
export class ResidenceContractInput {
  @Field(() => ID, { description: 'The id that the upload of the scan answered.' })
  declare uploadId: string;

  @Field(() => ContractPartyName, { description: 'With whom it is concluded.' })
  declare contractWith: ContractParty;

  @Field(() => Boolean, { description: 'Whether a notary certified it.' })
  declare notarised: boolean;

  @Field(() => PlainDate, { description: 'From when it is.' })
  declare startsOn: Temporal.PlainDate;

  @Field(() => PlainDate, { description: 'Until when it is.' })
  declare endsOn: Temporal.PlainDate;
}

@InputType({ description: 'A registration of residence (B§25).' })
export class RegisterResidenceInput extends ChangeInputFields {
  @Field(() => String, { description: 'The address.' })
  declare address: string;

  @Field(() => ResidenceContractInput, { description: 'By which contract.' })
  declare contract: ResidenceContractInput;
}

@InputType({ description: 'The foreign passport that is shown for the permit (B§26).' })
export class PermitPassportInput {
  @Field(() => ID, { description: 'The id that the upload of the scan answered.' })
  declare uploadId: string;

  @Field(() => PlainDate, { description: 'The last day on which it is valid.' })
  declare expiresOn: Temporal.PlainDate;
}

@InputType({ description: 'The receipt of the state duty for the permit (B§26).' })
export class PermitReceiptInput {
  @Field(() => ID, { description: 'The id that the upload of the scan answered.' })
  declare uploadId: string;

  @Field(() => Tenge, { description: 'What was paid: at least the duty of the day of payment.' })
  declare amount: number;

  @Field(() => PlainDate, { description: 'The day of payment.' })
  declare paidOn: Temporal.PlainDate;
}

@InputType({ description: 'What is brought for the residence permit (B§26).' })
export class IssuePermitInput extends ChangeInputFields {
  @Field(() => PermitPassportInput, { description: 'The valid foreign passport.' })
  declare passport: PermitPassportInput;

  @Field(() => Boolean, { description: 'Whether the notice of permission was shown.' })
  declare noticeShown: boolean;

  @Field(() => PermitReceiptInput, { description: 'The receipt of the state duty.' })
  declare receipt: PermitReceiptInput;
}
