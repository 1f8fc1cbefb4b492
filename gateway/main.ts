import { join } from 'node:path';
import type { Logger } from 'pino';
import { systemClock } from '../subgraphs/kit/clock.ts';
import { answers, openDatabase } from '../subgraphs/kit/orm/database.ts';
import { runProcess } from '../subgraphs/kit/process.ts';
import type { ReadyServer } from '../subgraphs/kit/process.ts';
import { configuredStorage } from '../subgraphs/kit/storage/storage-configuration.ts';
import { HttpTransport } from '../subgraphs/kit/transport/http.ts';
import { authenticator } from '../subgraphs/kit/viewer/token.ts';
import { configuredTrusts } from '../subgraphs/kit/viewer/trust-configuration.ts';
import { authenticateRequests } from './authenticate-request.ts';
import { gatewayConfiguration, reachableUrls } from './config.ts';
import { documentRoutes } from './documents/routes.ts';
import { bundledPages } from './pages/bundle.ts';
import { buildGateway } from './gateway.ts';
import { configuredBounds } from './limits/limit-configuration.ts';
import { loadSupergraph } from './supergraph.ts';

/** How long a subgraph may take to say that it is there, in milliseconds. */
const probeDeadline = 2_000;

/** Connections at the most for what is counted across gateways: each counting is one short statement. */
const countingConnections = 5;

// The gateway alone: its subgraphs are reached over HTTP.
await runProcess('gateway', openGateway);

async function openGateway(logger: Logger): Promise<ReadyServer> {
  const configuration = gatewayConfiguration(process.env);
  const { SUPERGRAPH: supergraphFile } = configuration;
  const { schema } = await loadSupergraph(supergraphFile);
  const urls = reachableUrls(schema, configuration.SUBGRAPH_URLS);

  const clock = systemClock;
  const { DATABASE_URL: url, PUBLIC_URL: publicUrl } = configuration;
  const orm = url === undefined ? undefined : await openDatabase([], { url, poolSize: countingConnections });
  const proofs = { orm, publicUrl: () => publicUrl ?? 'http://localhost', clock };
  const authenticate = authenticateRequests(authenticator(await configuredTrusts(configuration), clock), proofs);
  const transport = new HttpTransport({ urls, deadline: configuration.SUBGRAPH_DEADLINE, logger });
  const probe = new HttpTransport({ urls, deadline: probeDeadline, logger });
  const storage = configuredStorage(configuration);
  const server = await buildGateway({
    supergraphFile,
    transport,
    authenticate,
    logger,
    ...configuredBounds(configuration),
    executor: configuration.GATEWAY_EXECUTOR,
    operationsFolder: join(import.meta.dirname, '../schema/operations'),
    ...(configuration.PAGES_FOLDER && { pages: await bundledPages(configuration.PAGES_FOLDER) }),
    ...(storage && {
      routes: (server, graph, journal) =>
        documentRoutes(server, graph, { authenticate, storage, clock, logger, journalRefusal: journal }),
    }),
    notReady: async () => [
      ...(await silentSubgraphs(probe, Object.keys(urls))),
      ...(!orm || (await answers(orm)) ? [] : ['database']),
    ],
  });
  server.addHook('onClose', async () => {
    await transport.close();
    await probe.close();
    await orm?.close();
  });
  return { server, configuration };
}

/** The subgraphs that don't answer the smallest question. */
async function silentSubgraphs(transport: HttpTransport, names: readonly string[]): Promise<string[]> {
  const trace = { address: null, requestId: 'readiness', operationName: null, operationHash: null };
  const question = { query: '{ __typename }', authorization: undefined, acceptLanguage: undefined, trace };
  const answers = await Promise.all(names.map(async (name) => ({ name, ...(await transport.send(name, question)) })));
  return answers.filter(({ data }) => !data).map(({ name }) => name);
}
