import { LRUCache } from 'lru-cache';
import Negotiator from 'negotiator';

/** The languages that the product speaks. */
export const languages = ['kk', 'ru', 'en'] as const;

/** Kazakh, Russian or English. */
export type Language = (typeof languages)[number];

/** One text in the three languages, with `{placeholders}` for what varies. */
export type Message = Record<Language, string>;

/** The languages that were chosen last, by their headers: browsers send the same few. */
const chosen = new LRUCache<string, Language>({
  max: 1_000,
  maxSize: 100_000,
  sizeCalculation: (_language, header) => header.length,
});

/** The language that an `Accept-Language` header asks for; Kazakh when it asks for none of ours. */
export function languageOf(acceptLanguage: string | undefined): Language {
  if (!acceptLanguage) return 'kk';
  const known = chosen.get(acceptLanguage);
  if (known) return known;
  const [first = 'kk'] = new Negotiator({ headers: { 'accept-language': acceptLanguage } }).languages([...languages]);
  chosen.set(acceptLanguage, first as Language);
  return first as Language;
}

/** A message in one language, its placeholders filled in. */
export function write(message: Message, language: Language, params: Record<string, string | number> = {}): string {
  return message[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));
}
