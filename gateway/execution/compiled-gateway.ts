import '../telemetry.ts';
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { ApolloGateway } from '@apollo/gateway';
import type { GatewayConfig } from '@apollo/gateway';
import { buildSchema } from '@apollo/federation-internals';
import type { GatewayExecutor, GatewayGraphQLRequestContext, GatewayInterface } from '@apollo/server-gateway-interface';
import { buildASTSchema, getOperationAST, getVariableValues, parse, printSchema } from 'graphql';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Transport } from '../../subgraphs/kit/transport/transport.ts';
import { callerOf } from '../request.ts';
import type { GatewayRequest } from '../request.ts';
import { SubgraphDataSource } from '../transport/data-source.ts';
import { compileOperation } from './compile-operation.ts';
import type { Execute, Schemas } from './compile-operation.ts';
import { NotCompilableError } from './compile-plan.ts';
import type { OperationSource } from './compile-shape.ts';
import type { Run } from './run.ts';
import { sampleVariables } from './sample-variables.ts';

/** A gateway as Apollo's server takes one, whose operations are compiled once and then only executed. */
export interface CompiledGateway extends GatewayInterface {
  /** How many operations were compiled, and how many requests were handed over to Apollo's own executor. */
  counts: { compiled: number; handedOver: number };
  /** Compiles operations that callers are known to send, one after the other, between their requests. What can't be planned is passed over. */
  prepare(texts: readonly string[]): Promise<void>;
}

/** What a compiled gateway is made of. */
export interface CompiledGatewayParts {
  supergraphSdl: string;
  transport: Transport;
}

/** A compiled operation, and what its variables are read by. */
interface CompiledOperation {
  source: OperationSource;
  execute: Execute;
}

/** How much is kept compiled; beyond that those operations that nobody sent for longest are forgotten. */
const kept = {
  /** Operations. */
  max: 2_000,
  /** Characters of operations and their plans. What they are compiled to takes some twenty times as many bytes. */
  maxSize: 5_000_000,
};

/**
 * Builds a gateway. Apollo's own holds the supergraph, reads variables and plans; but before it executes a plan, the plan is taken from it and compiled, and
 * from then on the operation doesn't pass it any more.
 */
export function compiledGateway({ supergraphSdl, transport }: CompiledGatewayParts): CompiledGateway {
  const counts = { compiled: 0, handedOver: 0 };
  const operations = new LRUCache<string, CompiledOperation>(kept);
  let schemas: Schemas;
  let callers: GraphQLSchema;
  let stopped = false;

  const apollo = new ApolloGateway({
    supergraphSdl,
    buildService: ({ name }) => new SubgraphDataSource(name, transport),
    queryPlannerConfig: { cache: noPlans },
    experimental_didResolveQueryPlan: takePlan,
  });
  apollo.onSchemaLoadOrUpdate(({ apiSchema, coreSupergraphSdl }) => {
    operations.clear();
    callers = apiSchema;
    schemas = schemasOf(apiSchema, coreSupergraphSdl);
  });

  return {
    counts,
    load: async (options) => {
      await apollo.load(options);
      return { executor };
    },
    onSchemaLoadOrUpdate: (callback) => apollo.onSchemaLoadOrUpdate(callback),
    prepare,
    stop: () => {
      stopped = true;
      return apollo.stop();
    },
  };

  async function prepare(texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      await setImmediate();
      if (stopped) return;
      // Apollo's gateway ends with the plan taken, or with what is wrong with the operation.
      await plan(text).catch(() => undefined);
    }
  }

  async function plan(text: string): Promise<void> {
    const request = plannedRequest(text, callers);
    if (!operations.has(keyOf(request))) await apollo.executor(request);
  }

  async function executor(context: GatewayGraphQLRequestContext): ReturnType<GatewayExecutor> {
    const known = operations.get(keyOf(context));
    if (known) return execute(known, context);
    try {
      return await apollo.executor(context);
    } catch (error) {
      if (error instanceof PlanTaken) return execute(error.operation, context);
      throw error;
    }
  }

  /** Compiles a plan that Apollo's gateway is about to execute, and keeps it from that. */
  function takePlan({ queryPlan, operationContext, requestContext }: ResolvedPlan): void {
    const { schema, operation: definition } = operationContext;
    const source = { schema, document: requestContext.document, definition };
    try {
      const operation = { source, execute: compileOperation(schemas, queryPlan, source) };
      counts.compiled++;
      const size = requestContext.source.length + JSON.stringify(queryPlan).length;
      operations.set(keyOf(requestContext), operation, { size });
      throw new PlanTaken(operation);
    } catch (error) {
      if (!(error instanceof NotCompilableError)) throw error;
      counts.handedOver++;
    }
  }

  async function execute(
    { source: { schema, definition }, execute }: CompiledOperation,
    context: GatewayGraphQLRequestContext,
  ): ReturnType<GatewayExecutor> {
    const { variables = {} } = context.request;
    const { errors } = getVariableValues(schema, definition.variableDefinitions ?? [], variables);
    return errors ? { errors } : execute({ variables, send: senderOf(context, definition) });
  }

  function senderOf(
    { context, operationName, queryHash }: GatewayGraphQLRequestContext,
    definition: OperationDefinitionNode,
  ): Run['send'] {
    const caller = callerOf(context as GatewayRequest, {
      name: operationName,
      hash: queryHash,
      type: definition.operation,
    });
    return (subgraph, operation) => transport.send(subgraph, { ...operation, ...caller });
  }
}

type ResolvedPlan = Parameters<NonNullable<GatewayConfig['experimental_didResolveQueryPlan']>>[0];

/** Ends what Apollo's gateway does with an operation once its plan is compiled. */
class PlanTaken extends Error {
  constructor(readonly operation: CompiledOperation) {
    super('The plan was taken to be compiled');
  }
}

/** What is kept of plans is compiled. */
const noPlans = {
  get: () => Promise.resolve(undefined),
  set: () => Promise.resolve(),
  delete: () => Promise.resolve(true),
  clear: () => {},
};

/** An operation is told by its text and, where the text holds several, by its name. */
function keyOf({ queryHash, request, operationName }: GatewayGraphQLRequestContext): string {
  return `${queryHash} ${request.operationName ?? operationName ?? ''}`;
}

/** A request for an operation that nobody sends: it is planned, and ends there. */
function plannedRequest(text: string, schema: GraphQLSchema): GatewayGraphQLRequestContext {
  const document = parse(text);
  const operation = getOperationAST(document)!;
  return {
    request: { query: text, variables: sampleVariables(schema, operation) },
    document,
    source: text,
    queryHash: createHash('sha256').update(text).digest('hex'),
    operationName: operation.name?.value ?? null,
  } as GatewayGraphQLRequestContext;
}

/** The schemas of a supergraph, each built when it is first needed. */
function schemasOf(apiSchema: GraphQLSchema, supergraphSdl: string): Schemas {
  return {
    api: once(() => buildSchema(printSchema(apiSchema))),
    supergraph: once(() => buildASTSchema(parse(supergraphSdl), { assumeValidSDL: true })),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
