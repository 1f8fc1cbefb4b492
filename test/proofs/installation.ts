import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedDatabase } from '../../installation/database/embedded.ts';
import { files } from '../../installation/database/files.ts';
import { owner, readPassword } from '../../installation/database/initialize.ts';
import { readPostmasterPid } from '../../installation/database/postmaster-pid.ts';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { demoToken } from '../../installation/demo/tokens.ts';
import { installationSecrets } from '../../installation/secrets.ts';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';

const project = join(import.meta.dirname, '../..');

/** How long a start or an end may take before a proof gives up on it, in milliseconds: a shared machine may be busy. */
const patience = 120_000;

/** Whom a proof kills: the process of the server, that of PostgreSQL, or both in the same moment. */
export const victims = ['server', 'database', 'both'] as const;

/** One of them. */
export type Victim = (typeof victims)[number];

/** The product as `npm start` runs it, in a process of its own, with a data folder and a port of its own; fsync is on. */
export class Installation {
  #server: ChildProcess | undefined;
  /** What it has said so far; a killed one may still be heard after the next was started. */
  #said = { text: '' };
  /** Postmasters that were killed: what is noted of one stays, and its number may be a stranger's by now. */
  readonly #killed = new Set<number>();

  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly settings: Record<string, string>,
  ) {}

  /** A place for one, which is empty yet. */
  static async inNewFolder(settings: Record<string, string> = {}): Promise<Installation> {
    const folder = await mkdtemp(join(tmpdir(), 'qonaq-proof-'));
    // PostgreSQL's account must be able to pass through it when the product runs as root.
    await chmod(folder, 0o711);
    return new Installation(folder, await freePort(), settings);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts the server, and waits until it serves. */
  async start(): Promise<void> {
    this.#spawn();
    const deadline = AbortSignal.timeout(patience);
    while (!this.#said.text.includes('Qonaq is running')) {
      if (!this.#isRunning) throw new Error(`The server did not start: ${this.#said.text}`);
      if (deadline.aborted) throw new Error(`The server takes too long to start: ${this.#said.text}`);
      await sleep(5);
    }
  }

  /** Starts the server, and kills before it serves, or soon after. */
  async startKilledAfter(milliseconds: number, victim: Victim): Promise<void> {
    this.#spawn();
    await sleep(milliseconds);
    await this.kill(victim);
  }

  /** Kills with SIGKILL. Where only the database is killed the server is to end by itself; where there is none yet, the server is killed. */
  async kill(victim: Victim): Promise<void> {
    const postmaster = victim === 'server' ? undefined : await this.#livingPostmaster();
    if (postmaster) process.kill(postmaster, 'SIGKILL');
    if (!postmaster || victim === 'both') this.#server!.kill('SIGKILL');
    if (postmaster) this.#killed.add(postmaster);
    await this.#serverEnd();
  }

  /** Ends it in good order. */
  async stop(): Promise<void> {
    if (this.#isRunning) this.#server!.kill('SIGTERM');
    await this.#serverEnd();
  }

  /** A superuser's connection to its database, while it runs; `await using` ends it. */
  async database(): Promise<Client & AsyncDisposable> {
    const { port } = (await this.#postmaster())!;
    const password = await readPassword(this.#databaseFolder);
    const client = new Client({ host: '127.0.0.1', port, user: owner, password, database: 'qonaq' });
    await client.connect();
    return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
  }

  /** A token of a demo account: of a role, and for consuls of a mission. */
  async token(role: Role, mission?: number): Promise<string> {
    return (await this.tokens(role, mission))();
  }

  /** What makes tokens of a demo account, each another one. */
  async tokens(role: Role, mission?: number): Promise<() => Promise<string>> {
    const { demoSigningKey } = await installationSecrets(this.folder);
    return () => demoToken(demoSigningKey, demoAccount(role, { mission })!, [], systemClock);
  }

  /** Ends what still runs, and removes the folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    // A killed server leaves its PostgreSQL behind, which a start finds and stops.
    if (await this.#postmaster()) await (await startEmbeddedDatabase({ folder: this.#databaseFolder })).stop();
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  #spawn(): void {
    const { PATH } = process.env;
    const environment = {
      PATH,
      ...this.settings,
      QONAQ_DATA: this.folder,
      PORT: String(this.port),
      QONAQ_DEMO: 'true',
      // A proof asks more often than people do.
      RATE_LIMIT_ACCOUNT: '1000000',
      RATE_LIMIT_ADDRESS: '1000000',
    };
    const server = spawn(process.execPath, ['--import', 'tsx', 'start.ts'], {
      cwd: project,
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said = { text: '' };
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (piece) => (said.text += String(piece)));
    this.#said = said;
    this.#server = server;
  }

  get #isRunning(): boolean {
    return this.#server !== undefined && this.#server.exitCode === null && this.#server.signalCode === null;
  }

  get #databaseFolder(): string {
    return join(this.folder, 'database');
  }

  #postmaster() {
    return readPostmasterPid(join(this.#databaseFolder, files.cluster));
  }

  async #livingPostmaster(): Promise<number | undefined> {
    const { processId, ready = false } = (await this.#postmaster()) ?? {};
    return ready && !this.#killed.has(processId!) ? processId : undefined;
  }

  async #serverEnd(): Promise<void> {
    if (!this.#isRunning) return;
    const ended = once(this.#server!, 'exit');
    const late = sleep(patience, 'late', { ref: false });
    if ((await Promise.race([ended, late])) === 'late') {
      this.#server!.kill('SIGKILL');
      throw new Error(`The server does not end: ${this.#said.text}`);
    }
  }
}

/**
 * A free port below those that the system gives to clients. Among those, a client that asks again and again while the server is away would one day be
 * given the server's port as its own, and be connected with itself.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(20_000, 30_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => resolve(true));
    });
    probe.close();
    if (free) return port;
  }
}
