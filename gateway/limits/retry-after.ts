import type { GraphQLFormattedError } from 'graphql';

/** Says in a header what errors say of waiting: the longest of the times, in seconds, after which to try again. */
export function retryAfter(errors: readonly Pick<GraphQLFormattedError, 'extensions'>[]): { 'retry-after'?: string } {
  const waits = errors.map(({ extensions }) => extensions?.retryAfter).filter((wait) => Number.isSafeInteger(wait));
  return waits.length > 0 ? { 'retry-after': String(Math.max(...(waits as number[]))) } : {};
}
