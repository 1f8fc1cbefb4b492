import type { Language } from '../../subgraphs/kit/errors/languages.ts';

/** What a language calls itself to the formatter of days and moments. */
export const locales: Record<Language, string> = { kk: 'kk-KZ', ru: 'ru-KZ', en: 'en-GB' };

/** A moment for people: its day, hour and minute in Astana. */
export function writeMoment(moment: Temporal.Instant, language: Language): string {
  const local = moment.toZonedDateTimeISO('Asia/Almaty').toPlainDateTime();
  return local.toLocaleString(locales[language], { dateStyle: 'long', timeStyle: 'short' });
}
