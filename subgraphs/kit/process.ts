import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { listenSettings } from './configuration.ts';
import { removeStaleSocket } from './http/stale-socket.ts';

/** A server that is ready to listen, and how. Closing it closes all that stands behind it. */
export interface ReadyServer {
  server: FastifyInstance;
  configuration: z.output<z.ZodObject<typeof listenSettings>> & {
    /** The path of the socket to listen at, instead of a port. */
    SOCKET?: string | undefined;
  };
}

/**
 * Runs one process of the product: starts its server and listens; logs lines of JSON to the standard output. When told to stop (SIGTERM, SIGINT) it says
 * so at `/healthz` and goes on for the delay, so that balancers turn away; then it takes nothing new, answers what it has, lets go of what it holds and
 * ends with 0. A second signal ends it at once. Ends with 1 when it can't start.
 */
export async function runProcess(name: string, start: (logger: Logger) => Promise<ReadyServer>): Promise<void> {
  const logger = pino({ base: { process: name } });
  try {
    const { server, configuration } = await start(logger);
    const { HOST: host, PORT: port, SOCKET: path, STOP_DELAY: delay } = configuration;
    stopWhenTold(server, delay, logger);
    if (path !== undefined) await removeStaleSocket(path);
    logger.info({ url: await server.listen(path === undefined ? { host, port } : { path }) }, 'listening');
  } catch (error) {
    process.stderr.write(`${name} did not start. ${(error as Error).message}\n`);
    process.exit(1);
  }
}

function stopWhenTold(server: FastifyInstance, delay: number, logger: Logger): void {
  let stopping = false;
  server.addHook('onRequest', async ({ url }, reply) => {
    if (!stopping) return;
    // Whoever asks again does it on another connection: none is closed just when something is sent on it.
    reply.header('connection', 'close');
    if (url === '/healthz') await reply.code(503).send({ status: 'stopping' });
  });
  for (const signal of ['SIGTERM', 'SIGINT']) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      logger.info({ signal }, 'stopping');
      void stop();
    });
  }

  async function stop(): Promise<void> {
    await sleep(delay * 1000);
    try {
      await server.close();
      process.exit(0);
    } catch (error) {
      logger.error({ error: (error as Error).message }, 'did not stop cleanly');
      process.exit(1);
    }
  }
}
