import { describe, expect, test } from '@jest/globals';
import reference from '../../installation/reference/foreign-representations.json' with { type: 'json' };
import { country } from '../../subgraphs/kit/countries/countries.ts';
import { representationProblems } from '../../subgraphs/missions/rules/foreign-representations.ts';
import type { Representation } from '../../subgraphs/missions/rules/foreign-representations.ts';

const embassy: Representation = {
  kind: 'EMBASSY',
  name: { kk: 'Елшілік', ru: 'Посольство', en: 'Embassy' },
  country: 'D',
  city: 'Astana',
  from: null,
  until: null,
  source: 'Note',
};
const spelled = (told: Partial<Representation>, ...others: Representation[]) =>
  representationProblems({ ...embassy, ...told }, others).map(({ code, path }) => `${path.join('.')} ${code}`);

test.each([
  ['EMBASSY', 'D', true],
  ['CONSULATE', 'USA', true],
  ['EMBASSY', 'VAT', true],
  ['EMBASSY', null, false],
  ['CONSULATE', null, false],
  // Kazakhstan is not foreign; XXA is a stateless person.
  ['EMBASSY', 'KAZ', false],
  ['CONSULATE', 'XXA', false],
  ['INTERNATIONAL_ORGANISATION', null, true],
  ['INTERNATIONAL_ORGANISATION', 'UNO', true],
  ['INTERNATIONAL_ORGANISATION', 'XXB', false],
] as const)('%s of %s can be: %s', (kind, of, can) => {
  expect(spelled({ kind, country: of })).toEqual(can ? [] : ['country REPRESENTATION_COUNTRY']);
});

test('one name is of one representation at a time', () => {
  const march = { ...embassy, until: Temporal.PlainDate.from('2026-03-31') };
  expect(spelled({ from: Temporal.PlainDate.from('2026-03-31') }, march)).toEqual(['name REPRESENTATION_KNOWN']);
  expect(spelled({ from: Temporal.PlainDate.from('2026-04-01') }, march)).toEqual([]);
  expect(spelled({ name: { kk: 'Басқа', ru: 'Другое', en: 'Other' } }, march)).toEqual([]);
});

describe('the list that the product comes with', () => {
  const known = reference.representations.map(
    ({ kind, from, until, ...each }) =>
      ({ ...each, kind, from, until, source: reference.source }) as unknown as Representation & { id: string },
  );

  test('has nothing against it', () => {
    for (const each of known) {
      const others = known.filter((other) => other !== each);
      expect([each.name.en, representationProblems(each, others)]).toEqual([each.name.en, []]);
    }
  });

  test('has an id of its own for each, and one embassy of a state', () => {
    expect(new Set(known.map(({ id }) => id)).size).toBe(known.length);
    for (const { id } of known)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const states = known.filter(({ kind }) => kind === 'EMBASSY').map((each) => each.country!);
    expect(new Set(states).size).toBe(states.length);
    expect(states.filter((code) => !country(code))).toEqual([]);
  });
});
