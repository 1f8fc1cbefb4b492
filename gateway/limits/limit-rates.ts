import rateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { FastifyInstance, FastifyRequest, preHandlerAsyncHookHandler } from 'fastify';
import { rateLimited } from '../../subgraphs/kit/counters/rate-limited.ts';
import type { Limits } from './limits.ts';

/** The window in which requests are counted, in milliseconds. */
const minute = 60_000;

/** How many accounts and addresses are counted at once; beyond that those that were quiet for longest are forgotten. */
const counted = 50_000;

/**
 * Counts the requests to all routes that are registered from now on, in this process: of an account when `asked` says whose token it was, else of an
 * address (of IPv6 a network of 64 bits). Beyond the limit they are RATE_LIMITED.
 *
 * @returns what a route calls that finds out by itself who asks: until then nobody knows for whom to count.
 */
export async function limitRates(
  server: FastifyInstance,
  { requestsPerAccount, requestsPerAddress }: Limits,
): Promise<preHandlerAsyncHookHandler> {
  await server.register(rateLimit, {
    timeWindow: minute,
    cache: counted,
    max: (request: FastifyRequest) => (accountOf(request) ? requestsPerAccount : requestsPerAddress),
    keyGenerator: (request) => accountOf(request) ?? addressOf(request),
    enableDraftSpec: true,
    errorResponseBuilder: (_request, { ttl }) => rateLimited(ttl / 1000),
  });
  return server.rateLimit();
}

function accountOf({ asked }: FastifyRequest): string | undefined {
  return asked?.viewer?.accountId;
}

function addressOf({ ip }: { ip: string | undefined }): string {
  // Whoever has hung up meanwhile has no address any more.
  return ip === undefined ? 'gone' : normalizeIP(ip);
}
