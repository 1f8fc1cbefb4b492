import { readFile } from 'node:fs/promises';
import type { JWK } from 'jose';
import { Client } from 'pg';
import type { Logger } from 'pino';
import { systemClock } from '../clock.ts';
import { ConfigurationError, isLoopback } from '../configuration.ts';
import { startJobs } from '../jobs/jobs.ts';
import { configuredMailer } from '../mail/mail-configuration.ts';
import { runProcess } from '../process.ts';
import type { ReadyServer } from '../process.ts';
import { configuredSealing } from '../seals/sealing.ts';
import { configuredVerifier } from '../signatures/trust-configuration.ts';
import { configuredStorage, noStorage } from '../storage/storage-configuration.ts';
import { HttpTransport } from '../transport/http.ts';
import { systemAuthorization, systemTrust } from '../viewer/system-token.ts';
import { authenticator } from '../viewer/token.ts';
import { configuredTrusts } from '../viewer/trust-configuration.ts';
import { subgraphConfiguration } from './configuration.ts';
import type { SubgraphDefinition } from './definition.ts';
import { subgraphServer } from './server.ts';
import { startSubgraph } from './subgraph.ts';

/** Serves one subgraph alone, over HTTP, and works its jobs. Its configuration is in the environment. */
export async function serveSubgraph(definition: SubgraphDefinition): Promise<void> {
  await runProcess(definition.name, (logger) => openSubgraph(definition, logger));
}

async function openSubgraph(definition: SubgraphDefinition, logger: Logger): Promise<ReadyServer> {
  const configuration = subgraphConfiguration(definition, process.env);
  const { HOST: host, DATABASE_URL: url, WORKER_DATABASE_URL: workerUrl } = configuration;
  const demo = await isDemo(url);
  if (demo && !isLoopback(host))
    throw new ConfigurationError(`A demo installation listens on 127.0.0.1 only, not on ${host}.`);

  const clock = systemClock;
  const systemKey = JSON.parse(await readFile(configuration.SYSTEM_KEY, 'utf8')) as JWK;
  if (definition.jobs && !systemKey.d)
    throw new ConfigurationError('SYSTEM_KEY: jobs sign with it, so it is to be private.');
  const transport = new HttpTransport({
    urls: configuration.SUBGRAPH_URLS,
    deadline: configuration.SUBGRAPH_DEADLINE,
    logger,
  });
  const mailer = configuredMailer(configuration);
  const services = {
    clock,
    storage: configuredStorage(configuration) ?? noStorage,
    verifier: configuredVerifier(configuration),
    mailer,
    webhookKey: configuration.WEBHOOK_KEY,
    cabinetUrl: () => configuration.CABINET_URL ?? configuration.PUBLIC_URL,
    sealing: await configuredSealing(configuration),
    transport,
    systemAuthorization: systemAuthorization(systemKey, clock),
    logger,
    escalateAfter: configuration.ESCALATION_HOURS,
    uploadsWait: configuration.RETENTION_UPLOADS,
    demo,
    publicUrl: () => configuration.PUBLIC_URL,
  };
  const authenticate = authenticator([...(await configuredTrusts(configuration)), systemTrust(systemKey)], clock);
  const subgraph = await startSubgraph(definition, services, authenticate, {
    url,
    poolSize: configuration.DATABASE_POOL,
  });
  const jobs = definition.jobs && startJobs([subgraph], workerUrl!, logger);

  const server = subgraphServer(subgraph, logger);
  server.addHook('onClose', async () => {
    await jobs?.stop();
    mailer?.close();
    await subgraph.close();
    await transport.close();
  });
  return { server, configuration };
}

/** Whether the database was set up in demo mode. */
async function isDemo(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ demo: boolean }>('select demo from kit.installation');
    return rows[0]!.demo;
  } finally {
    await client.end();
  }
}
