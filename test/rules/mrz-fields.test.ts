import { describe, expect, test } from '@jest/globals';
import { cardLines, passportLines, smallBookLines } from '../support/mrz.ts';
import { card, longCard, reading, refusal, smallBook, today, withCharacter } from '../support/read-mrz.ts';

describe('a document number', () => {
  test('longer than nine characters is read whole in a TD1 and a TD2, and the optional data begin after it', () => {
    expect(reading(cardLines({ documentNumber: 'AB12345678901', optionalData: 'X7' }))).toMatchObject({
      documentNumber: 'AB12345678901',
      optionalData: ['X7'],
    });
    expect(reading(smallBookLines({ documentNumber: 'AB12345678901' }))).toMatchObject({
      documentNumber: 'AB12345678901',
      optionalData: [],
    });
  });

  test('longer than nine characters has a check digit too', () => {
    expect(refusal(withCharacter(longCard, 1, 19, '8'))).toEqual([
      'MRZ_DOCUMENT_NUMBER_CHECK_DIGIT 1 19',
      'MRZ_COMPOSITE_CHECK_DIGIT 2 30',
    ]);
  });

  test('that announces its continuation must have one, ended by a filler', () => {
    const [, second = '', third = ''] = card;
    const firstLines = [
      'I<UTOD23145890<<<<<<<<<<<<<<<<',
      'I<UTOD23145890<734912345678901',
      'I<UTOD23145890<73X<<<<<<<<<<<<',
      'I<UTOD2314589<<7349<<<<<<<<<<<',
    ];
    for (const first of firstLines)
      expect(refusal([first, second, third])).toContain('MRZ_DOCUMENT_NUMBER_CHECK_DIGIT 1 15');
  });

  test('may be short, and a sign inside it is a space', () => {
    expect(reading(passportLines({ documentNumber: 'A1' }))).toMatchObject({ documentNumber: 'A1' });
    expect(reading(passportLines({ documentNumber: 'AB<1234' }))).toMatchObject({ documentNumber: 'AB 1234' });
  });

  test('must be there', () => {
    expect(refusal(passportLines({ documentNumber: '' }))).toEqual(['MRZ_DOCUMENT_NUMBER 2 1']);
  });
});

describe('names', () => {
  test('without << are one name, all of it surname', () => {
    expect(reading(passportLines({ surname: 'Indira Priyadarsini', givenNames: '' }))).toMatchObject({
      surname: 'INDIRA PRIYADARSINI',
      givenNames: null,
    });
  });

  test('may lack the surname', () => {
    expect(reading(passportLines({ surname: '', givenNames: 'Anna' }))).toMatchObject({
      surname: null,
      givenNames: 'ANNA',
    });
  });

  test('must not lack both', () => {
    expect(refusal(passportLines({ surname: '', givenNames: '' }))).toEqual(['MRZ_NAME_MISSING 1 6']);
  });

  test('that fill the field may be truncated', () => {
    const full = reading(passportLines({ surname: 'Nilavadhanananda', givenNames: 'Chayapa Dejthamrong Krasuang' }));
    expect(full).toMatchObject({ givenNames: 'CHAYAPA DEJTHAMRONG K', namesTruncated: true });
    const single = reading(passportLines({ surname: 'A'.repeat(50), givenNames: '' }));
    expect(single).toMatchObject({ surname: 'A'.repeat(39), givenNames: null, namesTruncated: true });
  });

  test('that end two places or one before the end of the field are whole', () => {
    expect(reading(passportLines({ surname: 'A'.repeat(37), givenNames: '' }))).toMatchObject({
      surname: 'A'.repeat(37),
      givenNames: null,
      namesTruncated: false,
    });
    expect(reading(passportLines({ surname: 'A'.repeat(38), givenNames: '' }))).toMatchObject({
      surname: 'A'.repeat(38),
      namesTruncated: false,
    });
  });

  test('hold no digits and do not begin with a single filler', () => {
    expect(refusal(withCharacter(smallBook, 1, 33, '5'))).toEqual(['MRZ_NAME_CHARACTER 1 33']);
    expect(refusal(withCharacter(card, 3, 1, '<'))).toEqual(['MRZ_NAME_CHARACTER 3 1']);
    expect(refusal(withCharacter(withCharacter(card, 3, 2, '0'), 3, 12, '1'))).toEqual([
      'MRZ_NAME_CHARACTER 3 2',
      'MRZ_NAME_CHARACTER 3 12',
    ]);
  });
});

describe('dates', () => {
  const born = (birthDate: string, day = today) => {
    const { birthDate: whole, birthDateParts } = reading(passportLines({ birthDate }), { today: day, specimens: true });
    return whole ?? birthDateParts;
  };

  test('of birth are the latest that is past, today included', () => {
    expect(born('260305')).toBe('2026-03-05');
    expect(born('260306')).toBe('1926-03-06');
    expect(born('000229')).toBe('2000-02-29');
    expect(born('991231')).toBe('1999-12-31');
    expect(born('260305', Temporal.PlainDate.from('2099-12-31'))).toBe('2026-03-05');
    expect(born('000101', Temporal.PlainDate.from('2100-01-01'))).toBe('2100-01-01');
    expect(born('000229', Temporal.PlainDate.from('2100-03-01'))).toBe('2000-02-29');
  });

  test('of birth may lack the month or the day', () => {
    expect(born('7408<<')).toEqual({ year: 1974, month: 8, day: null });
    expect(born('74<<<<')).toEqual({ year: 1974, month: null, day: null });
    expect(born('74<<12')).toEqual({ year: 1974, month: null, day: 12 });
    expect(born('26<<<<')).toEqual({ year: 2026, month: null, day: null });
    expect(born('2604<<')).toEqual({ year: 1926, month: 4, day: null });
  });

  test('of birth must exist', () => {
    for (const birthDate of [
      '740230',
      '010229',
      '741301',
      '740001',
      '740800',
      '740832',
      '7A0812',
      '<<<<<<',
      '74081<',
      '74<812',
      '740631',
    ]) {
      expect(refusal(passportLines({ birthDate }))).toEqual(['MRZ_BIRTH_DATE 2 14']);
    }
  });

  test('of expiry are the nearest', () => {
    const expires = (expiryDate: string) => reading(passportLines({ expiryDate })).expiryDate;
    expect(expires('360305')).toBe('2036-03-05');
    expect(expires('760304')).toBe('2076-03-04');
    expect(expires('760306')).toBe('1976-03-06');
    expect(expires('991231')).toBe('1999-12-31');
    expect(expires('280229')).toBe('2028-02-29');
  });

  test('of expiry must be whole and exist', () => {
    for (const expiryDate of ['270229', '300230', '3001<<', '<<<<<<', '301301', '30A101']) {
      expect(refusal(passportLines({ expiryDate }))).toEqual(['MRZ_EXPIRY_DATE 2 22']);
    }
  });
});
