import type { Message } from '../../kit/errors/languages.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import { isSecureAddress } from './secure-address.ts';

/** What the rules ask of a webhook that is to be registered. */
export interface RequestedWebhook {
  url: string;
  kinds: readonly string[];
}

/** Everything that is wrong with a webhook that is to be registered. In demo mode it may be on this machine, too. */
export function webhookProblems({ url, kinds }: RequestedWebhook, demo: boolean): Problem[] {
  return [
    // What is told goes to somebody whose name is certified.
    ...(isSecureAddress(url, demo) ? [] : [{ code: 'WEBHOOK_URL_INVALID', path: ['url'] }]),
    ...kinds.flatMap((kind, index) =>
      kinds.indexOf(kind) < index ? [{ code: 'KIND_REPEATED', path: ['kinds', index] }] : [],
    ),
  ];
}

/** What can be wrong with a webhook, and how it is said. */
export const webhookTexts = {
  WEBHOOK_URL_INVALID: {
    kk: 'Мекенжай https:// деп басталуы керек, атсыз, құпиясөзсіз және # белгісінсіз.',
    ru: 'Адрес должен начинаться с https://, без имени, пароля и знака #.',
    en: 'The address has to begin with https://, without a user name, a password, or a #.',
  },
  KIND_REPEATED: {
    kk: 'Бұл түр екі рет аталған.',
    ru: 'Этот вид назван дважды.',
    en: 'This kind is named twice.',
  },
  CLIENT_UNKNOWN: {
    kk: 'Мұндай әрекеттегі жүйе жоқ.',
    ru: 'Такой действующей системы нет.',
    en: 'There is no such system in force.',
  },
} as const satisfies Record<string, Message>;
