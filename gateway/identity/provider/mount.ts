import type { FastifyInstance } from 'fastify';
import type { Provider } from 'oidc-provider';
import { endpoints } from './provider.ts';

/** What belongs to the OpenID provider: its endpoints, the pages it comes back to, discovery. */
const paths = [
  '/.well-known/openid-configuration',
  ...Object.values(endpoints),
  `${endpoints.authorization}/:uid`,
  `${endpoints.end_session}/confirm`,
  `${endpoints.end_session}/success`,
];

/** Hands the provider's requests to it, with their bodies unread. */
export function mountProvider(
  server: FastifyInstance,
  provider: () => Promise<Provider>,
  publicUrl: () => string,
): void {
  void server.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _body, parsed) => parsed(null));
    for (const url of paths) {
      scope.all(url, async ({ raw: request, ip, id }, reply) => {
        const { host, protocol } = new URL(publicUrl());
        // Its links and the proofs that it checks are about the product's own address, whatever way the request came.
        Object.assign(request.headers, {
          host,
          'x-forwarded-host': host,
          'x-forwarded-proto': protocol.slice(0, -1),
          'x-forwarded-for': ip,
          'x-request-id': id,
        });
        const answer = (await provider()).callback();
        reply.hijack();
        await answer(request, reply.raw);
      });
    }
    done();
  });
}
