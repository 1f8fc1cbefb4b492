import { expect, test } from '@jest/globals';
import { withNewSeed } from './random.ts';
import { proveRegistering } from './registering.ts';

// The small size; `npm run prove -- registering` is the full one. A busy machine may take ten times as long as an idle one.
test('What was acknowledged survives the death of server and database, exactly once, and numbers have no gaps', async () => {
  const size = { registrations: 12, clients: 4, kills: 2 };
  const { seed, done, givenUp, faults } = await withNewSeed((seed) => proveRegistering({ ...size, seed }));
  expect({ seed, people: done + givenUp, faults }).toEqual({ seed, people: 12, faults: [] });
});
