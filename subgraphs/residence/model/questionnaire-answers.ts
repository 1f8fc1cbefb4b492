import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { Public } from '../../kit/access/declare.ts';
import { CityName } from '../../kit/graph/city.ts';
import { enumeration } from '../../kit/graph/enums.ts';
import { SexName } from '../../kit/graph/person.ts';
import type { Sex } from '../../kit/graph/person.ts';
import { CountryCode, PlainDate } from '../../kit/graph/scalars.ts';
import type { City } from '../../kit/viewer/roles.ts';
import { kinships, maritalStatuses } from '../rules/questionnaire.ts';
import type { Answers, Kinship, MaritalStatus } from '../rules/questionnaire.ts';

// The answers of the questionnaire, as they are given and as they are read again. They are reached through a questionnaire, whose own declaration says who may.

type Day = Temporal.PlainDate;

const MaritalStatusName = enumeration('MaritalStatus', maritalStatuses, 'A marital status (B§10.5).');
const KinshipName = enumeration('Kinship', kinships, 'What a close relative is to the person (B§10.5).');

/** A name in one script. */
@ObjectType({ description: 'A name in one script; a person may have a single name.' })
@InputType('AnsweredNameInput', { description: 'A name in one script; a person may have a single name.' })
@Public()
export class AnsweredName {
  @Field(() => String, { nullable: true, description: 'The surname.' })
  declare surname: string | null;

  @Field(() => String, { nullable: true, description: 'The given names.' })
  declare givenNames: string | null;

  @Field(() => String, { nullable: true, description: 'The patronymic, if any.' })
  declare patronymic: string | null;
}

/** A name in both scripts. */
@ObjectType({ description: 'A name in both scripts.' })
@InputType('NameInBothScriptsInput', { description: 'A name in both scripts.' })
@Public()
export class NameInBothScripts {
  @Field(() => AnsweredName, { description: 'In Latin letters.' })
  declare latin: AnsweredName;

  @Field(() => AnsweredName, { description: 'In Cyrillic letters.' })
  declare cyrillic: AnsweredName;
}

/** A travel document. */
@ObjectType({ description: 'A travel document of the person.' })
@InputType('AnsweredTravelDocumentInput', { description: 'A travel document of the person.' })
@Public()
export class AnsweredTravelDocument {
  @Field(() => String, { description: 'Its number.' })
  declare number: string;

  @Field(() => CountryCode, { description: 'Who issued it.' })
  declare issuingCountry: string;

  @Field(() => PlainDate, { description: 'The day of issue.' })
  declare issuedOn: Day;

  @Field(() => PlainDate, { description: 'The last day on which it is valid.' })
  declare expiryDate: Day;
}

/** A close relative. */
@ObjectType({ description: 'A close relative.' })
@InputType('CloseRelativeInput', { description: 'A close relative.' })
@Public()
export class CloseRelative {
  @Field(() => KinshipName, { description: 'What the relative is to the person.' })
  declare kinship: Kinship;

  @Field(() => NameInBothScripts, { description: 'The names.' })
  declare name: NameInBothScripts;

  @Field(() => PlainDate, { description: 'The date of birth.' })
  declare birthDate: Day;

  @Field(() => CountryCode, { description: 'The citizenship.' })
  declare citizenship: string;

  @Field(() => String, { description: 'Where the relative lives.' })
  declare residence: string;
}

/** A completed education. */
@ObjectType({ description: 'An education.' })
@InputType('EducationInput', { description: 'An education.' })
@Public()
export class Education {
  @Field(() => String, { description: 'Where; the name may be in Latin letters in part.' })
  declare institution: string;

  @Field(() => String, { description: 'In what; names of techniques may be in Latin letters.' })
  declare speciality: string;

  @Field(() => Int, { description: 'The year in which it was completed.' })
  declare completedIn: number;
}

/** An employer. */
@ObjectType({ description: 'An employer of the last five years.' })
@InputType('EmployerInput', { description: 'An employer of the last five years.' })
@Public()
export class Employer {
  @Field(() => String, { description: 'Who; the name may be in Latin letters in part.' })
  declare name: string;

  @Field(() => String, { description: 'In what position; names of techniques may be in Latin letters.' })
  declare position: string;

  @Field(() => CountryCode, { description: 'In which state.' })
  declare country: string;

  @Field(() => PlainDate, { description: 'Since when.' })
  declare from: Day;

  @Field(() => PlainDate, { nullable: true, description: 'Until when; none for the present one.' })
  declare until: Day | null;
}

/** An earlier stay. */
@ObjectType({ description: 'An earlier stay in Kazakhstan.' })
@InputType('EarlierStayInput', { description: 'An earlier stay in Kazakhstan.' })
@Public()
export class EarlierStay {
  @Field(() => PlainDate, { description: 'The first day.' })
  declare from: Day;

  @Field(() => PlainDate, { description: 'The last day.' })
  declare until: Day;

  @Field(() => String, { description: 'What for.' })
  declare purpose: string;
}

/** An earlier application. */
@ObjectType({ description: 'An earlier application to the bodies of Kazakhstan, and its result.' })
@InputType('EarlierApplicationInput', {
  description: 'An earlier application to the bodies of Kazakhstan, and its result.',
})
@Public()
export class EarlierApplication {
  @Field(() => PlainDate, { description: 'When.' })
  declare appliedOn: Day;

  @Field(() => String, { description: 'What for.' })
  declare subject: string;

  @Field(() => String, { description: 'What came of it.' })
  declare result: string;
}

/** A yes or no. */
@ObjectType({ description: 'A yes or no, with what there is to say when it is yes.' })
@InputType('AnsweredQuestionInput', { description: 'A yes or no, with what there is to say when it is yes.' })
@Public()
export class AnsweredQuestion {
  @Field(() => Boolean, { description: 'Yes or no.' })
  declare answer: boolean;

  @Field(() => String, { nullable: true, description: 'Where, when and what; needed for a yes.' })
  declare details: string | null;
}

/** An address abroad. */
@ObjectType({ description: 'An address in the state of residence.' })
@InputType('AddressOfResidenceInput', { description: 'An address in the state of residence.' })
@Public()
export class AddressOfResidence {
  @Field(() => CountryCode, { description: 'The state.' })
  declare country: string;

  @Field(() => String, { nullable: true, description: 'The region.' })
  declare region: string | null;

  @Field(() => String, { nullable: true, description: 'The district.' })
  declare district: string | null;

  @Field(() => String, { description: 'Town, street, house, flat.' })
  declare address: string;
}

/** An address in Kazakhstan. */
@ObjectType({ description: 'An intended address in Kazakhstan.' })
@InputType('AddressInKazakhstanInput', { description: 'An intended address in Kazakhstan.' })
@Public()
export class AddressInKazakhstan {
  @Field(() => CityName, { description: 'The city, whose migration service will decide.' })
  declare city: City;

  @Field(() => String, { description: 'Street, house, flat.' })
  declare address: string;
}

/** How the person is reached. */
@ObjectType({ description: 'How the person is reached.' })
@InputType('AnsweredContactsInput', { description: 'How the person is reached.' })
@Public()
export class AnsweredContacts {
  @Field(() => String, { description: 'An e-mail address.' })
  declare email: string;

  @Field(() => String, { description: 'A telephone number with + and the code of its country.' })
  declare telephone: string;
}

/** The answers. */
@ObjectType({
  description:
    'The answers of the questionnaire (B§10.5): in Kazakh or Russian as declared, in Cyrillic letters; names also in Latin.',
})
@InputType('QuestionnaireAnswersInput', {
  description:
    'The answers of the questionnaire (B§10.5): in Kazakh or Russian as declared, in Cyrillic letters; names also in Latin.',
})
@Public()
export class QuestionnaireAnswers implements Answers {
  @Field(() => NameInBothScripts, { description: 'The names, as presented.' })
  declare name: NameInBothScripts;

  @Field(() => [NameInBothScripts], { description: 'The former names.' })
  declare formerNames: NameInBothScripts[];

  @Field(() => SexName, { description: 'The sex, as presented.' })
  declare sex: Sex;

  @Field(() => PlainDate, { description: 'The date of birth, as presented.' })
  declare birthDate: Day;

  @Field(() => String, { description: 'The place of birth.' })
  declare birthPlace: string;

  @Field(() => CountryCode, { description: 'The citizenship, as presented.' })
  declare citizenship: string;

  @Field(() => [CountryCode], { description: 'The former citizenships.' })
  declare formerCitizenships: string[];

  @Field(() => String, { description: 'The ethnicity.' })
  declare ethnicity: string;

  @Field(() => [AnsweredTravelDocument], { description: 'The travel documents, among them the presented one.' })
  declare travelDocuments: AnsweredTravelDocument[];

  @Field(() => MaritalStatusName, { description: 'The marital status.' })
  declare maritalStatus: MaritalStatus;

  @Field(() => [CloseRelative], { description: 'The close relatives; a spouse is one.' })
  declare closeRelatives: CloseRelative[];

  @Field(() => [Education], { description: 'The education; at least one.' })
  declare education: Education[];

  @Field(() => String, { description: 'The occupation; names of techniques may be in Latin letters.' })
  declare occupation: string;

  @Field(() => [Employer], { description: 'The employers of the last five years.' })
  declare employers: Employer[];

  @Field(() => [EarlierStay], { description: 'The earlier stays in Kazakhstan.' })
  declare earlierStays: EarlierStay[];

  @Field(() => [EarlierApplication], { description: 'The earlier applications, and their results.' })
  declare earlierApplications: EarlierApplication[];

  @Field(() => AnsweredQuestion, { description: 'Whether there is a criminal record, in any state.' })
  declare criminalRecord: AnsweredQuestion;

  @Field(() => AnsweredQuestion, { description: 'Whether proceedings are pending, in any state.' })
  declare pendingProceedings: AnsweredQuestion;

  @Field(() => String, { description: 'The means of support.' })
  declare meansOfSupport: string;

  @Field(() => AddressOfResidence, { description: 'The address in the state of residence.' })
  declare addressOfResidence: AddressOfResidence;

  @Field(() => AddressInKazakhstan, { description: 'The address that is intended in Kazakhstan.' })
  declare addressInKazakhstan: AddressInKazakhstan;

  @Field(() => AnsweredContacts, { description: 'How the person is reached.' })
  declare contacts: AnsweredContacts;

  @Field(() => Boolean, { description: 'That the answers are true; nothing else is accepted.' })
  declare answersAreTrue: boolean;
}
