import { p } from '@mikro-orm/postgresql';
import type { Opt } from '@mikro-orm/postgresql';

// By what duplicates are looked for, in applications and in versions of records alike. The database works them out itself, whoever writes the row.

/** @param document where the table holds the travel document. */
export function duplicateColumns(document: string) {
  return {
    latinSurnameSound: sound('iin.surname_sound(latin_name)'),
    latinGivenNameSound: sound('iin.given_name_sound(latin_name)'),
    // Only where it sounds otherwise than in Latin letters: names are looked for by the sounds of both.
    cyrillicSurnameSound: sound('NULLIF(iin.surname_sound(cyrillic_name), iin.surname_sound(latin_name))'),
    cyrillicGivenNameSound: sound('NULLIF(iin.given_name_sound(cyrillic_name), iin.given_name_sound(latin_name))'),
    // In one script at least; then no other word finds them when a letter is wrong.
    singleName: p
      .boolean()
      .$type<Opt<boolean>>()
      .nullable()
      .generated('(iin.has_single_name(latin_name, cyrillic_name)) stored'),
    documentKey: sound(`iin.document_key(${document})`),
  };
}

/**
 * A sound is looked for with a birth date: neither alone tells enough in a large registry. Those with a single name are few: the birth date finds them.
 *
 * @param where which rows are looked for, when not all are.
 */
export function duplicateIndexes(where?: string) {
  const only = (...conditions: (string | undefined)[]) => {
    const all = conditions.filter((each) => each !== undefined).join(' and ');
    return all ? { where: all } : {};
  };
  return [
    { properties: ['latinSurnameSound', 'birthDate'], ...only(where) },
    { properties: ['latinGivenNameSound', 'birthDate'], ...only(where) },
    { properties: ['cyrillicSurnameSound', 'birthDate'], ...only('cyrillic_surname_sound is not null', where) },
    { properties: ['cyrillicGivenNameSound', 'birthDate'], ...only('cyrillic_given_name_sound is not null', where) },
    { properties: ['birthDate'], ...only('single_name', where) },
    { properties: ['documentKey'], ...only(where) },
  ] satisfies { properties: (keyof ReturnType<typeof duplicateColumns> | 'birthDate')[]; where?: string }[];
}

function sound(expression: string) {
  return p.text().$type<Opt<string>>().collation('C').nullable().generated(`(${expression}) stored`);
}
