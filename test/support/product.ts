import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { Client } from 'pg';
import { pino } from 'pino';
import type { Logger } from 'pino';
import { demoAccount, demoChoices } from '../../installation/demo/accounts.ts';
import type { DemoAccount } from '../../installation/demo/accounts.ts';
import { demoVerifier } from '../../installation/demo/authority.ts';
import { demoFrontend } from '../../installation/demo/frontend.ts';
import { demoToken, demoTrust } from '../../installation/demo/tokens.ts';
import { roleUrl } from '../../installation/database/external.ts';
import type { Frontend } from '../../gateway/identity/parts.ts';
import { bundledPages } from '../../gateway/pages/bundle.ts';
import type { Limits } from '../../gateway/limits/limits.ts';
import { startProduct } from '../../installation/product.ts';
import { folderStorage, newStorageKey } from '../../subgraphs/kit/storage/folder-storage.ts';
import { newSealKey } from '../../subgraphs/kit/seals/sealing.ts';
import type { SignatureVerifier } from '../../subgraphs/kit/signatures/verdict.ts';
import type { City, Role } from '../../subgraphs/kit/viewer/roles.ts';
import type { Mailer } from '../../subgraphs/kit/mail/mailer.ts';
import type { Transport } from '../../subgraphs/kit/transport/transport.ts';
import { TestClock } from './clock.ts';
import { GraphClient } from './graph-client.ts';
import { copyTemplate, rolePasswords } from './databases.ts';

/** The whole product, started in the test's own process on a database of its own, with a clock that the test moves. */
export interface TestProduct {
  url: string;
  /** Its data folder. */
  folder: string;
  server: FastifyInstance;
  /** How a subgraph is reached without the gateway. */
  subgraphs: Transport;
  clock: TestClock;
  /** Each SQL statement of each subgraph, as `subgraph statement`, since the test last emptied it. */
  statements: string[];
  /** Each line that the product logged, since the test last emptied it. */
  log: string[];
  /** The superuser's connection, to look behind the product's back. */
  database: Client;
  /** Connection string of the superuser. */
  databaseUrl: string;
  /** A client of somebody: the demo account of a role, at a mission (13, Berlin, unless told) or in a city. */
  as(role: Role, place?: { mission?: number; city?: City }, scopes?: string[]): GraphClient;
  /** A client of an account that the test made itself. */
  asAccount(account: DemoAccount, scopes?: string[]): GraphClient;
  /** A client that brings a token as it is. */
  withToken(token: string): GraphClient;
  /** What signs its tokens, what encrypts what its identity provider keeps, from what the secrets of webhooks derive, and what seals its journal. */
  keys: { tokens: JWK; identity: string; webhooks: string; seals: JWK };
  /** A client without a token. */
  anybody(): GraphClient;
  /** Stops it and removes its data. */
  close(): Promise<void>;
}

/** A frontend of the tests. */
export const testFrontend: Frontend = {
  id: 'counter',
  name: 'Counter workplace',
  redirectUris: ['https://counter.example/callback'],
  postLogoutRedirectUris: ['https://counter.example/signed-out'],
};

/** What a test asks of its product. */
export interface TestProductOptions {
  demo?: boolean;
  /** Connections of each subgraph at the most. */
  poolSize?: number;
  /** Whether people sign in in the test: then its address is its own, time runs, and signatures of the demo's authority are believed. */
  signIn?: boolean;
  /** Whether it seals the journal; its heads are in the folder `seals` of its data. */
  sealing?: boolean;
  /** Whether it serves the pages that run in the browser. */
  pages?: boolean;
  /** What verifies signatures, where people don't sign in. */
  verifier?: SignatureVerifier;
  /** What sends e-mails; without it none are written. */
  mailer?: Mailer;
  /** Whether systems are told by webhooks. */
  webhooks?: boolean;
  /** What callers may ask for, where it is to be less than usual. */
  limits?: Partial<Limits>;
  /** Another one, on whose database and by whose keys and clock it works, as a second process does. Close it before that one. */
  beside?: TestProduct;
}

/** Starts the product. Close it in `afterAll`. */
export async function startTestProduct(options: TestProductOptions = {}): Promise<TestProduct> {
  const { demo = true, poolSize = 5, signIn = false, beside } = options;
  const copy = beside ? { ownerUrl: beside.databaseUrl, drop: () => Promise.resolve() } : await copyTemplate();
  const folder = await mkdtemp(join(tmpdir(), 'qonaq-documents-'));
  const keys = beside?.keys ?? (await newKeys());
  const key = keys.tokens;
  const database = new Client({ connectionString: copy.ownerUrl });
  await database.connect();
  const clock = beside?.clock ?? new TestClock();
  if (signIn) clock.run();
  let url = 'https://qonaq.example';
  const statements: string[] = [];
  const log: string[] = [];
  const { server, transport } = await startProduct({
    databaseUrl: (role) => roleUrl(copy.ownerUrl, role, rolePasswords[role]!),
    poolSize,
    storage: folderStorage({ folder, key: await newStorageKey() }),
    trusts: [demoTrust(key)],
    identityKey: keys.identity,
    frontends: [testFrontend, demoFrontend],
    pages: options.pages ? await bundledPages(process.env.PAGES_FOLDER!) : undefined,
    // Tests ask more often than people do, and share their process and its machine.
    bounds: {
      limits: { requestsPerAccount: 1_000_000, requestsPerAddress: 1_000_000, loopDelay: Infinity, ...options.limits },
    },
    demoAccounts: signIn && demo ? demoChoices : [],
    ...(options.sealing && { sealing: { key: keys.seals, formerKeys: [], headsFolder: join(folder, 'seals') } }),
    verifier: signIn ? await demoVerifier(folder) : options.verifier,
    mailer: options.mailer,
    webhookKey: options.webhooks ? keys.webhooks : undefined,
    escalateAfter: Temporal.Duration.from({ hours: 24 }),
    uploadsWait: Temporal.Duration.from({ hours: 30 * 24 }),
    systemKey: key,
    clock,
    logger: loggerInto(log),
    demo,
    publicUrl: () => url,
    cabinetUrl: () => url,
    onStatement: (subgraph, statement) => statements.push(`${subgraph} ${statement}`),
  });
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  if (signIn) url = address;

  const product: TestProduct = {
    ...clientsAt(address, key, clock),
    url: address,
    folder,
    server,
    subgraphs: transport,
    clock,
    statements,
    log,
    database,
    databaseUrl: copy.ownerUrl,
    keys,
    close: async () => {
      await product.server.close();
      await database.end();
      await copy.drop();
      await rm(folder, { recursive: true, force: true });
      // Files of tests stay loaded, with the products that they hold.
      for (const part of ['server', 'subgraphs', 'database'] as const) Reflect.deleteProperty(product, part);
    },
  };
  return product;
}

/** Functions of their own: what they make is kept by files of tests for good, and with it what they were made beside. */
function clientsAt(
  address: string,
  key: JWK,
  clock: TestClock,
): Pick<TestProduct, 'as' | 'asAccount' | 'withToken' | 'anybody'> {
  return {
    as: (role, place = {}, scopes = []) => {
      const account = demoAccount(role, place);
      if (!account) throw new Error(`No demo account of ${role}`);
      return new GraphClient(address, () => demoToken(key, account, scopes, clock));
    },
    asAccount: (account, scopes = []) => new GraphClient(address, () => demoToken(key, account, scopes, clock)),
    withToken: (token) => new GraphClient(address, () => Promise.resolve(token)),
    anybody: () => new GraphClient(address),
  };
}

async function newKeys(): Promise<TestProduct['keys']> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  const tokens: JWK = { ...(await exportJWK(privateKey)), alg: 'ES256', kid: 'test' };
  const [identity, webhooks] = [randomBytes(32), randomBytes(32)].map((bytes) => bytes.toString('base64url'));
  return { tokens, identity: identity!, webhooks: webhooks!, seals: await newSealKey() };
}

/** A function of its own: the job queue keeps the logger for good, and with it what it was made beside. */
function loggerInto(log: string[]): Logger {
  return pino({ base: null }, { write: (line: string) => log.push(line) });
}
