import { expect, test } from '@jest/globals';
import { proveDuplicates } from './duplicates.ts';

// The small size; `npm run prove -- duplicates` is the full one. A busy machine may take ten times as long as an idle one.
test('duplicates are found in a large registry for hardly more than in a small one', async () => {
  const { costs, faults } = await proveDuplicates({ people: [2_000, 20_000] });
  expect({ costs, faults }).toMatchObject({ faults: [] });
});
