import type { CallOrigin } from './directory.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { languageOf } from '../../subgraphs/kit/errors/languages.ts';
import type { Language } from '../../subgraphs/kit/errors/languages.ts';
import { contentPolicy } from './pages/content-policy.ts';
import { messagePage } from './pages/message.ts';
import type { MessageKind } from './pages/message.ts';

/** The language of a page: the one chosen on it, else the browser's. */
export function pageLanguage({ query, body, headers }: Pick<FastifyRequest, 'query' | 'body' | 'headers'>): Language {
  const chosen = (body as { lang?: unknown } | undefined)?.lang ?? (query as { lang?: unknown }).lang;
  return languageOf(typeof chosen === 'string' ? chosen : headers['accept-language']);
}

/** What a page may do beyond showing itself. */
export interface PageRights {
  /** Whether it signs. */
  signing?: boolean;
  /** Where the browser goes after its form. */
  comesBackTo?: string;
}

/** Sends a page; none is ever kept by a browser or seen in a frame. */
export function sendPage(reply: FastifyReply, html: string, rights: PageRights = {}, status = 200): FastifyReply {
  return reply.code(status).headers(pageHeaders(rights)).send(html);
}

/** The headers of a page. */
export function pageHeaders({ signing = false, comesBackTo }: PageRights = {}): Record<string, string> {
  const origin = comesBackTo === undefined ? undefined : URL.parse(comesBackTo)?.origin;
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': contentPolicy({ signing, formActionOrigins: origin ? [origin] : [] }),
  };
}

const statuses: Partial<Record<MessageKind, number>> = {
  INVITATION_USED_OR_EXPIRED: 410,
  SIGN_IN_EXPIRED: 410,
  ACCOUNT_NOT_ACTIVE: 403,
  ERROR: 503,
};

/** Sends a page that only tells something. */
export function sendMessage(request: FastifyRequest, reply: FastifyReply, kind: MessageKind): FastifyReply {
  const html = messagePage(kind, { requestId: request.id }, pageLanguage(request));
  return sendPage(reply, html, {}, statuses[kind]);
}

/** From where a request comes, for the journal. */
export function originOf({ ip, id }: FastifyRequest): CallOrigin {
  return { address: ip, requestId: id };
}
