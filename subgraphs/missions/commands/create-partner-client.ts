import { createPublicKey } from 'node:crypto';
import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, CommandSession, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { newId } from '../../kit/ids.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Account } from '../model/account.ts';
import { PartnerClient } from '../model/partner-client.ts';
import { readKeySet } from '../rules/key-set.ts';
import type { PublicKey } from '../rules/key-set.ts';
import { requestedClientProblems } from '../rules/partner-clients.ts';
import type { RequestedClient } from '../rules/partner-clients.ts';
import { writeAccountState } from './account-state.ts';

/** Which system is registered. */
export interface CreatePartnerClient extends CommandInput, RequestedClient {
  telephone?: string | null;
}

/** Registers a system of another agency, with the account in whose name it acts. Refuses all problems at once. */
export function createPartnerClient(context: Context, input: CreatePartnerClient): Promise<Outcome> {
  return runCommand(context, 'missions', 'createPartnerClient', input, async (session, given) => {
    const { em, viewer, now } = session;
    const { keys, problems } = givenKeys(given.jwks);
    refuseProblems([...requestedClientProblems(given, now, context.services.demo), ...problems]);
    const { name, agency, email, telephone = null, jwksUrl = null, expiresAt } = given;
    const scopes = [...new Set(given.scopes)];
    const id = newId();
    em.create(PartnerClient, {
      id,
      version: 1,
      name,
      agency,
      email,
      telephone,
      scopes,
      jwks: keys && { keys },
      jwksUrl,
      expiresAt,
      createdAt: now,
      createdBy: viewer.accountId,
      revokedAt: null,
      revokedBy: null,
      revokeReason: null,
    });
    await openAccount(session, id, name);
    await recordEvent(session, 'missions', {
      caseId: id,
      kind: 'PARTNER_CLIENT_CREATED',
      details: { scopes, expiresAt: expiresAt.toString() },
    });
    return { kind: 'PartnerClient', id };
  });
}

/** What acts has an account, as who acts has: the same state of it holds from the very next request on. */
async function openAccount({ em, viewer, now }: CommandSession, id: string, name: string): Promise<void> {
  const account = em.create(Account, {
    id,
    version: 1,
    name,
    email: null,
    iin: null,
    role: 'partner',
    headOfOffice: false,
    officeId: null,
    city: null,
    state: 'ACTIVE',
    createdAt: now,
    createdBy: viewer.accountId,
    changedAt: null,
    changedBy: null,
    changeReason: null,
    lastSignInAt: null,
  });
  await em.flush();
  await writeAccountState(em, account);
}

function givenKeys(text: string | null | undefined): { keys: PublicKey[] | null; problems: Problem[] } {
  if (text == null) return { keys: null, problems: [] };
  const { keys, problems } = readKeySet(text);
  const noPoints = keys.flatMap((key, index) =>
    key && !isPoint(key) ? [{ code: 'KEY_INVALID', path: ['jwks', 'keys', index] }] : [],
  );
  return { keys: keys.filter((key) => key !== undefined), problems: [...problems, ...noPoints] };
}

/** Whether the coordinates are a point of the curve: with others nothing could ever be verified. */
function isPoint(key: PublicKey): boolean {
  try {
    createPublicKey({ key: { ...key }, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}
