import { recountTerms } from '../../kit/terms/recount.ts';
import type { RunningTerm } from '../../kit/terms/recount.ts';
import { ResidenceCase } from '../model/residence-case.ts';
import { CaseTerm } from '../model/running-term.ts';
import { lapses } from '../rules/case-lifecycle.ts';
import { isOfPerson, movedNotice } from '../rules/term-notices.ts';
import { earliestOf, lockClocked, runningTerms } from './terms.ts';

/** Follows a change of the calendar: every term that runs for a petition or a case is counted anew. */
export const recountResidenceTerms = recountTerms({
  subgraph: 'residence',
  caseType: 'ResidenceCase',
  running: async (em) =>
    (await em.find(CaseTerm, { endedAt: null }, { orderBy: { id: 'asc' } })).map((each) => told(each)),
  runningOf: async ({ em }, caseId) => {
    const clocked = await lockClocked(em, caseId);
    const terms = await runningTerms(em, caseId);
    return terms.map((term) => ({
      ...told(term),
      notices: (dueAt) =>
        isOfPerson(term.kind)
          ? {
              type: 'ResidenceCase',
              id: caseId,
              number: clocked.number,
              told: [movedNotice({ kind: term.kind, dueAt }, clocked)],
            }
          : undefined,
      move: (dueAt) => {
        term.dueAt = dueAt;
        clocked.dueAt = earliestOf(terms);
        if (clocked instanceof ResidenceCase && Object.values(lapses).some((lapse) => lapse.term === term.kind))
          clocked.lapsesAt = dueAt;
      },
    }));
  },
});

function told({ caseId, kind, startedAt, dueAt }: CaseTerm): RunningTerm {
  return { caseId, kind, from: startedAt, dueAt, move: () => undefined };
}
