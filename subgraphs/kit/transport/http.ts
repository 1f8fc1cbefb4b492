import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { Pool } from 'undici';
import { languageOf, write } from '../errors/languages.ts';
import { messages } from '../errors/messages.ts';
import { traceHeaders } from './trace-headers.ts';
import type { SubgraphRequest, Transport } from './transport.ts';

/** How subgraphs are reached over HTTP. */
export interface HttpTransportSettings {
  /** The URL of each subgraph's graph, by name. */
  urls: Record<string, string>;
  /** How long an answer may take, from the question to its last byte, in milliseconds; 20 seconds unless told. */
  deadline?: number;
  logger: Logger;
}

/** Connections to one subgraph at the most; further questions wait, and their deadline runs meanwhile. */
const connections = 64;

/**
 * Reaches subgraphs over HTTP, on connections that are kept. A subgraph that refuses the connection, answers too late or with something that is no
 * answer of a graph is UNAVAILABLE. Nothing is sent twice: after an unanswered mutation nobody here knows whether it was done.
 */
export class HttpTransport implements Transport {
  readonly #targets: Map<string, { pool: Pool; path: string }>;
  readonly #deadline: number;
  readonly #logger: Logger;

  constructor({ urls, deadline = 20_000, logger }: HttpTransportSettings) {
    this.#targets = new Map(Object.entries(urls).map(([name, url]) => [name, targetOf(new URL(url))]));
    this.#deadline = deadline;
    this.#logger = logger;
  }

  async send(subgraph: string, request: SubgraphRequest): Promise<ExecutionResult> {
    const target = this.#targets.get(subgraph);
    if (!target) throw new Error(`No URL of a subgraph ${subgraph}`);
    const { query, variables, operationName, trace } = request;
    try {
      const { statusCode, body } = await target.pool.request({
        path: target.path,
        method: 'POST',
        headers: headersOf(request),
        body: JSON.stringify({ query, variables, operationName }),
        signal: AbortSignal.timeout(this.#deadline),
      });
      return resultIn(await body.text(), statusCode);
    } catch (error) {
      const { message, code } = error as { message: string; code?: string };
      this.#logger.warn({ subgraph, requestId: trace.requestId, reason: message || code }, 'subgraph unavailable');
      return { errors: [unavailable(request)] };
    }
  }

  /** Closes the connections, once what is under way has been answered. */
  async close(): Promise<void> {
    await Promise.all([...this.#targets.values()].map(({ pool }) => pool.close()));
  }
}

function targetOf({ origin, pathname, search }: URL) {
  return { pool: new Pool(origin, { connections }), path: `${pathname}${search}` };
}

function headersOf({ authorization, proof, acceptLanguage, trace }: SubgraphRequest): Record<string, string> {
  return {
    'content-type': 'application/json',
    accept: 'application/json',
    ...(authorization !== undefined && { authorization }),
    ...(proof !== undefined && { dpop: proof }),
    ...(acceptLanguage !== undefined && { 'accept-language': acceptLanguage }),
    ...traceHeaders(trace),
  };
}

/** A graph answers with data or errors, whatever the status; everything else comes from something in between, or from a process that is stopping. */
function resultIn(text: string, status: number): ExecutionResult {
  const answer = parsed(text);
  if (answer && ('data' in answer || Array.isArray(answer.errors))) return answer as ExecutionResult;
  throw new Error(`status ${status} without an answer of a graph`);
}

function parsed(text: string): (object & { errors?: unknown }) | undefined {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
}

function unavailable({ acceptLanguage }: SubgraphRequest): GraphQLError {
  return new GraphQLError(write(messages.UNAVAILABLE, languageOf(acceptLanguage)), {
    extensions: { code: 'UNAVAILABLE' },
  });
}
