import type { Sex } from '../../kit/graph/person.ts';
import type { City } from '../../kit/viewer/roles.ts';

/** The version of the form: what is asked (B§10.5; the fields are policy until the text of the annex is at hand). */
export const questionnaireVersion = 1;

/** The languages in which it may be answered. */
export const questionnaireLanguages = ['kk', 'ru'] as const;

/** Kazakh or Russian. */
export type QuestionnaireLanguage = (typeof questionnaireLanguages)[number];

/** The marital statuses. */
export const maritalStatuses = ['SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED'] as const;

/** A marital status. */
export type MaritalStatus = (typeof maritalStatuses)[number];

/** What a close relative is to the person. */
export const kinships = ['SPOUSE', 'CHILD', 'PARENT', 'SIBLING'] as const;

/** What a close relative is to the person. */
export type Kinship = (typeof kinships)[number];

/** A name in one script. */
export interface AnsweredName {
  surname: string | null;
  givenNames: string | null;
  patronymic: string | null;
}

/** A name in both scripts. */
export interface NameInBothScripts {
  latin: AnsweredName;
  cyrillic: AnsweredName;
}

/** A travel document. */
export interface AnsweredTravelDocument<Day> {
  number: string;
  issuingCountry: string;
  issuedOn: Day;
  expiryDate: Day;
}

/** A yes or no, with what there is to say when it is yes. */
export interface AnsweredQuestion {
  answer: boolean;
  details: string | null;
}

/**
 * The answers of the questionnaire (B§10.5).
 *
 * @typeParam Day how days are held: as days while they are judged, as ISO texts where they are kept.
 */
export interface Answers<Day = Temporal.PlainDate> {
  name: NameInBothScripts;
  formerNames: NameInBothScripts[];
  sex: Sex;
  birthDate: Day;
  birthPlace: string;
  citizenship: string;
  formerCitizenships: string[];
  ethnicity: string;
  travelDocuments: AnsweredTravelDocument<Day>[];
  maritalStatus: MaritalStatus;
  closeRelatives: {
    kinship: Kinship;
    name: NameInBothScripts;
    birthDate: Day;
    citizenship: string;
    residence: string;
  }[];
  education: { institution: string; speciality: string; completedIn: number }[];
  occupation: string;
  employers: { name: string; position: string; country: string; from: Day; until: Day | null }[];
  earlierStays: { from: Day; until: Day; purpose: string }[];
  earlierApplications: { appliedOn: Day; subject: string; result: string }[];
  criminalRecord: AnsweredQuestion;
  pendingProceedings: AnsweredQuestion;
  meansOfSupport: string;
  addressOfResidence: { country: string; region: string | null; district: string | null; address: string };
  addressInKazakhstan: { city: City; address: string };
  contacts: { email: string; telephone: string };
  answersAreTrue: boolean;
}

/** The person as presented, with whom the answers have to agree; days as ISO texts. */
export interface AnsweringPerson {
  latinName: AnsweredName;
  cyrillicName: AnsweredName;
  birthDate: string;
  sex: Sex;
  citizenship: string;
  travelDocument: { number: string; issuingCountry: string; expiryDate: string };
}
