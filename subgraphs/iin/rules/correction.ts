import type { Problem } from '../../kit/errors/fault.ts';
import type { PersonName, Sex } from '../../kit/graph/person.ts';

/**
 * What of a record can be corrected (order A, title: "formation and correction"; policy). The number isn't among it: it is unique for life, so it stays what it
 * is when the date of birth that its first six digits once came from is corrected.
 */
export const recordFields = [
  'LATIN_SURNAME',
  'LATIN_GIVEN_NAMES',
  'LATIN_PATRONYMIC',
  'CYRILLIC_SURNAME',
  'CYRILLIC_GIVEN_NAMES',
  'CYRILLIC_PATRONYMIC',
  'BIRTH_DATE',
  'BIRTH_PLACE',
  'SEX',
  'CITIZENSHIP',
] as const;

/** Something of a record that can be corrected. */
export type RecordField = (typeof recordFields)[number];

/** What the registry holds of a person behind the number. */
export interface RecordedPerson {
  latinName: PersonName;
  cyrillicName: PersonName;
  birthDate: Temporal.PlainDate;
  birthPlace: string;
  sex: Sex;
  citizenship: string;
}

/** One field of a correction: what the record held when it was applied for, and what it is to hold. Dates are ISO texts; null is a name that the person hasn't. */
export interface CorrectedField {
  name: RecordField;
  before: string | null;
  after: string | null;
}

/** What a correction says: the version of the record that was corrected, and each field before and after. */
export interface Correction {
  recordVersion: number;
  fields: CorrectedField[];
}

/** Before and after, side by side: what the record holds, and what the person presented. */
export function correctedFields(
  names: readonly RecordField[],
  recorded: RecordedPerson,
  presented: RecordedPerson,
): CorrectedField[] {
  const [before, after] = [fieldsOf(recorded), fieldsOf(presented)];
  return recordFields
    .filter((name) => names.includes(name))
    .map((name) => ({ name, before: before[name], after: after[name] }));
}

/** What is wrong with a correction, with paths into the names of its fields: it changes something, each of its fields does, and everybody keeps a name. */
export function correctionProblems(
  names: readonly RecordField[],
  recorded: RecordedPerson,
  presented: RecordedPerson,
): Problem[] {
  if (names.length === 0) return [{ code: 'CORRECTION_EMPTY', path: ['fields'] }];
  const [before, after] = [fieldsOf(recorded), fieldsOf(presented)];
  const same = [...names.entries()].filter(([, name]) => before[name] === after[name]);
  const { latinName, cyrillicName } = corrected(recorded, correctedFields(names, recorded, presented));
  const nameless = [latinName, cyrillicName].some(({ surname, givenNames }) => !surname && !givenNames);
  return [
    ...same.map(([index]) => ({ code: 'CORRECTION_CHANGES_NOTHING', path: ['fields', index] })),
    ...(nameless ? [{ code: 'CORRECTION_LEAVES_NO_NAME', path: ['fields'] }] : []),
  ];
}

/** The person as the record holds it once it is corrected; what isn't among the fields stays. */
export function corrected(recorded: RecordedPerson, fields: readonly CorrectedField[]): RecordedPerson {
  const after = { ...fieldsOf(recorded), ...Object.fromEntries(fields.map((field) => [field.name, field.after])) };
  return {
    latinName: {
      surname: after.LATIN_SURNAME,
      givenNames: after.LATIN_GIVEN_NAMES,
      patronymic: after.LATIN_PATRONYMIC,
    },
    cyrillicName: {
      surname: after.CYRILLIC_SURNAME,
      givenNames: after.CYRILLIC_GIVEN_NAMES,
      patronymic: after.CYRILLIC_PATRONYMIC,
    },
    birthDate: Temporal.PlainDate.from(after.BIRTH_DATE),
    birthPlace: after.BIRTH_PLACE,
    sex: after.SEX,
    citizenship: after.CITIZENSHIP,
  };
}

/** A person field by field, as texts that can be compared and kept. */
function fieldsOf({ latinName, cyrillicName, birthDate, birthPlace, sex, citizenship }: RecordedPerson) {
  return {
    LATIN_SURNAME: latinName.surname,
    LATIN_GIVEN_NAMES: latinName.givenNames,
    LATIN_PATRONYMIC: latinName.patronymic,
    CYRILLIC_SURNAME: cyrillicName.surname,
    CYRILLIC_GIVEN_NAMES: cyrillicName.givenNames,
    CYRILLIC_PATRONYMIC: cyrillicName.patronymic,
    BIRTH_DATE: birthDate.toString(),
    BIRTH_PLACE: birthPlace,
    SEX: sex,
    CITIZENSHIP: citizenship,
  } satisfies Record<RecordField, string | null>;
}
