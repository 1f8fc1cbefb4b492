import type { Language } from '../errors/languages.ts';
import { ASTANA_ZONE } from '../terms/calendar.ts';

/** What a language calls itself to the formatter of days and moments. */
export const locales: Record<Language, string> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };

/** A moment for people: its day, hour and minute in Astana. */
export function writeMoment(moment: Temporal.Instant, language: Language): string {
  const local = moment.toZonedDateTimeISO(ASTANA_ZONE).toPlainDateTime();
  return local.toLocaleString(locales[language], { dateStyle: 'long', timeStyle: 'short' });
}
