import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { arrivedInTime, keptMoment } from '../../subgraphs/residence/rules/arrival.ts';

// B§19: arrived, or turned to the migration service, since the preliminary approval and before its 30 days are over.

const at = (text: string) => Temporal.Instant.from(`${text}+05:00`);
const approval = { preliminaryDecidedAt: at('2026-03-02T10:00:00'), lapsesAt: at('2026-04-02T00:00:00') };

describe('arrived in time', () => {
  test.each([
    ['2026-03-02T09:59:59.999999999', false],
    ['2026-03-02T10:00:00', true],
    ['2026-04-01T23:59:59.999999999', true],
    ['2026-04-02T00:00:00', false],
  ])('%s: %s', (moment, inTime) => {
    expect(arrivedInTime(approval, at(moment))).toBe(inTime);
  });

  test('never without an approval, nor without a moment', () => {
    expect(arrivedInTime({ preliminaryDecidedAt: null, lapsesAt: null }, at('2026-03-03T10:00:00'))).toBe(false);
    expect(arrivedInTime(approval, null)).toBe(false);
  });
});

test('in whatever order systems tell, a case keeps the first moment since the approval, or else the last one before it', () => {
  const decided = approval.preliminaryDecidedAt.epochMilliseconds;
  const moments = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(moments, fc.boolean(), (seconds, isDecided) => {
      const told = seconds.map((each) => Temporal.Instant.fromEpochMilliseconds(decided + each * 1000));
      const kept = told.reduce<Temporal.Instant | null>(
        (noted, each) => keptMoment(noted, each, isDecided ? approval.preliminaryDecidedAt : null),
        null,
      );
      const since = isDecided ? seconds.filter((each) => each >= 0) : [];
      const expected = since.length > 0 ? Math.min(...since) : Math.max(...seconds);
      expect(kept!.epochMilliseconds).toBe(decided + expected * 1000);
    }),
  );
});
