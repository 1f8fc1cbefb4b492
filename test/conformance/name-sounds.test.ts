import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { array, constantFrom, sample } from 'fast-check';
import { Client } from 'pg';
import { sound, words } from '../../subgraphs/iin/rules/name-sounds.ts';
import { copyTemplate } from '../support/databases.ts';
import type { TestDatabase } from '../support/databases.ts';

let copy: TestDatabase;
let database: Client;
beforeAll(async () => {
  copy = await copyTemplate();
  database = new Client({ connectionString: copy.ownerUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await copy.drop();
});

const latin = 'AaBbCcDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvWwXxYyZz';
const cyrillic = 'АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя';
const others = 'ÄäÉéÑñØøŁłĐđÞþßẞƏəİıÆæŒœĞğŞşÇçЂђЃѓЅѕЇїЈјЉљЊњЋћЌќЎўЏџҐґ李';
const signs = " -–‐.,'’‘ʼʻ`";
const letters = constantFrom(...latin, ...latin, ...cyrillic, ...others, ...signs);
const texts = sample(array(letters, { maxLength: 16 }), 5_000).map((each) => each.join(''));

test('the database hears in names what the rules hear', async () => {
  const { rows } = await database.query<{ heard: string }>(
    'select iin.sound(name) as heard from unnest($1::text[]) with ordinality as given (name, place) order by place',
    [texts],
  );
  expect(rows.map(({ heard }) => heard)).toEqual(texts.map(sound));
  expect(new Set(texts.map(sound)).size).toBeGreaterThan(1_000);
});

test('it keeps the sound of the surname, or of a single name, and of the first given name, or the first word of a single one', async () => {
  const names = texts.slice(0, 2_000).map((text, index) => ({
    surname: index % 5 === 0 ? null : `o${text}`,
    givenNames: index % 5 === 1 ? null : `o${texts[index + 2_000]!}`,
    patronymic: null,
  }));
  const { rows } = await database.query<{ surname: string; given: string }>(
    `select iin.surname_sound(name) as surname, iin.given_name_sound(name) as given
       from jsonb_array_elements($1::jsonb) with ordinality as all_names (name, place) order by place`,
    [JSON.stringify(names)],
  );
  expect(rows).toEqual(
    names.map(({ surname, givenNames }) => {
      const [first] = words(givenNames ?? surname);
      return { surname: sound(surname ?? givenNames!), given: sound(first!) };
    }),
  );
});

test('it keeps a travel document by its issuing state and number, however that is written', async () => {
  const keyOf = async (issuingCountry: string, number: string) => {
    const { rows } = await database.query<{ key: string | null }>('select iin.document_key($1) as key', [
      { issuingCountry, number },
    ]);
    return rows[0]!.key;
  };
  expect(await keyOf('D', 'c01x 0006-h')).toBe('D C01X0006H');
  expect(await keyOf('D', 'C01X0006H')).toBe('D C01X0006H');
  expect(await keyOf('F', 'C01X0006H')).toBe('F C01X0006H');
  expect(await keyOf('D', ' - ')).toBeNull();
});
