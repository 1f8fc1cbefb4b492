import { countNames } from './counts.ts';
import type { CountName, Counts, ToldCounts } from './counts.ts';
import { complement, independent, isTold } from './linear.ts';
import type { Vector } from './linear.ts';

/** A partner isn't told of fewer cases than this, unless there are none. */
export const leastTold = 5;

/** Whether a number is too small to be told. */
export function isSmall(count: number): boolean {
  return count > 0 && count < leastTold;
}

/** Numbers of which no sum or difference tells another one, in the order of the vectors below. */
const basis = [
  'inWork',
  'endedOtherwise',
  'refusedAcceptance',
  'done',
  'refused',
  'onTime',
  'lateWithIncident',
] as const;

/** Each number as a sum of those: what is received is in work or has ended, what was late was decided and not on time. */
const columns: Readonly<Record<CountName, Vector>> = {
  inWork: [1, 0, 0, 0, 0, 0, 0],
  endedOtherwise: [0, 1, 0, 0, 0, 0, 0],
  refusedAcceptance: [0, 0, 1, 0, 0, 0, 0],
  done: [0, 0, 0, 1, 0, 0, 0],
  refused: [0, 0, 0, 0, 1, 0, 0],
  onTime: [0, 0, 0, 0, 0, 1, 0],
  lateWithIncident: [0, 0, 0, 0, 0, 0, 1],
  received: [1, 1, 0, 1, 1, 0, 0],
  late: [0, 0, 0, 1, 1, -1, 0],
};

/** What nobody is to compute where it is small: every number, every sum of ways to stand, and those that were late without an incident. */
const guarded: readonly Vector[] = [
  ...Object.values(columns),
  ...Array.from({ length: 16 }, (_, set) => [set & 1, (set >> 1) & 1, 0, (set >> 2) & 1, (set >> 3) & 1, 0, 0]),
  [0, 0, 0, 1, 1, -1, -1],
];

/** A group of cases, and which of its numbers are told. */
interface Row {
  counts: Counts;
  shown: Set<CountName>;
}

/** The numbers of all, as far as a partner is told them: none that is small, nor what a small one could be computed from. */
export function toldCounts(counts: Counts): ToldCounts {
  return told(rowOfAll(counts));
}

/** The same of groups of them, so that nothing can be computed from the other groups and the numbers of all either. Cases that belong to no group count as one that isn't told. */
export function toldGroups(all: Counts, groups: readonly Counts[]): ToldCounts[] {
  const rows = groups.map(withoutSmall);
  const rest = restOf(all, groups);
  const others = countNames.some((name) => rest[name] > 0) ? [{ counts: rest, shown: new Set<CountName>() }] : [];
  const table = [...rows, ...others];
  const total = rowOfAll(all);
  for (const row of rows) hideWithin(row);
  while (hideAcross(total, table));
  return rows.map(told);
}

function told({ counts, shown }: Row): ToldCounts {
  return Object.fromEntries(countNames.map((name) => [name, shown.has(name) ? counts[name] : null])) as ToldCounts;
}

function withoutSmall(counts: Counts): Row {
  return { counts, shown: new Set(countNames.filter((name) => !isSmall(counts[name]))) };
}

function rowOfAll(counts: Counts): Row {
  const row = withoutSmall(counts);
  hideWithin(row);
  return row;
}

/** Hides the next smallest number, again and again, until no small one can be computed from the others of the group. */
function hideWithin(row: Row): void {
  while (tellsSmall(row, toldBy(row))) hideSmallest([row], countNames);
}

/** Hides one more number where a small one can be computed across the groups; tells whether there was one to hide. */
function hideAcross(total: Row, table: readonly Row[]): boolean {
  // Many groups are told alike: what they tell together is worked out once for each way.
  const alike = Map.groupBy(table, wayOf);
  for (const [way, rows] of alike) {
    const others = [...alike].filter(([other]) => other !== way || rows.length > 1).map(([, [other]]) => other!);
    const own = toldBy(rows[0]!);
    const known = independent([...own, ...common([total, ...others].map(toldBy))]);
    if (known.length === own.length) continue;
    const row = rows.find((each) => tellsSmall(each, known));
    if (row) {
      const rest = table.filter((other) => other !== row);
      return hideSmallest(rest, countNames) || hideSmallest([row], countNames);
    }
  }
  // What all groups tell is told of all, beside what is told of all itself.
  const together = independent([...toldBy(total), ...common([...alike.values()].map(([row]) => toldBy(row!)))]);
  if (tellsSmall(total, together)) {
    const untold = countNames.filter((name) => !total.shown.has(name));
    return hideSmallest(table, untold) || hideSmallest(table, countNames);
  }
  for (const name of countNames) {
    const hidden = table.filter(({ shown }) => !shown.has(name)).reduce((sum, { counts }) => sum + counts[name], 0);
    if (total.shown.has(name) && isSmall(hidden) && hideSmallest(table, [name])) return true;
  }
  return false;
}

/** Hides the smallest of these numbers that is told, those that are nothing last; tells whether one was. */
function hideSmallest(rows: readonly Row[], names: readonly CountName[]): boolean {
  const cells = rows.flatMap((row) => names.filter((name) => row.shown.has(name)).map((name) => ({ row, name })));
  const rank = ({ row, name }: (typeof cells)[number]) => row.counts[name] || Number.POSITIVE_INFINITY;
  const [smallest] = cells.toSorted((one, other) => (rank(one) < rank(other) ? -1 : Number(rank(one) > rank(other))));
  smallest?.row.shown.delete(smallest.name);
  return smallest !== undefined;
}

function wayOf({ shown }: Row): string {
  return countNames.filter((name) => shown.has(name)).join();
}

function toldBy({ shown }: Row): Vector[] {
  return independent([...shown].map((name) => columns[name]));
}

/** What all of them tell. */
function common(spaces: readonly (readonly Vector[])[]): Vector[] {
  const length = basis.length;
  return independent(complement(independent(spaces.flatMap((rows) => complement(rows, length))), length));
}

function tellsSmall({ counts }: Row, rows: readonly Vector[]): boolean {
  return guarded.some((vector) => isSmall(valueOf(vector, counts)) && isTold(vector, rows));
}

function valueOf(vector: Vector, counts: Counts): number {
  return basis.reduce((sum, name, index) => sum + vector[index]! * counts[name], 0);
}

function restOf(all: Counts, groups: readonly Counts[]): Counts {
  const rest = countNames.map((name) => [name, groups.reduce((left, group) => left - group[name], all[name])]);
  return Object.fromEntries(rest) as Counts;
}

/**
 * The parts of a number, as far as a partner is told them: none that is small, and together with those at least five, of two parts at least. Nothing at all where the
 * whole isn't told.
 */
export function toldParts(whole: number | null, parts: readonly number[]): (number | null)[] {
  if (whole === null) return parts.map(() => null);
  const hidden = new Set(parts.flatMap((count, index) => (isSmall(count) ? [index] : [])));
  const rising = [...parts.keys()].filter((index) => parts[index]! >= leastTold);
  rising.sort((one, other) => parts[one]! - parts[other]!);
  const sum = () => [...hidden].reduce((total, index) => total + parts[index]!, 0);
  while (hidden.size > 0 && (hidden.size < 2 || sum() < leastTold) && rising.length > 0) hidden.add(rising.shift()!);
  return parts.map((count, index) => (hidden.has(index) ? null : count));
}
