import type { ClientError } from '../support/graph-client.ts';

type Language = 'kk' | 'ru' | 'en';

/** What was said in which language: nothing may be said alike in two. */
export class Languages {
  /** By each code, what was said of it, with the languages in which that was. */
  readonly #said = new Map<string, Map<string, Set<Language>>>();

  /** Hears an error, and its problems. */
  heard(language: Language, { message, extensions }: ClientError): void {
    for (const each of [{ code: extensions.code, message }, ...(extensions.problems ?? [])]) {
      const texts = this.#said.get(each.code) ?? new Map<string, Set<Language>>();
      this.#said.set(each.code, texts);
      texts.set(each.message, (texts.get(each.message) ?? new Set()).add(language));
    }
  }

  /** Texts that were said in several languages, or in letters of another one. */
  faults(): string[] {
    return [...this.#said].flatMap(([code, texts]) =>
      [...texts].flatMap(([text, languages]) => {
        const cyrillic = /\p{Script=Cyrillic}/u.test(text);
        const foreign = [...languages].some((language) => (language === 'en') === cyrillic);
        return languages.size > 1 || foreign ? [`${code} in ${[...languages].join(', ')}: ${text}`] : [];
      }),
    );
  }
}
