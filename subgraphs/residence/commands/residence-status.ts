import type { Context } from '../../kit/subgraph/context.ts';
import { verifyClaim } from '../../kit/verification/verify-claim.ts';
import type { Claim, Verification } from '../../kit/verification/verify-claim.ts';
import type { ResidenceStanding } from '../model/enumerations.ts';

/** Whether a number, a surname and a date of birth are of one person, and whether that one holds a permission to reside: counted, limited and journalled. */
export async function residenceStatus(context: Context, given: Claim): Promise<ResidenceStanding> {
  const found = await verifyClaim<{ id: string; permitted: boolean }>(context, verification, given);
  if (!found) return 'NO_MATCH';
  return found.permitted ? 'PERMISSION' : 'NO_PERMISSION';
}

const verification: Verification = {
  operation: 'residenceStatus',
  problemsOf: ({ surname }) => (surname === '' ? [{ code: 'TEXT_EMPTY', path: ['surname'] }] : []),
  comparison: 'select to_jsonb(found) from residence.status($1, $2, $3) as found',
};
