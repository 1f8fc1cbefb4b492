import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import { Pool } from 'undici';
import { languageOf, write } from '../errors/languages.ts';
import { messages } from '../errors/messages.ts';
import { exchange } from './exchange.ts';
import type { HttpAnswer } from './exchange.ts';
import { traceHeaders } from './trace-headers.ts';
import type { SubgraphRequest, Transport } from './transport.ts';

/** How subgraphs are reached over HTTP. */
export interface HttpTransportSettings {
  /** The URL of each subgraph's graph, by name: `http:`, `https:`, or `unix:` and the path of a socket. */
  urls: Record<string, string>;
  /** How long an answer may take, from the question to its last byte, in milliseconds; 20 seconds unless told. */
  deadline?: number;
  logger: Logger;
}

/** Where a subgraph's own server has its graph; the URL of a socket names none. */
const graphPath = '/graphql';

/** Connections to one subgraph at the most; further questions wait, and their deadline runs meanwhile. */
const connections = 64;

/** The longest answer, in bytes: far more than the limits of an operation let a gateway ask for. */
const longestAnswer = 64 * 1024 * 1024;

/**
 * Reaches subgraphs over HTTP, on connections that are kept. A subgraph that refuses the connection, answers too late or with something that is no
 * answer of a graph is UNAVAILABLE. Nothing is sent twice: after an unanswered mutation nobody here knows whether it was done.
 */
export class HttpTransport implements Transport {
  readonly #targets: Map<string, Target>;
  readonly #deadline: number;
  readonly #logger: Logger;

  constructor({ urls, deadline = 20_000, logger }: HttpTransportSettings) {
    this.#targets = new Map(Object.entries(urls).map(([name, url]) => [name, targetOf(url)]));
    this.#deadline = deadline;
    this.#logger = logger;
  }

  async send(subgraph: string, request: SubgraphRequest): Promise<ExecutionResult> {
    const target = this.#targets.get(subgraph);
    if (!target) throw new Error(`No URL of a subgraph ${subgraph}`);
    const { query, variables, operationName, cancelled, trace } = request;
    if (cancelled?.aborted) return { errors: [unavailable(request)] };
    try {
      const question = {
        path: target.path,
        method: 'POST' as const,
        headers: headersOf(request),
        body: JSON.stringify({ query, variables, operationName }),
      };
      return resultIn(await exchange(target.pool, question, { deadline: this.#deadline, cancelled }));
    } catch (error) {
      const { message, code } = error as { message: string; code?: string };
      const line = { subgraph, requestId: trace.requestId, reason: message || code };
      if (!cancelled?.aborted) this.#logger.warn(line, 'subgraph unavailable');
      return { errors: [unavailable(request)] };
    }
  }

  /** Closes the connections, once what is under way has been answered. */
  async close(): Promise<void> {
    await Promise.all([...this.#targets.values()].map(({ pool }) => pool.close()));
  }
}

/** Where a subgraph is asked. */
interface Target {
  pool: Pool;
  path: string;
}

function targetOf(url: string): Target {
  const { protocol, origin, pathname, search } = new URL(url);
  // The deadline runs from the question to the last byte of its answer; undici's own timeouts would only cost.
  const options = { connections, maxResponseSize: longestAnswer, headersTimeout: 0, bodyTimeout: 0 };
  if (protocol !== 'unix:') return { pool: new Pool(origin, options), path: `${pathname}${search}` };
  return {
    pool: new Pool('http://localhost', { ...options, socketPath: decodeURIComponent(pathname) }),
    path: graphPath,
  };
}

/** Names and values in turn, as undici writes them without another look. */
function headersOf({ authorization, proof, acceptLanguage, trace }: SubgraphRequest): string[] {
  const headers = ['content-type', 'application/json', 'accept', 'application/json'];
  if (authorization !== undefined) headers.push('authorization', authorization);
  if (proof !== undefined) headers.push('dpop', proof);
  if (acceptLanguage !== undefined) headers.push('accept-language', acceptLanguage);
  return [...headers, ...Object.entries(traceHeaders(trace)).flat()];
}

/** A graph answers with data or errors, whatever the status; everything else comes from something in between, or from a process that is stopping. */
function resultIn({ text, status }: HttpAnswer): ExecutionResult {
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
