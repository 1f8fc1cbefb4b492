import { createHash, randomBytes } from 'node:crypto';
import type { CommandSession } from '../../kit/commands/command.ts';
import type { Account } from '../model/account.ts';
import { invitationEnd } from '../rules/invitations.ts';

/** A link with which somebody chooses what to sign in with, once. */
export interface Invitation {
  url: string;
  expiresAt: Temporal.Instant;
}

/** What an invitation is for: a first sign-in, or new credentials in place of those that are taken away. */
const functions = { INVITATION: 'identity.invite', RESET: 'identity.reset' } as const;

/**
 * Invites the person of an account, in the transaction that creates the account or resets it. Only a hash of the link is kept: whoever is told of it now is
 * the only one who ever is.
 */
export async function invite(
  { em, now }: Pick<CommandSession, 'em' | 'now'>,
  publicUrl: string,
  { id, email }: Pick<Account, 'id' | 'email'>,
  purpose: keyof typeof functions,
): Promise<Invitation> {
  const secret = randomBytes(32).toString('base64url');
  const hash = createHash('sha256').update(secret).digest('base64url');
  const expiresAt = invitationEnd(now);
  await em.execute(`select ${functions[purpose]}(?, ?, ?, ?, ?)`, [
    id,
    email,
    hash,
    now.toString(),
    expiresAt.toString(),
  ]);
  return { url: `${publicUrl}/identity/invitation/${secret}`, expiresAt };
}
