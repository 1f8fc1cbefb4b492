import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { languageOf } from '../../../subgraphs/kit/errors/languages.ts';
import type { Warning } from '../../../subgraphs/kit/http/health.ts';
import type { DemoChoice } from '../../identity/parts.ts';
import { logFailure } from '../../failures.ts';
import { sealPicture } from '../seal.ts';
import { styleSource } from '../style.ts';
import { homePage } from './home-page.ts';
import { homeStyle } from './home-style.ts';

/** What the home page stands on. */
export interface HomeParts {
  /** The names of the parts of which readiness tells. */
  parts: readonly string[];
  notReady: () => Promise<string[]>;
  warnings: () => Promise<Warning[]>;
  pages: boolean;
  demoAccounts: readonly DemoChoice[];
  logger: Logger;
}

/** What the page may load and run: its own style and the product's mark, nothing else. */
const contentPolicy = [
  "default-src 'none'",
  `style-src ${styleSource(homeStyle)}`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** `GET /`: the home page, which answers whatever else is away; and the product's mark for the browser's tabs. */
export function homeRoute(server: FastifyInstance, { parts, logger, ...home }: HomeParts): void {
  server.get<{ Querystring: { lang?: string } }>('/', async (request, reply) => {
    const language = languageOf(request.query.lang ?? request.headers['accept-language']);
    const { missing, warnings } = await readiness().catch((error: unknown) => {
      logFailure(error, request, logger);
      return { missing: undefined, warnings: [] };
    });
    const names = new Set([...parts, ...(missing ?? [])]);
    const states = missing && new Map([...names].map((name) => [name, !missing.includes(name)]));
    return reply
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
        'content-security-policy': contentPolicy,
        'cache-control': 'no-store',
        vary: 'accept-language',
      })
      .send(homePage({ ...home, parts: states, warnings }, language));
  });

  server.get('/favicon.ico', (_request, reply) =>
    reply.headers({ 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }).send(sealPicture()),
  );

  /** Warnings are read from the parts: nobody is asked for them while one is away. */
  async function readiness() {
    const missing = await home.notReady();
    return { missing, warnings: missing.length > 0 ? [] : await home.warnings() };
  }
}
