import { expect, test } from '@jest/globals';
import { withOutcome } from './proofs-file.ts';

const table = ['# Proofs', '', '| Date | Proof | Size | Result | Time |', '|---|---|---|---|---|', ''].join('\n');
const outcome = { date: '2026-03-02', proof: 'forming', size: 'large', result: 'no fault', time: '9 s on 2 cores' };

test('a new proof becomes the last row of the table', () => {
  const text = withOutcome(withOutcome(`${table}\nBelow.\n`, outcome), { ...outcome, proof: 'forming-killed' });
  expect(text.split('\n').slice(4)).toEqual([
    '| 2026-03-02 | `forming` | large | no fault | 9 s on 2 cores |',
    '| 2026-03-02 | `forming-killed` | large | no fault | 9 s on 2 cores |',
    '',
    'Below.',
    '',
  ]);
});

test('a proof that was made before takes the place of its earlier row', () => {
  const before = withOutcome(withOutcome(table, outcome), { ...outcome, proof: 'forming-killed' });
  const after = withOutcome(before, { ...outcome, date: '2026-04-01' });
  expect(after).toBe(before.replace('2026-03-02 | `forming` ', '2026-04-01 | `forming` '));
});

test('the row is found also in a table whose columns were aligned', () => {
  const before = withOutcome(table, outcome).replace('`forming` |', '`forming`        |');
  expect(withOutcome(before, outcome)).toBe(withOutcome(table, outcome));
});
