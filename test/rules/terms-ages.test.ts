import { describe, expect, test } from '@jest/globals';
import { ageOn, lastsAtLeastDays, validMoreThanDays } from '../../subgraphs/kit/terms/ages.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('age in full years', () => {
  test.each([
    ['2010-05-20', '2026-05-19', 15, 'the day before the birthday'],
    ['2010-05-20', '2026-05-20', 16, 'on the birthday'],
    ['1961-05-20', '2026-05-19', 64, 'the day before turning 65'],
    ['1961-05-20', '2026-05-20', 65, 'on turning 65'],
    ['2026-05-20', '2026-05-20', 0, 'on the day of birth'],
    ['2008-02-29', '2024-02-28', 15, 'born on 29 February, in a leap year, the day before'],
    ['2008-02-29', '2024-02-29', 16, 'born on 29 February, in a leap year, on the birthday'],
    ['2012-02-29', '2027-02-28', 14, 'born on 29 February, in a common year, on 28 February'],
    ['2012-02-29', '2027-03-01', 15, 'born on 29 February, in a common year, on 1 March'],
    ['2011-02-28', '2027-02-28', 16, 'born on 28 February'],
  ])('born %s, on %s: %i, %s', (birthDate, onDate, age) => {
    expect(ageOn(day(birthDate), day(onDate))).toBe(age);
  });
});

test.each([
  ['2026-07-20', false, 'exactly 180 days'],
  ['2026-07-21', true, '181 days'],
  ['2026-01-20', false, 'already expired'],
  ['2036-01-21', true, 'ten years'],
])('a passport that expires on %s is valid for more than 180 days on 2026-01-21: %s, %s', (expiry, valid) => {
  expect(validMoreThanDays(day(expiry), day('2026-01-21'), 180)).toBe(valid);
});

test.each([
  ['2026-07-19', false, '179 days'],
  ['2026-07-20', true, 'exactly 180 days'],
  ['2026-01-20', false, 'the end before the start'],
])('a housing contract from 2026-01-21 to %s lasts at least 180 days: %s, %s', (end, lasts) => {
  expect(lastsAtLeastDays(day('2026-01-21'), day(end), 180)).toBe(lasts);
});
