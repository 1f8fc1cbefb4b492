import type { Connection, PageArguments } from '../../kit/connections/connection.ts';
import { pageFiled } from './find-lines.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/**
 * A page of the lines that tell that others read somebody's data, newest first: they are filed under the ids alone.
 *
 * @param ids under which the person was presented. A list may have shown several of them in one line.
 */
export function readingsByOthers(
  reads: Reads,
  page: PageArguments,
  ids: readonly string[],
): Promise<Pick<Connection<JournalEntry>, 'edges' | 'pageInfo'>> {
  return pageFiled(
    reads,
    page,
    ids.map((id) => [id]),
  );
}

/** How many lines tell that others read somebody's data. */
export async function countReadingsByOthers(reads: Reads, ids: readonly string[]): Promise<number> {
  const [counted] = await reads.execute<{ lines: number }[]>(
    'select count(distinct (at, id))::int as lines from audit.journal_mark where mark = any(?::uuid[])',
    [`{${ids.join()}}`],
  );
  return counted!.lines;
}
