import { audit } from '../../subgraphs/audit/index.ts';
import { countedSubgraphs, enqueueRecounting } from '../../subgraphs/kit/statistics/count.ts';
import { asSubgraph } from './as-subgraph.ts';

/** Has every case counted anew by the installation that is running. */
export async function recountStatistics(): Promise<void> {
  await asSubgraph(audit, 'recountStatistics', async ({ em }) => {
    for (const subgraph of countedSubgraphs) await enqueueRecounting(em, subgraph);
  });
  console.log('Every case is counted anew, by and by; numbers stay as they were until then.');
}
