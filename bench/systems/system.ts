import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { onMeasuredCore } from '../machine/cores.ts';
import { cpuOf, memoryOf } from '../machine/processes.ts';

const project = join(import.meta.dirname, '../..');

const startedProcesses = new Set<ChildProcess>();
process.once('exit', () => startedProcesses.forEach((each) => each.kill('SIGKILL')));

/** In which language a system is asked: the graph's, PostGraphile's own, or by path. */
export type Dialect = 'graph' | 'postgraphile' | 'bare';

/** A system that is measured: what of it runs, and where it is asked. */
export interface System {
  name: string;
  dialect: Dialect;
  url: string;
  /** All of its processes without PostgreSQL; the first is asked, the others may be parts of other systems, too. */
  processes: readonly [MeasuredProcess, ...MeasuredProcess[]];
}

/** A process on the measured core. It stands still unless its system is being measured. */
export class MeasuredProcess {
  readonly #child: ChildProcess;
  readonly #errors: string[] = [];

  constructor(
    readonly file: string,
    readonly port: number,
    environment: Record<string, string>,
  ) {
    const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
    const [program, parameters] = onMeasuredCore(process.execPath, [...loader, file]);
    this.#child = spawn(program, parameters, {
      cwd: project,
      env: { PATH: process.env.PATH!, NODE_ENV: 'production', ...environment, PORT: String(port) },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child.stderr!.on('data', (piece: Buffer) => this.#errors.push(piece.toString()));
    startedProcesses.add(this.#child);
  }

  /** Waits until it listens. */
  async listening(): Promise<this> {
    while (!(await accepts(this.port))) {
      if (this.#child.exitCode !== null)
        throw new Error(`${this.file} ended with ${this.#child.exitCode}: ${this.#errors.join('')}`);
      await sleep(100);
    }
    return this;
  }

  /** CPU milliseconds so far. */
  cpu(): number {
    return cpuOf(this.#child.pid!);
  }

  /** Memory in RAM, in MB. */
  memory(): number {
    return memoryOf(this.#child.pid!);
  }

  pause(): void {
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    this.#child.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.resume();
    this.#child.kill('SIGTERM');
    const timer = setTimeout(() => this.#child.kill('SIGKILL'), 5_000);
    await ended;
    clearTimeout(timer);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
