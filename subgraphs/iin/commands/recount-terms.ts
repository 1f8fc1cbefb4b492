import { LockMode } from '@mikro-orm/core';
import { recountTerms } from '../../kit/terms/recount.ts';
import type { RunningTerm } from '../../kit/terms/recount.ts';
import { IinApplication } from '../model/application.ts';
import { openStates } from '../rules/lifecycle.ts';

/** Follows a change of the calendar: the service's term of each application that isn't decided yet is counted anew (A§5). */
export const recountIinTerms = recountTerms({
  subgraph: 'iin',
  caseType: 'IinApplication',
  running: async (em) => (await em.find(IinApplication, open, { orderBy: { id: 'asc' } })).map(serviceTerm),
  runningOf: async ({ em }, id) =>
    (await em.find(IinApplication, { ...open, id }, { lockMode: LockMode.PESSIMISTIC_WRITE })).map(serviceTerm),
});

const open = { state: { $in: [...openStates] } };

function serviceTerm(application: Pick<IinApplication, 'id' | 'registeredAt' | 'reopenedAt' | 'dueAt'>): RunningTerm {
  return {
    caseId: application.id,
    kind: 'IIN_SERVICE',
    from: application.reopenedAt ?? application.registeredAt,
    dueAt: application.dueAt,
    move: (dueAt) => {
      application.dueAt = dueAt;
    },
  };
}
