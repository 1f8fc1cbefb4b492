import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Account } from '../model/account.ts';
import { writeAccountState } from './account-state.ts';

/** Who signed in. */
export interface RecordSignIn extends CommandInput {
  accountId: string;
}

/** Notes that somebody signed in. An invited account becomes active with it; one that is blocked or deleted isn't let in. */
export function recordSignIn(context: Context, input: RecordSignIn): Promise<Outcome> {
  return runCommand(context, 'missions', 'recordSignIn', input, async (session, { accountId }) => {
    const { em, now } = session;
    const account = await findForChange(session, Account, accountId);
    if (account.state === 'BLOCKED' || account.state === 'DELETED') throw new Fault('WRONG_STATE');
    const first = account.state === 'INVITED';
    Object.assign(account, { state: 'ACTIVE', lastSignInAt: now });
    await em.flush();
    if (first) {
      await writeAccountState(em, account);
      await recordEvent(session, 'missions', { caseId: account.id, kind: 'ACTIVATED', details: { state: 'ACTIVE' } });
    }
    return { kind: 'Account', id: account.id };
  });
}
