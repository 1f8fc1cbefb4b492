import './telemetry.ts';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import helmet from '@fastify/helmet';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import type { Transport } from '../subgraphs/kit/transport/transport.ts';
import type { AuthenticateRequest } from './authenticate-request.ts';
import { answerFailure, answerFailures } from './failures.ts';
import { closeSoon } from '../subgraphs/kit/http/close-soon.ts';
import { health } from '../subgraphs/kit/http/health.ts';
import type { Warning } from '../subgraphs/kit/http/health.ts';
import { logRequests } from '../subgraphs/kit/http/log-requests.ts';
import { journalRefusal } from './journal-refusal.ts';
import type { JournalRefusal } from './journal-refusal.ts';
import { composedUrls } from './config.ts';
import type { DemoChoice } from './identity/parts.ts';
import { browserPages } from './pages/browser-pages.ts';
import { homeRoute } from './pages/home/home-route.ts';
import { compiledGateway } from './execution/compiled-gateway.ts';
import type { Executor } from './execution/executor-configuration.ts';
import { readOperations } from './execution/known-operations.ts';
import { authorize } from './plugins/authorize.ts';
import { presentErrors, presentRefusals } from './plugins/present-errors.ts';
import { readVariables } from './plugins/read-variables.ts';
import { resolveOperation } from './plugins/resolve-operation.ts';
import { roleView } from './plugins/role-view.ts';
import { allowOrigins } from './limits/allow-origins.ts';
import type { GatewayBounds } from './limits/limit-configuration.ts';
import { inTime } from './limits/in-time.ts';
import { limitOperations } from './limits/limit-operations.ts';
import { limitRates } from './limits/limit-rates.ts';
import { usualLimits } from './limits/limits.ts';
import { refuseStrangeHeaders } from './limits/refuse-strange-headers.ts';
import { refuseUnenforceable } from './limits/refuse-unenforceable.ts';
import { shedLoad } from './limits/shed-load.ts';
import { takeTurns } from './limits/take-turns.ts';
import { refuseWhileClosing } from './refuse-while-closing.ts';
import { requestOf } from './request.ts';
import type { GatewayRequest } from './request.ts';
import { requestId } from '../subgraphs/kit/http/request-id.ts';
import { loadSupergraph } from './supergraph.ts';
import { SubgraphDataSource } from './transport/data-source.ts';

/** What a gateway is made of. */
export interface GatewayParts extends GatewayBounds {
  /** The file of the supergraph that it serves. */
  supergraphFile: string;
  /** How its subgraphs are reached, by their names in the supergraph. */
  transport: Transport;
  authenticate: AuthenticateRequest;
  logger: Logger;
  /** Tells whether the parts behind it are ready to serve; names those that are not. */
  notReady: () => Promise<string[]>;
  /** What goes well for now only; nothing when it isn't told. */
  warnings?: () => Promise<Warning[]>;
  /** What executes plans: our own executor, which compiles them, unless Apollo's is wished for. */
  executor?: Executor;
  /** The folder of operations that callers are known to send; none is known without it. */
  operationsFolder?: string;
  /** The folder of the pages that run in the browser; none are served without it. */
  pages?: string | undefined;
  /** Accounts that anybody may act as, whom the home page offers; in demo mode only. */
  demoAccounts?: readonly DemoChoice[];
  /** Further routes beside the graph, such as those for documents; what they refuse is journalled as the graph's refusals are. */
  routes?: (server: FastifyInstance, graph: ApolloServer<GatewayRequest>, journal: JournalRefusal) => void;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks, once it is known. */
    asked?: GatewayRequest;
  }
}

/** The longest body of an operation, in bytes. */
const longestBody = 1024 * 1024;

/** How long a request may take to arrive, in milliseconds; more than the slowest upload of a document. */
const longestRequest = 16 * 60 * 1000;

/** Builds a gateway that isn't listening yet. What a request passes stands here in its order. */
export async function buildGateway(parts: GatewayParts): Promise<FastifyInstance> {
  const { transport, authenticate, logger, origins = [], trustedProxies = [] } = parts;
  const limits = { ...usualLimits, ...parts.limits };
  const supergraph = await loadSupergraph(parts.supergraphFile);
  refuseUnenforceable(supergraph.schema);
  const server: FastifyInstance = Fastify({
    bodyLimit: longestBody,
    genReqId: requestId,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    requestTimeout: longestRequest,
    trustProxy: trustedProxies.length > 0 && [...trustedProxies],
    frameworkErrors: answerFailure(logger),
  });

  closeSoon(server);
  refuseWhileClosing(server);
  logRequests(server, logger);
  answerFailures(server, logger);
  server.decorateRequest('asked');
  await server.register(helmet);
  await allowOrigins(server, origins);
  // Before requests are counted: a balancer may ask as often as it likes.
  health(server, parts.notReady, parts.warnings);
  const count = await limitRates(server, limits);

  const journal = journalRefusal(transport, supergraph.schema);
  const compiled =
    parts.executor === 'stock' ? undefined : compiledGateway({ supergraphSdl: supergraph.sdl, transport });
  const graph = new ApolloServer<GatewayRequest>({
    gateway:
      compiled ??
      new ApolloGateway({
        supergraphSdl: supergraph.sdl,
        buildService: ({ name }) => new SubgraphDataSource(name, transport),
      }),
    plugins: [
      presentErrors(logger),
      resolveOperation(),
      authorize(supergraph.schema, journal),
      readVariables(),
      limitOperations(limits),
      roleView(supergraph.schema),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: server.server }),
    ],
    introspection: true,
    csrfPrevention: true,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger,
    parseOptions: { maxTokens: limits.tokens },
    validationOptions: { maxErrors: 20 },
  });
  await graph.start();
  // Not before: starting keeps the process busy, too.
  await shedLoad(server, limits);
  const inTurn = takeTurns(limits);
  const answer = fastifyApolloHandler(graph, { context: (request) => Promise.resolve(request.asked!) });

  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    // Before the operation is read: a bad token is answered like everything else that fails outside of an operation.
    onRequest: async (request, reply) => {
      try {
        refuseStrangeHeaders(request);
        request.asked = await requestOf(request, authenticate);
      } finally {
        // Whoever is refused here is counted, too: by address.
        await count.call(server, request, reply);
      }
    },
    onSend: presentRefusals(logger),
    handler: (request, reply) =>
      inTime(limits.deadline, reply, (cancelled) => {
        request.asked!.cancelled = cancelled;
        return inTurn(async () => answer.call(server, request, reply), cancelled);
      }),
  });
  homeRoute(server, {
    parts: Object.keys(composedUrls(supergraph.schema)),
    notReady: parts.notReady,
    warnings: parts.warnings ?? (() => Promise.resolve([])),
    pages: parts.pages !== undefined,
    demoAccounts: parts.demoAccounts ?? [],
    logger,
  });
  if (parts.pages !== undefined) browserPages(server, parts.pages);
  parts.routes?.(server, graph, journal);
  server.addHook('onClose', () => graph.stop());
  // Once it listens, and between requests: nobody waits for it, neither at the start nor as the first who asks.
  server.addHook('onListen', async () => {
    const { operationsFolder } = parts;
    if (compiled && operationsFolder !== undefined) void compiled.prepare(await readOperations(operationsFolder));
  });
  return server;
}
