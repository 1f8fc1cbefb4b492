import { expect, test } from '@jest/globals';
import { proveMemory } from './memory.ts';

// The small size; `npm run prove -- memory` is the full one. A busy machine may take ten times as long as an idle one.
test('Requests leave nothing behind in memory', async () => {
  const finding = await proveMemory({ different: 300, requests: 2_000, step: 400 });
  expect(finding.faults).toEqual([]);
  expect(finding.steps).toHaveLength(5);
});
