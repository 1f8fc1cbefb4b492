import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { proveWorklists } from './worklists.ts';

// The small size; `npm run prove -- worklists` is the full one. A busy machine may take ten times as long as an idle one.
let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

test('a page of a worklist costs hardly more when there are many applications than when there are few', async () => {
  const { costs, faults } = await proveWorklists(product, { applications: [2_000, 20_000] });
  expect({ costs, faults }).toMatchObject({ faults: [] });
});
