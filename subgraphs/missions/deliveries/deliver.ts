import { describeFailure } from '../../kit/errors/describe.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { Job } from '../../kit/subgraph/definition.ts';
import type { DeliveryChannel } from '../model/delivery.ts';
import type { Sending } from './channel.ts';
import { channels } from './channels.ts';
import { claim, settle } from './claim.ts';
import type { Claimed } from './claim.ts';
import { casesToHandOver, handOver } from './hand-over.ts';

/** For how many seconds a job begins new attempts: the queue takes one that runs for a minute for killed. What is left over is due at the next. */
const beginsFor = 30;

/** How many attempts run side by side when everything that is due goes out. */
const sideBySide = 4;

/** The job that follows what was told of a case: it goes out, in order. Killed, it goes on where it was; run twice, it sends nothing twice. */
export const deliverNotices: Job = async (context, { caseId }) => {
  await handOver(context, caseId!);
  await deliverWhileDue(context, new Set(), caseId);
};

/** The scheduled job that sends whatever is due: what failed and is tried again, what a killed worker left behind. */
export const deliverDue: Job = async (context) => {
  for (const caseId of await casesToHandOver(context)) await handOver(context, caseId);
  const down = new Set<DeliveryChannel>();
  await Promise.all(Array.from({ length: sideBySide }, () => deliverWhileDue(context, down)));
};

async function deliverWhileDue(context: Context, down: Set<DeliveryChannel>, caseId?: string): Promise<void> {
  const until = context.now().add({ seconds: beginsFor });
  while (Temporal.Instant.compare(context.now(), until) <= 0) {
    const claimed = await claim(context, { down, ...(caseId && { caseId }) });
    if (!claimed) return;
    const sending = await attempt(context, claimed);
    if (sending.outcome === 'DOWN') down.add(claimed.delivery.channel);
    await settle(context, claimed, sending);
  }
}

async function attempt(context: Context, { delivery, notice }: Claimed): Promise<Sending> {
  try {
    return await channels[delivery.channel].send(context, delivery, notice);
  } catch (error) {
    context.services.logger.warn({ delivery: delivery.id, error: describeFailure(error) }, 'not delivered');
    const { code = 'ERROR' } = error as { code?: string };
    return { outcome: 'FAILED', failure: code };
  }
}
