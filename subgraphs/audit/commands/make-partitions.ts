import type { Job } from '../../kit/subgraph/definition.ts';
import { almatyDate } from '../../kit/terms/calendar.ts';

/** How far ahead the journal's monthly partitions exist. */
const monthsAhead = 13;

/** Makes the journal's partitions of the months to come, those that are missing. */
export const makePartitions: Job = async (context) => {
  const reads = context.read();
  await reads.execute('select audit.make_journal_partitions(?::date, ?)', [
    almatyDate(context.now()).toString(),
    monthsAhead,
  ]);
};
