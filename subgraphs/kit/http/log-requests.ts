import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';

/** One line of JSON for each request: what path, how it ended, how long it took. Never a query, a variable or an address of a document's owner. */
export function logRequests(server: FastifyInstance, logger: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { id: requestId, method } = request;
    const milliseconds = Math.round(reply.elapsedTime);
    logger.info(
      { requestId, method, route: request.routeOptions.url, status: reply.statusCode, milliseconds },
      'request',
    );
    done();
  });
}
