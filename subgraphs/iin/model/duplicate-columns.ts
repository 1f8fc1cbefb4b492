import { p } from '@mikro-orm/postgresql';
import type { Opt } from '@mikro-orm/postgresql';

// By what duplicates are looked for, in applications and records alike. The database works them out itself, whoever writes the row.

/** @param document where the table holds the travel document. */
export function duplicateColumns(document: string) {
  return {
    latinSurnameSound: sound('iin.surname_sound(latin_name)'),
    latinGivenNameSound: sound('iin.given_name_sound(latin_name)'),
    cyrillicSurnameSound: sound('iin.surname_sound(cyrillic_name)'),
    cyrillicGivenNameSound: sound('iin.given_name_sound(cyrillic_name)'),
    documentKey: sound(`iin.document_key(${document})`),
  };
}

/** A sound is looked for with a birth date: neither alone tells enough in a large registry. */
export const duplicateIndexes: { properties: (keyof ReturnType<typeof duplicateColumns> | 'birthDate')[] }[] = [
  { properties: ['latinSurnameSound', 'birthDate'] },
  { properties: ['latinGivenNameSound', 'birthDate'] },
  { properties: ['cyrillicSurnameSound', 'birthDate'] },
  { properties: ['cyrillicGivenNameSound', 'birthDate'] },
  { properties: ['documentKey'] },
];

function sound(expression: string) {
  return p.text().$type<Opt<string>>().collation('C').nullable().generated(`(${expression}) stored`);
}
