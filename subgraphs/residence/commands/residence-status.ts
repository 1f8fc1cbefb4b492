import type { Context } from '../../kit/subgraph/context.ts';
import { verifyClaim } from '../../kit/verification/verify-claim.ts';
import type { Claim, Verification } from '../../kit/verification/verify-claim.ts';
import type { ResidenceStanding } from '../model/enumerations.ts';

/** Whether a number, a surname and a date of birth are of one person, and whether that one holds a permission to reside: counted, limited and journalled. */
export async function residenceStatus(context: Context, given: Claim): Promise<ResidenceStanding> {
  const found = await verifyClaim(context, verification, given);
  if (!found) return 'NO_MATCH';
  return found.permitted ? 'PERMISSION' : 'NO_PERMISSION';
}

const verification: Verification<{ id: string; permitted: boolean }> = {
  operation: 'residenceStatus',
  problemsOf: ({ surname }) => (surname === '' ? [{ code: 'TEXT_EMPTY', path: ['surname'] }] : []),
  compare: async (em, { iin, surname, birthDate }) => {
    const [found] = await em.execute<{ id: string; permitted: boolean }[]>(
      'select id, permitted from residence.status(?, ?, ?)',
      [iin, surname, birthDate.toString()],
    );
    return found ?? null;
  },
};
