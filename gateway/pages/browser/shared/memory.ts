import { languagePlace } from './language.ts';

/** Whose things the browser keeps. */
const owner = 'account';

/** Forgets what the browser keeps of whoever worked in it before, all but the language. */
export function forget(): void {
  const language = localStorage.getItem(languagePlace);
  localStorage.clear();
  sessionStorage.clear();
  if (language !== null) localStorage.setItem(languagePlace, language);
}

/** What an account left in this window stays for that account alone. */
export function keepFor(account: string): void {
  if (sessionStorage.getItem(owner) !== account) forget();
  sessionStorage.setItem(owner, account);
}
