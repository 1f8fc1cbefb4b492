import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isBackwards, isWithin, overlap } from '../../subgraphs/kit/terms/periods.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const period = (from: string | null, until: string | null) => ({
  from: from === null ? null : day(from),
  until: until === null ? null : day(until),
});

test.each([
  // from, until, day → within
  ['2026-03-02', '2026-03-05', '2026-03-01', false],
  ['2026-03-02', '2026-03-05', '2026-03-02', true],
  ['2026-03-02', '2026-03-05', '2026-03-05', true],
  ['2026-03-02', '2026-03-05', '2026-03-06', false],
  [null, '2026-03-05', '1900-01-01', true],
  [null, '2026-03-05', '2026-03-06', false],
  ['2026-03-02', null, '2199-12-31', true],
  ['2026-03-02', null, '2026-03-01', false],
  [null, null, '2026-03-02', true],
])('from %s until %s, %s belongs to it: %s', (from, until, on, within) => {
  expect(isWithin(period(from, until), day(on))).toBe(within);
});

test.each([
  ['2026-03-02', '2026-03-02', false],
  ['2026-03-02', '2026-03-01', true],
  ['2026-03-02', null, false],
  [null, '2026-03-01', false],
])('from %s until %s ends before it begins: %s', (from, until, backwards) => {
  expect(isBackwards(period(from, until))).toBe(backwards);
});

const dayOfMarch = fc.integer({ min: 1, max: 31 }).map((number) => day(`2026-03-${String(number).padStart(2, '0')}`));
const somePeriod = fc
  .record({ from: fc.option(dayOfMarch), until: fc.option(dayOfMarch) })
  .filter((each) => !isBackwards(each));

test('two periods overlap when there is a day that belongs to both', () => {
  // A day before the month and one after it stand for all those that no first or last day touches.
  const days = Array.from({ length: 33 }, (_each, index) => day('2026-02-28').add({ days: index }));
  fc.assert(
    fc.property(somePeriod, somePeriod, (one, other) => {
      const shared = days.some((each) => isWithin(one, each) && isWithin(other, each));
      expect([overlap(one, other), overlap(other, one)]).toEqual([shared, shared]);
    }),
  );
});
