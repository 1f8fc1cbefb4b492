import { remindOfTerms } from '../../kit/notices/remind.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { IinApplication } from '../model/application.ts';
import { openStates } from '../rules/lifecycle.ts';

/** Tells operators of applications that weren't decided in time (A§5; policy): of those that have passed to them. */
export const remindOfIinTerms = remindOfTerms({
  subgraph: 'iin',
  dueUntil: async (em, moment) => {
    const late = { state: { $in: [...openStates] }, deliveredAt: { $ne: null }, dueAt: { $lte: moment } };
    return (await em.find(IinApplication, late, { orderBy: { id: 'asc' } })).map(serviceTerm);
  },
  caseOf: async (session, caseId) => {
    const application = await findForChange(session, IinApplication, caseId);
    const isOpen = (openStates as readonly string[]).includes(application.state);
    return {
      type: 'IinApplication',
      id: caseId,
      number: application.number,
      terms: isOpen ? [serviceTerm(application)] : [],
      bound: () => ({ role: 'iin_operator' }),
    };
  },
});

function serviceTerm({ id, dueAt }: Pick<IinApplication, 'id' | 'dueAt'>) {
  return { caseId: id, kind: 'IIN_SERVICE' as const, dueAt };
}
