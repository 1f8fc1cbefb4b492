import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { describeProblems } from '../kit/errors/messages.ts';
import { makePartitions } from './commands/make-partitions.ts';
import { sealJournal } from './commands/seal-journal.ts';
import { Disclosures } from './graph/disclosures.ts';
import { ApplicantReadings, PersonReadingFields } from './graph/person-readings.ts';
import { JournalQuery } from './graph/journal-query.ts';
import { VerifySealsQuery } from './graph/verify-seals.ts';
import { Applicant } from './graph/references.ts';
import { DisclosureTable } from './model/disclosure.ts';
import { JournalTable } from './model/journal-entry.ts';
import { SealTable } from './model/seal.ts';
import { disclosureProblemTexts } from './rules/disclosure.ts';

describeProblems(disclosureProblemTexts);

/** The journal of who did, read or tried what, for auditors, and what was disclosed to them. */
export const audit: SubgraphDefinition = {
  name: 'audit',
  resolvers: [JournalQuery, VerifySealsQuery, ApplicantReadings, PersonReadingFields, Disclosures],
  types: [Applicant],
  entities: [JournalTable, SealTable, DisclosureTable],
  references: { Applicant: (_context, { id }) => Promise.resolve({ id: String(id) }) },
  jobs: { makePartitions, sealJournal },
  schedule: { makePartitions: '0 2 1 * *', sealJournal: '* * * * *' },
  warnings: (_em, { sealing }) => Promise.resolve(sealing ? [] : [{ code: 'JOURNAL_NOT_SEALED', until: null }]),
};
