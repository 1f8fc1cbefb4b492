import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Data } from './merge.ts';

/** One request on its way through a plan. */
export interface Run {
  /** What was fetched until now: more than was asked for, in no order. */
  data: Data;
  /** What went wrong until now. */
  errors: GraphQLError[];
  /** The variables as they came. */
  variables: Readonly<Record<string, unknown>>;
  /** Sends an operation to a subgraph. */
  send: (subgraph: string, operation: SubgraphOperation) => Promise<ExecutionResult>;
}

/** What a subgraph is asked. */
export interface SubgraphOperation {
  query: string;
  variables: Record<string, unknown>;
  operationName: string | undefined;
}

/** A part of a plan. It is given what is at its place in the data, and is done at once when that is nothing. */
export type Step = (run: Run, at: unknown) => Promise<void>;
