import fc from 'fast-check';

/** What is done to an input: something at one of its places, counted through all of them. */
interface Damage {
  place: number;
  change: (value: unknown) => unknown;
}

/** A name that no input has: a field that is taken away is told by it. */
const gone = Symbol('gone');

const strangeTexts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: fc.constantFrom(...'ABDMP0123456789<'), minLength: 30, maxLength: 46 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    'а\u200fб',
    '\u202e',
    '\ufeff',
    '\ud83d',
    '\udc00x',
    '👩‍👩‍👧',
    'é'.normalize('NFD'),
    'Ⅷ',
    '١٢٣',
    '李小龍',
    'Ѐ',
    'ß',
    'İ',
    "'; drop table iin.record; --",
    '\\u0000',
    '{{7*7}}',
    '<script>',
    '%00',
    '?',
    '$1',
    ':a',
    '\u2028',
    '__proto__',
    'constructor',
    'null',
    'undefined',
    'NaN',
  ),
  fc.constantFrom(201, 2_001, 100_000).map((length) => 'ё'.repeat(length)),
);

const strangeDates = fc.oneof(
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  fc.constantFrom(
    '2026-02-30',
    '2026-13-01',
    '0000-00-00',
    '0001-01-01',
    '-000001-01-01',
    '+275760-09-13',
    '9999-12-31',
    '1900-02-29',
    '2026-3-2',
    '2026-W10-1',
    '20260302',
    '2026-03-02T10:00:00',
    '2026-03-02T25:00:00+05:00',
    '2026-03-02T10:00:00+99:00',
    '2016-12-31T23:59:60Z',
    '+010000-01-01T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '9999-12-31T23:59:59.999999999+05:00',
    '0001-01-01T00:00:00+23:59',
    '2026-03-02T10:00:00+05:00[Asia/Almaty]',
  ),
);

const strangeNumbers = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.constantFrom(
    0,
    -0,
    -1,
    0.5,
    99,
    101,
    2 ** 31 - 1,
    2 ** 31,
    -(2 ** 31) - 1,
    Number.MAX_SAFE_INTEGER,
    2 ** 64,
    1e308,
    -1e308,
    5e-324,
  ),
);

const strangeNames = fc.constantFrom(
  'MALE',
  'male',
  'UNSPECIFIED',
  'HEIR',
  'SPOUSE_OF_CITIZEN',
  'FORMED',
  'IN_REVIEW',
  'WAITING',
  'IIN_SERVICE',
  'LATIN_SURNAME',
  'IDENTITY_DOCUMENT',
  'SAME_PERSON',
  'IIN',
  'LINK',
  'WORKING',
  'OFFICIAL',
  'kk',
  'xx',
  'KAZ',
  'D',
  'ZZZ',
  'XXA',
  'toString',
  'MALE\u0000',
);

const strangeIds = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
  fc.constantFrom(
    '00000000-0000-0000-0000-000000000000',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
    '{0199b2f0-0000-7000-8000-000000000001}',
    '0199b2f0000070008000000000000001',
    '1',
  ),
);

const strangeCursors = fc
  .array(fc.oneof(strangeTexts, strangeNumbers, strangeDates, strangeIds, fc.constant(null)), { maxLength: 3 })
  .map(cursorOf);

/** Anything that may come where something else belongs. */
const strangeValues: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: strangeTexts },
  { weight: 4, arbitrary: strangeDates },
  { weight: 3, arbitrary: strangeNumbers },
  { weight: 3, arbitrary: strangeNames },
  { weight: 2, arbitrary: strangeIds },
  { weight: 1, arbitrary: strangeCursors },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom(null, true, false, [], {}, [[]], [null], { id: 1 }, ['A', 'A']) },
);

/** Signs that nobody means, and that have broken programs: a null character, half of a pair, marks of direction, an emoji. */
const troubles = fc.constantFrom('\u0000', '\ud83d', '\udc00', '\u200f', '\u202e', '\ufeff', '😀');

/** A slip in a text: a sign that is another one, twice, missing or new. What isn't a text is doubled. */
const slips = fc
  .record({
    at: fc.nat(),
    sign: fc.oneof(troubles, strangeTexts, fc.constantFrom(...'AZ09<-. ', '')),
    over: fc.integer({ min: 0, max: 1 }),
  })
  .map(({ at, sign, over }) => (value: unknown) => {
    if (typeof value !== 'string') return [value, value];
    const place = at % (value.length + 1);
    return value.slice(0, place) + sign + value.slice(place + over);
  });

/** Something of the same kind: what gets past the types, to the rules behind them. */
const alike = fc.tuple(strangeTexts, strangeNumbers).map(([text, number]) => (value: unknown) => {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? number : text;
});

const changes = fc.oneof(
  { weight: 2, arbitrary: strangeValues.map((value) => () => value) },
  { weight: 4, arbitrary: alike },
  { weight: 4, arbitrary: slips },
  { weight: 1, arbitrary: fc.constant(() => gone) },
);

const damages: fc.Arbitrary<Damage> = fc.record({ place: fc.nat(), change: changes });

/** What makes a damaged input of a good one: nothing now and then, else one or two places are changed. */
export const damaging: fc.Arbitrary<(good: Record<string, unknown>) => Record<string, unknown>> = fc
  .tuple(
    fc.array(damages, { maxLength: 2 }),
    fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: strangeValues }),
  )
  .map(([some, unknownField]) => (good: Record<string, unknown>) => {
    const bad = structuredClone(good);
    for (const damage of some) inflict(bad, damage);
    if (unknownField !== null && typeof bad.input === 'object')
      Object.assign(bad.input ?? {}, { nothing: unknownField });
    return bad;
  });

function inflict(root: Record<string, unknown>, { place, change }: Damage): void {
  const places = placesIn(root);
  if (places.length === 0) return;
  const [holder, name] = places[place % places.length]!;
  const changed = change(holder[name]);
  if (changed === gone) delete holder[name];
  else holder[name] = changed;
}

/** Every place in a value, as what holds it and its name there. */
function placesIn(holder: object): [Record<string, unknown>, string][] {
  return Object.entries(holder).flatMap(([name, value]: [string, unknown]): [Record<string, unknown>, string][] => [
    [holder as Record<string, unknown>, name],
    ...(typeof value === 'object' && value !== null ? placesIn(value) : []),
  ]);
}

/** A cursor that holds these values. */
export function cursorOf(values: unknown): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}
