/** Where the product reads the time. Everything asks the clock it was started with, so that a test can move it. */
export interface Clock {
  /** The present moment. */
  now(): Temporal.Instant;
}

let present: Temporal.Instant | undefined;

/** The machine's own clock. While nothing else can happen it stands: a page asks for the time once for each row. */
export const systemClock: Clock = {
  now: () => {
    if (!present) {
      present = Temporal.Now.instant();
      queueMicrotask(() => (present = undefined));
    }
    return present;
  },
};
