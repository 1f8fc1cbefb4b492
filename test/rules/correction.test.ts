import { describe, expect, test } from '@jest/globals';
import { corrected, correctedFields, correctionProblems, recordFields } from '../../subgraphs/iin/rules/correction.ts';
import type { RecordedPerson, RecordField } from '../../subgraphs/iin/rules/correction.ts';
import { requirementsOfCorrection } from '../../subgraphs/iin/rules/correction-proofs.ts';
import { kindsOf } from '../../subgraphs/iin/rules/requirements.ts';

const recorded: RecordedPerson = {
  latinName: { surname: 'MUSTERMANN', givenNames: 'ERIKA', patronymic: null },
  cyrillicName: { surname: 'Мустерманн', givenNames: 'Эрика', patronymic: 'Карловна' },
  birthDate: Temporal.PlainDate.from('1971-05-09'),
  birthPlace: 'Berlin',
  sex: 'FEMALE',
  citizenship: 'D',
};
const presented: RecordedPerson = {
  latinName: { surname: 'SCHMIDT', givenNames: 'ERIC', patronymic: 'KARLOVICH' },
  cyrillicName: { surname: 'Шмидт', givenNames: 'Эрик', patronymic: null },
  birthDate: Temporal.PlainDate.from('1971-09-05'),
  birthPlace: 'Бонн',
  sex: 'MALE',
  citizenship: 'UZB',
};

/** By hand: each field before and after. */
const sides: [RecordField, string | null, string | null][] = [
  ['LATIN_SURNAME', 'MUSTERMANN', 'SCHMIDT'],
  ['LATIN_GIVEN_NAMES', 'ERIKA', 'ERIC'],
  ['LATIN_PATRONYMIC', null, 'KARLOVICH'],
  ['CYRILLIC_SURNAME', 'Мустерманн', 'Шмидт'],
  ['CYRILLIC_GIVEN_NAMES', 'Эрика', 'Эрик'],
  ['CYRILLIC_PATRONYMIC', 'Карловна', null],
  ['BIRTH_DATE', '1971-05-09', '1971-09-05'],
  ['BIRTH_PLACE', 'Berlin', 'Бонн'],
  ['SEX', 'FEMALE', 'MALE'],
  ['CITIZENSHIP', 'D', 'UZB'],
];

/** A person as text, to compare days too. */
const written = (person: RecordedPerson) => JSON.parse(JSON.stringify(person)) as object;

describe('before and after', () => {
  test.each(sides)('%s: %s, then %s', (name, before, after) => {
    expect(correctedFields([name], recorded, presented)).toEqual([{ name, before, after }]);
  });

  test('stand in the order of the record, each once, however they were named', () => {
    const fields = correctedFields(['SEX', 'LATIN_SURNAME', 'SEX'], recorded, presented);
    expect(fields.map(({ name }) => name)).toEqual(['LATIN_SURNAME', 'SEX']);
    expect(sides.map(([name]) => name)).toEqual([...recordFields]);
  });
});

describe('a corrected record', () => {
  test('holds what was presented of the fields, and everything else as it was', () => {
    const one = corrected(recorded, correctedFields(['LATIN_SURNAME', 'BIRTH_DATE'], recorded, presented));
    expect(written(one)).toEqual({
      ...written(recorded),
      latinName: { surname: 'SCHMIDT', givenNames: 'ERIKA', patronymic: null },
      birthDate: '1971-09-05',
    });
  });

  test('is the person presented when every field is corrected, and the same as before when none is', () => {
    const all = corrected(recorded, correctedFields(recordFields, recorded, presented));
    expect(written(all)).toEqual(written(presented));
    expect(written(corrected(recorded, []))).toEqual(written(recorded));
  });
});

describe('a correction', () => {
  test('of nothing is none', () => {
    expect(correctionProblems([], recorded, presented)).toEqual([{ code: 'CORRECTION_EMPTY', path: ['fields'] }]);
  });

  test('says of each field that is the same already where it stands', () => {
    const half = { ...presented, birthPlace: 'Berlin', sex: 'FEMALE' as const };
    expect(correctionProblems(['BIRTH_PLACE', 'LATIN_SURNAME', 'SEX'], recorded, half)).toEqual([
      { code: 'CORRECTION_CHANGES_NOTHING', path: ['fields', 0] },
      { code: 'CORRECTION_CHANGES_NOTHING', path: ['fields', 2] },
    ]);
    expect(correctionProblems(recordFields, recorded, presented)).toEqual([]);
  });

  test('leaves nobody without a name in either script', () => {
    const single = { ...presented, latinName: { surname: null, givenNames: 'ERIC', patronymic: null } };
    const known = { ...recorded, latinName: { surname: 'MUSTERMANN', givenNames: null, patronymic: null } };
    expect(correctionProblems(['LATIN_SURNAME'], known, single)).toEqual([
      { code: 'CORRECTION_LEAVES_NO_NAME', path: ['fields'] },
    ]);
    expect(correctionProblems(['LATIN_SURNAME', 'LATIN_GIVEN_NAMES'], known, single)).toEqual([]);
  });
});

describe('what proves a correction', () => {
  const everybody = ['APPLICATION_FORM', 'IDENTITY_DOCUMENT'];
  const ofNames = ['NAME_CHANGE_CERTIFICATE', 'MARRIAGE_CERTIFICATE', 'CORRECTION_PROOF'];
  const ofBirth = ['BIRTH_CERTIFICATE', 'CORRECTION_PROOF'];
  const ofCitizenship = ['CITIZENSHIP_PROOF', 'CORRECTION_PROOF'];

  test.each<[RecordField, string[]]>([
    ['LATIN_SURNAME', ofNames],
    ['LATIN_GIVEN_NAMES', ofNames],
    ['LATIN_PATRONYMIC', ofNames],
    ['CYRILLIC_SURNAME', ofNames],
    ['CYRILLIC_GIVEN_NAMES', ofNames],
    ['CYRILLIC_PATRONYMIC', ofNames],
    ['BIRTH_DATE', ofBirth],
    ['BIRTH_PLACE', ofBirth],
    ['SEX', ofBirth],
    ['CITIZENSHIP', ofCitizenship],
  ])('of %s, beside what everybody brings: one of %s', (field, kinds) => {
    expect(kindsOf(requirementsOfCorrection([field]))).toEqual([...everybody, ...kinds]);
  });

  test('is asked for once, where one document proves several changes', () => {
    expect(kindsOf(requirementsOfCorrection(['LATIN_SURNAME', 'CYRILLIC_SURNAME']))).toEqual([
      ...everybody,
      ...ofNames,
    ]);
    expect(kindsOf(requirementsOfCorrection(['SEX', 'CITIZENSHIP', 'BIRTH_DATE']))).toEqual([
      ...everybody,
      ...ofBirth,
      ...ofCitizenship,
    ]);
  });
});
