import { describe, expect, test } from '@jest/globals';
import {
  birthPlaceProblems,
  contactProblems,
  cyrillicNameProblems,
  latinPatronymicProblems,
} from '../../subgraphs/applicants/rules/personal-data.ts';

const codes = (problems: { code: string; path: readonly unknown[] }[]) =>
  problems.map(({ code, path }) => [code, ...path].join(' '));
const name = (surname: string | null, givenNames: string | null, patronymic: string | null = null) => ({
  surname,
  givenNames,
  patronymic,
});

describe('a name in Cyrillic letters (A-form 1)', () => {
  test.each([
    name('Мустерманн', 'Эрика'),
    name('Әбдіғали-Ұлы', 'Қуаныш Һаким', 'Іңкәрұлы'),
    name('Д’Артаньян', null),
    name(null, 'Сукарно'),
  ])('%j is one', (given) => expect(cyrillicNameProblems(given)).toEqual([]));

  test('a name in Latin letters is none, each part said', () => {
    expect(codes(cyrillicNameProblems(name('Mustermann', 'Эрика', 'Karl')))).toEqual([
      'NAME_NOT_CYRILLIC cyrillicName surname',
      'NAME_NOT_CYRILLIC cyrillicName patronymic',
    ]);
  });

  test('somebody has a surname or given names at least', () => {
    expect(codes(cyrillicNameProblems(name('', null, 'Карлович')))).toEqual(['NAME_MISSING cyrillicName']);
  });
});

test('a patronymic in Latin letters is optional, and Latin', () => {
  expect(latinPatronymicProblems(null)).toEqual([]);
  expect(latinPatronymicProblems('Karlović')).toEqual([]);
  expect(codes(latinPatronymicProblems('Карлович'))).toEqual(['NAME_NOT_LATIN latinPatronymic']);
});

describe('a place of birth (A§6)', () => {
  test.each(['Berlin', 'Алматы қ., Қазақстан', 'São Paulo (SP)', 'Кишинёв, № 3', 'Łódź'])(
    '%s is written so that it can be printed',
    (place) => expect(birthPlaceProblems(place)).toEqual([]),
  );
  test.each(['北京', 'تهران', 'Berlin 😀', 'თბილისი'])('%s is translated first', (place) =>
    expect(codes(birthPlaceProblems(place))).toEqual(['PLACE_LETTERS visualZone birthPlace']),
  );
  test('is there', () => expect(codes(birthPlaceProblems(''))).toEqual(['TEXT_EMPTY visualZone birthPlace']));
});

test.each([
  ['erika@example.org', true],
  ['эрика@пример.қаз', true],
  ['erika', false],
  ['erika@example', false],
  ['erika example@example.org', false],
])('%s: an e-mail address, %s', (email, is) => expect(contactProblems({ email }).length === 0).toBe(is));
