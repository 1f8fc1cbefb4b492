import type { IncomingHttpHeaders } from 'node:http';

/** The `DPoP` header of a request. Two of them are none: nobody can say which one counts. */
export function proofHeader({ dpop }: IncomingHttpHeaders): string | undefined {
  return typeof dpop === 'string' && !dpop.includes(',') ? dpop : undefined;
}
