import { describeProblems } from '../kit/errors/messages.ts';
import { eventTable } from '../kit/events/event-table.ts';
import { byId } from '../kit/subgraph/definition.ts';
import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { noteIin } from './commands/note-iin.ts';
import { removeUploads } from './commands/remove-uploads.ts';
import { ApplicantMutations } from './graph/mutations.ts';
import { ApplicantQueries } from './graph/queries.ts';
import { ReadMrzQuery } from './graph/read-mrz.ts';
import { ApplicantTable } from './model/applicant.ts';
import { ConsentTable } from './model/consent.ts';
import { DocumentTable } from './model/document.ts';
import { applicantsById, documentsById } from './model/loaders.ts';
import { applicantProblems, travelDocumentProblems } from './rules/problems.ts';

describeProblems(travelDocumentProblems);
describeProblems(applicantProblems);

/** Persons as they were presented, their documents and consents. */
export const applicants: SubgraphDefinition = {
  name: 'applicants',
  resolvers: [ApplicantQueries, ApplicantMutations, ReadMrzQuery],
  entities: [ApplicantTable, DocumentTable, ConsentTable, eventTable('applicants', 'applicants.applicant')],
  references: { Applicant: byId(applicantsById), Document: byId(documentsById) },
  jobs: { noteIin, removeUploads },
  schedule: { removeUploads: '0 21 * * *' },
};
