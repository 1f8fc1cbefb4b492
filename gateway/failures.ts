import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { ErrorCode } from '../subgraphs/kit/errors/codes.ts';
import { describeFailure } from '../subgraphs/kit/errors/describe.ts';
import { Fault } from '../subgraphs/kit/errors/fault.ts';
import { languageOf, write } from '../subgraphs/kit/errors/languages.ts';
import { messages } from '../subgraphs/kit/errors/messages.ts';
import { presentProblem } from '../subgraphs/kit/errors/present.ts';
import { databaseFailure } from '../subgraphs/kit/orm/failures.ts';
import { retryAfter } from './limits/retry-after.ts';

const statuses: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  INTERNAL_SERVER_ERROR: 500,
  UNAVAILABLE: 503,
};

/** Problems of an upload that HTTP has a status of its own for. */
const problemStatuses: Record<string, number> = { DOCUMENT_TOO_LARGE: 413, DOCUMENT_MEDIA_TYPE: 415 };

/** An answer instead of the one asked for. */
export interface Failure {
  status: number;
  headers: Record<string, string>;
  /** In the form of the graph's errors. */
  body: { errors: [{ message: string; extensions: Record<string, unknown> }] };
}

/** Answers what fails outside of an operation (bodies that can't be read, unknown paths, tokens that aren't valid) in the form of the graph's errors. */
export function answerFailures(server: FastifyInstance, logger: Logger): void {
  const answer = answerFailure(logger);
  server.setErrorHandler(answer);
  server.setNotFoundHandler((request, reply) => answer(new Fault('NOT_FOUND'), request, reply));
}

/** Answers one of them; also what Fastify meets before it knows a route, such as a path that isn't one. */
export function answerFailure(logger: Logger) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    const { status, headers, body } = failureOf(error, request, logger);
    void reply.code(status).headers(headers).send(body);
  };
}

/** What the caller is told of a failure, in their language. A failure that is no fault of the contract is logged, and leaves without a word of it. */
export function failureOf(error: unknown, request: FastifyRequest, logger: Logger): Failure {
  const fault = faultOf(databaseFailure(error));
  const { code, details } = fault;
  if (code === 'INTERNAL_SERVER_ERROR') logFailure(error, request, logger);
  const away = error === fault ? details.cause : error;
  if (code === 'UNAVAILABLE' && away)
    logger.warn({ requestId: request.id, error: describeFailure(away) }, 'unavailable');
  const language = languageOf(request.headers['accept-language']);
  const problems = details.problems?.map((problem) => presentProblem(problem, language));
  const extensions = { code, ...details.extensions, requestId: request.id, ...(problems && { problems }) };
  return {
    status: problemStatuses[problems?.[0]?.code ?? ''] ?? statuses[code] ?? (error as FastifyError).statusCode ?? 400,
    headers: {
      'x-request-id': request.id,
      ...(code === 'UNAUTHENTICATED' && { 'www-authenticate': 'Bearer, DPoP algs="ES256 EdDSA"' }),
      ...retryAfter([{ extensions }]),
    },
    body: { errors: [{ message: write(messages[code], language), extensions }] },
  };
}

/** Writes into the log what went wrong inside. */
export function logFailure(error: unknown, request: FastifyRequest, logger: Logger): void {
  logger.error({ requestId: request.id, error: describeFailure(error) }, 'failed');
}

function faultOf(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const { statusCode } = error as FastifyError;
  return new Fault(statusCode !== undefined && statusCode < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR');
}
