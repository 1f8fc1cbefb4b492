import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { roleUrl } from '../../installation/database/external.ts';
import { rolePasswords } from '../support/databases.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// What a command opened to somebody is asked of every row of a page, so the database has to look it up within the statement: a call for each row costs five times as much.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

test('whether a person was opened is looked up in the statement that reads people', async () => {
  const { id, role, officeId, city } = demoAccount('iin_operator')!;
  const subgraph = new Client({
    connectionString: roleUrl(product.databaseUrl, 'qonaq_applicants', rolePasswords.qonaq_applicants!),
  });
  await subgraph.connect();
  await subgraph.query('begin');
  await subgraph.query('select kit.enter($1, $2, $3, $4, $5)', [
    id,
    role,
    officeId,
    city,
    product.clock.now().toString(),
  ]);
  const { rows } = await subgraph.query<{ 'QUERY PLAN': string }>(
    'explain (verbose) select id from applicants.applicant',
  );
  await subgraph.end();
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/Scan.* on kit\.case_access access/);
  expect(plan).not.toMatch(/kit\.accesses_to\(/);
});
