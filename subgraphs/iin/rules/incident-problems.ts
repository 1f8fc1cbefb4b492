import type { Message } from '../../kit/errors/languages.ts';

/** What can be wrong with an incident, and how it is said. */
export const incidentProblems = {
  MOMENT_IN_FUTURE: {
    kk: 'Бұл сәт әлі келген жоқ.',
    ru: 'Этот момент ещё не наступил.',
    en: 'This moment lies in the future.',
  },
  ENDED_BEFORE_FOUND: {
    kk: 'Ақау анықталмай тұрып жойылмайды.',
    ru: 'Сбой не может закончиться раньше, чем обнаружен.',
    en: 'A failure does not end before it is found.',
  },
} as const satisfies Record<string, Message>;
