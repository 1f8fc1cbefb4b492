import { expectVersion, runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { findForChange } from '../../kit/commands/find.ts';
import { Fault, refuseProblem, refuseProblems } from '../../kit/errors/fault.ts';
import { recordEvent } from '../../kit/events/event-table.ts';
import { isId, newId } from '../../kit/ids.ts';
import type { NoticeKind } from '../../kit/notices/kinds.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { webhookSecret } from '../deliveries/webhook-secret.ts';
import { PartnerClient } from '../model/partner-client.ts';
import { Webhook } from '../model/webhook.ts';
import { partnerClientState } from '../rules/partner-clients.ts';
import { webhookProblems } from '../rules/webhooks.ts';

/** Which system is told what, and where. */
export interface RegisterWebhook extends CommandInput {
  clientId: string;
  url: string;
  kinds: NoticeKind[];
}

/**
 * Registers where a partner's system is told what happens. Refuses all problems at once.
 *
 * @returns also the secret that events are signed with, the first time only: a repeat by its key doesn't tell it again.
 */
export async function registerWebhook(
  context: Context,
  input: RegisterWebhook,
): Promise<{ outcome: Outcome; secret: string | null }> {
  const { webhookKey, demo } = context.services;
  if (!webhookKey) throw new Fault('UNAVAILABLE');
  let secret: string | null = null;
  const outcome = await runCommand(context, 'missions', 'registerWebhook', input, async (session, given) => {
    const { em, viewer, now } = session;
    const { clientId, url, kinds } = given;
    const client = isId(clientId) ? await em.findOne(PartnerClient, clientId) : null;
    const inForce = client && partnerClientState(client, now) === 'ACTIVE';
    refuseProblems([
      ...(inForce ? [] : [{ code: 'CLIENT_UNKNOWN', path: ['clientId'] }]),
      ...webhookProblems({ url, kinds }, demo),
    ]);
    const id = newId();
    const notYet = { removedAt: null, removedBy: null, removeReason: null };
    em.create(Webhook, {
      id,
      version: 1,
      clientId,
      url,
      kinds,
      createdAt: now,
      createdBy: viewer.accountId,
      ...notYet,
    });
    await em.flush();
    await recordEvent(session, 'missions', { caseId: id, kind: 'WEBHOOK_REGISTERED', details: { clientId, kinds } });
    secret = webhookSecret(webhookKey, id);
    return { kind: 'Webhook', id, concerns: [clientId] };
  });
  return { outcome, secret };
}

/** Which webhook is removed, and why. */
export interface RemoveWebhook extends CommandInput {
  id: string;
  expectedVersion: number;
  reason: string;
}

/** Removes a webhook for good: nothing is sent there any more, also of what waits. */
export function removeWebhook(context: Context, input: RemoveWebhook): Promise<Outcome> {
  return runCommand(context, 'missions', 'removeWebhook', input, async (session, { id, expectedVersion, reason }) => {
    const webhook = await findForChange(session, Webhook, id);
    expectVersion(webhook.version, expectedVersion);
    if (reason === '') refuseProblem('REASON_EMPTY', ['reason']);
    if (webhook.removedAt)
      throw new Fault('WRONG_STATE', { extensions: { state: 'REMOVED', currentVersion: webhook.version } });
    const { viewer, now, em } = session;
    Object.assign(webhook, { removedAt: now, removedBy: viewer.accountId, removeReason: reason });
    await em.flush();
    await recordEvent(session, 'missions', { caseId: id, kind: 'WEBHOOK_REMOVED' });
    return { kind: 'Webhook', id, concerns: [webhook.clientId] };
  });
}
