import { complaints } from '../../subgraphs/complaints/index.ts';
import { iin } from '../../subgraphs/iin/index.ts';
import { enqueueRecounting } from '../../subgraphs/kit/statistics/count.ts';
import { residence } from '../../subgraphs/residence/index.ts';
import { asSubgraph } from './as-subgraph.ts';

/** Has every case counted anew by the installation that is running. */
export async function recountStatistics(): Promise<void> {
  for (const subgraph of [iin, residence, complaints])
    await asSubgraph(subgraph, 'recountStatistics', ({ em }) => enqueueRecounting(em, subgraph.name));
  console.log('Every case is counted anew, by and by; numbers stay as they were until then.');
}
