import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { Fault, refuseProblem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Account } from '../model/account.ts';
import { resetsCredentials } from '../rules/account-management.ts';
import { accountFault } from './account-fault.ts';
import { invite } from './invite.ts';
import type { Invitation } from './invite.ts';
import type { ManageAccount } from './manage-account.ts';

/**
 * Takes away whatever an account signs in with, ends its sessions, and invites its person to choose anew: for who lost the telephone, or whose password
 * somebody may know. The account's tokens end within their ten minutes; to shut somebody out at once, block the account.
 */
export async function resetCredentials(
  context: Context,
  input: ManageAccount,
): Promise<{ outcome: Outcome; invitation: Invitation | undefined }> {
  let invitation: Invitation | undefined;
  const outcome = await runCommand(context, 'missions', 'resetCredentials', input, async (session, given) => {
    const { em, viewer, now } = session;
    const account = await findForChange(session, Account, given.id);
    expectVersion(account.version, given.expectedVersion);
    if (given.reason === '') refuseProblem('REASON_EMPTY', ['reason']);
    const refusal = resetsCredentials({ id: viewer.accountId, role: viewer.role }, account);
    if (refusal) throw accountFault(refusal, account);
    if (account.email === null) throw new Fault('WRONG_STATE', { message: 'EMAIL_MISSING' });
    Object.assign(account, { changedAt: now, changedBy: viewer.accountId, changeReason: given.reason });
    await em.flush();
    invitation = await invite(session, context.services.publicUrl(), account, 'RESET');
    await recordEvent(session, 'missions', { caseId: account.id, kind: 'RESET_CREDENTIALS', details: {} });
    return { kind: 'Account', id: account.id };
  });
  return { outcome, invitation };
}
