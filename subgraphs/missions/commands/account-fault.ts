import { Fault } from '../../kit/errors/fault.ts';
import type { Account } from '../model/account.ts';
import type { AccountRefusal } from '../rules/account-management.ts';

/** What the caller is told when the rules don't let an account be managed. */
export function accountFault(refusal: AccountRefusal, { state, version }: Account): Fault {
  if (refusal === 'NOT_MANAGED') return new Fault('FORBIDDEN');
  const message = refusal === 'WRONG_STATE' ? {} : { message: refusal };
  return new Fault('WRONG_STATE', { ...message, extensions: { reason: refusal, state, currentVersion: version } });
}
