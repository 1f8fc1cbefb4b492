import { describe, expect, test } from '@jest/globals';
import { readMrz } from '../../subgraphs/applicants/rules/mrz.ts';
import { passportLines } from '../support/mrz.ts';
import {
  card,
  demo,
  german,
  longCard,
  passport,
  reading,
  refusal,
  smallBook,
  today,
  withCharacter,
} from '../support/read-mrz.ts';

describe('the specimens of ICAO 9303', () => {
  test('TD3: Anna Maria Eriksson of Utopia', () => {
    expect(reading(passport)).toEqual({
      format: 'TD3',
      documentCode: 'P',
      documentNumber: 'L898902C3',
      issuingCountry: 'UTO',
      nationality: 'UTO',
      surname: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
      namesTruncated: false,
      birthDate: '1974-08-12',
      birthDateParts: { year: 1974, month: 8, day: 12 },
      sex: 'FEMALE',
      expiryDate: '2012-04-15',
      optionalData: ['ZE184226B'],
    });
  });

  test('TD2 and TD1 say the same of her', () => {
    const same = {
      documentNumber: 'D23145890',
      surname: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
      birthDate: '1974-08-12',
      optionalData: [],
    };
    expect(reading(smallBook)).toMatchObject({ format: 'TD2', documentCode: 'I', ...same });
    expect(reading(card)).toMatchObject({ format: 'TD1', documentCode: 'I', ...same });
  });

  test('TD1: a long number continues in the optional data', () => {
    expect(reading(longCard)).toMatchObject({
      documentNumber: 'D23145890734',
      optionalData: [],
      birthDate: '1934-07-12',
      expiryDate: '1995-07-12',
      sex: 'MALE',
    });
  });

  test('TD3: Germany is D', () => {
    expect(reading(german, { today, specimens: false })).toMatchObject({
      issuingCountry: 'D',
      nationality: 'D',
      surname: 'MUSTERMANN',
      givenNames: 'ERIKA',
      expiryDate: '2017-10-31',
    });
  });

  test('Utopia is refused where specimens are not accepted, as issuer and as nationality', () => {
    expect(refusal(passport, { today, specimens: false })).toEqual(['MRZ_SPECIMEN 1 3', 'MRZ_SPECIMEN 2 11']);
  });
});

describe('lines as people and scanners give them', () => {
  test('may be in small letters, with white space around and blank lines between', () => {
    const untidy = ['', ` ${passport[0]!.toLowerCase()}\r`, '\t', `\u00a0${passport[1]!.toLowerCase()}\n`];
    expect(reading(untidy)).toEqual(reading(passport));
  });

  test('keep their own numbers in the problems, blank lines counted', () => {
    const result = readMrz(['', ...withCharacter(passport, 2, 21, 'X')], demo);
    expect(result).toEqual({
      ok: false,
      problems: [{ code: 'MRZ_SEX', path: [2], params: { line: 3, position: 21 } }],
    });
  });

  test('are two or three', () => {
    const counts = [[], [''], [passport[0]!], [...passport, ...passport], Array<string>(1_000_000).fill('X')];
    expect(counts.map((lines) => readMrz(lines, demo))).toEqual(
      [0, 0, 1, 4, 1_000_000].map((lines) => ({
        ok: false,
        problems: [{ code: 'MRZ_LINE_COUNT', path: [], params: { lines } }],
      })),
    );
  });

  test('have the length of their format, and all that do not are named', () => {
    const result = readMrz([passport[0]!.slice(1), `${passport[1]}<`], demo);
    expect(result).toEqual({
      ok: false,
      problems: [
        { code: 'MRZ_LINE_LENGTH', path: [0], params: { line: 1, length: 43, expected: 44 } },
        { code: 'MRZ_LINE_LENGTH', path: [1], params: { line: 2, length: 45, expected: 44 } },
      ],
    });
    expect(refusal([smallBook[0]!, passport[1]!])).toEqual(['MRZ_LINE_LENGTH 1']);
    expect(refusal([...smallBook, smallBook[1]!])).toEqual([
      'MRZ_LINE_LENGTH 1',
      'MRZ_LINE_LENGTH 2',
      'MRZ_LINE_LENGTH 3',
    ]);
    expect(refusal(['x'.repeat(10_000_000), '\u0000'])).toEqual([
      'MRZ_LINE_LENGTH 1',
      'MRZ_LINE_LENGTH 2',
      'MRZ_CHARACTER 2 1',
    ]);
  });

  test('hold A–Z, 0–9 and < only: the rest is refused where it stands, never guessed', () => {
    expect(refusal(withCharacter(passport, 1, 14, '«'))).toEqual(['MRZ_CHARACTER 1 14']);
    expect(refusal(withCharacter(passport, 2, 3, '😀'))).toEqual(['MRZ_CHARACTER 2 3']);
    expect(refusal(withCharacter(passport, 2, 3, 'ß'))).toEqual(['MRZ_CHARACTER 2 3']);
    expect(refusal(withCharacter(passport, 2, 3, '\u0000'))).toEqual(['MRZ_CHARACTER 2 3']);
    expect(refusal(withCharacter(passport, 2, 3, ' '))).toEqual(['MRZ_CHARACTER 2 3']);
    expect(refusal(withCharacter(passport, 2, 14, '\u0667'))).toEqual(['MRZ_CHARACTER 2 14']);
    expect(refusal([passport[0]!.replaceAll('<', '‹'), passport[1]!])).toEqual([
      'MRZ_CHARACTER 1 2',
      'MRZ_CHARACTER 1 14',
      'MRZ_CHARACTER 1 20',
      'MRZ_CHARACTER 1 26',
    ]);
  });

  test('of a visa are refused: it is no identity document', () => {
    const names = '<ERIKSSON<<ANNA<MARIA'.padEnd(40, '<');
    expect(refusal([`VUTO${names}`, passport[1]!])).toEqual(['VISA_NOT_IDENTITY']);
    expect(refusal([`V<UTO${names}`.slice(0, 36), smallBook[1]!])).toEqual(['VISA_NOT_IDENTITY']);
  });

  test('of the old French identity card are refused: it is none of the formats', () => {
    expect(refusal(['IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<', '8806923102858CORINNE<<<<<<<6512068F6'])).toEqual([
      'MRZ_FORMAT_UNKNOWN',
    ]);
  });

  test('have a document code that belongs to the format', () => {
    expect(refusal(withCharacter(passport, 1, 1, 'I'))).toEqual(['MRZ_DOCUMENT_CODE 1 1']);
    expect(refusal(withCharacter(smallBook, 1, 1, 'P'))).toEqual(['MRZ_DOCUMENT_CODE 1 1']);
    expect(refusal(withCharacter(card, 1, 2, 'V'))).toEqual(['MRZ_DOCUMENT_CODE 1 1']);
    expect(reading(withCharacter(passport, 1, 2, 'D'))).toMatchObject({ documentCode: 'PD' });
  });
});

describe('everything that is wrong with a zone', () => {
  test('is told at once', () => {
    const lines = [
      'P<QQQERIKSSON<<ANN4<MARIA<<<<<<<<<<<<<<<<<<<',
      '<89890 2C36DEU7402302X1204319ZE184226B<<<<<10'.replace(' ', ''),
    ];
    expect(refusal(lines)).toEqual([
      'MRZ_ISSUING_COUNTRY 1 3',
      'MRZ_NATIONALITY 2 11',
      'MRZ_NAME_CHARACTER 1 19',
      'MRZ_DOCUMENT_NUMBER 2 1',
      'MRZ_DOCUMENT_NUMBER_CHECK_DIGIT 2 10',
      'MRZ_BIRTH_DATE 2 14',
      'MRZ_BIRTH_DATE_CHECK_DIGIT 2 20',
      'MRZ_SEX 2 21',
      'MRZ_EXPIRY_DATE 2 22',
      'MRZ_EXPIRY_DATE_CHECK_DIGIT 2 28',
      'MRZ_COMPOSITE_CHECK_DIGIT 2 44',
    ]);
  });

  test('never repeats a character of the document', () => {
    const result = readMrz(withCharacter(withCharacter(passport, 2, 3, '9'), 2, 31, '5'), demo);
    expect(result.ok).toBe(false);
    expect(JSON.stringify(result)).not.toMatch(/L99|898902|ZE5|184226|ERIKSSON/);
  });
});

describe('each check digit is verified', () => {
  test.each([
    [passport, 10, 'MRZ_DOCUMENT_NUMBER_CHECK_DIGIT 2 10'],
    [passport, 20, 'MRZ_BIRTH_DATE_CHECK_DIGIT 2 20'],
    [passport, 28, 'MRZ_EXPIRY_DATE_CHECK_DIGIT 2 28'],
    [passport, 43, 'MRZ_PERSONAL_NUMBER_CHECK_DIGIT 2 43'],
  ])('%#: in a passport, and the composite one with it', (lines, position, problem) => {
    expect(refusal(withCharacter(lines, 2, position, '8'))).toEqual([problem, 'MRZ_COMPOSITE_CHECK_DIGIT 2 44']);
  });

  test('the composite one alone', () => {
    expect(refusal(withCharacter(passport, 2, 44, '1'))).toEqual(['MRZ_COMPOSITE_CHECK_DIGIT 2 44']);
    expect(refusal(withCharacter(smallBook, 2, 36, '1'))).toEqual(['MRZ_COMPOSITE_CHECK_DIGIT 2 36']);
    expect(refusal(withCharacter(card, 2, 30, '1'))).toEqual(['MRZ_COMPOSITE_CHECK_DIGIT 2 30']);
  });

  test('a letter or a filler is no check digit', () => {
    for (const character of ['A', '<'])
      expect(refusal(withCharacter(passport, 2, 20, character))).toContain('MRZ_BIRTH_DATE_CHECK_DIGIT 2 20');
    expect(refusal(withCharacter(passport, 2, 10, '<'))).toContain('MRZ_DOCUMENT_NUMBER_CHECK_DIGIT 2 10');
  });

  test('that of an empty personal number may be a zero or a filler', () => {
    expect(reading(passportLines())).toMatchObject({ optionalData: [] });
    expect(reading(withCharacter(passportLines(), 2, 43, '0'))).toMatchObject({ optionalData: [] });
    expect(refusal(withCharacter(passportLines(), 2, 43, '7'))).toContain('MRZ_PERSONAL_NUMBER_CHECK_DIGIT 2 43');
  });
});

describe('countries', () => {
  const strict = { today, specimens: false };

  test('are those of ICAO: stateless persons and refugees are nationalities, never issuers', () => {
    expect(reading(passportLines({ issuingCountry: 'D', nationality: 'XXA' }), strict)).toMatchObject({
      issuingCountry: 'D',
      nationality: 'XXA',
    });
    expect(refusal(passportLines({ issuingCountry: 'XXA', nationality: 'D' }), strict)).toEqual([
      'MRZ_ISSUING_COUNTRY 1 3',
    ]);
  });

  test('of ISO only, of nobody, and empty ones are refused', () => {
    for (const code of ['DEU', 'QQQ', '', 'K<Z', 'KZ', 'DD']) {
      const lines = passportLines({ issuingCountry: code, nationality: code });
      expect(refusal(lines, strict)).toEqual(['MRZ_ISSUING_COUNTRY 1 3', 'MRZ_NATIONALITY 2 11']);
    }
  });

  test('and the sex may be unspecified', () => {
    expect(reading(passportLines({ issuingCountry: 'KAZ', nationality: 'GBO', sex: '<' }), strict)).toMatchObject({
      nationality: 'GBO',
      sex: 'UNSPECIFIED',
    });
  });
});
