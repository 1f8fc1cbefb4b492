import { randomInt } from 'node:crypto';
import { expect, jest, test } from '@jest/globals';
import { proveRegistering } from './registering.ts';

// The small size; `npm run prove -- registering` is the full one. A busy machine may take ten times as long as an idle one.
jest.setTimeout(180_000);

test('What was acknowledged survives the death of server and database, exactly once, and numbers have no gaps', async () => {
  const seed = randomInt(2 ** 31);
  const { done, givenUp, faults } = await proveRegistering({ registrations: 12, clients: 4, kills: 2, seed });
  expect({ seed, people: done + givenUp, faults }).toEqual({ seed, people: 12, faults: [] });
});
