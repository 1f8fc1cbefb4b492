/** Where the product reads the time. Everything asks the clock it was started with, so that a test can move it. */
export interface Clock {
  /** The present moment. */
  now(): Temporal.Instant;
}

/** The machine's own clock. */
export const systemClock: Clock = { now: () => Temporal.Now.instant() };
