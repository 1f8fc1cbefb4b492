import type { Message } from '../../kit/errors/languages.ts';

/** What can be wrong with a figure of the state duty, and how it is said. */
export const dutyFigureProblems = {
  FIGURE_NOT_POSITIVE: {
    kk: 'Көрсеткіш нөлден артық болуы керек.',
    ru: 'Показатель должен быть больше нуля.',
    en: 'The figure has to be more than nothing.',
  },
  FIGURE_PERIODS_OVERLAP: {
    kk: 'Бұл уақытқа көрсеткіштің мөлшері бұрыннан жазылған.',
    ru: 'На это время размер показателя уже записан.',
    en: 'How much the figure is at this time is recorded already.',
  },
} as const satisfies Record<string, Message>;
