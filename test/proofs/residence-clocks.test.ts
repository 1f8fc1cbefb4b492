import { expect, test } from '@jest/globals';
import { withNewSeed } from './random.ts';
import { proveResidenceClocks } from './residence-clocks.ts';

// The small size; `npm run prove -- residence-clocks` is the full one. A busy machine may take ten times as long as an idle one.
test('residence cases stand where the orders say, day by day', async () => {
  const { faults, acts, seed } = await withNewSeed((seed) => proveResidenceClocks({ cases: 24, days: 180, seed }));
  expect({ faults, seed }).toEqual({ faults: [], seed });
  expect(acts).toBeGreaterThan(20);
});
