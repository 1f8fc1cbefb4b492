import { writeOwn } from './own.ts';

/** An object of an answer. */
export type Data = Record<string, unknown>;

/** Merges what a fetch brought into what is there already, deeply. What is new is taken as it is, or as a copy of it (`copyOf`). */
export function merge(target: Data, source: unknown, take: (value: unknown) => unknown = asItIs): void {
  if (source === undefined || source === null) return;
  for (const key of Object.keys(source)) {
    const value = (source as Data)[key];
    if (value === undefined) continue;
    const known = Object.hasOwn(target, key) ? target[key] : undefined;
    if (known && isObject(value)) merge(known as Data, value, take);
    else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length)
      mergeItems(known, value, take);
    else writeOwn(target, key, take(value));
  }
}

function mergeItems(known: unknown[], items: readonly unknown[], take: (value: unknown) => unknown): void {
  for (const [index, item] of items.entries()) {
    const at = known[index];
    if (isObject(at) && isObject(item)) merge(at, item, take);
    else known[index] = take(item);
  }
}

function asItIs(value: unknown): unknown {
  return value;
}

/** A copy that nothing is changed in by changing what it was made of. */
export function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (!isObject(value)) return value;
  const copy: Data = {};
  for (const key of Object.keys(value)) writeOwn(copy, key, copyOf(value[key]));
  return copy;
}

function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
