import type { Message } from '../../kit/errors/languages.ts';

/** What can be wrong with a party of a convention, and how it is said. */
export const conventionProblems = {
  PARTY_NO_STATE: {
    kk: 'Конвенцияның тарабы – мемлекет: бұл код мемлекеттікі емес.',
    ru: 'Участник конвенции — государство: этот код не обозначает государство.',
    en: 'A party of a convention is a state: this is the code of none.',
  },
  PARTY_PERIODS_OVERLAP: {
    kk: 'Бұл мемлекет осы уақытта конвенцияның тарабы ретінде бұрыннан жазылған.',
    ru: 'На это время государство уже записано участником конвенции.',
    en: 'The state is a party of the convention at this time already.',
  },
} as const satisfies Record<string, Message>;
