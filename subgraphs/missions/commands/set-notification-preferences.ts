import { runCommand } from '../../kit/commands/command.ts';
import type { CommandInput, Outcome } from '../../kit/commands/command.ts';
import { refuseProblems } from '../../kit/errors/fault.ts';
import type { Language } from '../../kit/errors/languages.ts';
import type { NoticeKind } from '../../kit/notices/kinds.ts';
import type { Context } from '../../kit/subgraph/context.ts';
import { NotificationPreference } from '../model/notification.ts';
import { preferenceProblems } from '../rules/notifications.ts';

/** How the person wants to be told from now on. */
export interface SetNotificationPreferences extends CommandInput {
  language?: Language | null;
  withoutEmail: NoticeKind[];
}

/** Sets the language of what is sent to the person, and the kinds that aren't sent by e-mail; what the orders require is always sent. */
export function setNotificationPreferences(context: Context, input: SetNotificationPreferences): Promise<Outcome> {
  return runCommand(context, 'missions', 'setNotificationPreferences', input, async (session, given) => {
    const { em, viewer } = session;
    refuseProblems(preferenceProblems(given.withoutEmail));
    await em.upsert(NotificationPreference, {
      accountId: viewer.accountId,
      language: given.language ?? null,
      withoutEmail: [...new Set(given.withoutEmail)],
    });
    return { kind: 'Account', id: viewer.accountId };
  });
}
