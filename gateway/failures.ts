import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Fault } from '../subgraphs/kit/errors/fault.ts';
import type { ErrorCode } from '../subgraphs/kit/errors/codes.ts';
import { languageOf, write } from '../subgraphs/kit/errors/languages.ts';
import { messages } from '../subgraphs/kit/errors/messages.ts';

const statuses: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  UNAVAILABLE: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** Answers what fails outside of an operation (bodies that can't be read, unknown paths, tokens that aren't valid) in the form of the graph's errors. */
export function answerFailures(server: FastifyInstance, logger: Logger): void {
  server.setErrorHandler((error: FastifyError, request, reply) => {
    const code = codeOf(error);
    if (code === 'INTERNAL_SERVER_ERROR')
      logger.error({ requestId: request.id, error: error.message, stack: error.stack }, 'failed');
    const status = statuses[code] ?? error.statusCode ?? 400;
    return reply.code(status).header('x-request-id', request.id).send(answer(code, request));
  });
  server.setNotFoundHandler((request, reply) =>
    reply.code(404).header('x-request-id', request.id).send(answer('NOT_FOUND', request)),
  );
}

function codeOf(error: FastifyError | Fault): ErrorCode {
  if (error instanceof Fault) return error.code;
  // What @apollo/server makes of a fault that it met while it asked who is there.
  const wrapped = (error as { cause?: unknown }).cause;
  if (wrapped instanceof Fault) return wrapped.code;
  return error.statusCode !== undefined && error.statusCode < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
}

function answer(code: ErrorCode, request: FastifyRequest) {
  const message = write(messages[code], languageOf(request.headers['accept-language']));
  return { errors: [{ message, extensions: { code, requestId: request.id } }] };
}
