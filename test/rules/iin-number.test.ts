import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { agreesWithBirthDate } from '../../subgraphs/kit/iin.ts';
import { checkDigit, nextNumber, numberPrefix, usableSerials, validateIin } from '../../subgraphs/iin/rules/number.ts';

const today = Temporal.PlainDate.from('2026-03-05');
const birthDate = Temporal.PlainDate.from('1985-03-12');

/** Why a text is no IIN; empty when it is one. */
function refusal(text: string, day = today): string[] {
  const result = validateIin(text, { today: day });
  return result.ok ? [] : result.problems.map(({ code }) => code);
}

const anyBirthDate = fc
  .record({
    year: fc.integer({ min: 1900, max: 2025 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map((date) => Temporal.PlainDate.from(date));

describe('the check digit', () => {
  test('comes from the first pass, from the second when the first gives 10, and from none when both do', () => {
    expect(checkDigit('80041610001')).toBe(6);
    expect(checkDigit('80041610070')).toBe(9);
    expect(checkDigit('85031209182')).toBe(0);
    expect(checkDigit('80041610076')).toBeNull();
    expect(checkDigit('85031209187')).toBeNull();
  });
});

describe('an IIN', () => {
  test.each([
    ['800416100016', 'of the first pass'],
    ['800416100709', 'of the second pass'],
    ['680503200018', 'of a woman born in the nineteenth century'],
    ['850312090019', 'of a foreigner'],
    ['850312091807', 'of a foreigner, of the second pass'],
    ['850312091820', 'of a foreigner, of the second pass, with check digit 0'],
    ['000229090011', 'of a foreigner born on 29 February'],
  ])('is accepted: %s, %s', (iin) => {
    expect(validateIin(iin, { today })).toEqual({ ok: true, iin });
  });

  test.each([
    ['800416100760', 'IIN_SERIAL_UNUSABLE'],
    ['850312091870', 'IIN_SERIAL_UNUSABLE'],
    ['010229090013', 'IIN_DATE_DOES_NOT_EXIST'],
    ['850312090018', 'IIN_CHECK_DIGIT'],
    ['851312050012', 'IIN_DATE_DOES_NOT_EXIST'],
    ['900101700012', 'IIN_SEVENTH_DIGIT'],
    ['000000000000', 'IIN_DATE_DOES_NOT_EXIST'],
    ['960340000514', 'IIN_IS_BIN'],
  ])('is refused: %s, %s', (iin, code) => {
    expect(validateIin(iin, { today })).toEqual({ ok: false, problems: [{ code, path: [] }] });
  });

  test('is refused with everything that is wrong with it', () => {
    expect(refusal('851332700011')).toEqual(['IIN_DATE_DOES_NOT_EXIST', 'IIN_SEVENTH_DIGIT', 'IIN_CHECK_DIGIT']);
  });

  test('is told from a BIN by its fifth digit, 4 to 6 there, whatever else is wrong', () => {
    expect(['960340000000', '960350000000', '969969999999'].map((text) => refusal(text))).toEqual([
      ['IIN_IS_BIN'],
      ['IIN_IS_BIN'],
      ['IIN_IS_BIN'],
    ]);
    expect(refusal('960370000000')).toContain('IIN_DATE_DOES_NOT_EXIST');
  });

  test('has exactly twelve digits, and they are ASCII ones', () => {
    const texts = [
      '',
      '85031209001',
      '8503120900190',
      ' 850312090019',
      '850312090019\n',
      '85031209001A',
      '８５０３１２０９００１９',
      '٨٥٠٣١٢٠٩٠٠١٩',
      '850312-09001',
      '😀'.repeat(6),
    ];
    for (const text of texts) expect(refusal(text)).toEqual(['IIN_NOT_TWELVE_DIGITS']);
  });

  test('with 1 to 6 in place 7 has a date of that century, and not in the future', () => {
    // 29 February: 2000 was a leap year, 1900 and 1800 were not.
    expect(refusal('000229500008')).toEqual([]);
    expect(refusal('000229300005')).toEqual(['IIN_DATE_DOES_NOT_EXIST']);
    expect(refusal('000229100002')).toEqual(['IIN_DATE_DOES_NOT_EXIST']);
    expect(refusal('260305500003')).toEqual([]);
    expect(refusal('260306500009')).toEqual(['IIN_DATE_IN_FUTURE']);
    expect(refusal('260306500009', today.add({ days: 1 }))).toEqual([]);
    expect(refusal('260306300006')).toEqual([]);
  });

  test('never makes the validation throw, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[0-9]{12}$/)), (text) => {
        const result = validateIin(text, { today });
        expect(result.ok || result.problems.length > 0).toBe(true);
      }),
    );
  });
});

describe('a number and a date of birth', () => {
  const on = (date: string) => Temporal.PlainDate.from(date);

  test('agree by the six digits; with 0 in place 7 in any century', () => {
    expect(agreesWithBirthDate('850312090019', on('1985-03-12'))).toBe(true);
    expect(agreesWithBirthDate('850312090019', on('1885-03-12'))).toBe(true);
    expect(agreesWithBirthDate('850312090019', on('1985-03-13'))).toBe(false);
    expect(agreesWithBirthDate('000229090011', on('2000-02-29'))).toBe(true);
    expect(agreesWithBirthDate('000229090011', on('2000-02-28'))).toBe(false);
  });

  test('agree by the century too where place 7 has one', () => {
    expect(agreesWithBirthDate('680503200018', on('1868-05-03'))).toBe(true);
    expect(agreesWithBirthDate('680503200018', on('1968-05-03'))).toBe(false);
    expect(agreesWithBirthDate('260305500003', on('2026-03-05'))).toBe(true);
    expect(agreesWithBirthDate('260305500003', on('1926-03-05'))).toBe(false);
  });
});

describe('the numbers of a date of birth', () => {
  test('begin with it and a 0, in which there is neither sex nor century', () => {
    expect(numberPrefix(birthDate)).toBe('8503120');
    expect(numberPrefix(Temporal.PlainDate.from('2000-01-02'))).toBe('0001020');
  });

  test('stand in the order of their serials, the unusable ones skipped', () => {
    const numbers = usableSerials(birthDate, 9);
    expect(numbers.slice(0, 2)).toEqual(['850312090009', '850312090019']);
    expect(numbers).toContain('850312091807');
    expect(numbers).toContain('850312091820');
    expect(numbers.filter((iin) => iin.startsWith('85031209187'))).toEqual([]);
    expect(numbers).toEqual(numbers.toSorted());
    // Of 1000 serials of this date 90 need the second pass, and 8 fail it: counted apart from the product.
    expect(numbers).toHaveLength(992);
  });

  test('are valid, agree with the date, and are about 991 of 1000, for every date', () => {
    fc.assert(
      fc.property(anyBirthDate, fc.integer({ min: 0, max: 9 }), (date, eighthDigit) => {
        const numbers = usableSerials(date, eighthDigit);
        expect(numbers.length).toBeGreaterThanOrEqual(985);
        expect(numbers.length).toBeLessThanOrEqual(997);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(numbers.filter((iin) => !iin.startsWith(`${numberPrefix(date)}${eighthDigit}`))).toEqual([]);
        expect(numbers.filter((iin) => refusal(iin).length > 0 || !agreesWithBirthDate(iin, date))).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

describe('the next number', () => {
  test('is the first that was never taken', () => {
    expect(nextNumber(birthDate, [9], new Set())).toEqual({ ok: true, iin: '850312090009' });
    expect(nextNumber(birthDate, [9], new Set(['850312090009']))).toEqual({ ok: true, iin: '850312090019' });
    expect(nextNumber(birthDate, [9], new Set(['850312090019']))).toEqual({ ok: true, iin: '850312090009' });
  });

  test('goes on to the next eighth digit only where a person opened it', () => {
    const taken = new Set(usableSerials(birthDate, 5));
    expect(nextNumber(birthDate, [5], taken)).toEqual({ ok: false, code: 'NUMBERS_USED_UP' });
    expect(nextNumber(birthDate, [5, 6], taken)).toMatchObject({
      ok: true,
      iin: expect.stringMatching(/^85031206000[0-9]$/),
    });
    expect(nextNumber(birthDate, [], new Set())).toEqual({ ok: false, code: 'NUMBERS_USED_UP' });
  });

  test('is the first that is free, whichever were taken', () => {
    const numbers = usableSerials(birthDate, 9);
    fc.assert(
      fc.property(fc.subarray(numbers, { minLength: 900, maxLength: 991 }), (taken) => {
        const next = nextNumber(birthDate, [9], new Set(taken));
        expect(next).toEqual({ ok: true, iin: numbers.find((iin) => !taken.includes(iin)) });
      }),
    );
    expect(nextNumber(birthDate, [9], new Set(numbers.slice(0, -1)))).toEqual({ ok: true, iin: numbers.at(-1) });
  });
});

describe('what a slip of the pen can do', () => {
  const numbers = usableSerials(birthDate, 9);
  const changed = (iin: string, place: number) =>
    [...'0123456789']
      .filter((digit) => digit !== iin[place - 1])
      .map((digit) => iin.slice(0, place - 1) + digit + iin.slice(place));
  const swapped = (iin: string, place: number) =>
    iin.slice(0, place - 1) + iin[place] + iin[place - 1] + iin.slice(place + 1);
  const missedShare = (slips: string[]) => slips.filter((slip) => refusal(slip).length === 0).length / slips.length;

  test('a wrong digit in places 1 to 10 is noticed in more than 98 of 100 cases, a wrong check digit always', () => {
    for (let place = 1; place <= 10; place += 1) {
      expect(missedShare(numbers.flatMap((iin) => changed(iin, place)))).toBeLessThan(0.02);
    }
    expect(missedShare(numbers.flatMap((iin) => changed(iin, 12)))).toBe(0);
  });

  test('a wrong eleventh digit is NOT noticed where the first pass decides: its weight there is 11, which is 0', () => {
    expect(refusal('850312090019')).toEqual([]);
    expect(refusal('850312090029')).toEqual([]);
    const missed = missedShare(numbers.flatMap((iin) => changed(iin, 11)));
    expect(missed).toBeGreaterThan(0.9);
    expect(missed).toBeLessThan(0.93);
  });

  test('two neighbouring digits in the wrong order are noticed in more than 98 of 100 cases', () => {
    for (let place = 1; place <= 11; place += 1) {
      const slips = numbers.filter((iin) => iin[place - 1] !== iin[place]).map((iin) => swapped(iin, place));
      expect(missedShare(slips)).toBeLessThan(0.02);
    }
  });
});
