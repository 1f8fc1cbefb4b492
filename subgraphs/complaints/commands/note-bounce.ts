import { findForChange } from '../../kit/commands/find.ts';
import { noteBounces } from '../../kit/notices/bounces.ts';
import { Complaint } from '../model/complaint.ts';
import { outcomeOf } from './advance.ts';

/** Notes at a complaint that its person wasn't reached by e-mail: the cabinet has it all the same. */
export const noteBounce = noteBounces('complaints', async (session, caseId) =>
  outcomeOf(await findForChange(session, Complaint, caseId)),
);
