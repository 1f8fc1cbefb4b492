import type { CommandSession } from '../../kit/commands/command.ts';
import { Account } from '../model/account.ts';
import { invite } from './invite.ts';
import type { Invitation } from './invite.ts';
import { addAccount } from './new-account.ts';

/** Who administers an installation that nobody administers yet. */
export interface FirstAdministrator {
  name: string;
  email: string;
}

/**
 * Creates the first account of an installation: an administrator of the State Corporation, who creates the others.
 *
 * @returns the link with which it is accepted; nothing when there is an administrator already.
 */
export async function createFirstAdministrator(
  session: Pick<CommandSession, 'em' | 'viewer' | 'now'>,
  { name, email }: FirstAdministrator,
  publicUrl: string,
): Promise<Invitation | undefined> {
  const { em, now } = session;
  // Of two that are created at once, one is the first.
  await em.execute(`select pg_advisory_xact_lock(hashtextextended('administrators', 0))`);
  const administrators = await em.count(Account, { role: 'state_corporation', state: ['INVITED', 'ACTIVE'] });
  if (administrators > 0) return undefined;
  const account = await addAccount(session, { name, email, role: 'state_corporation', state: 'INVITED' });
  return invite({ em, now }, publicUrl, account, 'INVITATION');
}
