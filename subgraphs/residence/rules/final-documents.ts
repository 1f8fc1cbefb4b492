import type { Problem } from '../../kit/errors/fault.ts';
import type { PersonName } from '../../kit/graph/person.ts';
import { lastsAtLeastDays, validMoreThanDays } from '../../kit/terms/ages.ts';

/** The documents of the final application, in the order of B§20: the first is B§20(1). */
export const finalDocumentKinds = [
  'IDENTITY_DOCUMENT',
  'MEDICAL_CERTIFICATE',
  'FINGERPRINTING_CERTIFICATE',
  'HOUSING_CONTRACT',
  'PORTRAIT_PHOTO',
  'PETITION_LETTER',
  'CRIMINAL_RECORD_CERTIFICATE',
  'QUESTIONNAIRE',
  'DUTY_RECEIPT',
] as const;

/** A document of the final application. */
export type FinalDocumentKind = (typeof finalDocumentKinds)[number];

/** With whom a housing contract is concluded. */
export const contractParties = ['NATURAL_PERSON', 'LEGAL_PERSON'] as const;

/** With whom a housing contract is concluded. */
export type ContractParty = (typeof contractParties)[number];

/** Calendar days for which a passport has to be valid beyond, on the day of application. */
const passportDays = 180;

/** Calendar days that a housing contract has to last at least. */
const contractDays = 180;

/** What the service centre tells of a document beside what it is. */
export interface FinalDocumentFacts {
  originalShown: boolean;
  issuedOn?: Temporal.PlainDate | null;
  onForm028?: boolean | null;
  noBarredDisease?: boolean | null;
  contractWith?: ContractParty | null;
  notarised?: boolean | null;
  startsOn?: Temporal.PlainDate | null;
  endsOn?: Temporal.PlainDate | null;
  sameAsEarlier?: boolean | null;
}

/** What the passport says on the day of the final application. */
export interface PresentPassport {
  latinName: PersonName;
  birthDate: Temporal.PlainDate;
  citizenship: string;
  issuingCountry: string;
  number: string;
  expiresOn: Temporal.PlainDate;
}

type FactName = Exclude<keyof FinalDocumentFacts, 'originalShown'>;

/** What has to be told of each document: the facts without which it can't be judged. */
const neededFacts: Readonly<Record<FinalDocumentKind, readonly FactName[]>> = {
  IDENTITY_DOCUMENT: [],
  MEDICAL_CERTIFICATE: ['issuedOn', 'onForm028', 'noBarredDisease'],
  FINGERPRINTING_CERTIFICATE: ['issuedOn'],
  HOUSING_CONTRACT: ['contractWith', 'notarised', 'startsOn', 'endsOn'],
  PORTRAIT_PHOTO: [],
  PETITION_LETTER: ['sameAsEarlier'],
  CRIMINAL_RECORD_CERTIFICATE: ['sameAsEarlier'],
  QUESTIONNAIRE: ['sameAsEarlier'],
  DUTY_RECEIPT: ['sameAsEarlier'],
};

/** The paragraph that asks for a document. */
export function referenceOf(kind: FinalDocumentKind): string {
  return `B§20(${finalDocumentKinds.indexOf(kind) + 1})`;
}

/** Everything that is wrong with the documents of a final application on its day, Astana date (B§20); paths are within the input. */
export function finalApplicationProblems(
  documents: readonly (FinalDocumentFacts & { kind: FinalDocumentKind })[],
  passport: PresentPassport,
  today: Temporal.PlainDate,
): Problem[] {
  const kinds = documents.map(({ kind }) => kind);
  return [
    ...passportProblems(passport, today),
    ...finalDocumentKinds
      .filter((kind) => !kinds.includes(kind))
      .map((kind) => ({
        code: 'FINAL_DOCUMENT_MISSING',
        path: ['documents'],
        params: { kind },
        reference: referenceOf(kind),
      })),
    ...documents.flatMap((document, index) =>
      [
        ...(kinds.indexOf(document.kind) < index ? [problem('FINAL_DOCUMENT_TWICE', 'kind')] : []),
        ...documentProblems(document, today),
      ].map((each) => ({
        ...each,
        path: ['documents', index, ...each.path],
        reference: referenceOf(document.kind),
      })),
    ),
  ];
}

/** What is wrong with a housing contract on a day (B§20(4)); paths are relative to the contract. */
export function contractProblems(
  { notarised, startsOn, endsOn }: Pick<FinalDocumentFacts, 'notarised' | 'startsOn' | 'endsOn'>,
  today: Temporal.PlainDate,
): Problem[] {
  return [
    ...(notarised === false ? [problem('CONTRACT_NOT_NOTARISED', 'notarised')] : []),
    ...(startsOn && endsOn && !lastsAtLeastDays(startsOn, endsOn, contractDays)
      ? [{ ...problem('CONTRACT_TOO_SHORT', 'endsOn'), params: { days: contractDays } }]
      : []),
    ...(endsOn && Temporal.PlainDate.compare(endsOn, today) < 0 ? [problem('CONTRACT_ENDED', 'endsOn')] : []),
  ];
}

function passportProblems({ latinName, number, expiresOn }: PresentPassport, today: Temporal.PlainDate): Problem[] {
  return [
    ...(latinName.surname || latinName.givenNames ? [] : [problem('TEXT_EMPTY', 'latinName')]),
    ...(number === '' ? [problem('TEXT_EMPTY', 'number')] : []),
    ...(validMoreThanDays(expiresOn, today, passportDays)
      ? []
      : [{ ...problem('PASSPORT_VALID_TOO_SHORT', 'expiresOn'), params: { days: passportDays } }]),
  ].map((each) => ({ ...each, path: ['passport', ...each.path], reference: referenceOf('IDENTITY_DOCUMENT') }));
}

function documentProblems(
  { kind, ...facts }: FinalDocumentFacts & { kind: FinalDocumentKind },
  today: Temporal.PlainDate,
): Problem[] {
  const { originalShown, issuedOn, onForm028, noBarredDisease, sameAsEarlier } = facts;
  return [
    ...neededFacts[kind].filter((fact) => facts[fact] == null).map((fact) => problem('FACT_MISSING', fact)),
    // The photo is an original itself.
    ...(originalShown || kind === 'PORTRAIT_PHOTO' ? [] : [problem('ORIGINAL_NOT_SHOWN', 'originalShown')]),
    ...(issuedOn && Temporal.PlainDate.compare(issuedOn, today) > 0 ? [problem('DAY_IN_FUTURE', 'issuedOn')] : []),
    ...(onForm028 === false ? [problem('MEDICAL_FORM_OTHER', 'onForm028')] : []),
    ...(noBarredDisease === false ? [problem('MEDICAL_BARRED_DISEASE', 'noBarredDisease')] : []),
    ...(kind === 'HOUSING_CONTRACT' ? contractProblems(facts, today) : []),
    ...(sameAsEarlier === false ? [problem('DOCUMENT_OTHER_THAN_EARLIER', 'sameAsEarlier')] : []),
  ];
}

function problem(code: string, field: string): Problem {
  return { code, path: [field] };
}
