import { describe, expect, test } from '@jest/globals';
import { spellingsAgree, transliterate } from '../../subgraphs/applicants/rules/transliteration.ts';

describe('a Cyrillic text in Latin letters', () => {
  test.each([
    ['Андрей Видный', 'ANDREI VIDNYI'],
    ['Артём Разъездной', 'ARTEM RAZIEEZDNOI'],
    ['Игорь', 'IGOR'],
    ['Щербакова Юлия', 'SHCHERBAKOVA IULIIA'],
    ['Хрущёв-Цой', 'KHRUSHCHEV-TSOI'],
    ['Эльжбета Чыж', 'ELZHBETA CHYZH'],
  ])('is written by the table of ICAO 9303-3: %s', (cyrillic, latin) => {
    expect(transliterate(cyrillic)).toBe(latin);
  });

  test('has the letters that only Kazakh has', () => {
    expect(transliterate('ӘҒҚҢӨҰҮҺІ')).toBe('AGKNOUUHI');
    expect(transliterate('Қожахметұлы Әбілқайыр')).toBe('KOZHAKHMETULY ABILKAIYR');
    expect(transliterate('Гүлжаһан Өмірзаққызы')).toBe('GULZHAHAN OMIRZAKKYZY');
  });

  test('keeps what is not Cyrillic', () => {
    expect(transliterate("O'Brien 李 😀")).toBe("O'BRIEN 李 😀");
  });

  test('is the same however its accents are encoded', () => {
    expect(transliterate('Алексей'.normalize('NFD'))).toBe('ALEKSEI');
    expect(spellingsAgree('Алёна'.normalize('NFD'), 'ALIONA')).toBe(true);
    expect(transliterate('Алёна'.normalize('NFD'))).toBe('ALENA');
  });
});

describe('a Latin and a Cyrillic spelling', () => {
  test.each([
    ['Қожахметұлы', 'KOZHAKHMETULY'],
    ['Дмитрий', 'Dmitriy'],
    ['Дмитрий', 'DMITRII'],
    ['Юрий', 'YURIY'],
    ['Наталья', 'NATALYA'],
    ['Алёна', 'ALIONA'],
    ['Григорій', 'HRYHORII'],
    ['Желько Чачић', 'ZELKO CACIC'],
    ['Щерьов', 'SHTEROV'],
    ['Петров-Водкин', 'PETROV VODKIN'],
    ["Дем'яненко", 'DEMIANENKO'],
    ['Андрей', 'Andréi'],
    ['', ''],
  ])('agree: %s, %s', (cyrillic, latin) => {
    expect(spellingsAgree(cyrillic, latin)).toBe(true);
  });

  test.each([
    ['Иванов', 'PETROV'],
    ['Иванов', 'IVANOVA'],
    ['Иванова', 'IVANOV'],
    ['Смит', 'SMITH'],
    ['Анна', ''],
    ['', 'ANNA'],
  ])('disagree: %s, %s', (cyrillic, latin) => {
    expect(spellingsAgree(cyrillic, latin)).toBe(false);
  });

  test('are compared in no time, however many ways there are to read them', () => {
    expect(spellingsAgree('Ж'.repeat(2000), 'ZH'.repeat(1999))).toBe(false);
    expect(spellingsAgree('Ъ'.repeat(500), 'IE'.repeat(400))).toBe(true);
  });
});
