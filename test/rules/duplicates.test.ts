import { describe, expect, test } from '@jest/globals';
import { assert, constantFrom, array, property, record, date as dates } from 'fast-check';
import { transliterate } from '../../subgraphs/applicants/rules/transliteration.ts';
import { datesBesides, holdsUp, matchesOf, scoreOf, strengthOf } from '../../subgraphs/iin/rules/duplicates.ts';
import type { ComparedPerson, DuplicateMatch } from '../../subgraphs/iin/rules/duplicates.ts';
import { nameAgreement, sound } from '../../subgraphs/iin/rules/name-sounds.ts';

describe('a name sounds alike', () => {
  test.each([
    ['Юлия', 'Yuliya', 'Iuliia', 'Julia', 'YULIIA'],
    ['Мұхамед', 'Mukhamed', 'Muhammad', 'Mohammed', 'Mohamed', 'Мухаммад'],
    ['Жәнібек', 'Zhanibek', 'Janibek', 'Dzhanibek', 'Джанибек'],
    ['Алексей', 'Aleksei', 'Alexey', 'Aleksej', 'Aleksey'],
    ['Сергей', 'Sergey', 'Serhii', 'Sergei'],
    ['Чернышёв', 'Chernyshev', 'Tschernyschow', 'Tchernychev'],
    ['Вагнер', 'Wagner', 'VAGNER', 'vagner'],
    ['Мюллер', 'Müller', 'Mueller', 'Muller'],
    ['Щербаков', 'Shcherbakov', 'Schtscherbakow'],
    ["O'Connor", 'OCONNOR', 'O’Connor', "О'Коннор"],
    ['Al-Hassan', 'Al Hassan', 'ALHASSAN'],
    ['Юя', 'Aya', 'Ue'],
  ])('%s', (...spellings) => {
    expect(new Set(spellings.map(sound)).size).toBe(1);
  });

  test.each([
    ['Ivanov', 'Petrov'],
    ['Anna', 'Nina'],
    ['Hamid', 'Halil'],
    ['Kim', 'Han'],
  ])('%s and %s do not', (one, other) => {
    expect(sound(one)).not.toBe(sound(other));
  });

  const cyrillicLetters = constantFrom(...'АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХЦЧШЩЫІЬЭЮЯ');
  const cyrillicWords = array(cyrillicLetters, { minLength: 1, maxLength: 8 }).map((letters) => letters.join(''));
  test('by every spelling of ICAO 9303-3, as long as no two letters read as one there', () => {
    const unclear = /[ПТКЗСЦ]Һ/;
    assert(
      property(
        cyrillicWords.filter((word) => !unclear.test(word)),
        (word) => expect(sound(transliterate(word))).toBe(sound(word)),
      ),
    );
  });
});

describe('two names', () => {
  const name = (surname: string | null, givenNames: string | null = null) => ({
    surname,
    givenNames,
    patronymic: null,
  });
  test.each([
    ['the same', name('Eriksson', 'Anna Maria'), name('ERIKSSON', 'ANNA MARIA'), 'SAME_NAME'],
    ['with surname and given names swapped', name('Nguyen', 'Van An'), name('Van An', 'Nguyen'), 'SAME_NAME'],
    ['with accents', name('Müller', 'Zoë'), name('Muller', 'Zoe'), 'SAME_NAME'],
    ['with given names in another order', name('Eriksson', 'Anna Maria'), name('Eriksson', 'Maria Anna'), 'SAME_NAME'],
    ['of which one lacks a given name', name('Eriksson', 'Anna Maria'), name('Eriksson', 'Anna'), 'SIMILAR_NAME'],
    ['of which one lacks a surname', name('Garcia Lopez', 'Maria'), name('Garcia', 'Maria'), 'SIMILAR_NAME'],
    ['in two spellings', name('Mukhamedov', 'Yuliya'), name('Muhammedov', 'Julia'), 'SIMILAR_NAME'],
    ['in two scripts', name('Мустерманн', 'Эрика'), name('Mustermann', 'Erika'), 'SIMILAR_NAME'],
    ['in two scripts, swapped', name('Эрика', 'Мустерманн'), name('Mustermann', 'Erika'), 'SIMILAR_NAME'],
    ['as one word and as two', name('Abdulrahman', 'Omar'), name('Abdul Rahman', 'Omar'), 'SIMILAR_NAME'],
    ['with a consonant wrong', name('Mustermann', 'Erika'), name('Mustelmann', 'Erika'), 'SIMILAR_NAME'],
    ['with a consonant missing', name('Mustermann', 'Erika'), name('Musterann', 'Erika'), 'SIMILAR_NAME'],
    ['with another short word', name('Mukhamed Anna', 'Erika'), name('Mukhamed Li', 'Erika'), 'PART_OF_NAME'],
    ['with two consonants swapped', name('Mustermann', 'Erika'), name('Mutsermann', 'Erika'), 'SIMILAR_NAME'],
    ['single', name('Suharto'), name(null, 'Сухарто'), 'SIMILAR_NAME'],
    ['single, with a consonant wrong', name('Suharto'), name(null, 'Sukarto'), 'SIMILAR_NAME'],
    ['single of two words, with a consonant wrong', name('Mustermann Erika'), name('Mustelmann Erika'), 'SIMILAR_NAME'],
    ['of which one is single', name('Suharto'), name('Suharto', 'Ahmad'), 'SIMILAR_NAME'],
    ['of twins', name('Eriksson', 'Anna'), name('Eriksson', 'Berta'), 'PART_OF_NAME'],
    [
      'of twins with a given name in common',
      name('Eriksson', 'Anna Maria'),
      name('Eriksson', 'Eva Maria'),
      'PART_OF_NAME',
    ],
    ['before and after a marriage', name('Eriksson', 'Anna'), name('Schmidt', 'Anna'), 'PART_OF_NAME'],
    ['of short words with a consonant wrong', name('Kim', 'Bora'), name('Kim', 'Bona'), 'PART_OF_NAME'],
    ['of strangers', name('Eriksson', 'Anna'), name('Schmidt', 'Berta'), undefined],
    ['that are not there', name(null), name(null), undefined],
  ])('%s', (_of, one, other, agreement) => {
    expect([nameAgreement(one, other), nameAgreement(other, one)]).toEqual([agreement, agreement]);
  });

  test('a patronymic does not count: many documents lack it', () => {
    const [full, short] = [{ ...name('Иванов', 'Пётр'), patronymic: 'Сергеевич' }, name('Ivanov', 'Petr')];
    expect(nameAgreement(full, short)).toBe('SIMILAR_NAME');
    const brother = { ...name('Иванов', 'Олег'), patronymic: 'Сергеевич' };
    expect(nameAgreement(full, brother)).toBe('PART_OF_NAME');
  });
});

const erika: ComparedPerson = {
  latinName: { surname: 'MUSTERMANN', givenNames: 'ERIKA', patronymic: null },
  cyrillicName: { surname: 'Мустерманн', givenNames: 'Эрика', patronymic: null },
  birthDate: Temporal.PlainDate.from('1964-08-12'),
  citizenship: 'D',
  documentKey: 'D C01X0006H',
};
const born = (date: string) => ({ birthDate: Temporal.PlainDate.from(date) });
const renewed = { documentKey: 'D C01X0007J' };
const twin = {
  latinName: { ...erika.latinName, givenNames: 'BERTA' },
  cyrillicName: { ...erika.cyrillicName, givenNames: 'Берта' },
  ...renewed,
};
const someoneElse = {
  latinName: { surname: 'SCHMIDT', givenNames: 'BERTA', patronymic: null },
  cyrillicName: { surname: 'Шмидт', givenNames: 'Берта', patronymic: null },
};

describe('two people', () => {
  test.each<[string, Partial<ComparedPerson>, DuplicateMatch[], string | undefined]>([
    [
      'with one travel document',
      {},
      ['SAME_TRAVEL_DOCUMENT', 'SAME_NAME', 'SAME_BIRTH_DATE', 'SAME_CITIZENSHIP'],
      'STRONG',
    ],
    [
      'with one travel document and nothing else',
      { ...someoneElse, ...born('1990-01-02'), citizenship: 'F' },
      ['SAME_TRAVEL_DOCUMENT'],
      'STRONG',
    ],
    ['with one name and birth date', renewed, ['SAME_NAME', 'SAME_BIRTH_DATE', 'SAME_CITIZENSHIP'], 'STRONG'],
    [
      'with one name and birth date, of two states',
      { ...renewed, citizenship: 'F' },
      ['SAME_NAME', 'SAME_BIRTH_DATE'],
      'STRONG',
    ],
    ['who are twins', twin, ['PART_OF_NAME', 'SAME_BIRTH_DATE', 'SAME_CITIZENSHIP'], 'WEAK'],
    [
      'born with day and month swapped',
      { ...renewed, ...born('1964-12-08') },
      ['SAME_NAME', 'DAY_AND_MONTH_SWAPPED', 'SAME_CITIZENSHIP'],
      'WEAK',
    ],
    [
      'born one digit apart',
      { ...renewed, ...born('1964-08-13') },
      ['SAME_NAME', 'BIRTH_DATE_ONE_DIGIT_OFF', 'SAME_CITIZENSHIP'],
      'WEAK',
    ],
    ['who are namesakes', { ...renewed, ...born('1971-05-09') }, ['SAME_NAME', 'SAME_CITIZENSHIP'], undefined],
    ['born in two centuries', { ...renewed, ...born('2064-08-12') }, ['SAME_NAME', 'SAME_CITIZENSHIP'], undefined],
    ['of one birth date', { ...someoneElse, ...renewed }, ['SAME_BIRTH_DATE', 'SAME_CITIZENSHIP'], undefined],
    [
      'who are twins, one digit apart',
      { ...twin, ...born('1964-08-13') },
      ['PART_OF_NAME', 'BIRTH_DATE_ONE_DIGIT_OFF', 'SAME_CITIZENSHIP'],
      undefined,
    ],
  ])('%s', (_who, difference, matches, strength) => {
    const found = matchesOf(erika, { ...erika, ...difference });
    expect([found, strengthOf(found)]).toEqual([matches, strength]);
  });

  test('whose documents are not known do not have one in common', () => {
    const unknown = { ...erika, documentKey: null };
    expect(matchesOf(unknown, unknown)).not.toContain('SAME_TRAVEL_DOCUMENT');
  });

  test('are compared in both scripts: whoever was typed in one may stand in the other', () => {
    const typed = { ...someoneElse, cyrillicName: { surname: 'Эрика', givenNames: 'Мустерманн', patronymic: null } };
    expect(matchesOf(erika, { ...erika, ...typed })).toContain('SAME_NAME');
  });
});

const nameWords = constantFrom(
  'Anna',
  'Zoë',
  'Ерлан',
  'Muhammad',
  'Мұхамед',
  'Mukhamed',
  'Li',
  'Юлия',
  'Júlia',
  'Al',
  'Hassan',
);
const partOf = array(nameWords, { maxLength: 3 }).map((words) => (words.length > 0 ? words.join(' ') : null));
const names = record({ surname: partOf, givenNames: partOf, patronymic: partOf });
const people = record({
  latinName: names,
  cyrillicName: names,
  birthDate: constantFrom('1964-08-12', '1964-12-08', '1964-08-13', '1971-05-09').map((date) =>
    Temporal.PlainDate.from(date),
  ),
  citizenship: constantFrom('D', 'UZB'),
  documentKey: constantFrom(null, 'D 1', 'D 2'),
});

describe('what two people agree in', () => {
  test('is the same whoever is looked at', () => {
    assert(
      property(people, people, (one, other) => {
        expect(matchesOf(one, other)).toEqual(matchesOf(other, one));
      }),
    );
  });

  test('does not depend on case, on which name comes first, or on accents', () => {
    const rewrite = ({ surname, givenNames }: ComparedPerson['latinName']) => ({
      surname: givenNames?.toLowerCase().normalize('NFD') ?? null,
      givenNames: surname?.normalize('NFD').replace(/\p{M}/gu, '') ?? null,
      patronymic: null,
    });
    assert(
      property(people, people, (one, other) => {
        const rewritten = { ...one, latinName: rewrite(one.latinName), cyrillicName: rewrite(one.cyrillicName) };
        expect(matchesOf(rewritten, other)).toEqual(matchesOf(one, other));
      }),
    );
  });

  test('makes every strong candidate likelier than every weak one', () => {
    assert(
      property(people, people, people, (one, other, another) => {
        const [left, right] = [matchesOf(one, other), matchesOf(one, another)];
        if (strengthOf(left) === 'STRONG' && strengthOf(right) === 'WEAK')
          expect(scoreOf(left)).toBeGreaterThan(scoreOf(right));
      }),
    );
  });
});

describe('the birth dates that a slip makes of one', () => {
  test('are day and month swapped, and one digit wrong, as far as they exist', () => {
    const found = datesBesides(Temporal.PlainDate.from('1964-08-12')).map(String);
    expect(found).toContain('1964-12-08');
    expect(found).toEqual(
      expect.arrayContaining(['1964-08-02', '1964-08-13', '1964-09-12', '1974-08-12', '1965-08-12']),
    );
    expect(found).not.toContain('1964-08-12');
    expect(found).not.toContain('1864-08-12');
    expect(found.filter((date) => date.startsWith('1964-08-3') || date.startsWith('1964-18'))).toEqual([]);
    // 29 February slips into leap years only, and has no month to be swapped with.
    expect(
      datesBesides(Temporal.PlainDate.from('2000-02-29'))
        .map(String)
        .filter((date) => date.endsWith('-02-29')),
    ).toEqual(['2020-02-29', '2040-02-29', '2060-02-29', '2080-02-29', '2004-02-29', '2008-02-29']);
  });

  test('lead back', () => {
    const days = dates({ min: new Date('1900-01-01'), max: new Date('2026-01-01'), noInvalidDate: true }).map((day) =>
      Temporal.PlainDate.from(day.toISOString().slice(0, 10)),
    );
    assert(
      property(days, (day) => {
        for (const slip of datesBesides(day)) expect(datesBesides(slip).map(String)).toContain(day.toString());
      }),
    );
  });
});

describe('a candidate', () => {
  const [here, there] = ['the application', 'the candidate'];
  const strong = { id: there, strength: 'STRONG', registered: false, decision: null } as const;
  const same = (applicationId: string) => ({ verdict: 'SAME_PERSON', applicationId }) as const;
  const another = (applicationId: string) => ({ verdict: 'ANOTHER_PERSON', applicationId }) as const;
  test.each([
    ['that is weak', { ...strong, strength: 'WEAK' }, false],
    ['that is strong and undecided', strong, true],
    ['that is another person', { ...strong, decision: another(here) }, false],
    ['that is another person, as was decided there', { ...strong, decision: another(there) }, false],
    ['that is the same person', { ...strong, decision: same(here) }, true],
    ['that is the same person and gives way', { ...strong, decision: same(there) }, false],
    ['that gave way and was given a number all the same', { ...strong, registered: true, decision: same(there) }, true],
    ['that has a number and is the same person', { ...strong, registered: true, decision: same(here) }, true],
  ] as const)('%s', (_which, candidate, expected) => {
    expect(holdsUp(candidate)).toBe(expected);
  });
});
