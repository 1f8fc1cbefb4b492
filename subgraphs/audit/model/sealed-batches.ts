import type { SealedBatch } from '../seals/verify-seals.ts';
import { Seal } from './seal.ts';
import { asSealed, entriesWritten } from './sealed-entries.ts';
import type { Reads } from '../../kit/reading/reads.ts';

/** The seals after a number up to another one, in their order, each with the lines that the journal holds in its place now. One at a time: a journal of years fits. */
export async function* sealedBatches(
  reads: Reads,
  { after, until }: { after: number; until: number },
): AsyncGenerator<SealedBatch> {
  let last = after;
  while (last < until) {
    const number = { $gt: last, $lte: until };
    const [seal] = await reads.find(
      Seal,
      { number },
      { orderBy: { number: 'asc' }, limit: 1, disableIdentityMap: true },
    );
    if (!seal) return;
    const { epoch, fromTransaction: from, untilTransaction, jws, leaves } = seal;
    const entries = await entriesWritten(reads, { epoch, from, until: untilTransaction });
    yield { number: seal.number, jws, leaves, entries: entries.map(asSealed) };
    last = seal.number;
  }
}
