import { describe, expect, test } from '@jest/globals';
import { deliveryOf } from '../../subgraphs/iin/rules/delivery.ts';
import { isLate, secondsLeft } from '../../subgraphs/iin/rules/lateness.ts';

const at = (time: string) => Temporal.Instant.from(`2026-03-03T${time}+05:00`);
const dueAt = at('18:30:00');

describe('A§5: a service is late', () => {
  const open = { state: 'IN_REVIEW', dueAt, decidedAt: null } as const;

  test('once 18:30 has passed without a decision, and not at 18:30 itself', () => {
    expect(isLate(open, at('18:30:00'))).toBe(false);
    expect(isLate(open, at('18:30:00.000001'))).toBe(true);
  });

  test('for ever when it was decided too late, never when it was decided in time', () => {
    const decided = (time: string) => ({ state: 'FORMED', dueAt, decidedAt: at(time) }) as const;
    expect(isLate(decided('18:30:01'), at('23:00:00'))).toBe(true);
    expect(isLate(decided('18:30:00'), at('23:00:00'))).toBe(false);
  });

  test('never when it was withdrawn', () => {
    expect(isLate({ ...open, state: 'WITHDRAWN' }, at('23:00:00'))).toBe(false);
  });

  test('the seconds that are left are counted down to zero and below, until nothing is due any more', () => {
    expect(secondsLeft(open, at('18:00:00'))).toBe(1800);
    expect(secondsLeft(open, at('18:30:00'))).toBe(0);
    expect(secondsLeft(open, at('18:30:00.5'))).toBe(-1);
    expect(secondsLeft({ ...open, state: 'FORMED', decidedAt: at('12:00:00') }, at('18:00:00'))).toBeNull();
    expect(secondsLeft({ ...open, state: 'WITHDRAWN' }, at('18:00:00'))).toBeNull();
  });
});

describe('A§10: the way to the operators', () => {
  test('is waited for or done, or never gone when the person withdrew before', () => {
    expect(deliveryOf({ state: 'REGISTERED', deliveredAt: null })).toBe('WAITING');
    expect(deliveryOf({ state: 'REGISTERED', deliveredAt: dueAt })).toBe('DELIVERED');
    expect(deliveryOf({ state: 'WITHDRAWN', deliveredAt: dueAt })).toBe('DELIVERED');
    expect(deliveryOf({ state: 'WITHDRAWN', deliveredAt: null })).toBeNull();
  });
});
