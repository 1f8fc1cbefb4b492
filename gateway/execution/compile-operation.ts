import type { Schema } from '@apollo/federation-internals';
import { operationFromDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import type { GatewayExecutionResult } from '@apollo/server-gateway-interface';
import { GraphQLError, Kind } from 'graphql';
import type { FragmentDefinitionNode } from 'graphql';
import { compilePlan } from './compile-plan.ts';
import { compileShape } from './compile-shape.ts';
import type { OperationSource, Shaped } from './compile-shape.ts';
import type { Run } from './run.ts';
import type { SupergraphSchema } from './subtypes.ts';

/** An operation that can be executed again and again. */
export type Execute = (request: Pick<Run, 'variables' | 'send'>) => Promise<GatewayExecutionResult>;

/** The schemas that operations are compiled against. */
export interface Schemas {
  /** What subgraphs and gateway know. */
  supergraph: SupergraphSchema;
  /** What callers see, as Apollo's planner reads it. */
  api: () => Schema;
}

/**
 * Compiles an operation with its plan.
 *
 * @throws NotCompilableError
 */
export function compileOperation(schemas: Schemas, plan: QueryPlan, source: OperationSource): Execute {
  const api = schemas.api();
  const fragments = source.document.definitions.filter(
    (node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION,
  );
  const document = { kind: Kind.DOCUMENT as const, definitions: [source.definition, ...fragments] };
  // Read as Apollo's planner reads it: equal selections are one, and this is the order of the answer.
  const operation = operationFromDocument(api, document, { validate: false });
  const fetch = compilePlan(schemas.supergraph, plan, operation);
  const shape = compileShape(operation, api, source);

  return async ({ variables, send }) => {
    const run: Run = { data: {}, errors: [], variables, send };
    await fetch?.(run, run.data);
    return resultOf(run, () => shape(run.data, variables));
  };
}

function resultOf({ errors }: Run, shape: () => Shaped): GatewayExecutionResult {
  try {
    const { data, errors: faults } = shape();
    if (errors.length > 0) return { errors, data };
    // What subgraphs gave wrongly is told beside the errors: callers were never refused for it.
    return faults.length > 0 ? { extensions: { valueCompletion: faults }, data } : { data };
  } catch (error) {
    const { message } = error as Error;
    return {
      errors: [error instanceof GraphQLError ? error : new GraphQLError(message, { originalError: error as Error })],
    };
  }
}
