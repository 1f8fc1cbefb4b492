import type { Message } from '../../kit/errors/languages.ts';
import type { Problem } from '../../kit/errors/fault.ts';

/** How long a period can be. */
const longest = { years: 5 };

/** How many days the load ahead is told for at the most. */
export const mostDaysAhead = 60;

/** What can be wrong with a question for statistics. */
export const statisticsProblems: Record<string, Message> = {
  PERIOD_TOO_LONG: {
    kk: 'Кезең бес жылдан аспайды.',
    ru: 'Период не длиннее пяти лет.',
    en: 'A period is no longer than five years.',
  },
  DAYS_AHEAD: {
    kk: '1-ден {max}-ге дейінгі күн саны болуы керек.',
    ru: 'Число дней — от 1 до {max}.',
    en: 'The days ahead are 1 to {max}.',
  },
  STATISTICS_ALONE: {
    kk: 'Серіктеске бір сұрауда бір кезең және бір топтау ғана беріледі.',
    ru: 'Партнёру в одном запросе даются один период и одна группировка.',
    en: 'A partner asks for one period and one kind of groups in an operation.',
  },
};

/** What is wrong with a period, both days included. */
export function periodProblems(from: Temporal.PlainDate, until: Temporal.PlainDate): Problem[] {
  const path = ['filter', 'until'];
  if (Temporal.PlainDate.compare(until, from) < 0) return [{ code: 'PERIOD_BACKWARDS', path }];
  return Temporal.PlainDate.compare(until, from.add(longest)) > 0 ? [{ code: 'PERIOD_TOO_LONG', path }] : [];
}
