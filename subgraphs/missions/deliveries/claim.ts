import type { EntityManager } from '@mikro-orm/postgresql';
import { enqueue } from '../../kit/jobs/jobs.ts';
import { subgraphsWithBounces } from '../../kit/notices/bounces.ts';
import { Notice } from '../../kit/notices/notice-table.ts';
import { transactionAs } from '../../kit/orm/database.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import type { SubgraphName } from '../../kit/subgraph/definition.ts';
import { Delivery } from '../model/delivery.ts';
import type { DeliveryChannel } from '../model/delivery.ts';
import { nextAttempt } from '../rules/attempts.ts';
import type { Sending } from './channel.ts';

/** After how many minutes whoever claimed a delivery counts as killed; no attempt takes that long. */
const claimMinutes = 2;

/** A delivery that this worker alone sends now. */
export interface Claimed {
  delivery: Delivery;
  notice: Notice;
}

/** Which deliveries may be claimed. */
export interface Claimable {
  /** Of this case alone. */
  caseId?: string;
  /** Ways on which nothing gets through now. */
  down: ReadonlySet<DeliveryChannel>;
}

/**
 * Claims a delivery that is due, for a while: a worker that is killed loses it by itself. One that waits for an earlier notice of the same case to the same
 * target isn't due.
 */
export async function claim(context: Context, { caseId, down }: Claimable): Promise<Claimed | undefined> {
  const { orm, viewer, services } = context;
  return transactionAs(orm, viewer, services.clock, async (em) => {
    const now = services.clock.now();
    const [claimed] = await em.execute<{ id: string }[]>(
      `update missions.delivery set attempts = attempts + 1, next_attempt_at = ? where id = (
         select due.id from missions.delivery due
          where due.state = 'PENDING' and due.next_attempt_at <= ? ${caseId ? 'and due.case_id = ?' : ''}
            and not exists (select from jsonb_array_elements_text(?::jsonb) as down where down = due.channel)
            and not exists (select from missions.delivery earlier
                             where earlier.case_id = due.case_id and earlier.channel = due.channel and earlier.target = due.target
                               and earlier.state = 'PENDING' and earlier.notice_id < due.notice_id)
          order by due.next_attempt_at, due.notice_id limit 1 for update skip locked)
       returning id`,
      [
        now.add({ minutes: claimMinutes }).toString(),
        now.toString(),
        ...(caseId ? [caseId] : []),
        JSON.stringify([...down]),
      ],
    );
    if (!claimed) return undefined;
    const delivery = await em.findOneOrFail(Delivery, claimed.id);
    return { delivery, notice: await em.findOneOrFail(Notice, delivery.noticeId) };
  });
}

/** Notes what came of an attempt, unless somebody else has claimed the delivery meanwhile. */
export async function settle(context: Context, { delivery, notice }: Claimed, sending: Sending): Promise<void> {
  const { orm, viewer, services } = context;
  await transactionAs(orm, viewer, services.clock, async (em) => {
    const { id, attempts } = delivery;
    const noted = await em.nativeUpdate(
      Delivery,
      { id, attempts, state: 'PENDING' },
      outcomeOf(sending, attempts, services.clock.now()),
    );
    if (noted && sending.outcome === 'BOUNCED') await tellOfBounce(em, delivery, notice);
  });
}

function outcomeOf(sending: Sending, attempts: number, now: Temporal.Instant) {
  switch (sending.outcome) {
    case 'SENT':
    case 'NO_ADDRESS':
      return { state: sending.outcome, settledAt: now, failure: null };
    case 'BOUNCED':
      return { state: sending.outcome, settledAt: now, failure: sending.failure };
    case 'FAILED':
    case 'DOWN': {
      const { failure } = sending;
      const nextAttemptAt = nextAttempt(attempts, now);
      return nextAttemptAt ? { nextAttemptAt, failure } : { state: 'DEAD' as const, settledAt: now, failure };
    }
  }
}

/** Tells the case's subgraph that the person wasn't reached; nobody looks for an official or a system there. */
async function tellOfBounce(em: EntityManager, { id }: Delivery, notice: Notice): Promise<void> {
  const subgraph = notice.subgraph as SubgraphName;
  const toPerson = notice.role === null && notice.scope === null;
  if (!toPerson || !subgraphsWithBounces.includes(subgraph)) return;
  const ids = { caseId: notice.caseId, noticeId: notice.id };
  await enqueue(em, { subgraph, name: 'noteBounce', ids, key: `bounce ${id}` });
}
