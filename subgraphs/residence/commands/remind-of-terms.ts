import { remindOfTerms } from '../../kit/notices/remind.ts';
import { runningTerms } from '../../kit/terms/clocks.ts';
import { Petition } from '../model/petition.ts';
import { CaseTermTable } from '../model/case-term.ts';
import { boundBy, reminderOf } from '../rules/term-notices.ts';
import { lockClocked } from './lock-clocked.ts';

/** Reminds people of the rework and of the end of an approval, and tells officers of terms that have passed (B§6–22; policy). */
export const remindOfResidenceTerms = remindOfTerms({
  subgraph: 'residence',
  dueUntil: (em, moment) =>
    em.find(CaseTermTable, { endedAt: null, dueAt: { $lte: moment } }, { orderBy: { id: 'asc' } }),
  caseOf: async ({ em }, caseId) => {
    const clocked = await lockClocked(em, caseId);
    const [type, city] = clocked instanceof Petition ? ['Petition', null] : ['ResidenceCase', clocked.city];
    return {
      type,
      id: caseId,
      number: clocked.number,
      terms: await runningTerms(em, CaseTermTable, caseId),
      bound: (kind) => boundBy(kind, city),
      reminder: (term) => reminderOf(term, clocked),
    };
  },
});
