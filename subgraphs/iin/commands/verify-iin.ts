import type { Problem } from '../../kit/errors/fault.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { verifyClaim } from '../../kit/verification/verify-claim.ts';
import type { Claim, Verification } from '../../kit/verification/verify-claim.ts';
import { validateIin } from '../rules/number.ts';

/** Whether a number, a surname and a date of birth are of one person: counted, limited and journalled. */
export async function verifyIin(context: Context, given: Claim): Promise<boolean> {
  return (await verifyClaim(context, verification, given)) !== null;
}

const verification: Verification = {
  operation: 'verifyIin',
  problemsOf: claimProblems,
  comparison: `select jsonb_build_object('id', id) from iin.verify($1, $2, $3) as id where id is not null`,
};

/** What is wrong with what somebody says of a person. */
export function claimProblems({ iin, surname }: Claim, today: Temporal.PlainDate): Problem[] {
  const number = validateIin(iin, { today });
  return [
    ...(number.ok ? [] : number.problems.map((problem) => ({ ...problem, path: ['iin'] }))),
    ...(surname === '' ? [{ code: 'TEXT_EMPTY', path: ['surname'] }] : []),
  ];
}
