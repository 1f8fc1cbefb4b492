import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { proveDamagedInputs } from './damaged-inputs.ts';
import { withNewSeed } from './random.ts';

// The small size; `npm run prove -- damaged-inputs` is the full one. A busy machine may take ten times as long as an idle one.
let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

test('thousands of damaged inputs are taken whole or refused with what is wrong, and leave nothing half written', async () => {
  const finding = await withNewSeed((seed) => proveDamagedInputs(product, { rounds: 8, seed }));
  expect(finding).toMatchObject({ faults: [] });
  expect(finding.taken).toBeGreaterThan(finding.sent / 20);
});
