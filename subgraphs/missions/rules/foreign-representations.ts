import { country as countryOf } from '../../kit/countries/countries.ts';
import type { Problem } from '../../kit/errors/fault.ts';
import type { Message } from '../../kit/errors/languages.ts';
import { isBackwards, overlap } from '../../kit/terms/periods.ts';
import type { Period } from '../../kit/terms/periods.ts';

/** Whose staff the MFA takes applications of (A§1, A§4): diplomatic representations, consular posts, international organisations and their representations. */
export const representationKinds = ['EMBASSY', 'CONSULATE', 'INTERNATIONAL_ORGANISATION'] as const;

/** A diplomatic representation, a consular post, or an international organisation or its representation. */
export type RepresentationKind = (typeof representationKinds)[number];

/** What is known of a representation; it is in force in its period. */
export interface Representation extends Period {
  kind: RepresentationKind;
  name: Message;
  /** ICAO code of the state that it is of; of an organisation its own, if it has one. */
  country: string | null;
  /** In English. */
  city: string;
  /** Where it is known from. */
  source: string;
}

/** Everything that speaks against a representation as it is to be, beside the others. */
export function representationProblems(wanted: Representation, others: readonly Representation[]): Problem[] {
  const { name, city, source } = wanted;
  const texts: [string[], string][] = [
    [['name', 'kk'], name.kk],
    [['name', 'ru'], name.ru],
    [['name', 'en'], name.en],
    [['city'], city],
    [['source'], source],
  ];
  return [
    ...texts.filter(([, text]) => text === '').map(([path]) => ({ code: 'TEXT_EMPTY', path })),
    ...(others.some((other) => isSame(wanted, other)) ? [{ code: 'REPRESENTATION_KNOWN', path: ['name'] }] : []),
    ...(fits(wanted) ? [] : [{ code: 'REPRESENTATION_COUNTRY', path: ['country'], reference: 'A§1' }]),
    ...(isBackwards(wanted) ? [{ code: 'PERIOD_BACKWARDS', path: ['until'] }] : []),
  ];
}

/** Whether two are in force under one name at one time, in whichever language. */
function isSame(one: Representation, other: Representation): boolean {
  const languages = ['kk', 'ru', 'en'] as const;
  return overlap(one, other) && languages.some((language) => one.name[language] === other.name[language]);
}

/** An embassy or a consular post is of a foreign state; an organisation need not have a code. */
function fits({ kind, country }: Representation): boolean {
  if (country === null) return kind === 'INTERNATIONAL_ORGANISATION';
  return country !== 'KAZ' && countryOf(country)?.issuesDocuments === true;
}
