import type { Connection, PageArguments } from '../../kit/connections/connection.ts';
import { usualPage } from '../../kit/connections/page-size.ts';
import { pageOfMarks } from './find-lines.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Reads } from '../../kit/reading/reads.ts';

const filing = 'read by others';

/**
 * A page of the lines that tell that others read somebody's data, newest first.
 *
 * @param ids under which the person was presented. Each has its lines in order; a list may have shown several of them in one line.
 */
export async function readingsByOthers(
  reads: Reads,
  page: PageArguments,
  ids: readonly string[],
): Promise<Pick<Connection<JournalEntry>, 'edges' | 'pageInfo'>> {
  const pages: Connection<JournalEntry>[] = [];
  for (const id of ids) pages.push(await pageOfMarks(reads, page, [filing, id]));
  if (pages.length === 1) return pages[0]!;
  const found = new Map(pages.flatMap(({ edges }) => edges).map((edge) => [edge.node.id, edge]));
  const lines = [...found.values()].toSorted((one, other) => newestFirst(one.node, other.node));
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

function newestFirst(one: JournalEntry, other: JournalEntry): number {
  return Temporal.Instant.compare(other.at, one.at) || (other.id < one.id ? -1 : 1);
}

/** How many lines tell that others read somebody's data. */
export async function countReadingsByOthers(reads: Reads, ids: readonly string[]): Promise<number> {
  const [counted] = await reads.execute<{ lines: number }[]>(
    `select count(distinct (at, id))::int as lines from audit.journal_mark
      where mark in (select md5('${filing} ' || id)::uuid from unnest(?::uuid[]) as id)`,
    [`{${ids.join()}}`],
  );
  return counted!.lines;
}
