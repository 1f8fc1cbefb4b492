import { getOperationAST, GraphQLError, OperationTypeNode } from 'graphql';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { MikroORM } from '@mikro-orm/postgresql';
import { commandTables } from '../commands/tables.ts';
import type { Warning } from '../http/health.ts';
import { languageOf } from '../errors/languages.ts';
import type { Language } from '../errors/languages.ts';
import { presentError } from '../errors/present.ts';
import { documentsFor } from '../execution/documents.ts';
import type { ValidDocument } from '../execution/documents.ts';
import { executor } from '../execution/execute.ts';
import { answers, openDatabase } from '../orm/database.ts';
import type { DatabaseSettings } from '../orm/database.ts';
import type { SubgraphRequest } from '../transport/transport.ts';
import type { Authenticate } from '../viewer/token.ts';
import { lookedForInVain } from '../journal/looked-for-in-vain.ts';
import { Context } from './context.ts';
import type { SubgraphDefinition } from './definition.ts';
import { subgraphSchema } from './schema.ts';
import type { Services } from './services.ts';

/** A subgraph at work in this process. */
export interface Subgraph {
  definition: SubgraphDefinition;
  schema: GraphQLSchema;
  orm: MikroORM;
  services: Services;
  /** Answers one operation; never throws. */
  answer(request: SubgraphRequest): Promise<ExecutionResult>;
  /** Whether its database answers. */
  ready(): Promise<boolean>;
  /** What goes well for now only. */
  warnings(): Promise<Warning[]>;
  /** Closes its connections. */
  close(): Promise<void>;
}

/** Starts a subgraph: its schema, its pool of connections. */
export async function startSubgraph(
  definition: SubgraphDefinition,
  services: Services,
  authenticate: Authenticate,
  database: DatabaseSettings,
): Promise<Subgraph> {
  const { schema, resolvers } = await subgraphSchema(definition);
  const orm = await openDatabase([...definition.entities, ...commandTables(definition.name)], database);
  const documentOf = documentsFor(schema);
  const execute = executor(schema, resolvers);

  return { definition, schema, orm, services, answer, ready: () => answers(orm), warnings, close: () => orm.close() };

  async function warnings(): Promise<Warning[]> {
    return (await definition.warnings?.(orm.em.fork(), services)) ?? [];
  }

  async function answer(request: SubgraphRequest): Promise<ExecutionResult> {
    const language = languageOf(request.acceptLanguage);
    const result = await resultFor(request, language);
    if (!result.errors) return result;
    const errors = result.errors.map((error) => presentError(error, language, services.logger, request.trace));
    return { ...result, errors };
  }

  async function resultFor(request: SubgraphRequest, language: Language): Promise<ExecutionResult> {
    try {
      const document = documentOf(request.query);
      const viewer = await authenticate(request);
      const { authorization, proof, trace } = request;
      // What is begun to be written is done, whoever waits for it.
      const cancelled = onlyReads(document, request.operationName) ? request.cancelled : undefined;
      const context = new Context({ viewer, authorization, proof, language, trace, cancelled }, orm, services);
      return await run(document, request, context);
    } catch (error) {
      return { errors: faultsOf(error) };
    }
  }

  async function run(document: ValidDocument, request: SubgraphRequest, context: Context): Promise<ExecutionResult> {
    try {
      const result = await execute(document, request, context);
      context.caller.cancelled?.throwIfAborted();
      for (const entry of lookedForInVain(schema, request, result, context)) context.notFound(entry);
      await context.endReading();
      return result;
    } catch (error) {
      await context.abandonReading();
      throw error;
    }
  }
}

function onlyReads({ document }: ValidDocument, operationName: string | undefined): boolean {
  return getOperationAST(document, operationName)?.operation === OperationTypeNode.QUERY;
}

function faultsOf(error: unknown): GraphQLError[] {
  const faults = error instanceof AggregateError ? (error.errors as unknown[]) : [error];
  return faults.map((fault) =>
    fault instanceof GraphQLError ? fault : new GraphQLError(String(fault), { originalError: fault as Error }),
  );
}
