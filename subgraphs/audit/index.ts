import { describeProblems } from '../kit/errors/messages.ts';
import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { makePartitions } from './commands/make-partitions.ts';
import { sealJournal } from './commands/seal-journal.ts';
import { ApplicantReadings, PersonReadingFields } from './graph/person-readings.ts';
import { StatisticsQuery } from './graph/statistics-query.ts';
import { JournalQuery } from './graph/journal-query.ts';
import { VerifySealsQuery } from './graph/verify-seals.ts';
import { Applicant } from './graph/references.ts';
import { JournalTable } from './model/journal-entry.ts';
import { SealTable } from './model/seal.ts';
import { statisticsProblems } from './rules/statistics-problems.ts';

describeProblems(statisticsProblems);

/** The journal of who did, read or tried what, for auditors. */
export const audit: SubgraphDefinition = {
  name: 'audit',
  resolvers: [JournalQuery, VerifySealsQuery, StatisticsQuery, ApplicantReadings, PersonReadingFields],
  types: [Applicant],
  entities: [JournalTable, SealTable],
  references: { Applicant: (_context, { id }) => Promise.resolve({ id: String(id) }) },
  jobs: { makePartitions, sealJournal },
  schedule: { makePartitions: '0 2 1 * *', sealJournal: '* * * * *' },
  warnings: (_em, { sealing }) => Promise.resolve(sealing ? [] : [{ code: 'JOURNAL_NOT_SEALED', until: null }]),
};
