import { enqueue } from '../jobs/jobs.ts';
import type { Reads } from '../reading/reads.ts';

/** Has everything sent out, in order, that was told of a case and is due, once the transaction is committed. */
export async function enqueueSendingOut(reads: Reads, caseId: string): Promise<void> {
  await enqueue(reads, { subgraph: 'missions', name: 'deliverNotices', ids: { caseId }, key: `notices ${caseId}` });
}
