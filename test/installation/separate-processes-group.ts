import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const project = join(import.meta.dirname, '../..');
const clock = join(import.meta.dirname, 'separate-processes-clock.ts');

/** A process of the product that the test started. */
export interface StartedProcess {
  child: ChildProcess;
  /** Where it listens. */
  url: string;
  /** Each line of its log. */
  log: Record<string, unknown>[];
}

/** Real processes, started with the commands of docker-compose.yml, and ended with the test whatever happens. */
export class ProcessGroup {
  readonly #children: ChildProcess[] = [];

  /** @param now where the clock of every process stands; without it their clocks run. */
  constructor(private readonly now?: Temporal.Instant) {}

  /** Starts a process that serves; answers once it listens. Fails with what it wrote when it ends instead. */
  async serve(file: string, environment: Record<string, string>): Promise<StartedProcess> {
    const child = this.#spawn(file, environment);
    const log: Record<string, unknown>[] = [];
    const failure = failureOf(child);
    const url = await new Promise<string>((resolve, reject) => {
      createInterface(child.stdout!).on('line', (line) => {
        const entry = JSON.parse(line) as Record<string, unknown>;
        log.push(entry);
        if (entry.msg === 'listening') resolve(String(entry.url));
      });
      void failure.then(({ code, errors }) => reject(new Error(`${file} ended with ${code}: ${errors}`)));
    });
    return { child, url, log };
  }

  /** Runs a command to its end. */
  async run(
    file: string,
    environment: Record<string, string>,
    ...parameters: string[]
  ): Promise<{ code: number | null; output: string; errors: string }> {
    const child = this.#spawn(file, environment, ...parameters);
    const [output, { code, errors }] = await Promise.all([text(child.stdout!), failureOf(child)]);
    return { code, output, errors };
  }

  /** Tells each process to stop; answers their exit codes. */
  async stop(processes: StartedProcess[]): Promise<(number | null)[]> {
    for (const { child } of processes) child.kill('SIGTERM');
    return Promise.all(processes.map(async ({ child }) => (await ended(child), child.exitCode)));
  }

  /** Ends what still runs. */
  async end(): Promise<void> {
    for (const child of this.#children) child.kill('SIGKILL');
    await Promise.all(this.#children.map(ended));
  }

  #spawn(file: string, environment: Record<string, string>, ...parameters: string[]): ChildProcess {
    const loaded = ['tsx', ...(this.now ? [clock] : [])].flatMap((each) => ['--import', each]);
    const child = spawn(process.execPath, [...loaded, file, ...parameters], {
      cwd: project,
      // Nothing comes from the test's own environment.
      env: { ...(this.now && { QONAQ_TEST_NOW: this.now.toString() }), ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#children.push(child);
    return child;
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}

/** How a process ended, and what it wrote to its standard error. */
async function failureOf(child: ChildProcess): Promise<{ code: number | null; errors: string }> {
  const written: string[] = [];
  child.stderr!.on('data', (piece: Buffer) => written.push(piece.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, errors: written.join('') };
}

/** Ports on which nobody listens. */
export async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => once(server, 'listening')));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => once(server.close(), 'close')));
  return ports;
}
