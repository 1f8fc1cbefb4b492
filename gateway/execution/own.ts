/**
 * What a subgraph answered under a name, and nothing that every object answers to without holding it: a caller may call a field `constructor`. Names are
 * known when an operation is compiled, so only the strange ones are looked at twice.
 */
export function reader(name: string): (object: Readonly<Record<string, unknown>>) => unknown {
  if (isStrange(name)) return (object) => (Object.hasOwn(object, name) ? object[name] : undefined);
  return (object) => object[name];
}

/** Whether every object has something under this name. */
export function isStrange(name: string): boolean {
  return name in Object.prototype;
}

/** Writes a property that is the object's own, whatever its name. */
export function writeOwn(object: object, name: string, value: unknown): void {
  if (name === '__proto__') {
    Object.defineProperty(object, name, { value, configurable: true, enumerable: true, writable: true });
  } else {
    (object as Record<string, unknown>)[name] = value;
  }
}
