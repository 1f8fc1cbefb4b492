import { describe, expect, test } from '@jest/globals';
import { nextAttempt } from '../../subgraphs/missions/rules/attempts.ts';

const now = Temporal.Instant.from('2026-03-02T10:00:00+05:00');
const minutesAfter = (attempts: number) => nextAttempt(attempts, now)?.since(now).total('minutes');

describe('What failed is tried again', () => {
  test('after 1, 5 and 15 minutes, then each hour', () => {
    expect([1, 2, 3, 4, 5, 40].map(minutesAfter)).toEqual([1, 5, 15, 60, 60, 60]);
  });

  test('for three days, and then no more', () => {
    expect(nextAttempt(75, now)).toBeNull();
    const waited = Array.from({ length: 74 }, (_nothing, place) => minutesAfter(place + 1)!);
    const hours = waited.reduce((sum, minutes) => sum + minutes, 0) / 60;
    expect(Math.round(hours)).toBe(71);
  });
});
