import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { roleUrl } from '../../installation/database/external.ts';
import { rolePasswords } from '../support/databases.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A page of the registry costs the same however many records there are, and however deep it lies: an index has them in the order of the page.

let product: TestProduct;
let operator: GraphClient;
let iin: Client;
beforeAll(async () => {
  product = await startTestProduct();
  operator = product.as('iin_operator');
  iin = new Client({ connectionString: roleUrl(product.databaseUrl, 'qonaq_iin', rolePasswords.qonaq_iin!) });
  await iin.connect();
});
afterAll(async () => {
  await iin.end();
  await product.close();
});

type Page = [what: string, filter: object | null, after: string | null, values: (string | number)[]];

/** Each way to search, first page and one in the middle, with the values that its statement is sent with; a page of 20 reads one more, to know whether more follow. */
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
    ['everybody', null, null, [21]],
    ['everybody, deep', null, cursor(id), [id, 21]],
    ['surnames', { surname: 's' }, null, ['S', `S${last}`, 21]],
    ['surnames, deep', { surname: 's' }, cursor(smith), ['S', `S${last}`, smith, 21]],
    ['one surname', { surname: 'Smith' }, null, ['SMITH', `SMITH${last}`, 21]],
    ['Cyrillic surnames', { surname: 'С' }, null, ['С', `С${last}`, 21]],
    ['Cyrillic surnames, deep', { surname: 'С' }, cursor(cyrillicSmith), ['С', `С${last}`, cyrillicSmith, 21]],
    ['a birth date', { birthDate: born }, null, [born, 21]],
    ['a birth date and a surname', { birthDate: born, surname: 'S' }, null, [born, 'S', `S${last}`, 21]],
    ['a number', { iin: '000000000300' }, null, ['000000000300', 21]],
  ];
}

/** What stands behind everything that begins with a text. */
const last = '\u{10ffff}';

test('2,000 records or 20,000: a page looks at no more rows than it has, and at as many blocks, give or take half', async () => {
  await fill(2_000);
  const small = await costs();
  await fill(20_000);
  const large = await costs();
  for (const [what, { rows, blocks }] of large) {
    const before = small.get(what)!;
    const notMore = [rows <= 21, rows <= 1.5 * before.rows, blocks <= 1.5 * before.blocks];
    expect([what, { rows, blocks, before }, ...notMore]).toEqual([what, expect.anything(), true, true, true]);
  }
}, 120_000);

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

/** What is read for a page: the most rows that any step looks at, and blocks. */
interface Reading {
  rows: number;
  blocks: number;
}

/** Asks for a page; answers what the product's own statement for it reads, planned as for the operator. */
async function cost(filter: object | null, after: string | null, values: (string | number)[]): Promise<Reading> {
  product.statements.length = 0;
  const data = await operator.ask(
    `query P($filter: IinRecordFilter, $after: String) { iinRecords(first: 20, after: $after, filter: $filter) { edges { node { id } } } }`,
    { filter, after },
  );
  expect(data.iinRecords.edges.length).toBeGreaterThan(0);
  const [statement] = product.statements.flatMap((each) => /select "i0".*(?= \[took)/.exec(each) ?? []);
  const { id, role } = demoAccount('iin_operator')!;
  await iin.query('begin');
  await iin.query(`select kit.enter($1, $2, null, null, '2026-03-02T10:00:00+05:00')`, [id, role]);
  let at = 0;
  const numbered = statement!.replaceAll('?', () => `$${(at += 1)}`);
  const { rows } = await iin.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (analyze, buffers, format json, timing off) ${numbered}`,
    values,
  );
  await iin.query('rollback');
  const plan = rows[0]!['QUERY PLAN'][0].Plan;
  return { rows: rowsOf(plan), blocks: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] };
}

interface Plan {
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: Plan[];
}

function rowsOf(plan: Plan): number {
  const own = (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops'];
  return Math.max(own, ...(plan.Plans ?? []).map(rowsOf));
}
