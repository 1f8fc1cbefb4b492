import type { Message } from '../../kit/errors/languages.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { NOTICES } from '../../kit/notices/kinds.ts';
import type { NoticeKind } from '../../kit/notices/kinds.ts';

/** The most of what was told that is named at once. */
const mostIds = 100;

/** Which of what was told has been read: what is named, or everything up to one. */
export interface ReadNotifications {
  ids?: string[] | null;
  allUntil?: string | null;
}

/** What is wrong with which of them are named. */
export function readProblems({ ids, allUntil }: ReadNotifications): Problem[] {
  if ((ids == null) === (allUntil == null)) return [{ code: 'NOTIFICATIONS_CHOICE', path: [] }];
  return ids && ids.length > mostIds
    ? [{ code: 'NOTIFICATIONS_TOO_MANY', path: ['ids'], params: { max: mostIds } }]
    : [];
}

/** What the orders require to be told is sent out whatever the person wishes. */
export function preferenceProblems(withoutEmail: readonly NoticeKind[]): Problem[] {
  return withoutEmail.flatMap((kind, index) => {
    const { required, reference } = NOTICES[kind];
    return required ? [{ code: 'NOTIFICATION_REQUIRED', path: ['withoutEmail', index], reference }] : [];
  });
}

/** How it is said. */
export const notificationProblems = {
  NOTIFICATIONS_CHOICE: {
    kk: 'Хабарламалардың өздерін не соңғысын көрсетіңіз: екеуінің бірін.',
    ru: 'Укажите либо сами уведомления, либо последнее из них.',
    en: 'Name either the notifications, or the last of them.',
  },
  NOTIFICATIONS_TOO_MANY: {
    kk: 'Бірден ең көбі {max} хабарлама көрсетіледі.',
    ru: 'За один раз указывается не более {max} уведомлений.',
    en: 'Name {max} notifications at the most.',
  },
  NOTIFICATION_REQUIRED: {
    kk: 'Бұйрық бойынша бұл туралы міндетті түрде хабарланады.',
    ru: 'Об этом по приказу уведомляют обязательно.',
    en: 'The order requires that this is told.',
  },
} as const satisfies Record<string, Message>;
