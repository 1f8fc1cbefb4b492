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

/**
 * A sound is looked for with a birth date: neither alone tells enough in a large registry.
 *
 * @param where which rows are looked for, when not all are.
 */
export function duplicateIndexes(where?: string) {
  const columns = [
    ['latinSurnameSound', 'birthDate'],
    ['latinGivenNameSound', 'birthDate'],
    ['cyrillicSurnameSound', 'birthDate'],
    ['cyrillicGivenNameSound', 'birthDate'],
    ['documentKey'],
  ] satisfies (keyof ReturnType<typeof duplicateColumns> | 'birthDate')[][];
  return columns.map((properties) => ({ properties, ...(where && { where }) }));
}

function sound(expression: string) {
  return p.text().$type<Opt<string>>().collation('C').nullable().generated(`(${expression}) stored`);
}
