import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';

/** Representations without repetition, and for each of those that were asked the place of its one. */
export function withoutRepetition(asked: unknown): { representations?: unknown[]; places?: number[] } {
  if (!Array.isArray(asked) || asked.length < 2 || !asked.every(isRepresentation)) return {};
  const known = new Map<string, number>();
  const representations: unknown[] = [];
  const places = asked.map((representation: unknown) => {
    const text = JSON.stringify(representation);
    const place = known.get(text) ?? representations.push(representation) - 1;
    known.set(text, place);
    return place;
  });
  return { representations, places };
}

/** Whether it tells of an entity: a client may call its own variable `representations`. */
function isRepresentation(value: unknown): boolean {
  return typeof value === 'object' && value !== null && '__typename' in value;
}

/**
 * Gives each place its entity again, and its errors. When there aren't as many entities as were asked for, none has a place: the gateway then notices,
 * also when there are as many as places. Errors of others are left as they are.
 */
export function spreadEntities(result: ExecutionResult, places: readonly number[]): ExecutionResult {
  const entities = result.data?._entities;
  const isComplete = Array.isArray(entities) && entities.length === new Set(places).size;
  const data = Array.isArray(entities)
    ? { ...result.data, _entities: isComplete ? places.map((place) => entities[place] as unknown) : [] }
    : result.data;
  const errors = result.errors?.flatMap((error) => spreadError(error, places));
  return { ...result, ...(data !== undefined && { data }), ...(errors && { errors }) };
}

function spreadError(error: GraphQLError, places: readonly number[]): GraphQLError[] {
  const [root, at, ...rest] = error.path ?? [];
  if (root !== '_entities' || typeof at !== 'number') return [error];
  if (!places.includes(at)) return [error];
  return places.flatMap((place, index) =>
    place === at
      ? [new GraphQLError(error.message, { path: ['_entities', index, ...rest], extensions: error.extensions })]
      : [],
  );
}
