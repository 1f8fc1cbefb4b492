import { eventTable } from '../kit/events/event-table.ts';
import { byId } from '../kit/subgraph/definition.ts';
import type { SubgraphDefinition } from '../kit/subgraph/definition.ts';
import { recountComplaintTerms } from './commands/recount-terms.ts';
import { ComplaintFields } from './graph/complaint-fields.ts';
import { ComplaintQueries } from './graph/complaint-queries.ts';
import { CaseFileTable } from './model/case-file.ts';
import { CaseTermTable } from './model/case-term.ts';
import { ComplaintDocumentTable } from './model/complaint-document.ts';
import { ComplaintTable } from './model/complaint.ts';
import { DecisionTable } from './model/decision.ts';
import { complaintsById } from './model/loaders.ts';

/** Complaints about both services (chapter 3 of order A; order B has none: policy). */
export const complaints: SubgraphDefinition = {
  name: 'complaints',
  resolvers: [ComplaintQueries, ComplaintFields],
  entities: [
    ComplaintTable,
    CaseTermTable,
    ComplaintDocumentTable,
    CaseFileTable,
    DecisionTable,
    eventTable('complaints', 'complaints.complaint'),
  ],
  references: { Complaint: byId(complaintsById) },
  jobs: { recountTerms: recountComplaintTerms },
};
