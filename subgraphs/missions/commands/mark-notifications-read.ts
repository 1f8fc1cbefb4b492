import type { FilterQuery } from '@mikro-orm/postgresql';
import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { Fault, refuseProblems } from '../../kit/errors/fault.ts';
import { isId } from '../../kit/ids.ts';
import { Notice } from '../../kit/notices/notice-table.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { Account } from '../model/account.ts';
import { toldTo, unreadBy } from '../model/notification.ts';
import { readProblems } from '../rules/notifications.ts';
import type { ReadNotifications } from '../rules/notifications.ts';

/** Notes that the person has read what was told. NOT_FOUND when some of it was never told to them. */
export function markNotificationsRead(context: Context, input: ReadNotifications & CommandInput): Promise<Outcome> {
  return runCommand(context, 'missions', 'markNotificationsRead', input, async (session, given) => {
    const { em, viewer, now } = session;
    refuseProblems(readProblems(given));
    const named = [...new Set(given.ids ?? [given.allUntil!])];
    const account = await em.findOneOrFail(Account, { id: viewer.accountId });
    const told = (which: object) => ({ $and: [toldTo(account), which] }) as FilterQuery<Notice>;
    const known = named.every(isId) ? await em.count(Notice, told({ id: { $in: named } })) : 0;
    if (known < named.length) throw new Fault('NOT_FOUND');
    const which = given.ids ? { id: { $in: named } } : { id: { $lte: given.allUntil } };
    const unread = { $and: [unreadBy(account), which] } as FilterQuery<Notice>;
    const notices = await em.find(Notice, unread, { fields: ['id'] });
    await em.execute(
      `insert into missions.notification_read (account_id, notice_id, read_at)
       select ?, id, ? from unnest(?::uuid[]) as id on conflict do nothing`,
      [account.id, now.toString(), `{${notices.map(({ id }) => id).join(',')}}`],
    );
    return { kind: 'Account', id: account.id };
  });
}
