import type { Message } from '../../kit/errors/languages.ts';

/** What can be wrong with a day or a year of the calendar, or with a pilot's period, and how it is said. */
export const calendarProblems = {
  DAY_IS_SO: {
    kk: 'Күнтізбеде бұл күн онсыз да осындай.',
    ru: 'Этот день в календаре уже такой.',
    en: 'The calendar has this day so already.',
  },
  CALENDAR_YEAR_OFFICIAL: {
    kk: '{year} жылдың күнтізбесі бекітілген: ол бір-бір күннен өзгертіледі.',
    ru: 'Календарь {year} года утверждён: он меняется по одному дню.',
    en: 'The calendar of {year} is decreed: it is changed day by day.',
  },
  CALENDAR_YEAR_APART: {
    kk: 'Күнтізбе жылдары үзіліссіз жалғасады: алдымен {year} жылға дейінгілерді енгізіңіз.',
    ru: 'Годы календаря идут без пропусков: сначала введите те, что перед {year} годом.',
    en: 'The years of the calendar follow one another: enter those before {year} first.',
  },
  DAY_OF_ANOTHER_YEAR: {
    kk: 'Бұл күн {year} жылға жатпайды.',
    ru: 'Этот день не относится к {year} году.',
    en: 'This day is not in {year}.',
  },
  WEEKEND_IS_OFF: {
    kk: 'Сенбі мен жексенбі онсыз да демалыс.',
    ru: 'Суббота и воскресенье и так выходные.',
    en: 'Saturdays and Sundays are off anyway.',
  },
  WEEKDAY_IS_WORKED: {
    kk: 'Дүйсенбіден жұмаға дейін онсыз да жұмыс күні.',
    ru: 'С понедельника по пятницу и так рабочие дни.',
    en: 'Mondays to Fridays are worked anyway.',
  },
  DAY_REPEATED: {
    kk: 'Бұл күн екі рет көрсетілген.',
    ru: 'Этот день указан дважды.',
    en: 'This day is given twice.',
  },
  PERIODS_OVERLAP: {
    kk: 'Пилоттық жобаның басқа кезеңі осы уақытпен қабаттасады.',
    ru: 'На это время уже приходится другой период пилотного проекта.',
    en: 'Another period of the pilot covers this time already.',
  },
} as const satisfies Record<string, Message>;
