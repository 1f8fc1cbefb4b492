import type { Language } from '../../../../subgraphs/kit/errors/languages.ts';

/** The product's languages, by what they call themselves. */
export const languageNames: Record<Language, string> = { kk: 'Қазақша', ru: 'Русский', en: 'English' };

/** Where the choice is kept between visits. */
const place = 'language';

/** The language of the page: the one in its address, else the one chosen before, else the first of the browser's that the product speaks, else Kazakh. */
export function pageLanguage(): Language {
  const wanted = [
    new URLSearchParams(location.search).get('lang'),
    localStorage.getItem(place),
    ...navigator.languages,
  ];
  const known = wanted.map((each) => each?.slice(0, 2)).find((each) => each !== undefined && each in languageNames);
  return (known ?? 'kk') as Language;
}

/** Shows the page in another language from now on. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(place, language);
  const url = new URL(location.href);
  url.searchParams.delete('lang');
  location.replace(url);
  location.reload();
}
