import type { EntityManager } from '@mikro-orm/postgresql';
import { Webhook as Signer } from 'standardwebhooks';
import type { Notice } from '../../kit/notices/notice-table.ts';
import { transactionAs } from '../../kit/orm/database.ts';
import { boundedFetch } from '../../kit/signatures/bounded-fetch.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { PartnerClient } from '../model/partner-client.ts';
import { Webhook } from '../model/webhook.ts';
import { partnerClientState } from '../rules/partner-clients.ts';
import type { Channel, Sending } from './channel.ts';
import { cloudEventOf, cloudEventType } from './cloud-event.ts';
import { webhookSecret } from './webhook-secret.ts';

/** How long a system may take to answer, in milliseconds. */
const deadline = 15_000;

/** Nobody reads what a system answers; as many bytes of it are taken. */
const mostBytes = 65_536;

/** To the addresses of those systems that were given the scope, signed as Standard Webhooks has it; not to people. */
export const webhook: Channel = {
  targets: async (em, notice, { webhookKey, clock }) => {
    if (!webhookKey || !notice.scope) return [];
    const webhooks = await em.find(Webhook, { removedAt: null }, { orderBy: { id: 'asc' } });
    const wanted = webhooks.filter(({ kinds }) => kinds.length === 0 || kinds.includes(notice.kind));
    const clients = await clientsInForce(em, wanted, notice, clock.now());
    return wanted.filter(({ clientId }) => clients.has(clientId)).map(({ id }) => id);
  },

  send: async (context, { id, target }, notice) => {
    const { webhookKey, clock, publicUrl } = context.services;
    if (!webhookKey) return { outcome: 'DOWN', failure: 'NO_WEBHOOK_KEY' };
    const url = await addressOf(context, target, notice);
    if (!url) return { outcome: 'NO_ADDRESS' };
    const body = cloudEventOf(notice, publicUrl());
    const at = new Date(clock.now().epochMilliseconds);
    const answer = await boundedFetch(url, {
      deadline,
      mostBytes,
      body: { type: cloudEventType, bytes: Buffer.from(body) },
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Signer(webhookSecret(webhookKey, target)).sign(id, at, body),
      },
    });
    return outcomeOf(answer?.status);
  },
};

/** 2xx: taken. 410: nobody is there any more, which is for good. Whatever else comes may be different the next time. */
function outcomeOf(status: number | undefined): Sending {
  if (status === undefined) return { outcome: 'FAILED', failure: 'UNREACHABLE' };
  if (status >= 200 && status < 300) return { outcome: 'SENT' };
  return { outcome: status === 410 ? 'BOUNCED' : 'FAILED', failure: String(status) };
}

/** Those of the clients that are in force and have the scope that was told. */
async function clientsInForce(
  em: EntityManager,
  webhooks: readonly Webhook[],
  { scope }: Notice,
  now: Temporal.Instant,
): Promise<Set<string>> {
  const clients = await em.find(PartnerClient, { id: { $in: webhooks.map(({ clientId }) => clientId) } });
  const inForce = clients.filter((each) => partnerClientState(each, now) === 'ACTIVE' && each.scopes.includes(scope!));
  return new Set(inForce.map(({ id }) => id));
}

/** Where it goes now; nowhere once the webhook was removed, or its client lost its rights. */
async function addressOf({ orm, viewer, services }: Context, id: string, notice: Notice): Promise<string | undefined> {
  return transactionAs(orm, viewer, services.clock, async (em) => {
    const found = await em.findOne(Webhook, { id, removedAt: null });
    if (!found) return undefined;
    const clients = await clientsInForce(em, [found], notice, services.clock.now());
    return clients.has(found.clientId) ? found.url : undefined;
  });
}
