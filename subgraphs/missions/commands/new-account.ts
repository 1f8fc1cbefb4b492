import type { CommandSession } from '../../kit/commands/command.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import { Account } from '../model/account.ts';
import { writeAccountState } from './account-state.ts';

/** What is known of an account from the beginning. */
export type NewAccount = Pick<Account, 'name' | 'role' | 'state'> &
  Partial<Pick<Account, 'id' | 'email' | 'iin' | 'headOfOffice' | 'officeId' | 'city'>>;

/** Adds an account, and tells every transaction of its state. */
export async function addAccount(
  session: Pick<CommandSession, 'em' | 'viewer' | 'now'>,
  given: NewAccount,
): Promise<Account> {
  const { em, viewer, now } = session;
  const account = em.create(Account, {
    id: newId(),
    version: 1,
    email: null,
    iin: null,
    headOfOffice: false,
    officeId: null,
    city: null,
    createdAt: now,
    createdBy: viewer.accountId,
    changedAt: null,
    changedBy: null,
    changeReason: null,
    lastSignInAt: null,
    ...given,
  });
  await em.flush();
  await writeAccountState(em, account);
  const details = { role: account.role, officeId: account.officeId };
  await recordEvent(session, 'missions', { caseId: account.id, kind: 'CREATED', details });
  return account;
}
