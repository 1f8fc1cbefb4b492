import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { closeSoon } from '../http/close-soon.ts';
import { health } from '../http/health.ts';
import { logRequests } from '../http/log-requests.ts';
import { proofHeader } from '../http/proof-header.ts';
import { requestId } from '../http/request-id.ts';
import { whileWaitedFor } from '../http/while-waited-for.ts';
import { traceOfHeaders } from '../transport/trace-headers.ts';
import type { Subgraph } from './subgraph.ts';

/** The longest body of an operation, in bytes: the gateway may ask for many entities at once. */
const longestBody = 10 * 1024 * 1024;

/** The longest headers, in bytes: what the gateway took from its caller comes here with a few more. */
const longestHeaders = 64 * 1024;

/** An operation as GraphQL over HTTP writes it. */
interface Operation {
  query: string;
  variables?: Record<string, unknown> | null;
  operationName?: string | null;
}

const operation = {
  type: 'object',
  required: ['query'],
  properties: {
    query: { type: 'string' },
    variables: { type: ['object', 'null'] },
    operationName: { type: ['string', 'null'] },
  },
};

/** Builds a subgraph's own server, not listening yet. The subgraph answers what it reads as it does in process. */
export function subgraphServer(subgraph: Subgraph, logger: Logger): FastifyInstance {
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

  // A page of another site could make a browser send text.
  server.removeContentTypeParser('text/plain');
  server.post<{ Body: Operation }>('/graphql', { schema: { body: operation } }, ({ body, headers }, reply) => {
    const { query, variables, operationName } = body;
    return subgraph.answer({
      query,
      ...(variables && { variables }),
      operationName: operationName ?? undefined,
      authorization: headers.authorization,
      proof: proofHeader(headers),
      acceptLanguage: headers['accept-language'],
      trace: traceOfHeaders(headers),
      cancelled: whileWaitedFor(reply).signal,
    });
  });
  return server;
}
