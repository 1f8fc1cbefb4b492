import { findForChange } from '../../kit/commands/find.ts';
import { Fault } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { transactionAs } from '../../kit/orm/database.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Account } from '../model/account.ts';
import { writeAccountState } from './account-state.ts';
import { writeSignIn } from './note-sign-in.ts';

/**
 * Notes that somebody signed in, in their own name. An invited account becomes active with it.
 *
 * @throws Fault WRONG_STATE for one that is blocked or deleted: it isn't let in.
 */
export async function recordSignIn(context: Context, accountId: string): Promise<string> {
  const { orm, viewer, services } = context;
  if (!viewer) throw new Fault('UNAUTHENTICATED');
  return transactionAs(orm, viewer, services.clock, async (em) => {
    const session = { em, viewer, now: context.now(), context };
    const account = await findForChange(session, Account, accountId);
    if (account.state === 'BLOCKED' || account.state === 'DELETED') throw new Fault('WRONG_STATE');
    const first = account.state === 'INVITED';
    Object.assign(account, { state: 'ACTIVE', lastSignInAt: session.now });
    await em.flush();
    if (first) {
      await writeAccountState(em, account);
      await recordEvent(session, 'missions', { caseId: account.id, kind: 'ACTIVATED', details: { state: 'ACTIVE' } });
    }
    await writeSignIn(em, context, { accountId: account.id, action: 'signIn', outcome: 'DONE' });
    return account.id;
  });
}
