import { languages, write } from '../errors/languages.ts';
import type { Language, Message } from '../errors/languages.ts';
import { almatyDate, ASTANA_ZONE } from '../terms/calendar.ts';
import { lastDayOf } from '../terms/terms.ts';

/** What a notice says: in a few words, and what it means. Both with `{placeholders}` for what varies. */
export interface NoticeWords {
  title: Message;
  text: Message;
}

/** Fills in what varies: numbers are the same in every language, days and moments are not. */
export function filledIn({ title, text }: NoticeWords, params: Record<string, string | Message>): NoticeWords {
  const fill = (message: Message) =>
    inEachLanguage((language) =>
      write(
        message,
        language,
        Object.fromEntries(
          Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? value : value[language]]),
        ),
      ),
    );
  return { title: fill(title), text: fill(text) };
}

/** A day as each language writes it: 16.04.2026, and 2026-04-16 in English. */
export function wordsOfDay(day: Temporal.PlainDate): Message {
  const local = [day.day, day.month, day.year].map((part) => String(part).padStart(2, '0')).join('.');
  return { kk: local, ru: local, en: day.toString() };
}

/** The last day of a term that is due at a moment, whether that is the last one in time or the first one too late. */
export function wordsOfLastDay(dueAt: Temporal.Instant): Message {
  return wordsOfDay(lastDayOf(dueAt));
}

/** A moment in Astana, to the minute. */
export function wordsOfMoment(at: Temporal.Instant): Message {
  const day = wordsOfDay(almatyDate(at));
  const time = at.toZonedDateTimeISO(ASTANA_ZONE).toPlainTime().toString({ smallestUnit: 'minute' });
  const zone: Message = { kk: 'Астана уақыты', ru: 'время Астаны', en: 'Astana time' };
  return inEachLanguage((language) => `${day[language]} ${time} (${zone[language]})`);
}

/** Several of them, one after the other. */
export function listed(words: readonly Message[]): Message {
  return inEachLanguage((language) => words.map((each) => each[language]).join(', '));
}

function inEachLanguage(say: (language: Language) => string): Message {
  return Object.fromEntries(languages.map((language) => [language, say(language)])) as Message;
}
