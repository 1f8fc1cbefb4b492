import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { Logger } from 'pino';

/** A server that is ready to listen, and where. Closing it closes all that stands behind it. */
export interface ReadyServer {
  server: FastifyInstance;
  host: string;
  port: number;
}

/**
 * Runs one process of the product: starts its server and listens; logs lines of JSON to the standard output. When told to stop (SIGTERM, SIGINT) it takes
 * nothing new, answers what it has, lets go of what it holds and ends with 0; a second signal ends it at once. Ends with 1 when it can't start.
 */
export async function runProcess(name: string, start: (logger: Logger) => Promise<ReadyServer>): Promise<void> {
  const logger = pino({ base: { process: name } });
  try {
    const { server, host, port } = await start(logger);
    stopWhenTold(server, logger);
    logger.info({ url: await server.listen({ host, port }) }, 'listening');
  } catch (error) {
    process.stderr.write(`${name} did not start. ${(error as Error).message}\n`);
    process.exit(1);
  }
}

function stopWhenTold(server: FastifyInstance, logger: Logger): void {
  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) process.exit(1);
    stopping = true;
    logger.info({ signal }, 'stopping');
    void server.close().then(
      () => process.exit(0),
      (error: Error) => {
        logger.error({ error: error.message }, 'did not stop cleanly');
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, stop);
}
