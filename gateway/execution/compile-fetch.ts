import type { FetchNode, ResponsePath } from '@apollo/query-planner';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { downstreamError } from './downstream-errors.ts';
import { copyOf, merge } from './merge.ts';
import type { Data } from './merge.ts';
import { writeOwn } from './own.ts';
import { placesAt } from './paths.ts';
import { compileAsk } from './representations.ts';
import type { Asked } from './representations.ts';
import { compileRewrites } from './rewrites.ts';
import type { Rewrite } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import type { SupergraphSchema } from './subtypes.ts';

/** Compiles a fetch: what it asks of its subgraph, for the entities at a path of the plan, and where the answer belongs. */
export function compileFetch(supergraph: SupergraphSchema, fetch: FetchNode, path: ResponsePath): Step {
  const bring = fetch.requires ? compileEntities(supergraph, fetch, path) : compileRoot(supergraph, fetch, path);
  return async (run, at) => {
    const entities = (Array.isArray(at) ? at : [at]).filter((entity) => entity !== null && entity !== undefined);
    if (entities.length === 0) return;
    try {
      await bring(run, entities as Data[]);
    } catch (error) {
      run.errors.push(error as GraphQLError);
    }
  };
}

type Bring = (run: Run, entities: readonly Data[]) => Promise<void>;

function compileRoot(supergraph: SupergraphSchema, fetch: FetchNode, path: ResponsePath): Bring {
  const { serviceName: subgraph, operation: query, operationName } = fetch;
  const variablesOf = compileVariables(fetch);
  const rewrite = compileRewrites(supergraph, fetch.outputRewrites);
  return async (run, [first, ...others]) => {
    const result = await run.send(subgraph, { query, variables: variablesOf(run), operationName });
    for (const error of result.errors ?? []) {
      const place = error.path && [...path, ...error.path];
      run.errors.push(downstreamError(error, subgraph, place));
    }
    if (!result.data) return;
    rewrite?.(result.data);
    for (const other of others) merge(other, result.data, copyOf);
    merge(first!, result.data);
  };
}

function compileEntities(supergraph: SupergraphSchema, fetch: FetchNode, path: ResponsePath): Bring {
  const { serviceName: subgraph, operation: query, operationName } = fetch;
  const variablesOf = compileVariables(fetch);
  const ask = compileAsk(supergraph, fetch);
  const rewrite = compileRewrites(supergraph, fetch.outputRewrites);
  return async (run, entities) => {
    const asked = ask(entities);
    const { representations } = asked;
    if (representations.length === 0) return;
    const variables = variablesOf(run);
    if (Object.hasOwn(variables, 'representations')) throw new Error('Variables cannot contain key "representations"');
    variables.representations = representations;
    const result = await run.send(subgraph, { query, variables, operationName });
    for (const error of result.errors ?? []) {
      for (const place of placesOfError(error, path, asked, run)) {
        run.errors.push(downstreamError(error, subgraph, place));
      }
    }
    if (result.data) spread(entitiesIn(result.data, representations.length), asked, rewrite);
  };
}

/** Variables as they came: those that the fetch uses, and that were given. */
function compileVariables({ variableUsages: names = [] }: FetchNode): (run: Run) => Record<string, unknown> {
  return ({ variables: given }) => {
    const variables: Record<string, unknown> = {};
    for (const name of names) {
      if (Object.hasOwn(given, name) && given[name] !== undefined) writeOwn(variables, name, given[name]);
    }
    return variables;
  };
}

function entitiesIn({ _entities: entities }: NonNullable<ExecutionResult['data']>, length: number): (Data | null)[] {
  if (!Array.isArray(entities)) throw new Error('Expected "data._entities" in response to be an array');
  if (entities.length !== length) throw new Error(`Expected "data._entities" to contain ${length} elements`);
  return entities as (Data | null)[];
}

/**
 * Gives each place its entity, in the order of places: what isn't an entity ends it there. The last that waits for one takes it as it is, the others
 * copies: each is then merged into by itself.
 */
function spread(received: (Data | null)[], { waiting, places, last }: Asked, rewrite: Rewrite | undefined): void {
  for (let index = 0; index < waiting.length; index++) {
    const place = places[index]!;
    const found = received[place];
    if (found) give(waiting[index]!, found, last[place] === index, rewrite);
  }
}

function give(entity: Data, found: Data, isLast: boolean, rewrite: Rewrite | undefined): void {
  // A copy is only made whole where it is changed before it is merged.
  if (!isLast && !rewrite && !isUntold(found)) return merge(entity, found, copyOf);
  const own = isLast ? found : (copyOf(found) as Data);
  own.__typename ||= entity.__typename;
  rewrite?.(own);
  merge(entity, own);
}

/** Whether an entity says that it has no type. */
function isUntold({ __typename: typename }: Data): boolean {
  return typename !== undefined && !typename;
}

/** Where an error belongs: at each place of the entity that it is of. */
function placesOfError(
  { path }: GraphQLError,
  pathOfFetch: ResponsePath,
  { places }: Asked,
  run: Run,
): (ResponsePath | undefined)[] {
  if (!path) return [undefined];
  const [root, at, ...rest] = path;
  if (typeof at !== 'number') return [[...pathOfFetch, ...path]];
  const found = placesAt(pathOfFetch, run.data);
  const indexes = places.flatMap((place, index) => (place === at ? [index] : []));
  // Of something that wasn't asked for it still is an error.
  const theirs = root === '_entities' && indexes.length > 0 ? indexes : [at];
  return theirs.map((index) => [...(found[index] ?? []), ...rest]);
}
