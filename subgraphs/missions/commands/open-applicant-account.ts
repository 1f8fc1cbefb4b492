import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Account } from '../model/account.ts';
import { addAccount } from './new-account.ts';

/** Whose account is opened: who the certificate says that somebody is. */
export interface OpenApplicantAccount extends CommandInput {
  name: string;
  iin: string;
}

/** Opens the account of an applicant who signed in with an electronic signature for the first time: the number of the certificate is theirs. */
export function openApplicantAccount(context: Context, input: OpenApplicantAccount): Promise<Outcome> {
  return runCommand(context, 'missions', 'openApplicantAccount', input, async (session, { name, iin }) => {
    const { em } = session;
    // Two first sign-ins at once: the second one finds the account of the first.
    await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 1))', [iin]);
    const known = await em.findOne(Account, { iin, role: 'applicant', state: { $ne: 'DELETED' } });
    if (known) return { kind: 'Account', id: known.id };
    const { id } = await addAccount(session, { name, iin, role: 'applicant', state: 'ACTIVE' });
    return { kind: 'Account', id };
  });
}
