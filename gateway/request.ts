import { OperationTypeNode } from 'graphql';
import type { RequestTrace } from '../subgraphs/kit/journal/journal.ts';
import { languageOf } from '../subgraphs/kit/errors/languages.ts';
import type { Language } from '../subgraphs/kit/errors/languages.ts';
import { proofHeader } from '../subgraphs/kit/http/proof-header.ts';
import type { SubgraphRequest } from '../subgraphs/kit/transport/transport.ts';
import type { Viewer } from '../subgraphs/kit/viewer/viewer.ts';
import type { AuthenticateRequest, IncomingRequest } from './authenticate-request.ts';

/** What the gateway knows of a request; the context value of its operations. */
export interface GatewayRequest {
  viewer: Viewer | undefined;
  authorization: string | undefined;
  /** What proves that the caller holds the key that the token is bound to. */
  proof?: string | undefined;
  acceptLanguage: string | undefined;
  language: Language;
  requestId: string;
  /** The network address that it came from. */
  address: string | null;
  /** Whether the bytes of what is found will leave, too. */
  download?: boolean;
  /** Ends when nobody waits for the answer any more. Goes along with what only reads. */
  cancelled?: AbortSignal;
}

/** How much of an operation's name is kept, in characters: names have no limit of their own. */
const longestName = 200;

/** The trace that subgraphs write into the journal; the hash is what Apollo takes of an operation's text, SHA-256. */
export function traceOf(
  request: GatewayRequest,
  operationName: string | null | undefined,
  operationHash: string | undefined,
): RequestTrace {
  return {
    address: request.address,
    requestId: request.requestId,
    operationName: operationName?.slice(0, longestName) ?? null,
    operationHash: operationHash ?? null,
    download: request.download,
  };
}

/** What a subgraph is told of whoever sent an operation. */
export function callerOf(
  request: GatewayRequest,
  {
    name,
    hash,
    type,
  }: { name: string | null | undefined; hash: string | undefined; type: OperationTypeNode | undefined },
): Pick<SubgraphRequest, 'authorization' | 'proof' | 'acceptLanguage' | 'trace' | 'cancelled'> {
  const { authorization, proof, acceptLanguage } = request;
  // What is begun to be written is done, whoever waits for it.
  const cancelled = type === OperationTypeNode.QUERY ? request.cancelled : undefined;
  return { authorization, proof, acceptLanguage, trace: traceOf(request, name, hash), cancelled };
}

/** Reads who asks, and in which language. */
export async function requestOf(request: IncomingRequest, authenticate: AuthenticateRequest): Promise<GatewayRequest> {
  const { authorization, 'accept-language': acceptLanguage } = request.headers;
  const viewer = await authenticate(request);
  const language = languageOf(acceptLanguage);
  return {
    viewer,
    authorization,
    proof: proofHeader(request.headers),
    acceptLanguage,
    language,
    requestId: request.id,
    address: request.ip,
  };
}

/** A request of nobody in particular. */
export function anonymousRequest(requestId: string): GatewayRequest {
  return {
    viewer: undefined,
    authorization: undefined,
    acceptLanguage: undefined,
    language: 'kk',
    requestId,
    address: null,
  };
}
