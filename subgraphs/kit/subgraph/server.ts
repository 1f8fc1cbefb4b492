import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { closeSoon } from '../http/close-soon.ts';
import { health } from '../http/health.ts';
import { logRequests } from '../http/log-requests.ts';
import { proofHeader } from '../http/proof-header.ts';
import { requestId } from '../http/request-id.ts';
import { traceOfHeaders } from '../transport/trace-headers.ts';
import type { SubgraphRequest } from '../transport/transport.ts';
import type { Subgraph } from './subgraph.ts';

/** The longest body of an operation, in bytes: the gateway may ask for many entities at once. */
const longestBody = 10 * 1024 * 1024;

/** The longest headers, in bytes: what the gateway took from its caller comes here with a few more. */
const longestHeaders = 64 * 1024;

/** What a request's headers tell of the caller. */
type CallerHeaders = Pick<SubgraphRequest, 'authorization' | 'proof' | 'acceptLanguage' | 'trace'>;

/** Builds a subgraph's own server, not listening yet: @apollo/server reads the requests, the subgraph answers them as it does in process. */
export async function subgraphServer(subgraph: Subgraph, logger: Logger): Promise<FastifyInstance> {
  const server: FastifyInstance = Fastify({
    bodyLimit: longestBody,
    http: { maxHeaderSize: longestHeaders },
    genReqId: requestId,
    forceCloseConnections: 'idle',
  });
  closeSoon(server);
  logRequests(server, logger);
  health(
    server,
    async () => ((await subgraph.ready()) ? [] : ['database']),
    () => subgraph.warnings(),
  );

  const graph = new ApolloServer<CallerHeaders>({
    gateway: {
      onSchemaLoadOrUpdate: (tell) => {
        tell({ apiSchema: subgraph.schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      load: () =>
        Promise.resolve({
          executor: ({ source, request, context }) => answer(source, request, context as CallerHeaders),
        }),
      stop: () => Promise.resolve(),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
    ],
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger,
    parseOptions: { maxTokens: 10_000 },
    validationOptions: { maxErrors: 20 },
  });
  await graph.start();

  server.post(
    '/graphql',
    fastifyApolloHandler(graph, {
      context: ({ headers }) =>
        Promise.resolve({
          authorization: headers.authorization,
          proof: proofHeader(headers),
          acceptLanguage: headers['accept-language'],
          trace: traceOfHeaders(headers),
        }),
    }),
  );
  server.addHook('onClose', () => graph.stop());
  return server;

  function answer(
    query: string,
    { variables, operationName }: Pick<SubgraphRequest, 'variables' | 'operationName'>,
    caller: CallerHeaders,
  ) {
    return subgraph.answer({ query, ...(variables && { variables }), operationName, ...caller });
  }
}
