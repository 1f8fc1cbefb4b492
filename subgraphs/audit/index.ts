import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { makePartitions } from './commands/make-partitions.ts';
import { JournalQuery } from './graph/journal-query.ts';
import { JournalTable } from './model/journal-entry.ts';

/** The journal of who did, read or tried what, for auditors. */
export const audit: SubgraphDefinition = {
  name: 'audit',
  resolvers: [JournalQuery],
  entities: [JournalTable],
  references: {},
  jobs: { makePartitions },
  schedule: { makePartitions: '0 2 1 * *' },
};
