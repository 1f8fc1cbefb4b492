import { expect, test } from '@jest/globals';
import { isId, newId } from '../../subgraphs/kit/ids.ts';

test('later ids sort after earlier ones, however many are made in one millisecond', () => {
  const ids = Array.from({ length: 10_000 }, () => newId());
  expect(ids.every(isId)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(ids.toSorted());
});
