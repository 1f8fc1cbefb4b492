import { readFile } from 'node:fs/promises';
import helmet from '@fastify/helmet';
import Fastify from 'fastify';
import type { JWK } from 'jose';
import type { Logger } from 'pino';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { ConfigurationError } from '../../subgraphs/kit/configuration.ts';
import { closeSoon } from '../../subgraphs/kit/http/close-soon.ts';
import { health } from '../../subgraphs/kit/http/health.ts';
import { logRequests } from '../../subgraphs/kit/http/log-requests.ts';
import { requestId } from '../../subgraphs/kit/http/request-id.ts';
import { openDatabase } from '../../subgraphs/kit/orm/database.ts';
import { runProcess } from '../../subgraphs/kit/process.ts';
import type { ReadyServer } from '../../subgraphs/kit/process.ts';
import { configuredVerifier } from '../../subgraphs/kit/signatures/trust-configuration.ts';
import { HttpTransport } from '../../subgraphs/kit/transport/http.ts';
import { systemAuthorization } from '../../subgraphs/kit/viewer/system-token.ts';
import { limitRates } from '../limits/limit-rates.ts';
import { usualLimits } from '../limits/limits.ts';
import { identityConfiguration } from './config.ts';
import { directory } from './directory.ts';
import { readFrontends } from './frontends.ts';
import { startIdentity } from './identity.ts';
import { identityTables } from './model/tables.ts';
import { sealingWith } from './sealing.ts';

// The identity provider alone: it asks the missions subgraph over HTTP.
await runProcess('identity', openIdentity);

async function openIdentity(logger: Logger): Promise<ReadyServer> {
  const configuration = identityConfiguration(process.env);
  const {
    DATABASE_URL: url,
    DATABASE_POOL: poolSize,
    SUBGRAPH_URLS: urls,
    TRUST_PROXY: trustedProxies,
  } = configuration;
  const clock = systemClock;
  const transport = new HttpTransport({ urls, deadline: configuration.SUBGRAPH_DEADLINE, logger });
  const systemKey = JSON.parse(await readFile(configuration.SYSTEM_KEY, 'utf8')) as JWK;
  if (!systemKey.d) throw new ConfigurationError('SYSTEM_KEY: the provider signs with it, so it is to be private.');
  const orm = await openDatabase(identityTables, { url, poolSize });
  const identity = startIdentity({
    orm,
    sealing: sealingWith(configuration.IDENTITY_KEY),
    directory: directory(transport, systemAuthorization(systemKey, clock)),
    verifier: configuredVerifier(configuration),
    frontends: await readFrontends(configuration.FRONTENDS),
    audience: configuration.TOKEN_AUDIENCE,
    demoAccounts: [],
    publicUrl: () => configuration.PUBLIC_URL,
    clock,
    logger,
  });
  const server = Fastify({
    genReqId: requestId,
    forceCloseConnections: 'idle',
    trustProxy: trustedProxies.length > 0 && trustedProxies,
  });
  closeSoon(server);
  logRequests(server, logger);
  await server.register(helmet);
  health(server, async () => ((await identity.ready()) ? [] : ['database']));
  await limitRates(server, { ...usualLimits, requestsPerAddress: configuration.RATE_LIMIT_ADDRESS });
  identity.routes(server);
  server.addHook('onClose', async () => {
    await identity.close();
    await transport.close();
  });
  return { server, configuration };
}
