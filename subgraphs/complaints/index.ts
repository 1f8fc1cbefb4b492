import { describeProblems } from '../kit/errors/messages.ts';
import { eventTable } from '../kit/events/event-table.ts';
import { byId } from '../kit/subgraph/definition.ts';
import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { complaintCounting } from './commands/count-case.ts';
import { noteBounce } from './commands/note-bounce.ts';
import { noteReopened } from './commands/note-reopened.ts';
import { recordForwardings } from './commands/record-forwardings.ts';
import { recountComplaintTerms } from './commands/recount-terms.ts';
import { remindOfComplaintTerms } from './commands/remind-of-terms.ts';
import { ComplaintFields, ComplaintProgress } from './graph/complaint-fields.ts';
import { ComplaintMutations } from './graph/complaint-mutations.ts';
import { ComplaintDocumentQuery } from './graph/complaint-parts.ts';
import { ComplaintQueries } from './graph/complaint-queries.ts';
import { CaseFileDocumentTable, CaseFileTable } from './model/case-file.ts';
import { CaseTermTable } from './model/case-term.ts';
import { ComplaintDocumentTable } from './model/complaint-document.ts';
import { ComplaintTable } from './model/complaint.ts';
import { DecisionTable } from './model/decision.ts';
import { complaintsById } from './model/loaders.ts';
import { complaintProblems } from './rules/problems.ts';

describeProblems(complaintProblems);

/** Complaints about both services (chapter 3 of order A; order B has none: policy). */
export const complaints: SubgraphDefinition = {
  name: 'complaints',
  resolvers: [ComplaintQueries, ComplaintFields, ComplaintProgress, ComplaintMutations, ComplaintDocumentQuery],
  entities: [
    ComplaintTable,
    CaseTermTable,
    ComplaintDocumentTable,
    CaseFileTable,
    CaseFileDocumentTable,
    DecisionTable,
    eventTable('complaints', 'complaints.complaint'),
  ],
  references: { Complaint: byId(complaintsById) },
  jobs: {
    recountTerms: recountComplaintTerms,
    recordForwardings,
    noteReopened,
    noteBounce,
    ...complaintCounting,
    remind: remindOfComplaintTerms,
  },
  // Nobody waits for it: what the clock forwarded is forwarded.
  schedule: { recordForwardings: '*/5 * * * *', remind: '*/5 * * * *' },
};
