import type { Language } from '../../subgraphs/kit/errors/languages.ts';

/** The product's languages, by what they call themselves. */
export const languageNames: Record<Language, { short: string; full: string }> = {
  kk: { short: 'Қаз', full: 'Қазақша' },
  ru: { short: 'Рус', full: 'Русский' },
  en: { short: 'Eng', full: 'English' },
};
