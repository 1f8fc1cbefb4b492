import { raw } from '@mikro-orm/core';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { readPage } from '../../kit/connections/connection.ts';
import type { Connection, PageArguments } from '../../kit/connections/connection.ts';
import { usualPage } from '../../kit/connections/page-size.ts';
import { lookUp } from '../rules/filed-under.ts';
import type { Filing, Sought } from '../rules/filed-under.ts';
import { JournalEntry } from './journal-entry.ts';
import { JournalMark, linesFound, markOf } from './journal-mark.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** When lines are from; `until` is excluded. */
export interface Period {
  from?: Temporal.Instant | null;
  until?: Temporal.Instant | null;
}

/** What of a page is there without counting all. */
type Page<Node> = Pick<Connection<Node>, 'edges' | 'pageInfo'>;

const newestFirst = { at: 'desc', id: 'desc' } as const;

/** A page of the lines that are sought, newest first: by what they are filed under, or as they come where that isn't told apart. */
export async function findLines(
  reads: Reads,
  page: PageArguments,
  sought: Sought,
  { from, until }: Period,
): Promise<Connection<JournalEntry>> {
  const period = { ...((from || until) && { at: { ...(from && { $gte: from }), ...(until && { $lt: until }) } }) };
  const { under, remaining } = lookUp(sought);
  const asked = conditionsOn(remaining);
  if (!under) return readPage(reads, JournalEntry, page, { ...period, ...columnsOf(asked) }, newestFirst);
  const conditions = { ...period, ...linesThat(asked) } as FilterQuery<JournalMark>;
  return {
    ...(await pageFiled(reads, page, under, conditions)),
    count: () => reads.count(JournalMark, { ...(conditions as object), mark: { $in: under.map(markOf) } }),
  };
}

/** A page of the lines that are filed under any of these, newest first. Each has its lines in order; a line may be filed under several. */
export async function pageFiled(
  reads: Reads,
  page: PageArguments,
  under: readonly Filing[],
  conditions: FilterQuery<JournalMark> = {},
): Promise<Page<JournalEntry>> {
  // The index has a mark's lines in order. Where the planner takes it for a rare one, it would gather all of its lines and sort them.
  await reads.execute('set local enable_sort = off');
  const pages: Page<JournalMark>[] = [];
  for (const each of under) {
    const where = { ...(conditions as object), mark: markOf(each) } as FilterQuery<JournalMark>;
    pages.push(await readPage(reads, JournalMark, page, where, newestFirst));
  }
  await reads.execute('set local enable_sort = on');
  const { edges, pageInfo } = pages.length === 1 ? pages[0]! : together(pages, page);
  const lines = await linesFound(
    reads,
    edges.map(({ node }) => node),
  );
  return {
    edges: edges.flatMap(({ node, cursor }) => {
      const line = lines.get(node.id);
      return line ? [{ node: line, cursor }] : [];
    }),
    pageInfo,
  };
}

/** One page of several, each line once. */
function together(pages: readonly Page<JournalMark>[], page: PageArguments): Page<JournalMark> {
  const found = new Map(pages.flatMap(({ edges }) => edges).map((edge) => [edge.node.id, edge]));
  const lines = [...found.values()].toSorted(
    ({ node: one }, { node: other }) => Temporal.Instant.compare(other.at, one.at) || (other.id < one.id ? -1 : 1),
  );
  const fromEnd = page.last != null;
  const size = page.last ?? page.first ?? usualPage;
  const edges = fromEnd ? lines.slice(-size) : lines.slice(0, size);
  const more = lines.length > size;
  return {
    edges,
    pageInfo: {
      hasNextPage: pages.some(({ pageInfo }) => pageInfo.hasNextPage) || (more && !fromEnd),
      hasPreviousPage: pages.some(({ pageInfo }) => pageInfo.hasPreviousPage) || (more && fromEnd),
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** Conditions on columns of a line, in SQL. */
type Conditions = [condition: string, value: string][];

function conditionsOn({ subjects, accountId, officeId, operationName, action, kind, outcome }: Sought): Conditions {
  const columns = { account_id: accountId, office_id: officeId, operation_name: operationName, action, kind, outcome };
  return [
    ...subjects.map((id): [string, string] => ['? = any(line.subjects)', id]),
    ...Object.entries(columns).flatMap(([column, value]): Conditions =>
      value === null ? [] : [[`line.${column} = ?`, value]],
    ),
  ];
}

/** They hold for the lines that are read as they come. */
function columnsOf(conditions: Conditions): object {
  if (conditions.length === 0) return {};
  const [texts, values] = [conditions.map(([text]) => text), conditions.map(([, value]) => value)];
  return { [raw((alias) => texts.join(' and ').replaceAll('line.', `${alias}.`), values)]: [] };
}

/** They hold for the line of a mark. `offset 0` keeps the planner to the marks, which are in the right order, from which it looks up one line after the other. */
function linesThat(conditions: Conditions): object {
  if (conditions.length === 0) return {};
  const [texts, values] = [conditions.map(([text]) => text), conditions.map(([, value]) => value)];
  return {
    [raw(
      (alias) =>
        `exists (select from audit.journal line where line.id = ${alias}.id and line.at = ${alias}.at and ${texts.join(' and ')} offset 0)`,
      values,
    )]: [],
  };
}
