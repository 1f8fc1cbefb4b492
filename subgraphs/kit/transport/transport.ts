import type { ExecutionResult } from 'graphql';
import type { RequestTrace } from '../journal/journal.ts';

/** An operation on its way to a subgraph, with what the subgraph has to know of the caller. */
export interface SubgraphRequest {
  query: string;
  variables?: Record<string, unknown>;
  operationName?: string | undefined;
  /** The caller's `Authorization` header, as it came: each subgraph verifies it again. */
  authorization: string | undefined;
  /** The caller's `DPoP` header, when the token is bound to a key. */
  proof?: string | undefined;
  /** The caller's `Accept-Language` header. */
  acceptLanguage: string | undefined;
  trace: RequestTrace;
  /** Ends when nobody waits for the answer any more. Only reading stops for it: a mutation that was sent is done. */
  cancelled?: AbortSignal | undefined;
}

/** How subgraphs are reached: in process or over HTTP, with the same answer. */
export interface Transport {
  /** Sends an operation to a subgraph by its name. */
  send(subgraph: string, request: SubgraphRequest): Promise<ExecutionResult>;
}
