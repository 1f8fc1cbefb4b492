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

/** Entities to be asked for: each once, and who waits for it. */
export interface Asked {
  /** Without repetition. */
  representations: Data[];
  /** The entities that wait for one, in their order. */
  waiting: Data[];
  /** For each of them the place of its representation. */
  places: number[];
  /** For each representation which of them is the last that waits for it. */
  last: number[];
}

/** Compiles how the entities of a fetch are asked for: each once, however often it is there. */
export function compileAsk(
  supergraph: SupergraphSchema,
  { requires = [], inputRewrites }: FetchNode,
): (entities: readonly Data[]) => Asked {
  const project = compileProjection(supergraph, requires);
  const rewrite = compileRewrites(supergraph, inputRewrites);
  const keyOf = compileKey(requires);
  const readKey = rewrite ? undefined : compileKnownKey(requires);

  return (entities) => {
    const asked: Asked = { representations: [], waiting: [], places: [], last: [] };
    const known = new Map<unknown, Map<unknown, number>>();
    for (const entity of entities) {
      const again = readKey && known.get(entity.__typename)?.get(readKey(entity));
      if (again !== undefined) {
        asked.last[again] = asked.waiting.push(entity) - 1;
        asked.places.push(again);
        continue;
      }
      const representation = project(entity);
      // An entity that isn't one that is asked for there, or that lacks what is needed to ask.
      if (!representation?.__typename) continue;
      rewrite?.(representation);
      const key = keyOf(representation);
      let ofType = known.get(representation.__typename);
      if (!ofType) known.set(representation.__typename, (ofType = new Map<unknown, number>()));
      let place = ofType.get(key);
      if (place === undefined) {
        place = asked.representations.push(representation) - 1;
        ofType.set(key, place);
      }
      asked.last[place] = asked.waiting.push(entity) - 1;
      asked.places.push(place);
    }
    return asked;
  };
}

/** Compiles what tells representations of one type apart. Most have one key, which needs no JSON: a text, and no other key's JSON is the text of an id. */
function compileKey(requires: QueryPlanSelectionNode[]): (representation: Data) => string {
  const [name, ...others] = new Set(requires.flatMap(namesIn).filter((name) => name !== '__typename'));
  const read = name !== undefined && others.length === 0 ? reader(name) : () => undefined;
  return (representation) => {
    const key = read(representation);
    return typeof key === 'string' ? key : JSON.stringify(representation);
  };
}

/**
 * Compiles what tells that an entity is one that was met before, without making a representation of it: for the usual ones, which are a type and one key. The type of an
 * entity that was met before is one that is asked for.
 */
function compileKnownKey(requires: QueryPlanSelectionNode[]): ((entity: Data) => unknown) | undefined {
  const [fragment, ...others] = requires;
  if (fragment?.kind !== 'InlineFragment' || others.length > 0) return undefined;
  const fields = fragment.selections.filter((each) => each.kind === 'Field');
  const [key, ...more] = fields.filter(({ name }) => name !== '__typename');
  if (!key || key.selections || more.length > 0 || fields.length !== fragment.selections.length) return undefined;
  const read = reader(getResponseName(key));
  return (entity) => {
    const value = read(entity);
    return typeof value === 'string' ? value : undefined;
  };
}

function namesIn(selection: QueryPlanSelectionNode): string[] {
  return selection.kind === 'Field' ? [getResponseName(selection)] : selection.selections.flatMap(namesIn);
}

/** Takes what is needed out of an object; null when it isn't all there. */
type Project = (source: unknown) => Data | null;

/** Adds its part to what was taken already, if anything was; null when the object lacks what it needs. */
type Take = (source: Data, taken: Data | undefined) => Data | undefined | null;

function compileProjection(supergraph: SupergraphSchema, selections: QueryPlanSelectionNode[]): Project {
  const takes = selections.map((selection) =>
    selection.kind === 'Field' ? takeField(supergraph, selection) : takeFragment(supergraph, selection),
  );
  return (source) => {
    if (source === null) return null;
    // In a list of lists nothing is found by name.
    const object = Array.isArray(source) ? {} : (source as Data);
    let taken: Data | undefined;
    for (const take of takes) {
      const more = take(object, taken);
      if (more === null) return null;
      taken = more;
    }
    return taken ?? {};
  };
}

function takeField(supergraph: SupergraphSchema, field: QueryPlanFieldNode): Take {
  const name = getResponseName(field);
  const read = reader(name);
  const project = field.selections && compileProjection(supergraph, field.selections);
  return (source, taken = {}) => {
    const value = read(source);
    if (value === undefined) return null;
    if (!project) writeOwn(taken, name, value);
    else writeOwn(taken, name, Array.isArray(value) ? value.map(project) : project(value));
    return taken;
  };
}

function takeFragment(supergraph: SupergraphSchema, { selections, typeCondition }: QueryPlanInlineFragmentNode): Take {
  if (typeCondition === undefined) return (_source, taken) => taken;
  const isOfType = compileIsOfType(supergraph, typeCondition);
  const project = compileProjection(supergraph, selections);
  return (source, taken) => {
    const more = isOfType(source, false) ? project(source) : null;
    if (!taken || !more) return taken ?? more ?? undefined;
    merge(taken, more);
    return taken;
  };
}
