import type {
  FetchNode,
  QueryPlanFieldNode,
  QueryPlanInlineFragmentNode,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';
import { getResponseName } from '@apollo/query-planner';
import { reader, writeOwn } from './own.ts';
import { merge } from './merge.ts';
import type { Data } from './merge.ts';
import { compileRewrites } from './rewrites.ts';
import { compileIsOfType } from './subtypes.ts';
import type { SupergraphSchema } from './subtypes.ts';

/** By what a subgraph knows an entity; nothing when the entity isn't one that is asked for there, or lacks what is needed to ask. */
export type Represent = (entity: Data) => Data | undefined;

/** Entities to be asked for: each once, and who waits for it. */
export interface Asked {
  /** Without repetition. */
  representations: Data[];
  /** The entities that wait for each of them. */
  waiting: Data[][];
  /** For each entity that has one the place of its representation. */
  places: number[];
}

/** Compiles how the entities of a fetch are asked for. */
export function compileRepresent(supergraph: SupergraphSchema, { requires = [], inputRewrites }: FetchNode): Represent {
  const project = compileProjection(supergraph, requires);
  const rewrite = compileRewrites(supergraph, inputRewrites);
  return (entity) => {
    const representation = project(entity);
    if (!representation?.__typename) return undefined;
    rewrite?.(representation);
    return representation;
  };
}

/** Asks for each entity once, however often it is there. */
export function askFor(entities: readonly Data[], represent: Represent): Asked {
  const representations: Data[] = [];
  const waiting: Data[][] = [];
  const places: number[] = [];
  const known = new Map<string, number>();
  for (const entity of entities) {
    const representation = represent(entity);
    if (!representation) continue;
    const key = keyOf(representation, entity);
    const place = known.get(key);
    if (place === undefined) {
      known.set(key, representations.length);
      places.push(representations.length);
      representations.push(representation);
      waiting.push([entity]);
    } else {
      places.push(place);
      waiting[place]!.push(entity);
    }
  }
  return { representations, waiting, places };
}

/**
 * What tells representations apart, and entities whose own types differ. Most have one key of one word, which needs no JSON; no name of a type begins as
 * JSON does.
 */
function keyOf(representation: Data, { __typename: type }: Data): string {
  const names = Object.keys(representation);
  const value = representation[names[1]!];
  const isPlain = names.length === 2 && typeof value === 'string' && representation.__typename === type;
  return isPlain ? `${type as string} ${names[1]} ${value}` : JSON.stringify([representation, type]);
}

type Project = (source: unknown) => Data | null;

function compileProjection(supergraph: SupergraphSchema, selections: QueryPlanSelectionNode[]): Project {
  const parts = selections.flatMap((selection) =>
    selection.kind === 'Field'
      ? [compileField(supergraph, selection)]
      : selection.typeCondition === undefined
        ? []
        : [compileFragment(supergraph, selection, selection.typeCondition)],
  );
  return (source) => {
    if (source === null) return null;
    const result: Data = {};
    for (const part of parts) if (!part(source as Data, result)) return null;
    return result;
  };
}

/** Adds its part to a representation; false when the source lacks what it needs. */
type Part = (source: Data, result: Data) => boolean;

function compileField(supergraph: SupergraphSchema, field: QueryPlanFieldNode): Part {
  const name = getResponseName(field);
  const read = reader(name);
  const project = field.selections && compileProjection(supergraph, field.selections);
  return (source, result) => {
    const value = read(source);
    if (value === undefined) return false;
    if (!project) writeOwn(result, name, value);
    else writeOwn(result, name, Array.isArray(value) ? value.map(project) : project(value));
    return true;
  };
}

function compileFragment(
  supergraph: SupergraphSchema,
  { selections }: QueryPlanInlineFragmentNode,
  typeCondition: string,
): Part {
  const isOfType = compileIsOfType(supergraph, typeCondition);
  const project = compileProjection(supergraph, selections);
  return (source, result) => {
    if (isOfType(source, false)) merge(result, project(source));
    return true;
  };
}
