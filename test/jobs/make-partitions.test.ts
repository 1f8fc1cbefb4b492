import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { runJob } from '../support/queue.ts';

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

async function partitions(): Promise<string[]> {
  const { rows } = await product.database.query<{ name: string }>(
    `select relid::text as name from pg_partition_tree('audit.journal') where isleaf order by 1`,
  );
  return rows.map(({ name }) => name);
}

test('the journal has partitions for this month and thirteen ahead, and a default one', async () => {
  const names = await partitions();
  expect(names).toHaveLength(15);
  expect(names).toEqual(
    expect.arrayContaining(['audit.journal_2026_03', 'audit.journal_2027_04', 'audit.journal_default']),
  );
});

test('half a year later the job adds the months that are missing; run twice, it adds nothing more', async () => {
  product.clock.set('2026-09-01T10:00:00+05:00');
  await runJob(product, 'audit.makePartitions');
  expect(await partitions()).toHaveLength(21);
  expect(await partitions()).toContain('audit.journal_2027_10');
  await runJob(product, 'audit.makePartitions');
  expect(await partitions()).toHaveLength(21);
});

test('what is done in a new month stands in its partition', async () => {
  const operator = product.as('iin_operator');
  await operator.send('mutation T($i: IinApplicationInput!) { takeIinApplication(input: $i) { application { id } } }', {
    i: { id: '01964631-f000-7000-8000-00000000ffff', expectedVersion: 1 },
  });
  const { rows } = await product.database.query('select action, outcome from audit.journal_2026_09');
  expect(rows).toEqual([{ action: 'takeIinApplication', outcome: 'NOT_FOUND' }]);
});
