import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { refuseProblem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Account } from '../model/account.ts';
import { manageAccount } from '../rules/account-management.ts';
import type { AccountAction } from '../rules/account-management.ts';
import { accountFault } from './account-fault.ts';
import { writeAccountState } from './account-state.ts';

/** Whose account, and why. */
export interface ManageAccount extends CommandInput {
  id: string;
  expectedVersion: number;
  reason: string;
}

const commands: Record<AccountAction, string> = {
  BLOCK: 'blockAccount',
  UNBLOCK: 'unblockAccount',
  DELETE: 'deleteAccount',
  GRANT_MANAGER_ROLE: 'grantManagerRole',
  WITHDRAW_MANAGER_ROLE: 'withdrawManagerRole',
};

/** Blocks, unblocks or deletes an account, or grants or withdraws the manager role (A§8): with a reason, in force from the very next request. */
export function changeAccount(context: Context, action: AccountAction, input: ManageAccount): Promise<Outcome> {
  return runCommand(context, 'missions', commands[action], input, async (session, given) => {
    const { em, viewer, now } = session;
    const account = await findForChange(session, Account, given.id);
    expectVersion(account.version, given.expectedVersion);
    if (given.reason === '') refuseProblem('REASON_EMPTY', ['reason']);
    // Two administrators who delete each other at once wait here: one of them stays.
    await em.execute(`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`);
    const administrators = await em.count(Account, { role: 'state_corporation', state: 'ACTIVE' });
    const result = manageAccount({ id: viewer.accountId, role: viewer.role }, account, action, administrators);
    if ('refusal' in result) throw accountFault(result.refusal, account);
    Object.assign(account, result, { changedAt: now, changedBy: viewer.accountId, changeReason: given.reason });
    await em.flush();
    await writeAccountState(em, account);
    await recordEvent(session, 'missions', {
      caseId: account.id,
      kind: action,
      details: { state: account.state, role: account.role },
    });
    return { kind: 'Account', id: account.id };
  });
}
