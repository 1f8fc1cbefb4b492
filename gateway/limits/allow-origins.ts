import cors from '@fastify/cors';
import type { FastifyCorsOptions } from '@fastify/cors';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What pages of other origins may use, and how. */
const methods: Record<string, string[]> = { graphql: ['GET', 'POST'], documents: ['GET', 'PUT'] };

const allowedHeaders = ['authorization', 'content-type', 'dpop', 'accept-language'];

const exposedHeaders = [
  'x-request-id',
  'ratelimit-limit',
  'ratelimit-remaining',
  'ratelimit-reset',
  'retry-after',
  'www-authenticate',
];

/** How long a browser may remember what it was allowed, in seconds. */
const remembered = 600;

/** Opens the graph and the documents to the pages of some origins, and of no others (CORS). They bring their token themselves: no cookie counts here. */
export async function allowOrigins(server: FastifyInstance, origins: readonly string[]): Promise<void> {
  if (origins.length > 0)
    await server.register(cors, { delegator: (request: FastifyRequest) => Promise.resolve(optionsFor(request)) });

  function optionsFor({ url, headers: { origin } }: FastifyRequest): FastifyCorsOptions {
    const [, part = ''] = /^\/(\w+)(?=[/?]|$)/.exec(url) ?? [];
    if (!origin || !origins.includes(origin) || !Object.hasOwn(methods, part)) return { origin: false };
    return {
      origin,
      methods: methods[part]!,
      allowedHeaders,
      exposedHeaders,
      maxAge: remembered,
      strictPreflight: false,
    };
  }
}
