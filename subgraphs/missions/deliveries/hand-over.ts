import { LockMode } from '@mikro-orm/core';
import { newId } from '../../kit/ids.ts';
import { Notice } from '../../kit/notices/notice-table.ts';
import { transactionAs } from '../../kit/orm/database.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Delivery } from '../model/delivery.ts';
import type { DeliveryChannel } from '../model/delivery.ts';
import { channels } from './channels.ts';

/** Hands over whatever was told of a case to the ways by which it goes out, in the order in which it was told; each notice once. */
export async function handOver({ orm, viewer, services }: Context, caseId: string): Promise<void> {
  await transactionAs(orm, viewer, services.clock, async (em) => {
    // Who hands over the same ones waits here and then finds none: a later notice of the case never passes an earlier one.
    const notices = await em.find(
      Notice,
      { caseId, dispatchedAt: null },
      { orderBy: { id: 'asc' }, lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    const now = services.clock.now();
    for (const notice of notices) {
      for (const [name, channel] of Object.entries(channels)) {
        for (const target of new Set(await channel.targets(em, notice, services))) {
          em.create(Delivery, {
            id: newId(),
            noticeId: notice.id,
            caseId,
            channel: name as DeliveryChannel,
            target,
            state: 'PENDING',
            attempts: 0,
            nextAttemptAt: now,
          });
        }
      }
      notice.dispatchedAt = now;
    }
    await em.flush();
  });
}

/** The cases of which something was told that nobody has handed over yet. */
export async function casesToHandOver(context: Context): Promise<string[]> {
  const { orm, viewer, services } = context;
  const rows = await transactionAs(orm, viewer, services.clock, (em) =>
    em.execute<{ id: string }[]>(
      'select case_id as id from kit.notice where dispatched_at is null group by case_id order by min(at)',
    ),
  );
  return rows.map(({ id }) => id);
}
