import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import { Client } from 'pg';
import type { QueryResult } from 'pg';
import { startEmbeddedDatabase } from '../../installation/database/embedded.ts';
import { createDatabase } from '../../installation/database/external.ts';
import { addressed, environments, files } from './separate-processes-environments.ts';
import type { Environment, ProcessName, Surroundings } from './separate-processes-environments.ts';
import { freePorts, ProcessGroup } from './separate-processes-group.ts';
import type { StartedProcess } from './separate-processes-group.ts';
import { relayTo } from './separate-processes-network.ts';
import type { Relay } from './separate-processes-network.ts';

/** What a test decides of an installation. */
export interface InstallationOptions extends Pick<Surroundings, 'demo' | 'publicUrl'> {
  /** Where the clocks of all processes stand; they run unless told. */
  now?: Temporal.Instant;
}

/** The product as separate processes on a database of its own, set up by the product's own commands. */
export interface SeparateInstallation extends Surroundings {
  processes: ProcessGroup;
  /** Connection string of the database's owner. */
  ownerUrl: string;
  /** The way on which the processes reach the database. */
  wayToDatabase: Relay;
  /** Signs tokens of demo accounts. */
  tokenKey: JWK;
  /** What each process is told. */
  environments: Record<ProcessName, Environment>;
  /** Starts a process, told something more or else. */
  start(name: ProcessName, more?: Environment): Promise<StartedProcess>;
  /** Runs the migration. */
  migrate(more?: Environment): ReturnType<ProcessGroup['run']>;
  /** Sends a statement as the database's owner. */
  asOwner(statement: string, values?: unknown[]): Promise<QueryResult>;
  /** Ends every process and removes what they left. */
  end(): Promise<void>;
}

/** Makes secrets and a database, and migrates it. Nothing of the product runs yet. */
export async function setUpInstallation({ demo, publicUrl, now }: InstallationOptions): Promise<SeparateInstallation> {
  const folder = await mkdtemp(join(tmpdir(), 'qonaq-processes-'));
  // Else, run by root, the database would live elsewhere, and stay there.
  await chmod(folder, 0o711);
  const processes = new ProcessGroup(now);
  const [database, secrets, tokenKey, numbers] = await Promise.all([
    startEmbeddedDatabase({ folder: join(folder, 'database'), settings: { fsync: 'off' } }),
    newSecrets(processes, folder),
    newTokenKey(folder),
    freePorts(addressed.length),
  ]);
  const ownerUrl = await createDatabase(database.ownerUrl, 'qonaq');
  const wayToDatabase = await relayTo(Number(new URL(ownerUrl).port));
  const databaseUrl = Object.assign(new URL(ownerUrl), { port: wayToDatabase.port }).href;
  const ports = Object.fromEntries(addressed.map((name, place) => [name, numbers[place]!])) as Surroundings['ports'];
  const surroundings = { folder, secrets, databaseUrl, publicUrl, ports, demo };
  const told = environments(surroundings);
  const migrate = (more: Environment = {}) =>
    processes.run('installation/migrate-command.ts', {
      ...secrets,
      DATABASE_URL: ownerUrl,
      QONAQ_DEMO: String(demo),
      ...more,
    });
  const { code, errors } = await migrate();
  if (code !== 0) throw new Error(errors);

  return {
    ...surroundings,
    processes,
    ownerUrl,
    wayToDatabase,
    tokenKey,
    environments: told,
    start: (name, more = {}) => processes.serve(files[name], { ...told[name], ...more }),
    migrate,
    asOwner: async (statement, values = []) => {
      const owner = new Client({ connectionString: ownerUrl });
      await owner.connect();
      return owner.query(statement, values).finally(() => owner.end());
    },
    end: async () => {
      await processes.end();
      await wayToDatabase.cut();
      await database.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 10 });
    },
  };
}

async function newSecrets(processes: ProcessGroup, folder: string): Promise<Environment> {
  const { code, errors } = await processes.run('deployment/new-secrets.ts', {}, folder);
  if (code !== 0) throw new Error(errors);
  const lines = (await readFile(join(folder, '.env'), 'utf8')).matchAll(/^(\w+)=(.+)$/gm);
  return Object.fromEntries(Array.from(lines, ([, name, value]) => [name!, value!]));
}

async function newTokenKey(folder: string): Promise<JWK> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  const about = { alg: 'ES256', kid: 'test' };
  const keys = [{ ...(await exportJWK(publicKey)), ...about }];
  await writeFile(join(folder, 'token-keys.json'), JSON.stringify({ keys }));
  return { ...(await exportJWK(privateKey)), ...about };
}
