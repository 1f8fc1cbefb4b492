import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { costsTheSame, readingFor } from '../support/reading.ts';
import type { Reading } from '../support/reading.ts';

// A page of the registry costs the same however many records there are, and however deep it lies: an index has them in the order of the page.

let product: TestProduct;
let operator: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  operator = product.as('iin_operator');
});
afterAll(() => product.close());

type Page = [what: string, filter: object | null, after: string | null];

/** Each way to search, first page and one in the middle. */
async function pages(): Promise<Page[]> {
  const middle = async (column: string, where: string) => {
    const { rows } = await product.database.query<{ value: string }>(
      `with ranked as (select ${column} as value, row_number() over (order by ${column}) as at, count(*) over () as of from iin.record where ${where})
       select value from ranked where at = of / 2`,
    );
    return rows[0]!.value;
  };
  const cursor = (value: string) => Buffer.from(JSON.stringify([value])).toString('base64url');
  const id = await middle('id', 'true');
  const [smith, cyrillicSmith] = [
    await middle('latin_surname_order', `latin_surname_order like 'SMITH %'`),
    await middle('cyrillic_surname_order', `cyrillic_surname_order like 'СМИТ %'`),
  ];
  const born = '1950-05-31';
  return [
    ['everybody', null, null],
    ['everybody, deep', null, cursor(id)],
    ['surnames', { surname: 's' }, null],
    ['surnames, deep', { surname: 's' }, cursor(smith)],
    ['one surname', { surname: 'Smith' }, null],
    ['Cyrillic surnames', { surname: 'С' }, null],
    ['Cyrillic surnames, deep', { surname: 'С' }, cursor(cyrillicSmith)],
    ['a birth date', { birthDate: born }, null],
    ['a birth date and a surname', { birthDate: born, surname: 'S' }, null],
    ['a number', { iin: '000000000300' }, null],
  ];
}

test('2,000 records or 20,000: a page looks at no more rows than it has, and at as many blocks, give or take half', async () => {
  await fill(2_000);
  const small = await costs();
  await fill(20_000);
  const large = await costs();
  for (const [what, reading] of large) {
    const before = small.get(what)!;
    // A page of 20 reads one more, to know whether more follow.
    const notMore = [reading.rows <= 21, costsTheSame(before, reading)];
    expect([what, reading, before, ...notMore]).toEqual([what, reading, before, true, true]);
  }
});

async function costs(): Promise<Map<string, Reading>> {
  const found = new Map<string, Reading>();
  for (const [what, ...page] of await pages()) found.set(what, await cost(...page));
  return found;
}

/**
 * Fills the registry up to so many records. A tenth of all surnames begin with S or С, a twentieth are SMITH or СМИТ; two people are born on each day, in the
 * small registry as in the large one.
 */
async function fill(size: number): Promise<void> {
  await product.database.query(
    `insert into iin.record (id, version, iin, application_id, office_id, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship, formed_at, formed_by)
     select gen_random_uuid(), 1, lpad(n::text, 12, '0'), gen_random_uuid(), gen_random_uuid(),
            jsonb_build_object('surname', case when n % 20 = 0 then 'SMITH' when n % 20 = 1 then 'S' || md5(n::text) else chr(65 + n % 18) || md5(n::text) end),
            jsonb_build_object('surname', case when n % 20 = 0 then 'СМИТ' when n % 20 = 1 then 'С' || md5(n::text) else chr(1040 + n % 17) || md5(n::text) end),
            date '1950-01-01' + n / 2, 'X', 'MALE', 'D', '2026-03-02', gen_random_uuid()
       from generate_series((select count(*) from iin.record)::int + 1, $1::int) n`,
    [size],
  );
  await product.database.query('vacuum analyze iin.record');
}

/** What a page reads for the operator. */
function cost(filter: object | null, after: string | null): Promise<Reading> {
  return readingFor(product, demoAccount('iin_operator')!, 'record', async () => {
    const { iinRecords } = await operator.ask(
      `query P($filter: IinRecordFilter, $after: String) { iinRecords(first: 20, after: $after, filter: $filter) { edges { node { id } } } }`,
      { filter, after },
    );
    expect(iinRecords.edges.length).toBeGreaterThan(0);
  });
}
