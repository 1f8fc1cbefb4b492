import { isEmailAddress } from '../../kit/email.ts';
import type { Problem } from '../../kit/errors/fault.ts';

/** A name in one script. */
export interface Name {
  surname: string | null;
  givenNames: string | null;
  patronymic: string | null;
}

const cyrillic = /^[\p{Script=Cyrillic}\p{M}' ’.\-–()]+$/u;
const place = /^[\p{Script=Cyrillic}\p{Script=Latin}\p{M}0-9 .,'’"«»()/№–-]+$/u;
const latin = /^[\p{Script=Latin}\p{M}' ’.\-–()]+$/u;

/** What is wrong with a name in Cyrillic letters (A-form 1); nobody must have both a surname and given names. */
export function cyrillicNameProblems(name: Name): Problem[] {
  const problems = lettersProblems(name, cyrillic, 'NAME_NOT_CYRILLIC');
  const missing = !name.surname && !name.givenNames;
  return missing ? [{ code: 'NAME_MISSING', path: ['cyrillicName'], reference: 'A-form 1' }, ...problems] : problems;
}

/** What is wrong with a patronymic in Latin letters, which the machine-readable zone has no field for. */
export function latinPatronymicProblems(patronymic: string | null): Problem[] {
  return patronymic && !latin.test(patronymic)
    ? [{ code: 'NAME_NOT_LATIN', path: ['latinPatronymic'], reference: 'A-form 1' }]
    : [];
}

/** What is wrong with how a person is to be reached. */
export function contactProblems({ email }: { email: string | null }): Problem[] {
  return email && !isEmailAddress(email) ? [{ code: 'EMAIL_INVALID', path: ['contacts', 'email'] }] : [];
}

function lettersProblems(name: Name, letters: RegExp, code: string): Problem[] {
  return (['surname', 'givenNames', 'patronymic'] as const)
    .filter((part) => name[part] && !letters.test(name[part]))
    .map((part) => ({ code, path: ['cyrillicName', part], reference: 'A-form 1' }));
}

/** What is wrong with a place of birth: it is written in Cyrillic or Latin letters, or it has to be translated first (A§6). */
export function birthPlaceProblems(birthPlace: string): Problem[] {
  const path = ['visualZone', 'birthPlace'];
  if (birthPlace === '') return [{ code: 'TEXT_EMPTY', path, reference: 'A§9' }];
  return place.test(birthPlace) ? [] : [{ code: 'PLACE_LETTERS', path, reference: 'A§6' }];
}
