import type { Message } from '../../kit/errors/languages.ts';

/** What can be wrong with an account or with what is to be done with it, and how it is said. */
export const accountProblems = {
  ROLE_NOT_MANAGED: {
    kk: 'Бұл рөлдің тіркелгілерін сіз жасамайсыз.',
    ru: 'Учётные записи этой роли создаёте не вы.',
    en: 'Accounts of this role are not yours to create.',
  },
  OFFICE_DOES_NOT_FIT: {
    kk: 'Бұл рөл мұндай мекемеге жатпайды.',
    ru: 'Эта роль не относится к такому учреждению.',
    en: 'This role does not belong to such an office.',
  },
  NAME_EMPTY: { kk: 'Аты-жөні керек.', ru: 'Нужно имя.', en: 'A name is needed.' },
  REASON_EMPTY: { kk: 'Себебі көрсетіледі.', ru: 'Укажите причину.', en: 'Give a reason.' },
  OWN_ACCOUNT: {
    kk: 'Өз тіркелгіңізді өзіңіз өзгерте алмайсыз.',
    ru: 'Своей учётной записью вы не распоряжаетесь.',
    en: 'Nobody manages the own account.',
  },
  LAST_ADMINISTRATOR: {
    kk: 'Бұл – Мемлекеттік корпорацияның соңғы белсенді әкімшісі.',
    ru: 'Это последний активный администратор Государственной корпорации.',
    en: 'This is the last active administrator of the State Corporation.',
  },
} as const satisfies Record<string, Message>;
