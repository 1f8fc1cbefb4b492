import { setTimeout as sleep } from 'node:timers/promises';
import type { Installation, Victim } from './installation.ts';
import type { Random } from './random.ts';

/** A moment at which somebody is killed. */
export interface Kill {
  victim: Victim;
  /** How much must be done before, and how many milliseconds later it happens. */
  after: number;
  delay: number;
  /** After how many milliseconds the start that follows is killed as well, if it is. */
  again: number | undefined;
}

/** The longest wait within a kill, and how far a start comes that is killed, in milliseconds. */
const longestDelay = 60;
const longestStart = 1_500;

/** Kills at random moments of a work of so many parts; the last fifth is left in peace, so that each kill finds somebody at work. */
export function randomKills(random: Random, count: number, parts: number, victims: readonly Victim[]): Kill[] {
  const kills = Array.from({ length: count }, () => ({
    victim: random.oneOf(victims),
    after: random.below(parts * 0.8),
    delay: random.below(longestDelay),
    again: random.below(4) === 0 ? random.below(longestStart) : undefined,
  }));
  return kills.toSorted((one, other) => one.after - other.after);
}

/** Carries them out, and starts the installation again after each. */
export async function carryOut(
  kills: readonly Kill[],
  installation: Installation,
  done: () => number,
  over: AbortSignal,
): Promise<void> {
  for (const { victim, after, delay, again } of kills) {
    while (done() < after) await sleep(2, undefined, { signal: over });
    await sleep(delay, undefined, { signal: over });
    await installation.kill(victim);
    if (again !== undefined) await installation.startKilledAfter(again, 'server');
    await installation.start();
  }
}
