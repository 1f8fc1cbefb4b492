import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { asSubgraph } from '../support/as-subgraph.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// What a command opened to somebody is asked of every row of a page, so the database has to look it up within the statement: a call for each row costs five times as much.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

test('whether a person was opened is looked up in the statement that reads people', async () => {
  const now = product.clock.now().toString();
  const { rows } = await asSubgraph(
    product.databaseUrl,
    'qonaq_applicants',
    demoAccount('iin_operator')!,
    now,
    (client) => client.query<{ 'QUERY PLAN': string }>('explain (verbose) select id from applicants.applicant'),
  );
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n');
  expect(plan).toMatch(/Scan.* on kit\.case_access access/);
  expect(plan).not.toMatch(/kit\.accesses_to\(/);
});
