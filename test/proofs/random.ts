import { randomInt } from 'node:crypto';

/** Random numbers that a seed repeats. */
export interface Random {
  /** A whole number from 0 to just below the limit. */
  below(limit: number): number;
  /** One of several. */
  oneOf<Value>(values: readonly Value[]): Value;
}

/** The random numbers of a seed: mulberry32. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return { below, oneOf: (values) => values[below(values.length)]! };
}

/** Proves with a new seed, and tells it, also when the proof breaks off: with it the random moments come again. */
export async function withNewSeed<Finding>(
  prove: (seed: number) => Promise<Finding>,
): Promise<Finding & { seed: number }> {
  const seed = randomInt(2 ** 31);
  try {
    return { ...(await prove(seed)), seed };
  } catch (error) {
    throw new Error(`With seed ${seed}: ${String(error)}`, { cause: error });
  }
}
