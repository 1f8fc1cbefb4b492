import { expect, test } from '@jest/globals';
import { periodProblems } from '../../subgraphs/missions/rules/pilots.ts';

const period = (from: string, until: string | null) => ({
  from: Temporal.PlainDate.from(from),
  until: until === null ? null : Temporal.PlainDate.from(until),
});
const codes = (wanted: ReturnType<typeof period>, ...others: ReturnType<typeof period>[]) =>
  periodProblems(wanted, 'Order No. 1', others).map(({ code, path }) => `${path.join('.')} ${code}`);

const march = period('2026-03-01', '2026-03-31');

test('periods of one pilot follow one another, with or without days between them', () => {
  expect(codes(period('2026-04-01', null), march)).toEqual([]);
  expect(codes(period('2026-02-01', '2026-02-28'), march)).toEqual([]);
});

test.each([
  ['begins on the last day of another', '2026-03-31', null],
  ['ends on the first day of another', '2026-01-01', '2026-03-01'],
  ['lies within another', '2026-03-10', '2026-03-20'],
  ['surrounds another', '2026-01-01', '2026-12-31'],
])('a period that %s overlaps it', (_how, from, until) => {
  expect(codes(period(from, until), march)).toEqual(['from PERIODS_OVERLAP']);
});

test('two that are open-ended overlap', () => {
  expect(codes(period('2026-06-01', null), period('2026-01-01', null))).toEqual(['from PERIODS_OVERLAP']);
});

test('a period of one day is one; one that ends before it begins is none', () => {
  expect(codes(period('2026-03-02', '2026-03-02'))).toEqual([]);
  expect(codes(period('2026-03-02', '2026-03-01'))).toEqual(['until PERIOD_BACKWARDS']);
});

test('an order is named', () => {
  expect(periodProblems(march, '', [])).toEqual([{ code: 'TEXT_EMPTY', path: ['orderReference'] }]);
});
