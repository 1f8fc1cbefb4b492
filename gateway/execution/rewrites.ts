import type { FetchDataRewrite } from '@apollo/query-planner';
import { reader, writeOwn } from './own.ts';
import type { Data } from './merge.ts';
import { compileIsOfType } from './subtypes.ts';
import type { SupergraphSchema } from './subtypes.ts';

/** Changes data in place. */
export type Rewrite = (data: unknown) => void;

/** What a path of a rewrite names types with. */
const fragmentPrefix = '... on ';

/** Compiles what a plan has changed in the data that a fetch is sent, or brings; nothing when it has nothing changed. */
export function compileRewrites(supergraph: SupergraphSchema, rewrites: FetchDataRewrite[] = []): Rewrite | undefined {
  if (rewrites.length === 0) return undefined;
  const compiled = rewrites.filter(({ path }) => path.length > 0).map(compileRewrite);
  return (data) => {
    for (const rewrite of compiled) rewrite(data);
  };

  function compileRewrite(rewrite: FetchDataRewrite): Rewrite {
    return atPath(rewrite.path.slice(0, -1), compileChange(rewrite, rewrite.path.at(-1)!));
  }

  function atPath([part, ...rest]: string[], change: (object: Data) => void): Rewrite {
    if (part === undefined) return inEach(change);
    const next = atPath(rest, change);
    if (!part.startsWith(fragmentPrefix)) {
      const read = reader(part);
      return inEach((object) => next(read(object)));
    }
    const isOfType = compileIsOfType(supergraph, part.slice(fragmentPrefix.length));
    return inEach((object) => {
      if (isOfType(object, true)) next(object);
    });
  }
}

function compileChange(rewrite: FetchDataRewrite, field: string): (object: Data) => void {
  if (rewrite.kind === 'ValueSetter') return (object) => writeOwn(object, field, rewrite.setValueTo);
  const read = reader(field);
  return (object) => {
    const value = read(object);
    if (!value) return;
    writeOwn(object, rewrite.renameKeyTo, value);
    writeOwn(object, field, undefined);
  };
}

/** Does something with an object, or with each in a list of them; values of other kinds are passed over. */
function inEach(change: (object: Data) => void): Rewrite {
  return function each(data): void {
    if (Array.isArray(data)) data.forEach(each);
    else if (typeof data === 'object' && data !== null) change(data as Data);
  };
}
