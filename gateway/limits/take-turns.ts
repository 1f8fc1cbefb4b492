import type { Limits } from './limits.ts';
import { overloaded } from './overloaded.ts';

/** Does a work when its turn comes; refuses it when that isn't soon enough, or its signal ends before. */
export type InTurn = <Answer>(work: () => Promise<Answer>, cancelled: AbortSignal) => Promise<Answer>;

/**
 * Lets so many operations go on at once. The others wait in the order in which they came, and only as long as somebody at a counter does: what has not begun then is
 * shed, so that what has begun is answered in time.
 */
export function takeTurns({ atOnce, patience }: Pick<Limits, 'atOnce' | 'patience'>): InTurn {
  let running = 0;
  const waiting = new Set<() => void>();

  return async (work, cancelled) => {
    if (running < atOnce) running += 1;
    else await turn(cancelled);
    try {
      return await work();
    } finally {
      const [next] = waiting;
      if (next) next();
      else running -= 1;
    }
  };

  /** Waits for the place of one that has ended. */
  function turn(cancelled: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        leave();
        resolve();
      };
      const giveUp = () => {
        leave();
        reject(overloaded());
      };
      const leave = () => {
        waiting.delete(begin);
        clearTimeout(timer);
        cancelled.removeEventListener('abort', giveUp);
      };
      const timer = setTimeout(giveUp, patience);
      cancelled.addEventListener('abort', giveUp);
      waiting.add(begin);
    });
  }
}
