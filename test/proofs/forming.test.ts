import { describe, expect, test } from '@jest/globals';
import { proveForming } from './forming.ts';
import { withNewSeed } from './random.ts';
import { lastDigit, usableNumbers } from './usable-numbers.ts';

// The small size; `npm run prove -- forming forming-killed` is the full one. A busy machine may take ten times as long as an idle one.
describe('The numbers that the proof expects', () => {
  test('have the check digits of the known numbers', () => {
    // The second pass decides 850312091807 and 850312091820; 80041610076 and 85031209187 have no check digit.
    const known = ['800416100016', '680503200018', '850312090019', '850312091807', '850312091820', '000229090011'];
    for (const iin of known) expect(iin.slice(0, 11) + lastDigit(iin.slice(0, 11))).toBe(iin);
    for (const unusable of ['80041610076', '85031209187']) expect(lastDigit(unusable)).toBe('none');
  });

  test('are 992 for 12 March 1985', () => {
    const numbers = usableNumbers('1985-03-12');
    expect(numbers).toHaveLength(992);
    expect(numbers).toContain('850312091820');
    expect(numbers.filter((iin) => iin.startsWith('85031209187'))).toEqual([]);
  });
});

describe('Numbers for one date of birth, formed all at once', () => {
  test('are given exactly once each, until they are used up', async () => {
    const size = { applications: 60, free: 40, kills: 0, patience: 60_000 };
    const finding = await withNewSeed((seed) => proveForming({ ...size, seed }));
    expect(finding).toMatchObject({ given: 40, usedUp: 20, repeats: 0, waiting: 0, faults: [] });
  });

  test('are neither lost nor doubled when the server is killed in between', async () => {
    const size = { applications: 60, free: 40, kills: 1, patience: 3_000 };
    const finding = await withNewSeed((seed) => proveForming({ ...size, seed }));
    expect(finding).toMatchObject({ given: 40, usedUp: 20, faults: [] });
  });
});
