import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { isLoopback } from '../subgraphs/kit/configuration.ts';
import type { Clock } from '../subgraphs/kit/clock.ts';
import { configuredMailer } from '../subgraphs/kit/mail/mail-configuration.ts';
import { folderMailer } from '../subgraphs/kit/mail/mailer.ts';
import type { Mailer } from '../subgraphs/kit/mail/mailer.ts';
import { configuredVerifier } from '../subgraphs/kit/signatures/trust-configuration.ts';
import { folderStorage } from '../subgraphs/kit/storage/folder-storage.ts';
import { configuredTrusts } from '../subgraphs/kit/viewer/trust-configuration.ts';
import { configuredBounds } from '../gateway/limits/limit-configuration.ts';
import { bundledPages } from '../gateway/pages/bundle.ts';
import { readFrontends } from '../gateway/identity/frontends.ts';
import type { InstallationConfiguration } from './configuration.ts';
import { createDatabase, requireVersion, roleUrl } from './database/external.ts';
import { startEmbeddedDatabase } from './database/embedded.ts';
import { demoChoices } from './demo/accounts.ts';
import { demoVerifier } from './demo/authority.ts';
import { demoFrontend } from './demo/frontend.ts';
import { demoTrust } from './demo/tokens.ts';
import { operationsFolder } from './paths.ts';
import { startProduct } from './product.ts';
import { noteRunning } from './running.ts';
import { installationSecrets } from './secrets.ts';
import { setUp } from './set-up.ts';

/** An installation that is running. */
export interface OpenInstallation {
  server: FastifyInstance;
  /** Where it listens. */
  url: string;
  demo: boolean;
  /** Settles when the database has ended by itself. */
  databaseEnded: Promise<void>;
  /** Ends requests, jobs and connections, then the embedded database. */
  close: () => Promise<void>;
}

/** Opens the installation that the configuration describes: database, schema, reference data, then the product, listening. */
export async function openInstallation(
  configuration: InstallationConfiguration,
  clock: Clock,
  logger: Logger,
  onStatement?: (subgraph: string, statement: string) => void,
): Promise<OpenInstallation> {
  const { QONAQ_DATA: folder, DATABASE_URL: external, HOST: host, PORT: port, QONAQ_DEMO: demo } = configuration;
  // Beside the database: the first time both take some seconds.
  const bundling = bundledPages(configuration.PAGES_FOLDER ?? join(folder, 'pages'));
  bundling.catch(() => undefined);
  const database = external ? undefined : await startEmbeddedDatabase({ folder: join(folder, 'database') });
  try {
    const ownerUrl = external ?? (await createDatabase(database!.ownerUrl, 'qonaq'));
    await requireVersion(ownerUrl);
    const secrets = await installationSecrets(folder);
    const mode = await setUp({
      ownerUrl,
      passwords: secrets.passwords,
      demo,
      demoByDefault: !external,
      demoAllowed: isLoopback(host),
      clock,
    });

    const trusts = [
      ...(await configuredTrusts(configuration)),
      ...(mode.demo ? [demoTrust(secrets.demoSigningKey)] : []),
    ];
    let url = `http://localhost:${port}`;
    const { server } = await startProduct({
      databaseUrl: (role) => roleUrl(ownerUrl, role, secrets.passwords[role]),
      poolSize: configuration.DATABASE_POOL,
      storage: folderStorage({ folder: join(folder, 'documents'), key: secrets.storageKey }),
      trusts,
      identityKey: secrets.identityKey,
      verifier: mode.demo ? await demoVerifier(folder) : configuredVerifier(configuration),
      webhookKey: secrets.webhookKey,
      mailer: configuredMailer(configuration) ?? (mode.demo ? demoMailer(folder) : undefined),
      sealing: {
        key: secrets.sealKey,
        formerKeys: [],
        headsFolder: configuration.SEAL_HEADS ?? join(folder, 'seals'),
      },
      frontends: [...(await readFrontends(configuration.FRONTENDS)), ...(mode.demo ? [demoFrontend] : [])],
      demoAccounts: mode.demo ? demoChoices : [],
      pages: await bundling,
      bounds: configuredBounds(configuration),
      executor: configuration.GATEWAY_EXECUTOR,
      operationsFolder,
      escalateAfter: configuration.ESCALATION_HOURS,
      uploadsWait: configuration.RETENTION_UPLOADS,
      systemKey: secrets.systemKey,
      clock,
      logger,
      demo: mode.demo,
      publicUrl: () => configuration.PUBLIC_URL ?? url,
      cabinetUrl: () => configuration.CABINET_URL ?? configuration.PUBLIC_URL ?? url,
      ...(onStatement && { onStatement }),
    });
    const close = async () => {
      await server.close();
      await database?.stop();
    };
    try {
      url = await server.listen({ port, host });
      await noteRunning(folder, {
        url,
        publicUrl: configuration.PUBLIC_URL ?? url,
        demo: mode.demo,
        databaseUrl: roleUrl(ownerUrl, '', ''),
      });
      return { server, url, demo: mode.demo, databaseEnded: database?.ended ?? new Promise(() => undefined), close };
    } catch (error) {
      await server.close();
      throw error;
    }
  } catch (error) {
    await database?.stop();
    throw error;
  }
}

/** What is told in demo mode, where nobody says by which server: it lies in the data folder. */
function demoMailer(folder: string): Mailer {
  return folderMailer({ folder: join(folder, 'mail'), from: 'Qonaq <noreply@qonaq.example>' });
}
