import { expect, test } from '@jest/globals';
import { withNewSeed } from './random.ts';
import { proveStarting } from './starting.ts';

// The small size; `npm run prove -- starting` is the full one. A busy machine may take ten times as long as an idle one.
test('An installation whose first start was killed comes up at the next one', async () => {
  const finding = await withNewSeed((seed) => proveStarting({ installations: 1, seed }));
  expect(finding).toMatchObject({ works: 1, faults: [] });
});
