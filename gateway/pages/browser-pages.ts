import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** The pages that run in the browser, by their paths. */
const pages = { '/graphiql': 'graphiql.html', '/dashboard': 'dashboard.html' };

/** Everything comes from here, and goes nowhere else. The editor writes styles of its own, and draws its signs from data. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Serves GraphiQL and the dashboard from the folder of their bundle. Whoever opens them signs in there. */
export function browserPages(server: FastifyInstance, bundle: string): void {
  void server.register(fastifyStatic, {
    root: bundle,
    prefix: '/pages/',
    index: false,
    // The name of a file changes with what is in it.
    immutable: true,
    maxAge: '1y',
  });
  for (const [path, file] of Object.entries(pages)) {
    server.get(path, (_request, reply) =>
      reply
        .headers({ 'content-security-policy': contentPolicy, 'cache-control': 'no-cache' })
        .sendFile(file, { cacheControl: false }),
    );
  }
}
