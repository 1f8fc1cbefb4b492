import type { PersonName } from '../../kit/graph/person.ts';
import type { Bilingual, Block } from '../../kit/forms/blocks.ts';
import { day, row, twice } from '../../kit/forms/rows.ts';

/** The person whom a form names, as the registry holds them; all but the Latin spellings in Cyrillic. */
export interface PersonData {
  surname: string;
  /** Null for a person with a single name, which is a surname then (ICAO 9303). */
  givenName: string | null;
  patronymic: string | null;
  surnameLatin: string;
  givenNameLatin: string | null;
  patronymicLatin: string | null;
  birthDate: Temporal.PlainDate;
  birthPlace: string;
}

/** A person as a form names them. A single name is the surname. */
export function personData(person: {
  latinName: PersonName;
  cyrillicName: PersonName;
  birthDate: Temporal.PlainDate;
  birthPlace: string;
}): PersonData {
  const { cyrillicName, latinName, birthDate, birthPlace } = person;
  return {
    surname: cyrillicName.surname ?? cyrillicName.givenNames!,
    givenName: cyrillicName.surname ? cyrillicName.givenNames : null,
    patronymic: cyrillicName.patronymic,
    surnameLatin: latinName.surname ?? latinName.givenNames!,
    givenNameLatin: latinName.surname ? latinName.givenNames : null,
    patronymicLatin: latinName.patronymic,
    birthDate,
    birthPlace,
  };
}

/** The rows of the person on both forms (A-form 2, A-form 3). A name that the person does not have keeps its row. */
export function personRows(person: PersonData): Block[] {
  return [
    nameRow({ kk: 'Тегі', ru: 'Фамилия' }, person.surname, person.surnameLatin),
    nameRow({ kk: 'Аты', ru: 'Имя' }, person.givenName, person.givenNameLatin),
    nameRow(
      { kk: 'Әкесінің аты (бар болған жағдайда)', ru: 'Отчество (при его наличии)' },
      person.patronymic,
      person.patronymicLatin,
    ),
    row({ kk: 'Туған күні', ru: 'Дата рождения' }, twice(day(person.birthDate))),
    row({ kk: 'Туған жері', ru: 'Место рождения' }, twice(person.birthPlace)),
  ];
}

/** The row of the body that issues both forms; its name belongs to the forms. */
export const issuerRow: Block = row(
  { kk: 'Берген мекеме', ru: 'Орган выдачи' },
  { kk: 'ҚР Ішкі Істер министрлігі', ru: 'Министерство внутренних дел РК' },
);

function nameRow(caption: Bilingual, name: string | null, latin: string | null): Block {
  const { parts, rule } = row(caption, twice(name ?? '—'));
  return { parts: latin === null ? parts : [...parts, { style: 'latin', text: twice(latin) }], rule };
}
