import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { Clock } from '../../subgraphs/kit/clock.ts';
import { languageOf, languages } from '../../subgraphs/kit/errors/languages.ts';
import { logFailure } from '../failures.ts';
import { contentPolicy, verificationPage } from './verification-page.ts';
import type { CheckedDocument } from './verification-page.ts';
import type { Verdict } from './verification-texts.ts';

/** What the verification page stands on. */
export interface VerificationParts {
  /** What the graph tells everybody of the document with this token, or nothing when there is none. */
  checkDocument: (token: string) => Promise<CheckedDocument | undefined>;
  clock: Clock;
  logger: Logger;
}

interface Asked {
  Params: { token: string };
  /** Whoever wants another language than their browser asks for. */
  Querystring: { lang?: string };
}

interface Answer {
  status: 200 | 404 | 503;
  verdict: Verdict;
  document?: CheckedDocument;
}

/** `GET /verify/:token`: the page that a printed QR code opens. 404 when no such document is known, 503 when it can't be told now. */
export function verificationRoute(server: FastifyInstance, { checkDocument, clock, logger }: VerificationParts): void {
  server.get<Asked>('/verify/:token', async (request, reply) => {
    const chosen = languages.find((language) => language === request.query.lang);
    const language = chosen ?? languageOf(request.headers['accept-language']);
    const { status, verdict, document } = await ask(request);
    return reply
      .code(status)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        'content-language': language,
        'content-security-policy': contentPolicy,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        vary: 'accept-language',
        'x-request-id': request.id,
      })
      .send(verificationPage(verdict, document, clock.now(), language));
  });

  async function ask(request: FastifyRequest<Asked>): Promise<Answer> {
    try {
      const document = await checkDocument(request.params.token);
      return document ? { status: 200, verdict: document.state, document } : { status: 404, verdict: 'UNKNOWN' };
    } catch (error) {
      // A failure is never shown as "not known": a good paper would look forged.
      logFailure(error, request, logger);
      return { status: 503, verdict: 'UNREACHABLE' };
    }
  }
}
