import { expect, test } from '@jest/globals';
import { proveCrowd } from './crowd.ts';

// The small size; `npm run prove -- crowd` is the full one. A busy machine may take ten times as long as an idle one.
test('Of many clients at once each is answered in the end, and none hangs', async () => {
  const finding = await proveCrowd({ clients: 150, times: 1 });
  expect(finding).toMatchObject({ answered: 150, faults: [] });
});
