import { readHistory } from '../../kit/events/read-events.ts';
import { countingJobs } from '../../kit/statistics/count.ts';
import { termsByCase } from '../../kit/terms/clocks.ts';
import { CaseTermTable } from '../model/case-term.ts';
import { Complaint } from '../model/complaint.ts';
import { DecisionRow } from '../model/decision.ts';
import { factsOfComplaint } from '../rules/statistics.ts';

/** Keep the statistics of complaints. */
export const complaintCounting = countingJobs({
  subgraph: 'complaints',
  tables: ['complaints.complaint'],
  factsOf: async (em, ids) => {
    const fields = ['id', 'service', 'city', 'officeId', 'receivedAt'] as const;
    const complaints = await em.find(Complaint, { id: { $in: [...ids] } }, { fields });
    const reviews = await em.find(DecisionRow, { caseId: { $in: [...ids] }, body: 'REVIEWING_BODY' });
    const outcomes = new Map(reviews.map(({ caseId, outcome }) => [caseId, outcome]));
    const histories = await readHistory(em, 'complaints', ids);
    const terms = await termsByCase(em, CaseTermTable, ids);
    return complaints.map(({ id, service, city, officeId, receivedAt }) =>
      factsOfComplaint(
        { id, service, city, officeId, receivedAt, reviewOutcome: outcomes.get(id) ?? null },
        histories.get(id) ?? [],
        terms.get(id) ?? [],
      ),
    );
  },
});
