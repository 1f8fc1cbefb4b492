import { Field, ID, InputType, Int } from 'type-graphql';
import type { Language } from '../../kit/errors/languages.ts';
import { CommandInputFields } from '../../kit/graph/command-inputs.ts';
import { DocumentKindName } from '../../kit/graph/document-kinds.ts';
import type { DocumentKind } from '../../kit/graph/document-kinds.ts';
import { LanguageName } from '../../kit/graph/language.ts';
import { PersonNameInput, SexName } from '../../kit/graph/person.ts';
import type { Sex } from '../../kit/graph/person.ts';
import { CountryCode, PlainDate } from '../../kit/graph/scalars.ts';
import { AttestationName, ConsentKindName, IdentityDetailName, TranslationName } from '../model/enumerations.ts';
import type { attestations, consentKinds, identityDetails, translations } from '../model/enumerations.ts';
import { Address, Contacts, SettledDisagreement } from '../model/parts.ts';

/** What the consul reads in the visual inspection zone. */
@InputType({ description: 'What is read in the visual inspection zone of the travel document (A§9).' })
export class VisualZoneInput {
  @Field(() => PlainDate, { description: 'The date of birth.' })
  declare birthDate: Temporal.PlainDate;

  @Field(() => String, { description: 'The place of birth.' })
  declare birthPlace: string;

  @Field(() => SexName, { description: 'The sex.' })
  declare sex: Sex;

  @Field(() => CountryCode, { description: 'The citizenship.' })
  declare nationality: string;

  @Field(() => String, { description: 'The number of the document.' })
  declare documentNumber: string;

  @Field(() => PlainDate, { description: 'The last day on which the document is valid.' })
  declare expiryDate: Temporal.PlainDate;

  @Field(() => PlainDate, { nullable: true, description: 'The day of issue.' })
  declare issuedOn: Temporal.PlainDate | null;
}

/** What a person is registered from. */
@InputType()
abstract class PersonFields extends CommandInputFields {
  @Field(() => [String], { description: 'The lines of the machine-readable zone: names are taken from it (A§9).' })
  declare machineReadableZone: string[];

  @Field(() => VisualZoneInput, { description: 'What the visual inspection zone says.' })
  declare visualZone: VisualZoneInput;

  @Field(() => [SettledDisagreement], { defaultValue: [], description: 'The disagreements of the two zones, settled.' })
  declare settledDisagreements: SettledDisagreement[];

  @Field(() => PersonNameInput, { description: 'The names in Cyrillic letters (A-form 1).' })
  declare cyrillicName: PersonNameInput;

  @Field(() => String, {
    nullable: true,
    description: 'The patronymic in Latin letters, which the machine-readable zone has no field for.',
  })
  declare latinPatronymic: string | null;

  @Field(() => String, { nullable: true, description: 'The ethnicity (A-form 1).' })
  declare ethnicity: string | null;

  @Field(() => Contacts, { nullable: true, description: 'How the person is reached.' })
  declare contacts: Contacts | null;

  @Field(() => Address, { nullable: true, description: 'The address (A-form 1).' })
  declare address: Address | null;

  @Field(() => CountryCode, { nullable: true, description: 'The country of arrival (A-form 1).' })
  declare countryOfArrival: string | null;

  @Field(() => LanguageName, { description: 'The language that the person wants to be told in.' })
  declare language: Language;
}

@InputType({
  description: 'A person who is presented to a consul or an authorised employee, or who registers oneself.',
})
export class RegisterApplicantInput extends PersonFields {}

@InputType({ description: 'A person as presented, corrected: everything is given anew.' })
export class CorrectApplicantInput extends PersonFields {
  @Field(() => ID, { description: 'Whom to correct.' })
  declare id: string;

  @Field(() => Int, {
    description: 'The version that the client saw. A stale one is CONFLICT, which names the current one.',
  })
  declare expectedVersion: number;
}

@InputType({ description: 'A document of a person, whose bytes were uploaded before.' })
export class AttachDocumentInput extends CommandInputFields {
  @Field(() => ID, { description: 'Whose document it is.' })
  declare applicantId: string;

  @Field(() => ID, { description: 'The id that the upload answered.' })
  declare uploadId: string;

  @Field(() => DocumentKindName, { description: 'What it is.' })
  declare kind: DocumentKind;

  @Field(() => CountryCode, {
    nullable: true,
    description:
      'The state whose body issued or certified it, or in which it was made. Needed for a marriage certificate, and with stateSeal.',
  })
  declare issuingCountry: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether that state's competent body, or a person whom it specially authorised, issued or certified it and sealed it with the coat of arms of the state (A§6). Needed for what states issue: certificates, diplomas, proofs.",
  })
  declare stateSeal: boolean | null;

  @Field(() => PlainDate, { nullable: true, description: 'The day of issue.' })
  declare issuedOn: Temporal.PlainDate | null;

  @Field(() => PlainDate, { nullable: true, description: 'The last day on which it is valid.' })
  declare expiresOn: Temporal.PlainDate | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether the original was shown for comparison, or is what was brought (A§6). False whenever an applicant attaches it.',
  })
  declare originalShown: boolean;

  @Field(() => AttestationName, {
    defaultValue: 'NONE',
    description: 'How it was made good for use in Kazakhstan (A§6).',
  })
  declare attestation: (typeof attestations)[number];

  @Field(() => PlainDate, { nullable: true, description: 'The day of the legalisation or apostille.' })
  declare attestedOn: Temporal.PlainDate | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The languages that it is written in, as ISO 639 codes such as kk; all of a document in several. Needed for a marriage certificate.',
  })
  declare languages: string[] | null;

  @Field(() => [IdentityDetailName], {
    defaultValue: [],
    description: 'What an identity document has in neither Cyrillic nor Latin letters (A§6).',
  })
  declare detailsToTranslate: (typeof identityDetails)[number][];

  @Field(() => TranslationName, {
    defaultValue: 'NONE',
    description: 'Who certified the translation into Kazakh or Russian that was scanned with it.',
  })
  declare translation: (typeof translations)[number];

  @Field(() => CountryCode, {
    nullable: true,
    description: "The citizenship that somebody's identity document proves. Needed for that of a parent.",
  })
  declare provesCitizenshipOf: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The months of experience that an IT portfolio shows. Needed for one.',
  })
  declare experienceMonths: number | null;

  @Field(() => PlainDate, {
    nullable: true,
    description: 'Since when the person is in the position, by an act of appointment; heads of IT companies need it.',
  })
  declare appointedOn: Temporal.PlainDate | null;
}

@InputType({ description: 'A consent that the person gave in writing.' })
export class RecordConsentInput extends CommandInputFields {
  @Field(() => ID, { description: 'Who gave it.' })
  declare applicantId: string;

  @Field(() => ConsentKindName, { description: 'What it is given to.' })
  declare kind: (typeof consentKinds)[number];

  @Field(() => PlainDate, { description: 'The day on which it was signed.' })
  declare givenOn: Temporal.PlainDate;
}
