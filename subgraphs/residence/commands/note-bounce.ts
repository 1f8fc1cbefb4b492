import { noteBounces } from '../../kit/notices/bounces.ts';
import { Petition } from '../model/petition.ts';
import { lockClocked } from './lock-clocked.ts';

/** Notes at a petition or a case that its person wasn't reached by e-mail: the cabinet has it all the same. */
export const noteBounce = noteBounces('residence', async ({ em }, caseId) => {
  const clocked = await lockClocked(em, caseId);
  const kind = clocked instanceof Petition ? 'Petition' : 'ResidenceCase';
  return { kind, id: caseId, concerns: [clocked.applicantId] };
});
