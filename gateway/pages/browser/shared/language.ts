import type { Language } from '../../../../subgraphs/kit/errors/languages.ts';
import { languageNames } from '../../language-names.ts';

/** Where the choice is kept between visits. */
export const languagePlace = 'language';

/** The language of the page: the one in its address, else the one chosen before, else the first of the browser's that the product speaks, else Kazakh. */
export function pageLanguage(): Language {
  const wanted = [
    new URLSearchParams(location.search).get('lang'),
    localStorage.getItem(languagePlace),
    ...navigator.languages,
  ];
  const known = wanted.map((each) => each?.slice(0, 2)).find((each) => each !== undefined && each in languageNames);
  return (known ?? 'kk') as Language;
}

/** Keeps the choice of another language, also against the one in the page's address. */
export function keepLanguage(language: Language): void {
  localStorage.setItem(languagePlace, language);
  const url = new URL(location.href);
  url.searchParams.delete('lang');
  history.replaceState(history.state, '', url);
}
