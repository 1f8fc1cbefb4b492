import { execute, getVariableValues, OperationTypeNode } from 'graphql';
import type { ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { isMasked } from '../access/masking.ts';
import { judge } from '../access/requirements.ts';
import type { Context } from '../subgraph/context.ts';
import type { SubgraphRequest } from '../transport/transport.ts';
import type { ValidDocument } from './documents.ts';
import { Execution } from './execution.ts';
import { QueryPlan } from './plan.ts';
import type { Resolvers } from './plan.ts';

/** What is asked for, of a document that was read. */
type Asked = Pick<SubgraphRequest, 'variables' | 'operationName'>;

/** Executes an operation of a document. */
export type Execute = (document: ValidDocument, asked: Asked, context: Context) => Promise<ExecutionResult>;

/** How many plans of one operation are kept; it has several where it skips or includes fields by variables. */
const keptPlans = 16;

/**
 * Executes the operations of a schema whose fields refuse and mask. A query in which nothing is refused or masked to its viewer is executed by a plan,
 * which is made once and has no need of these guards; everything else by graphql-js, field by field, with all of them.
 *
 * @param resolvers what finds the fields' values behind the guards.
 */
export function executor(schema: GraphQLSchema, resolvers: Resolvers): Execute {
  const plans = new WeakMap<OperationDefinitionNode, LRUCache<string, QueryPlan>>();

  return async (valid, asked, context) => {
    const query = queryOf(valid, asked);
    if (!query || isGuarded(valid, context))
      return execute({
        schema,
        document: valid.document,
        contextValue: context,
        variableValues: asked.variables,
        operationName: asked.operationName,
      });
    const { errors, coerced } = getVariableValues(schema, query.variableDefinitions ?? [], asked.variables ?? {}, {
      maxErrors: 50,
    });
    if (errors) return { errors };
    return new Execution(planOf(valid, query, coerced), coerced, context).answer();
  };

  function planOf(
    valid: ValidDocument,
    operation: OperationDefinitionNode,
    variables: Record<string, unknown>,
  ): QueryPlan {
    let known = plans.get(operation);
    if (!known) plans.set(operation, (known = new LRUCache({ max: keptPlans })));
    const conditions = Object.fromEntries(valid.conditions.map((name) => [name, variables[name]]));
    const key = JSON.stringify(conditions);
    let plan = known.get(key);
    if (!plan) {
      plan = new QueryPlan(schema, resolvers, operation, valid.fragments, conditions);
      known.set(key, plan);
    }
    return plan;
  }
}

/** The query that is asked for; nothing when it is none, or not told which. */
function queryOf({ operations }: ValidDocument, { operationName }: Asked): OperationDefinitionNode | undefined {
  const named = operationName == null ? operations : operations.filter(({ name }) => name?.value === operationName);
  const [operation] = named;
  return named.length === 1 && operation?.operation === OperationTypeNode.QUERY ? operation : undefined;
}

/** Whether anything in a document is refused to a viewer, or masked. */
function isGuarded({ requirements, masks }: ValidDocument, { viewer }: Context): boolean {
  return (masks && isMasked(viewer)) || requirements.some((requirement) => judge(requirement, viewer) !== 'ALLOWED');
}
