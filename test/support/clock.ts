import { systemClock } from '../../subgraphs/kit/clock.ts';
import type { Clock } from '../../subgraphs/kit/clock.ts';

/** The moment at which tests begin unless they say otherwise: Monday 2 March 2026, 10:00 in Astana. */
export const usualNow = Temporal.Instant.from('2026-03-02T10:00:00+05:00');

/** A clock that stands still until a test moves it. */
export class TestClock implements Clock {
  #now: Temporal.Instant | undefined = usualNow;

  now = (): Temporal.Instant => this.#now ?? systemClock.now();

  /** Moves the clock to a moment, such as `2026-03-03T18:30:00+05:00`. */
  set(moment: string): void {
    this.#now = Temporal.Instant.from(moment);
  }

  /** Lets it go like any other clock: for what only works together with clocks that no test moves. */
  run(): void {
    this.#now = undefined;
  }
}
