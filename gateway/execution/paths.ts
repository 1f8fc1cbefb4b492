import type { ResponsePath } from '@apollo/query-planner';
import { reader } from './own.ts';
import type { Data } from './merge.ts';

/** Finds what is at a path; nothing where a part of it is missing or null, and of lists (`@`) every item. */
export type Walk = (from: unknown) => unknown;

/** Compiles a path of a plan. */
export function compileWalk([part, ...rest]: ResponsePath): Walk {
  if (part === undefined) return (from) => from;
  const walk = compileWalk(rest);
  if (part === '@') return (from) => (from as unknown[] | null | undefined)?.flatMap(walk);
  const read = reader(String(part));
  return (from) => {
    if (from === undefined || from === null) return from;
    if (Array.isArray(from)) throw new Error(`Unexpected array in result for path element ${part}`);
    return walk(read(from as Data));
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
