import { findForChange } from '../../kit/commands/find.ts';
import { remindOfTerms } from '../../kit/notices/remind.ts';
import { runningTerms } from '../../kit/terms/clocks.ts';
import type { TermKind } from '../../kit/terms/terms.ts';
import { CaseTermTable } from '../model/case-term.ts';
import { Complaint } from '../model/complaint.ts';
import { officersOf, reviewer } from '../rules/notices.ts';

/** The terms that can pass: the three days are ended by the clock, which forwards the complaint, and that is told (A§15-3). */
const thatCanPass: TermKind[] = ['COMPLAINT_PROVIDER', 'COMPLAINT_REVIEW'];

/** Tells the provider, or the reviewing body, of complaints that weren't decided in time (A§16, A§17; policy). */
export const remindOfComplaintTerms = remindOfTerms({
  subgraph: 'complaints',
  dueUntil: (em, moment) => {
    const where = { kind: { $in: thatCanPass }, endedAt: null, dueAt: { $lte: moment } };
    return em.find(CaseTermTable, where, { orderBy: { id: 'asc' } });
  },
  caseOf: async (session, caseId) => {
    const complaint = await findForChange(session, Complaint, caseId);
    const terms = await runningTerms(session.em, CaseTermTable, caseId);
    const [provider] = officersOf(complaint);
    return {
      type: 'Complaint',
      id: caseId,
      number: complaint.number,
      terms: terms.filter(({ kind }) => thatCanPass.includes(kind)),
      bound: (kind) => (kind === 'COMPLAINT_REVIEW' ? reviewer : provider!),
    };
  },
});
