import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countNames } from '../../subgraphs/audit/rules/counts.ts';
import type { CountName, Counts, ToldCounts } from '../../subgraphs/audit/rules/counts.ts';
import { toldCounts, toldGroups, toldParts } from '../../subgraphs/audit/rules/suppression.ts';

// What a partner is told of small groups, compared with what somebody could compute who knows how the numbers hang together.

/** What a group consists of, such that every number is a sum of it. */
const atoms = [
  'inWork',
  'otherwise',
  'notAccepted',
  'doneInTime',
  'doneLate',
  'doneByIncident',
  'refusedInTime',
  'refusedLate',
  'refusedByIncident',
] as const;
type Group = Record<(typeof atoms)[number], number>;

const made: Record<CountName, readonly (keyof Group)[]> = {
  received: atoms.filter((atom) => atom !== 'notAccepted'),
  inWork: ['inWork'],
  done: ['doneInTime', 'doneLate', 'doneByIncident'],
  refused: ['refusedInTime', 'refusedLate', 'refusedByIncident'],
  refusedAcceptance: ['notAccepted'],
  endedOtherwise: ['otherwise'],
  onTime: ['doneInTime', 'refusedInTime'],
  late: ['doneLate', 'doneByIncident', 'refusedLate', 'refusedByIncident'],
  lateWithIncident: ['doneByIncident', 'refusedByIncident'],
};

function countsOf(groups: readonly Group[]): Counts {
  const sum = (name: CountName) =>
    groups.reduce((all, group) => made[name].reduce((some, atom) => some + group[atom], all), 0);
  return Object.fromEntries(countNames.map((name) => [name, sum(name)])) as Counts;
}

/** Which row of unknowns a number is the sum of. */
function equation(name: CountName, groups: readonly number[], of: number): number[] {
  return Array.from({ length: of }, (_, group) =>
    atoms.map((atom) => Number(groups.includes(group) && made[name].includes(atom))),
  ).flat();
}

/** How many of the equations tell something that the others don't; in fractions of floating point, which sums of a few ones are safe in. */
function rank(equations: readonly number[][]): number {
  const rows = equations.map((row) => [...row]);
  let found = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, index) => index >= found && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [rows[found], rows[pivot]] = [rows[pivot]!, rows[found]!];
    for (const [index, row] of rows.entries()) {
      if (index === found) continue;
      const factor = row[column]! / rows[found]![column]!;
      for (let each = column; each < row.length; each += 1) row[each]! -= factor * rows[found]![each]!;
    }
    found += 1;
  }
  return found;
}

const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 40 }));
const group = fc.record(Object.fromEntries(atoms.map((atom) => [atom, count])) as Record<keyof Group, typeof count>);
/** A group of so many of each, in the order of the atoms. */
const groupOf = (...counts: number[]) =>
  Object.fromEntries(atoms.map((atom, index) => [atom, counts[index]!])) as Group;
const isSmall = (value: number) => value > 0 && value < 5;

describe('what a partner is told', () => {
  test('is what there is, or nothing', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), (groups) => {
        const counts = groups.map((each) => countsOf([each]));
        const all = countsOf(groups);
        const told = [toldCounts(all), ...toldGroups(all, counts)];
        for (const [index, row] of told.entries())
          for (const name of countNames) expect([null, [all, ...counts][index]![name]]).toContain(row[name]);
      }),
    );
  });

  test('tells no small number, nor lets one be computed from all the others of the answer', () => {
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), fc.boolean(), (groups, withRest) => {
        const rows = groups.map((_, index) => [index]);
        const everything = rows.flat();
        const shownRows = withRest ? rows.slice(0, -1) : rows;
        const all = countsOf(groups);
        const told: [number[], ToldCounts][] = [[everything, toldCounts(all)]];
        for (const [index, row] of toldGroups(
          all,
          shownRows.map(([each]) => countsOf([groups[each!]!])),
        ).entries())
          told.push([shownRows[index]!, row]);
        const known = told.flatMap(([of, row]) =>
          countNames.filter((name) => row[name] !== null).map((name) => equation(name, of, groups.length)),
        );
        const knows = rank(known);
        for (const of of [everything, ...rows]) {
          for (const name of countNames) {
            const value = countsOf(of.map((each) => groups[each]!))[name];
            if (isSmall(value)) expect(rank([...known, equation(name, of, groups.length)])).toBe(knows + 1);
          }
        }
      }),
      {
        numRuns: 300,
        // What all are told and what each group tells of them, taken together.
        examples: [
          [
            [
              groupOf(1, 0, 0, 5, 1, 0, 1, 1, 0),
              groupOf(0, 1, 5, 1, 0, 1, 1, 5, 0),
              groupOf(1, 0, 5, 0, 1, 5, 0, 1, 0),
            ],
            false,
          ],
        ],
      },
    );
  });

  test('is all where nothing is small', () => {
    const large = { ...Object.fromEntries(atoms.map((atom) => [atom, 7])) } as Group;
    const counts = countsOf([large]);
    expect(toldCounts(countsOf([large, large]))).toEqual(countsOf([large, large]));
    expect(toldGroups(countsOf([large, large]), [counts, counts])).toEqual([counts, counts]);
  });

  test('of a year in weeks, is told in a moment', () => {
    const weeks = fc.sample(group, { numRuns: 261, seed: 7 });
    const began = performance.now();
    toldGroups(
      countsOf(weeks),
      weeks.map((week) => countsOf([week])),
    );
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});

describe('the parts of a number', () => {
  test.each([
    [20, [12, 8], [12, 8]],
    [20, [12, 5, 3], [12, null, null]],
    [20, [12, 6, 2, 0], [12, null, null, 0]],
    [20, [17, 3], [null, null]],
    [12, [6, 2, 4], [6, null, null]],
    [4, [3, 1], [null, null]],
    [null, [12, 8], [null, null]],
  ])('of %p, %p, are told as %p', (whole, parts, told) => {
    expect(toldParts(whole, parts)).toEqual(told);
  });
});
