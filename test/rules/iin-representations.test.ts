import { expect, test } from '@jest/globals';
import { categories } from '../../subgraphs/iin/rules/categories.ts';
import type { Category } from '../../subgraphs/iin/rules/categories.ts';
import { representationProblems } from '../../subgraphs/iin/rules/representations.ts';

const today = Temporal.PlainDate.from('2026-03-02');
const embassy = {
  id: 'embassy',
  version: 1,
  name: { kk: 'Елшілік', ru: 'Посольство', en: 'Embassy' },
  from: Temporal.PlainDate.from('2026-03-01'),
  until: Temporal.PlainDate.from('2026-03-03'),
};
const closed = { ...embassy, until: Temporal.PlainDate.from('2026-03-01') };
const spelled = (...given: Parameters<typeof representationProblems>) =>
  representationProblems(...given).map(({ code, path, reference }) => `${path.join('.')} ${code} ${reference}`);

test('staff of a representation name one that is in force on the day', () => {
  const category = 'REPRESENTATION_STAFF';
  expect(spelled(category, 'embassy', embassy, today)).toEqual([]);
  expect(spelled(category, null, null, today)).toEqual(['representationId REPRESENTATION_MISSING A§4']);
  expect(spelled(category, 'embassy', null, today)).toEqual(['representationId REPRESENTATION_UNKNOWN A§4']);
  expect(spelled(category, 'embassy', closed, today)).toEqual(['representationId REPRESENTATION_NOT_IN_FORCE A§4']);
});

const others = categories.filter(
  (each): each is Exclude<Category, 'REPRESENTATION_STAFF'> => each !== 'REPRESENTATION_STAFF',
);

test.each(others)('%s names none', (category) => {
  expect(spelled(category, null, null, today)).toEqual([]);
  expect(spelled(category, 'embassy', null, today)).toEqual(['representationId REPRESENTATION_NOT_ASKED A§4']);
});
