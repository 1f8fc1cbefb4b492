import { enqueue } from '../jobs/jobs.ts';
import type { Job, SubgraphName } from '../subgraph/definition.ts';
import { keepFacts } from './keep-facts.ts';
import type { CaseFacts } from './facts.ts';
import type { Reads } from '../reading/reads.ts';

/** The subgraphs whose cases are counted: each has the jobs `countCase` and `recountStatistics`. */
export const countedSubgraphs = ['iin', 'residence', 'complaints'] as const satisfies SubgraphName[];

/** Has a case counted anew once the transaction is committed in which something happened to it. */
export async function enqueueCounting(reads: Reads, subgraph: SubgraphName, caseId: string): Promise<void> {
  if (!countedSubgraphs.some((counted) => counted === subgraph)) return;
  await enqueue(reads, { subgraph, name: 'countCase', ids: { caseId }, key: `${subgraph}.countCase ${caseId}` });
}

/** Has all cases of a subgraph counted anew. */
export async function enqueueRecounting(reads: Reads, subgraph: SubgraphName, after = ''): Promise<void> {
  const job = { subgraph, name: 'recountStatistics', ids: { after }, key: `${subgraph}.recountStatistics` };
  await enqueue(reads, job);
}

/** How a subgraph tells what statistics know of its cases. */
export interface Counted {
  subgraph: (typeof countedSubgraphs)[number];
  /** The tables of what is counted, as `schema.table`. */
  tables: readonly string[];
  /** What is known of cases by what happened to them; nothing of ids that are no cases. */
  factsOf: (reads: Reads, ids: readonly string[]) => Promise<CaseFacts[]>;
}

/** How many cases are counted in one transaction. */
const batch = 200;

/**
 * The jobs that keep the statistics: of one case, after something happened to it, and of all that there are. Each looks at everything that happened to a case and
 * writes the same: killed, run twice or late, it leaves what it would have left at once.
 */
export function countingJobs({ subgraph, tables, factsOf }: Counted): { countCase: Job; recountStatistics: Job } {
  // Each table by itself has few read; a limit on all of them together would have them read to the end.
  const next = tables.map((table) => `(select id from ${table} where id > ? order by id limit ?)`).join(' union all ');
  return {
    countCase: async (context, { caseId }) => count(context.read(), [caseId!]),
    recountStatistics: async (context, { after }) => {
      const reads = context.read();
      const from = tables.flatMap(() => [after || '00000000-0000-0000-0000-000000000000', batch]);
      const rows = await reads.execute<{ id: string }[]>(`select id from (${next}) as next order by id limit ?`, [
        ...from,
        batch,
      ]);
      const ids = rows.map(({ id }) => id);
      if (ids.length > 0) await count(reads, ids);
      if (ids.length === batch) await enqueueRecounting(reads, subgraph, ids.at(-1));
    },
  };

  async function count(reads: Reads, ids: readonly string[]): Promise<void> {
    // Who counts the same case at once waits, and then sees what has happened meanwhile.
    await Promise.all(ids.map((id) => reads.execute(`select pg_advisory_xact_lock(hashtextextended(?, 1))`, [id])));
    const facts = await factsOf(reads, ids);
    await Promise.all(facts.map((each) => keepFacts(reads, each)));
  }
}
