import { LockMode } from '@mikro-orm/core';
import { recountCaseTerms } from '../../kit/terms/recount-case-terms.ts';
import { CaseTermTable } from '../model/case-term.ts';
import { Complaint } from '../model/complaint.ts';

/** Follows a change of the calendar: every term that runs for a complaint is counted anew. */
export const recountComplaintTerms = recountCaseTerms<Complaint>({
  subgraph: 'complaints',
  caseType: 'Complaint',
  table: CaseTermTable,
  locked: async (em, id) => await em.findOneOrFail(Complaint, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }),
  moved: (complaint, kind, dueAt) => {
    if (kind === 'COMPLAINT_FORWARDING') complaint.forwardsAt = dueAt;
  },
});
