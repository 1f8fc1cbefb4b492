import type { EntityManager } from '@mikro-orm/postgresql';
import { Fault } from '../../kit/errors/fault.ts';
import { isId } from '../../kit/ids.ts';
import { writeJournal } from '../../kit/journal/journal.ts';
import type { JournalActor } from '../../kit/journal/journal.ts';
import { transactionAs } from '../../kit/orm/database.ts';
import type { Context } from '../../kit/subgraph/context.ts';

/** What people do at the identity provider, as the journal calls it. */
export const signInActions = ['signIn', 'signOut', 'acceptInvitation', 'issueToken'] as const;

/** What somebody did or tried at the identity provider. */
export interface SignInNote {
  /** The account concerned; nothing when nobody knows whose it was. */
  accountId?: string | null;
  action: string;
  /** `DONE`, or why not, in a code. */
  outcome: string;
}

/** Writes into the journal what somebody did or tried at the identity provider. */
export async function noteSignIn(context: Context, note: SignInNote): Promise<void> {
  const known = (signInActions as readonly string[]).includes(note.action) && /^[A-Z_]{1,60}$/.test(note.outcome);
  if (!known) throw new Fault('BAD_USER_INPUT');
  await transactionAs(context.orm, context.viewer, context.services.clock, (em) => writeSignIn(em, context, note));
}

/** Writes the line in the name of the account concerned; in that of the provider when no account is known. */
export async function writeSignIn(
  em: EntityManager,
  context: Context,
  { accountId, action, outcome }: SignInNote,
): Promise<void> {
  const [account] =
    accountId != null && isId(accountId)
      ? await em.execute<JournalActor[]>(
          'select id as "accountId", role, office_id as "officeId" from kit.account_state where id = ?',
          [accountId],
        )
      : [];
  const line = { kind: 'SIGN_IN' as const, action, subjects: account ? [account.accountId] : [], outcome };
  await writeJournal(em, account ?? context.viewer, context.caller.trace, context.now(), [line]);
}
