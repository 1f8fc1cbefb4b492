import type { FastifyInstance } from 'fastify';
import type { JWK } from 'jose';
import type { Logger } from 'pino';
import { authenticateRequests } from '../gateway/authenticate-request.ts';
import { directory } from '../gateway/identity/directory.ts';
import { startIdentity } from '../gateway/identity/identity.ts';
import { identityTables } from '../gateway/identity/model/tables.ts';
import type { DemoChoice, Frontend } from '../gateway/identity/parts.ts';
import { sealingWith } from '../gateway/identity/sealing.ts';
import { documentRoutes } from '../gateway/documents/routes.ts';
import type { GatewayBounds } from '../gateway/limits/limit-configuration.ts';
import type { Executor } from '../gateway/execution/executor-configuration.ts';
import { buildGateway } from '../gateway/gateway.ts';
import { allSubgraphs } from '../subgraphs/all.ts';
import type { Clock } from '../subgraphs/kit/clock.ts';
import { startJobs } from '../subgraphs/kit/jobs/jobs.ts';
import type { Mailer } from '../subgraphs/kit/mail/mailer.ts';
import { openDatabase } from '../subgraphs/kit/orm/database.ts';
import type { Sealing } from '../subgraphs/kit/seals/sealing.ts';
import type { SignatureVerifier } from '../subgraphs/kit/signatures/verdict.ts';
import type { DocumentStorage } from '../subgraphs/kit/storage/storage.ts';
import { startSubgraph } from '../subgraphs/kit/subgraph/subgraph.ts';
import type { Transport } from '../subgraphs/kit/transport/transport.ts';
import { InProcessTransport } from '../subgraphs/kit/transport/in-process.ts';
import { systemAuthorization, systemTrust } from '../subgraphs/kit/viewer/system-token.ts';
import { authenticator } from '../subgraphs/kit/viewer/token.ts';
import type { TokenTrust } from '../subgraphs/kit/viewer/token.ts';
import { supergraphFile } from './paths.ts';
import type { ApplicationRole } from './roles.ts';

/** For whom the access tokens of the product's own provider are. */
const tokenAudience = 'qonaq';

/** What the whole product in one process stands on. */
export interface ProductParts {
  /** Connection string of a database role of the product. */
  databaseUrl: (role: ApplicationRole) => string;
  /** Connections of each subgraph at the most. */
  poolSize: number;
  storage: DocumentStorage;
  /** Whose tokens are believed. */
  trusts: readonly TokenTrust[];
  /** Encrypts what the identity provider keeps. */
  identityKey: string;
  /** Whose electronic signatures are believed; without it nobody signs in with one. */
  verifier?: SignatureVerifier | undefined;
  /** Sends e-mails; without it none are written. Closed with the product. */
  mailer?: Mailer | undefined;
  /** From which the secrets of webhooks derive; without it none is told. */
  webhookKey?: string | undefined;
  /** With what the journal is sealed; without it nothing is. */
  sealing?: Sealing | undefined;
  /** The frontends that people sign in to. */
  frontends: readonly Frontend[];
  /** Accounts that anybody may act as; in demo mode only. */
  demoAccounts?: readonly DemoChoice[];
  /** The folder of the pages that run in the browser; none are served without it. */
  pages?: string | undefined;
  /** What callers may ask for, and from where. */
  bounds?: GatewayBounds;
  /** What executes plans; the gateway's usual executor unless told. */
  executor?: Executor;
  /** The folder of operations that callers are known to send; none is known without it. */
  operationsFolder?: string;
  /** How long uploads wait for being attached; then they are removed. */
  uploadsWait: Temporal.Duration;
  /** How long after a term has passed the head of the office is told. */
  escalateAfter: Temporal.Duration;
  /** Signs the tokens with which jobs ask. */
  systemKey: JWK;
  clock: Clock;
  logger: Logger;
  demo: boolean;
  /** Where people reach it; asked when something is printed. */
  publicUrl: () => string;
  /** Where people read what they are told. */
  cabinetUrl: () => string;
  /** Sees each SQL statement of each subgraph. */
  onStatement?: (subgraph: string, statement: string) => void;
}

/** The whole product in one process. */
export interface Product {
  /** The gateway, not listening yet. Closing it closes all of the product. */
  server: FastifyInstance;
  /** How its subgraphs are reached without the gateway. */
  transport: Transport;
}

/** Puts the whole product together in one process. */
export async function startProduct(parts: ProductParts): Promise<Product> {
  const { clock, logger, storage, demo, publicUrl, onStatement, databaseUrl, poolSize } = parts;
  const transport = new InProcessTransport();
  const asSystem = systemAuthorization(parts.systemKey, clock);
  const identity = startIdentity({
    orm: await openDatabase(identityTables, { url: databaseUrl('qonaq_identity'), poolSize }),
    sealing: sealingWith(parts.identityKey),
    directory: directory(transport, asSystem),
    verifier: parts.verifier,
    frontends: parts.frontends,
    audience: tokenAudience,
    demoAccounts: parts.demoAccounts ?? [],
    publicUrl,
    clock,
    logger,
  });
  const ownTrust = { issuer: publicUrl, audience: tokenAudience, keys: identity.keys };
  const believed = [...parts.trusts, ownTrust];
  const authenticate = authenticator([...believed, systemTrust(parts.systemKey)], clock);
  const services = {
    clock,
    storage,
    verifier: parts.verifier,
    mailer: parts.mailer,
    webhookKey: parts.webhookKey,
    sealing: parts.sealing,
    transport,
    systemAuthorization: asSystem,
    logger,
    escalateAfter: parts.escalateAfter,
    uploadsWait: parts.uploadsWait,
    demo,
    publicUrl,
    cabinetUrl: parts.cabinetUrl,
  };
  const subgraphs = await Promise.all(
    Object.values(allSubgraphs).map((definition) =>
      startSubgraph(definition, services, authenticate, {
        url: databaseUrl(`qonaq_${definition.name}`),
        poolSize,
        ...(onStatement && { onStatement: (statement: string) => onStatement(definition.name, statement) }),
      }),
    ),
  );
  for (const subgraph of subgraphs) transport.add(subgraph.definition.name, subgraph);
  const jobs = startJobs(subgraphs, databaseUrl('qonaq_worker'), logger);

  const counters = await openDatabase([], { url: databaseUrl('qonaq_gateway'), poolSize });
  // Nobody comes from outside as the product itself.
  const fromOutside = authenticateRequests(authenticator(believed, clock), { orm: counters, publicUrl, clock });
  const server = await buildGateway({
    supergraphFile,
    transport,
    authenticate: fromOutside,
    logger,
    ...parts.bounds,
    ...(parts.executor && { executor: parts.executor }),
    ...(parts.operationsFolder !== undefined && { operationsFolder: parts.operationsFolder }),
    pages: parts.pages,
    demoAccounts: parts.demoAccounts ?? [],
    routes: (routes, graph, journal) => {
      documentRoutes(routes, graph, { authenticate: fromOutside, storage, clock, logger, journalRefusal: journal });
      identity.routes(routes);
    },
    notReady: async () =>
      [
        ...(await Promise.all(subgraphs.map(async (each) => ((await each.ready()) ? [] : [each.definition.name])))),
        (await identity.ready()) ? [] : ['identity'],
      ].flat(),
    warnings: async () => (await Promise.all(subgraphs.map((each) => each.warnings()))).flat(),
  });
  server.addHook('onClose', async () => {
    await jobs.stop();
    parts.mailer?.close();
    await Promise.all([...subgraphs, identity, counters].map((each) => each.close()));
  });
  return { server, transport };
}
