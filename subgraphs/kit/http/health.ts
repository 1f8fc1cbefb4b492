import type { FastifyInstance } from 'fastify';

/** Something that whoever runs the product has to see to before it becomes a failure. */
export interface Warning {
  /** A stable name, such as `CALENDAR_ENDS`. */
  code: string;
  /** The last day on which all is well, such as `2027-12-31`; null when it has passed, or there never was one. */
  until: string | null;
}

/** `/healthz`: the process is alive. `/readyz`: what it needs is there too, perhaps with warnings; 503 with the names of what is not. */
export function health(
  server: FastifyInstance,
  notReady: () => Promise<string[]>,
  warnings: () => Promise<Warning[]> = () => Promise.resolve([]),
): void {
  server.get('/healthz', () => ({ status: 'alive' }));
  server.get('/readyz', async (_request, reply) => {
    const missing = await notReady();
    if (missing.length > 0) return reply.code(503).send({ status: 'not ready', missing });
    const found = await warnings();
    return reply.send({ status: 'ready', ...(found.length > 0 && { warnings: found }) });
  });
}
