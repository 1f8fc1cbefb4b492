import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from '../../subgraphs/kit/graph/scalars.ts';
import { storedTexts } from '../../subgraphs/kit/graph/stored-texts.ts';

// What a moment looks like in an answer, however it comes about.

test.each([
  ['2026-03-10T13:30:00Z', '2026-03-10T18:30:00.000+05:00'],
  ['2026-12-31T19:00:00.0019999Z', '2027-01-01T00:00:00.001+05:00'],
  ['2024-02-29T17:59:59.999Z', '2024-02-29T23:59:59.999+06:00'],
  ['2024-02-29T18:00:00Z', '2024-02-29T23:00:00.000+05:00'],
  ['1990-07-01T00:00:00Z', '1990-07-01T07:00:00.000+07:00'],
  ['1969-12-31T23:59:59.9999Z', '1970-01-01T05:59:59.999+06:00'],
  ['1900-01-01T00:00:00Z', '1900-01-01T05:07:48.000+05:08'],
])('%s is written %s', (moment, text) => {
  expect(DateTime.serialize(Temporal.Instant.from(moment))).toBe(text);
});

test.each([
  ['2026-03-10 13:30:00+00', '2026-03-10T18:30:00.000+05:00'],
  ['2026-03-10 13:30:00.5+00', '2026-03-10T18:30:00.500+05:00'],
  ['2024-02-29 17:59:59.999999+00', '2024-02-29T23:59:59.999+06:00'],
  ['1969-12-31 23:59:59.9999+00', '1970-01-01T05:59:59.999+06:00'],
  ['2026-03-10 18:30:00.25+05', '2026-03-10T18:30:00.250+05:00'],
])('what the database wrote as %s is written %s', (stored, text) => {
  expect(storedTexts.DateTime!(stored)).toBe(text);
});

test('what is no moment at all is written by nobody', () => {
  expect(() => storedTexts.DateTime!('infinity')).toThrow('Temporal error');
});

test('a day is written as the database wrote it', () => {
  expect(storedTexts.Date!('1985-03-02')).toBe('1985-03-02');
  expect(() => storedTexts.Date!('infinity')).toThrow('Temporal error');
});

/** What Temporal itself writes, looking the offset up for each moment. */
function temporalWrites(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO('Asia/Almaty').toString({ timeZoneName: 'never', smallestUnit: 'millisecond' });
}

/** A moment as the database writes it, which keeps microseconds. */
function stored(instant: Temporal.Instant): string {
  return instant.toString({ smallestUnit: 'microsecond' }).replace('T', ' ').replace('Z', '+00');
}

function momentBetween(from: string, until: string) {
  const [least, most] = [from, until].map((text) => Temporal.Instant.from(text).epochNanoseconds) as [bigint, bigint];
  return fc.bigInt(least, most).map((nanoseconds) => new Temporal.Instant(nanoseconds));
}

test('any moment that an answer may hold is written as Temporal writes it', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        momentBetween('1800-01-01T00:00:00Z', '2200-01-01T00:00:00Z'),
        momentBetween('2024-02-29T17:00:00Z', '2024-02-29T20:00:00Z'),
        momentBetween('9999-12-29T00:00:00Z', '+010001-01-01T00:00:00Z'),
      ),
      (instant) => {
        expect(DateTime.serialize(instant)).toBe(temporalWrites(instant));
        if (instant.epochMilliseconds < Date.UTC(9999, 0))
          expect(storedTexts.DateTime!(stored(instant))).toBe(temporalWrites(instant));
      },
    ),
    { numRuns: 5_000 },
  );
});

test('around every move of the clocks as well', () => {
  let moves = 0;
  let at = Temporal.Instant.from('1800-01-01T00:00:00Z').toZonedDateTimeISO('Asia/Almaty');
  for (let next = at.getTimeZoneTransition('next'); next; next = at.getTimeZoneTransition('next')) {
    for (const nanoseconds of [-1_000_000_001, -1, 0, 1, 3_600_000_000_000]) {
      const instant = next.add({ nanoseconds }).toInstant();
      expect(DateTime.serialize(instant)).toBe(temporalWrites(instant));
    }
    moves++;
    at = next;
  }
  expect(moves).toBeGreaterThan(20);
});
