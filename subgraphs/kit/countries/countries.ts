import library from 'i18n-iso-countries/index.js';
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import kazakh from 'i18n-iso-countries/langs/kk.json' with { type: 'json' };
import russian from 'i18n-iso-countries/langs/ru.json' with { type: 'json' };
import type { Message } from '../errors/languages.ts';
import { betterNames, icaoCodes } from './icao.ts';

/**
 * A state, territory, organisation or status, as the machine-readable zone of a travel document names it (ICAO
 * 9303-3, section 5). The ICAO code is the one that the product keeps everywhere: Germany is `D`, Kosovo is `RKS`.
 */
export interface Country {
  /** The ICAO code, one or three capital letters. */
  code: string;
  name: Message;
  /** True for Utopia, which stands in specimens only. */
  specimen: boolean;
  /** True for `XXA`, a stateless person; refugees and persons of unspecified nationality may have a nationality. */
  stateless: boolean;
  /** False for a code that says what a person is (`XXA`, `XXB`, `XXC`, `XXX`): it is a nationality, never an issuer. */
  issuesDocuments: boolean;
}

/** Codes that other systems write, and the ICAO code that is meant. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ['DEU', 'D'],
  ['XKX', 'RKS'],
]);

/** Not ISO's own: the library's made-up code for Kosovo, which ICAO knows as `RKS`. */
const libraryOnly = 'XKK';

for (const names of [kazakh, russian, english]) library.registerLocale(names);

const countries: ReadonlyMap<string, Country> = new Map(
  [...isoCountries(), ...ownCountries()]
    .toSorted((one, other) => (one.code < other.code ? -1 : 1))
    .map((country) => [country.code, country]),
);

function isoCountries(): Country[] {
  return Object.keys(library.getAlpha3Codes())
    .filter((alpha3) => alpha3 !== libraryOnly)
    .map((alpha3) => ({
      code: canonicalCountryCode(alpha3),
      name: { kk: isoName(alpha3, 'kk'), ru: isoName(alpha3, 'ru'), en: isoName(alpha3, 'en'), ...betterNames[alpha3] },
      specimen: false,
      stateless: false,
      issuesDocuments: true,
    }));
}

function isoName(alpha3: string, language: keyof Message): string {
  return library.getName(alpha3, language) ?? alpha3;
}

function ownCountries(): Country[] {
  return Object.entries(icaoCodes).map(([code, { name, describesPerson, specimen }]) => ({
    code,
    name,
    specimen: specimen ?? false,
    stateless: code === 'XXA',
    issuesDocuments: !describesPerson,
  }));
}

/** What an ICAO code stands for; nothing for a code that no travel document bears, ISO's `DEU` among them. */
export function country(code: string): Country | undefined {
  return countries.get(code);
}

/** Whether a travel document may bear this code; Utopia only where specimens are accepted. */
export function isCountryCode(code: string, { specimens }: { specimens: boolean }): boolean {
  const found = country(code);
  return found !== undefined && (specimens || !found.specimen);
}

/**
 * The code as the product keeps it: ISO's `DEU` becomes ICAO's `D`, and `XKX`, which several systems use for Kosovo,
 * becomes `RKS`. Every other text stays as it is, known or not.
 */
export function canonicalCountryCode(code: string): string {
  return synonyms.get(code) ?? code;
}

/** Every code, Utopia included, in the order of the codes. */
export function allCountries(): readonly Country[] {
  return [...countries.values()];
}
