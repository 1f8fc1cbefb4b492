import { refuseProblems } from '../errors/fault.ts';
import { cursorOf, valuesIn } from './cursor.ts';
import { pageProblems } from './connection.ts';
import type { Connection, PageArguments } from './connection.ts';
import { usualPage } from './page-size.ts';

/** What is ranked: a higher score comes first, and of equal ones the newer id. */
export interface Ranked {
  id: string;
  score: number;
}

/** A page of what was worked out whole and ranked. It stays put while others appear or vanish. */
export function pageOfRanking<Node extends Ranked>(nodes: readonly Node[], asked: PageArguments): Connection<Node> {
  const page = Object.fromEntries(Object.entries(asked).filter(([, value]) => value != null)) as PageArguments;
  refuseProblems(pageProblems(page, ['int', 'uuid']));
  const ranking = nodes.toSorted(byRank);
  const { after, before, last } = page;
  const between = ranking.filter(
    (node) =>
      (after === undefined || byRank(placeOf(after), node) < 0) &&
      (before === undefined || byRank(node, placeOf(before)) < 0),
  );
  const shown = last === undefined ? between.slice(0, page.first ?? usualPage) : between.slice(-last);
  const [first, final] = [shown[0], shown.at(-1)];
  return {
    edges: shown.map((node) => ({ node, cursor: cursorIn(node) })),
    pageInfo: {
      hasNextPage: final !== undefined && final !== ranking.at(-1),
      hasPreviousPage: first !== undefined && first !== ranking[0],
      startCursor: first ? cursorIn(first) : null,
      endCursor: final ? cursorIn(final) : null,
    },
    count: () => Promise.resolve(ranking.length),
  };
}

function byRank(one: Ranked, other: Ranked): number {
  if (one.score !== other.score) return other.score - one.score;
  return one.id === other.id ? 0 : one.id < other.id ? 1 : -1;
}

function cursorIn({ score, id }: Ranked): string {
  return cursorOf([score, id]);
}

function placeOf(cursor: string): Ranked {
  const [score, id] = valuesIn(cursor) as [number, string];
  return { score, id };
}
