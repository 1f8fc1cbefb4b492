import { randomInt } from 'node:crypto';
import { expect, jest, test } from '@jest/globals';
import { proveStarting } from './starting.ts';

// The small size; `npm run prove -- starting` is the full one. A busy machine may take ten times as long as an idle one.
jest.setTimeout(180_000);

test('An installation whose first start was killed comes up at the next one', async () => {
  const seed = randomInt(2 ** 31);
  const { works, faults } = await proveStarting({ installations: 1, seed });
  expect({ seed, works, faults }).toEqual({ seed, works: 1, faults: [] });
});
