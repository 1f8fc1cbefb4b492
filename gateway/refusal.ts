import type { GraphQLError } from 'graphql';

/** An answer that refuses an operation whole, before it is planned, as Apollo takes one from a plugin. */
export function refusal(status: number, errors: readonly GraphQLError[]) {
  return { http: { status, headers: new Map() as never }, body: { kind: 'single' as const, singleResult: { errors } } };
}
