import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { systemViewer } from '../../subgraphs/kit/viewer/system.ts';
import { fillWithApplications } from '../proofs/applications-of-years.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { jobsDone } from '../support/queue.ts';
import { costsTheSame, readingOf } from '../support/reading.ts';
import type { Reading } from '../support/reading.ts';

// Every case is counted anew in parts: what a part costs to find doesn't grow with how many cases there are.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

test('1,000 cases or 2,000: the next ones to be counted are found by reading no more than these', async () => {
  const few = await recount(1_000);
  const many = await recount(2_000);
  expect([few, many, costsTheSame(few, many, { rows: 200, blocks: 230 })]).toEqual([few, many, true]);
});

/** Has so many cases counted anew, and answers what it costs to find some in the middle. */
async function recount(cases: number): Promise<Reading> {
  await fillWithApplications(product.database, cases);
  await product.database.query('delete from kit.case_statistic');
  product.statements.length = 0;
  await product.database.query('select kit.enqueue($1, $2, $1)', ['iin.recountStatistics', '{}']);
  await jobsDone(product);
  const { rows } = await product.database.query<{ count: number }>(
    `select count(*)::int as count from kit.case_statistic where service = 'IIN'`,
  );
  expect(rows).toEqual([{ count: cases }]);
  const finding = product.statements.filter((each) => each.includes('from iin.acceptance_refusal where id >'));
  const statement = /select .*(?= \[took)/s.exec(finding[Math.floor(finding.length / 2)]!)![0];
  const { accountId: id, ...viewer } = systemViewer('iin');
  return readingOf(product, 'qonaq_iin', { id, ...viewer }, statement);
}
