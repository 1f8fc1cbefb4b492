import { raw } from '@mikro-orm/core';
import type { FilterQuery } from '@mikro-orm/postgresql';
import { readPage } from '../../kit/connections/connection.ts';
import type { Connection, PageArguments } from '../../kit/connections/connection.ts';
import { lookUp } from '../rules/filed-under.ts';
import type { Sought } from '../rules/filed-under.ts';
import { JournalEntry } from './journal-entry.ts';
import { JournalMark, linesFound } from './journal-mark.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** When lines are from; `until` is excluded. */
export interface Period {
  from?: Temporal.Instant | null;
  until?: Temporal.Instant | null;
}

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
  return pageOfMarks(reads, page, under, { ...period, ...linesThat(asked) });
}

/** A page of the lines that are filed under something. */
export async function pageOfMarks(
  reads: Reads,
  page: PageArguments,
  under: readonly string[],
  conditions: FilterQuery<JournalMark> = {},
): Promise<Connection<JournalEntry>> {
  const where = { ...(conditions as object), ...filedUnder(under) } as FilterQuery<JournalMark>;
  // The index has a mark's lines in order. Where the planner takes it for a rare one, it would gather all of its lines and sort them.
  await reads.execute('set local enable_sort = off');
  const marks = await readPage(reads, JournalMark, page, where, newestFirst);
  await reads.execute('set local enable_sort = on');
  const lines = await linesFound(
    reads,
    marks.edges.map(({ node }) => node),
  );
  const edges = marks.edges.flatMap(({ node, cursor }) => {
    const line = lines.get(node.id);
    return line ? [{ node: line, cursor }] : [];
  });
  return { ...marks, edges };
}

/** The condition that a line is filed under something. */
function filedUnder(under: readonly string[]): object {
  return { mark: raw('md5(?)::uuid', [under.join(' ')]) };
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
