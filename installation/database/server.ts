import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Binaries } from './binaries.ts';
import { startProgram } from './child.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import { files } from './files.ts';
import type { Log } from './log.ts';
import type { Place } from './place.ts';
import { readPostmasterPid } from './postmaster-pid.ts';
import { writeSettings } from './settings.ts';
import { signal } from './signal.ts';

/** A running server. */
export interface Server {
  processId: number;
  port: number;
  /** Settles when the server has ended, by `stop` or by itself. */
  ended: Promise<void>;
  stop(): Promise<void>;
}

/** For a start, which may have to repair after a crash, and for a stop before it is made a hard one. Milliseconds. */
const startPatience = 120_000;
const stopPatience = 20_000;

/** What passes by itself: another took the free port first; the sessions of a killed server are still ending. */
const passing = /Address already in use|pre-existing shared memory block/;
const attempts = 20;

/** Starts the server on the data of a place, at a free port of this machine, and waits until it accepts connections. */
export async function startServer(
  place: Place,
  binaries: Binaries,
  settings: Record<string, string>,
  log: Log,
): Promise<Server> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    await writeSettings(place.home, settings, port);
    await log.mark();
    const server = await launch(place, binaries, port, log);
    if (server !== undefined) return server;
    const words = await log.lastWords();
    if (!passing.test(words) || attempt === attempts) {
      throw new EmbeddedDatabaseError(`PostgreSQL did not start on ${place.home}:\n${words}`);
    }
    await sleep(250);
  }
}

/** @returns undefined when the server ended before it was ready. */
async function launch(
  { home, account }: Place,
  { postgres, pgCtl }: Binaries,
  port: number,
  log: Log,
): Promise<Server | undefined> {
  const cluster = join(home, files.cluster);
  const child = await startProgram(postgres, ['-D', cluster, '-c', `config_file=${join(home, files.settings)}`], {
    account,
    log,
    cwd: home,
    // Its own session: Ctrl-C in the terminal is for Node, which stops the server when its own work is done.
    detached: true,
  });
  const processId = child.pid!;
  const interrupt = () => signal(processId, 'INT', pgCtl);
  process.once('exit', interrupt);
  let running = true;
  const ended = once(child, 'exit').then(() => {
    running = false;
    process.off('exit', interrupt);
  });
  const stop = async () => {
    child.ref();
    if (running) interrupt();
    await Promise.race([ended, sleep(stopPatience, undefined, { ref: false })]);
    if (running) signal(processId, 'QUIT', pgCtl);
    await ended;
  };
  const deadline = AbortSignal.timeout(startPatience);
  while (!(await isReady(cluster, processId))) {
    if (!running) return undefined;
    if (deadline.aborted) {
      await stop();
      return undefined;
    }
    await sleep(10);
  }
  child.unref();
  return { processId, port, ended, stop };
}

async function isReady(cluster: string, processId: number): Promise<boolean> {
  const noted = await readPostmasterPid(cluster);
  return noted?.processId === processId && noted.ready;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
