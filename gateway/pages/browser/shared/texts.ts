import type { Message } from '../../../../subgraphs/kit/errors/languages.ts';

/** What the frame around the pages says. */
export const texts = {
  pages: { kk: 'Беттер', ru: 'Страницы', en: 'Pages' },
  home: { kk: 'Басты бет', ru: 'Главная', en: 'Home' },
  dashboard: { kk: 'Бақылау тақтасы', ru: 'Панель показателей', en: 'Dashboard' },
  language: { kk: 'Тіл', ru: 'Язык', en: 'Language' },
  signOut: { kk: 'Шығу', ru: 'Выйти', en: 'Sign out' },
  unreachable: {
    kk: 'Қызмет жауап бермейді. Біраздан кейін бетті қайта ашыңыз.',
    ru: 'Служба не отвечает. Откройте страницу снова чуть позже.',
    en: 'The service doesn’t answer. Open the page again in a while.',
  },
} satisfies Record<string, Message>;
