import type { ResponsePath } from '@apollo/query-planner';
import { reader } from './own.ts';
import type { Data } from './merge.ts';

/** Finds what is at a path; nothing where a part of it is missing or null, and of lists (`@`) every item. */
export type Walk = (from: unknown) => unknown;

/** Compiles a path of a plan. */
export function compileWalk(path: ResponsePath): Walk {
  const list = path.indexOf('@');
  if (list < 0) return compileNames(path);
  const listIn = compileNames(path.slice(0, list));
  const gather = compileGather(path.slice(list + 1));
  return (from) => {
    const items = listIn(from);
    if (items === undefined || items === null) return undefined;
    const found: unknown[] = [];
    gather(items, found);
    return found;
  };
}

function compileNames([part, ...rest]: ResponsePath): Walk {
  if (part === undefined) return (from) => from;
  const next = compileNames(rest);
  const read = reader(String(part));
  return (from) => {
    if (from === undefined || from === null) return from;
    if (Array.isArray(from)) throw new Error(`Unexpected array in result for path element ${part}`);
    return next(read(from as Data));
  };
}

/** Gathers what is at a path in each item of a list: all in one list, and of a list its items. */
type Gather = (items: unknown, found: unknown[]) => void;

function compileGather(path: ResponsePath): Gather {
  const list = path.indexOf('@');
  const walk = compileNames(list < 0 ? path : path.slice(0, list));
  const gatherIn = list < 0 ? undefined : compileGather(path.slice(list + 1));
  return (items, found) => {
    if (!Array.isArray(items)) throw new Error('Expected an array in result for path element @');
    for (const item of items as unknown[]) {
      const at = walk(item);
      if (gatherIn) {
        if (at !== undefined && at !== null) gatherIn(at, found);
      } else if (Array.isArray(at)) found.push(...(at as unknown[]));
      else found.push(at);
    }
  };
}

/** All places in the data that a path leads to, in their order, with the index of each item that it passes. */
export function placesAt(path: ResponsePath, data: Data): ResponsePath[] {
  const places: ResponsePath[] = [];
  find([], path, data);
  return places;

  function find(passed: ResponsePath, [part, ...rest]: ResponsePath, at: unknown): void {
    if (at === null || at === undefined) return;
    if (part === undefined) places.push(passed);
    else if (Array.isArray(at)) {
      const remaining = part === '@' ? rest : [part, ...rest];
      for (const [index, item] of at.entries()) find([...passed, index], remaining, item);
    } else if (part === '@') throw new Error('expected array when encountering `@`');
    else if (Object.hasOwn(at, part)) find([...passed, part], rest, (at as Data)[part]);
  }
}
