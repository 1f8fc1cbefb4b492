import type { Language } from '../../../../subgraphs/kit/errors/languages.ts';
import { texts } from './texts.ts';

/** How numbers are written. Browsers don't know Kazakh well; its numbers look like Russian ones. */
const locales: Record<Language, string> = { kk: 'ru-KZ', ru: 'ru-KZ', en: 'en-GB' };

const kazakhWeekdays = ['жс', 'дс', 'сс', 'ср', 'бс', 'жм', 'сб'];

/** A count. What was held back is said so: it is never none. */
export function writeCount(count: number | null, language: Language): string {
  return count === null ? texts.few[language] : count.toLocaleString(locales[language]);
}

/** A share of 1 in percent, without decimals. What isn't all is never rounded to all. */
export function writeShare(share: number, language: Language): string {
  const percent = share < 1 ? Math.min(Math.round(share * 100), 99) : 100;
  return (percent / 100).toLocaleString(locales[language], { style: 'percent' });
}

/** A day such as 7 Sept, or 07.09. */
export function writeDay(day: string, language: Language, parts: { year?: 'numeric' } = {}): string {
  return new Date(day).toLocaleDateString(locales[language], {
    day: language === 'en' ? 'numeric' : '2-digit',
    month: language === 'en' ? 'short' : '2-digit',
    ...parts,
    timeZone: 'UTC',
  });
}

/** The day of the week, in two or three letters. */
export function writeWeekday(day: string, language: Language): string {
  const date = new Date(day);
  if (language === 'kk') return kazakhWeekdays[date.getUTCDay()]!;
  return date.toLocaleDateString(locales[language], { weekday: 'short', timeZone: 'UTC' });
}

/** A moment: its day, hour and minute in Astana. */
export function writeMoment(moment: string, language: Language): string {
  return new Date(moment).toLocaleString(locales[language], {
    day: language === 'en' ? 'numeric' : '2-digit',
    month: language === 'en' ? 'short' : '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Almaty',
  });
}

/** A length of time: minutes below an hour, hours below two days, days. */
export function writeHours(hours: number, language: Language): string {
  const [value, unit] =
    hours < 1
      ? ([hours * 60, texts.minutes] as const)
      : hours < 48
        ? ([hours, texts.hours] as const)
        : ([hours / 24, texts.days] as const);
  const number = value.toLocaleString(locales[language], { maximumFractionDigits: value < 10 && hours >= 1 ? 1 : 0 });
  return unit[language].replace('{number}', number);
}
