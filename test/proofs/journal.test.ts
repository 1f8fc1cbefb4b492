import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { proveJournal } from './journal.ts';

// The small size; `npm run prove -- journal` is the full one. A busy machine may take ten times as long as an idle one.
let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

test('a page of the journal costs hardly more when there are many lines than when there are few, whatever is looked for', async () => {
  const { costs, faults } = await proveJournal(product, { lines: [5_000, 50_000] });
  expect({ costs, faults }).toMatchObject({ faults: [] });
});
