/** Whether somebody has to wait for a value. */
export function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

/** Puts into an object what its promises hold, in their places. */
export function settled(object: Record<string, unknown>): Promise<Record<string, unknown>> {
  return Promise.all(Object.values(object)).then((values) => {
    Object.keys(object).forEach((name, index) => {
      object[name] = values[index];
    });
    return object;
  });
}
