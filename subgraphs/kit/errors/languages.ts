import Negotiator from 'negotiator';

/** The languages that the product speaks. */
export const languages = ['kk', 'ru', 'en'] as const;

/** Kazakh, Russian or English. */
export type Language = (typeof languages)[number];

/** One text in the three languages, with `{placeholders}` for what varies. */
export type Message = Record<Language, string>;

/** The language that an `Accept-Language` header asks for; Kazakh when it asks for none of ours. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const [first] = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? '' } }).languages([...languages]);
  return acceptLanguage && first ? (first as Language) : 'kk';
}

/** A message in one language, its placeholders filled in. */
export function write(message: Message, language: Language, params: Record<string, string | number> = {}): string {
  return message[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));
}
