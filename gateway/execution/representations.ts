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
  const textOf = compileText(requires);
  const isKnownByText = !rewrite && isOneKey(requires);

  return (entities) => {
    const asked: Asked = { representations: [], waiting: [], places: [], last: [] };
    const byText = new Map<unknown, Map<string, number>>();
    const byJson = new Map<string, number>();
    for (const entity of entities) {
      // One that was met before, as most are in a long list, needs no representation of its own.
      const before = isKnownByText ? byText.get(entity.__typename)?.get(textOf(entity)!) : undefined;
      if (before !== undefined) {
        wait(asked, entity, before);
        continue;
      }
      const representation = project(entity);
      // An entity that isn't one that is asked for there, or that lacks what is needed to ask.
      if (!representation?.__typename) continue;
      rewrite?.(representation);
      const text = textOf(representation);
      let known = text === undefined ? byJson : byText.get(representation.__typename);
      if (!known) byText.set(representation.__typename, (known = new Map<string, number>()));
      const key = text ?? JSON.stringify(representation);
      let place = known.get(key);
      if (place === undefined) {
        place = asked.representations.push(representation) - 1;
        known.set(key, place);
      }
      wait(asked, entity, place);
    }
    return asked;
  };
}
function wait({ waiting, places, last }: Asked, entity: Data, place: number): void {
  last[place] = waiting.push(entity) - 1;
  places.push(place);
}

/** Compiles what tells representations of one type apart: their one key, when it is a text; nothing when only all of a representation tells. */
function compileText(requires: QueryPlanSelectionNode[]): (object: Data) => string | undefined {
  const [name, ...others] = new Set(requires.flatMap(namesIn).filter((name) => name !== '__typename'));
  if (name === undefined || others.length > 0) return () => undefined;
  const read = reader(name);
  return (object) => {
    const key = read(object);
    return typeof key === 'string' ? key : undefined;
  };
}

/** Whether representations are of one type and one key, so that an entity tells by itself which one is its. */
function isOneKey([fragment, ...others]: QueryPlanSelectionNode[]): boolean {
  return (
    fragment?.kind === 'InlineFragment' &&
    others.length === 0 &&
    fragment.selections.length === 2 &&
    fragment.selections.every((each) => each.kind === 'Field' && !each.selections)
  );
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
