import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestTrace } from '../subgraphs/kit/journal/journal.ts';
import { languageOf } from '../subgraphs/kit/errors/languages.ts';
import type { Language } from '../subgraphs/kit/errors/languages.ts';
import type { Authenticate } from '../subgraphs/kit/viewer/token.ts';
import type { Viewer } from '../subgraphs/kit/viewer/viewer.ts';

/** What the gateway knows of a request; the context value of its operations. */
export interface GatewayRequest {
  viewer: Viewer | undefined;
  authorization: string | undefined;
  acceptLanguage: string | undefined;
  language: Language;
  requestId: string;
}

/** How much of an operation's name is kept, in characters: names have no limit of their own. */
const longestName = 200;

/** The trace that subgraphs write into the journal. */
export function traceOf(
  request: GatewayRequest,
  operationName: string | null | undefined,
  source: string | undefined,
): RequestTrace {
  return {
    requestId: request.requestId,
    operationName: operationName?.slice(0, longestName) ?? null,
    operationHash: source === undefined ? null : createHash('sha256').update(source).digest('hex'),
  };
}

/** Reads who asks, and in which language, from a request's headers. */
export async function requestOf(
  headers: IncomingHttpHeaders,
  requestId: string,
  authenticate: Authenticate,
): Promise<GatewayRequest> {
  const { authorization, 'accept-language': acceptLanguage } = headers;
  const viewer = await authenticate(authorization);
  return { viewer, authorization, acceptLanguage, language: languageOf(acceptLanguage), requestId };
}

/** A request of nobody in particular. */
export function anonymousRequest(requestId: string): GatewayRequest {
  return { viewer: undefined, authorization: undefined, acceptLanguage: undefined, language: 'kk', requestId };
}
