import { findForChange } from '../../kit/commands/find.ts';
import { noteBounces } from '../../kit/notices/bounces.ts';
import { IinApplication } from '../model/application.ts';

/** Notes at an application that its person wasn't reached: the counter tells them in another way (A§12). */
export const noteBounce = noteBounces('iin', async (session, caseId) => {
  const { id, applicantId } = await findForChange(session, IinApplication, caseId);
  return { kind: 'IinApplication', id, concerns: [applicantId] };
});
