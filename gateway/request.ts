import { createHash } from 'node:crypto';
import type { RequestTrace } from '../subgraphs/kit/journal/journal.ts';
import type { Language } from '../subgraphs/kit/errors/languages.ts';
import type { Viewer } from '../subgraphs/kit/viewer/viewer.ts';

/** What the gateway knows of a request; the context value of its operations. */
export interface GatewayRequest {
  viewer: Viewer | undefined;
  authorization: string | undefined;
  acceptLanguage: string | undefined;
  language: Language;
  requestId: string;
}

/** The trace that subgraphs write into the journal. */
export function traceOf(request: GatewayRequest, operationName: string | null | undefined, source: string | undefined): RequestTrace {
  return {
    requestId: request.requestId,
    operationName: operationName ?? null,
    operationHash: source === undefined ? null : createHash('sha256').update(source).digest('hex'),
  };
}
