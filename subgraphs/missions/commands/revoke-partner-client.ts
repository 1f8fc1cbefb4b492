import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { Fault, refuseProblem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Account } from '../model/account.ts';
import { PartnerClient } from '../model/partner-client.ts';
import { writeAccountState } from './account-state.ts';

/** Which client is revoked, and why. */
export interface RevokePartnerClient extends CommandInput {
  id: string;
  expectedVersion: number;
  reason: string;
}

/** Revokes a client for good: its account is refused from the very next request, whatever token it has. */
export function revokePartnerClient(context: Context, input: RevokePartnerClient): Promise<Outcome> {
  return runCommand(
    context,
    'missions',
    'revokePartnerClient',
    input,
    async (session, { id, expectedVersion, reason }) => {
      const { em, viewer, now } = session;
      const client = await findForChange(session, PartnerClient, id);
      expectVersion(client.version, expectedVersion);
      if (reason === '') refuseProblem('REASON_EMPTY', ['reason']);
      if (client.revokedAt)
        throw new Fault('WRONG_STATE', { extensions: { state: 'REVOKED', currentVersion: client.version } });
      Object.assign(client, { revokedAt: now, revokedBy: viewer.accountId, revokeReason: reason });
      const account = await findForChange(session, Account, id);
      Object.assign(account, { state: 'DELETED', changedAt: now, changedBy: viewer.accountId, changeReason: reason });
      await em.flush();
      await writeAccountState(em, account);
      await recordEvent(session, 'missions', { caseId: id, kind: 'PARTNER_CLIENT_REVOKED' });
      return { kind: 'PartnerClient', id };
    },
  );
}
