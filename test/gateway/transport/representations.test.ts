import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { spreadEntities, withoutRepetition } from '../../../gateway/transport/representations.ts';

const [erika, max] = [
  { __typename: 'Applicant', id: '1' },
  { __typename: 'Applicant', id: '2' },
];

describe('Entities that several places ask for', () => {
  test('are asked for once, and every place gets its entity and the errors of it', () => {
    const asked = withoutRepetition([erika, max, erika]);
    expect(asked).toEqual({ representations: [erika, max], places: [0, 1, 0] });
    const error = new GraphQLError('Forbidden', { path: ['_entities', 0, 'name'] });
    const { data, errors } = spreadEntities({ data: { _entities: ['E', 'M'] }, errors: [error] }, asked.places!);
    expect(data).toEqual({ _entities: ['E', 'M', 'E'] });
    expect(errors?.map(({ path }) => path)).toEqual([
      ['_entities', 0, 'name'],
      ['_entities', 2, 'name'],
    ]);
  });

  test('leave an error of an entity that nobody asked for as it is', () => {
    const error = new GraphQLError('Forbidden', { path: ['_entities', 5, 'name'] });
    expect(spreadEntities({ data: null, errors: [error] }, [0, 1, 0]).errors).toEqual([error]);
  });

  test('have no place when there are more or fewer than were asked for, also when there are as many as places', () => {
    for (const entities of [['E'], ['E', 'M', 'X'], ['E', 'M', 'X', 'Y']]) {
      expect(spreadEntities({ data: { _entities: entities } }, [0, 1, 0])).toEqual({ data: { _entities: [] } });
    }
  });
});

test('A variable that a client calls representations is left as it is', () => {
  expect(withoutRepetition(['a', 'a'])).toEqual({});
  expect(withoutRepetition([{ id: '1' }, { id: '1' }])).toEqual({});
});
