import type { FastifyInstance } from 'fastify';

/** `/healthz`: the process is alive. `/readyz`: what it needs is there too; 503 with the names of what is not. */
export function health(server: FastifyInstance, notReady: () => Promise<string[]>): void {
  server.get('/healthz', () => ({ status: 'alive' }));
  server.get('/readyz', async (_request, reply) => {
    const missing = await notReady();
    return reply
      .code(missing.length > 0 ? 503 : 200)
      .send(missing.length > 0 ? { status: 'not ready', missing } : { status: 'ready' });
  });
}
