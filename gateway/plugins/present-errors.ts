import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { isErrorCode } from '../../subgraphs/kit/errors/codes.ts';
import type { ErrorCode } from '../../subgraphs/kit/errors/codes.ts';
import { describeFailure } from '../../subgraphs/kit/errors/describe.ts';
import type { Language } from '../../subgraphs/kit/errors/languages.ts';
import { languageOf, write } from '../../subgraphs/kit/errors/languages.ts';
import { messages } from '../../subgraphs/kit/errors/messages.ts';
import { retryAfter } from '../limits/retry-after.ts';
import { tooComplexToRead } from '../limits/too-complex.ts';
import type { GatewayRequest } from '../request.ts';

/** Codes of Apollo's, and what they are in the contract. */
const apolloCodes: Record<string, ErrorCode> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  BAD_REQUEST: 'BAD_REQUEST',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_REQUEST',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_REQUEST',
};

/** The one place where it is decided which error texts leave: those of the contract, in the caller's language. */
export function presentErrors(logger: Logger): ApolloServerPlugin<GatewayRequest> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ response, contextValue, operationName }) => {
          if (response.body.kind === 'single' && response.body.singleResult.errors) {
            const errors = response.body.singleResult.errors.map((error) =>
              present(error, contextValue, logger, operationName),
            );
            response.body.singleResult.errors = errors;
            for (const [name, value] of Object.entries(retryAfter(errors))) response.http.headers.set(name, value);
          }
          response.http.headers.set('x-request-id', contextValue.requestId);
          return Promise.resolve();
        },
      }),
  };
}

/** A hook of the graph's route: what Apollo refuses before there is an operation (batches, what a foreign page could send) gets the form of all other errors. */
export function presentRefusals(logger: Logger) {
  return (request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> => {
    if (reply.statusCode < 400 || reply.hasHeader('x-request-id') || typeof payload !== 'string') {
      return Promise.resolve(payload);
    }
    const asked = { language: languageOf(request.headers['accept-language']), requestId: request.id };
    const { errors } = JSON.parse(payload) as { errors: GraphQLFormattedError[] };
    reply.header('x-request-id', request.id);
    return Promise.resolve(JSON.stringify({ errors: errors.map((error) => present(error, asked, logger)) }));
  };
}

function present(
  given: GraphQLFormattedError,
  { language, requestId }: Pick<GatewayRequest, 'language' | 'requestId'>,
  logger: Logger,
  operation?: string | null,
): GraphQLFormattedError {
  const error = tooComplexToRead(given.message, language) ?? given;
  const { code, serviceName, stacktrace, ...extensions } = error.extensions ?? {};
  const known = codeOf(code);
  const placed = { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) };
  if (known && known !== 'INTERNAL_SERVER_ERROR') {
    return {
      message: textOf(error, known, language),
      ...placed,
      extensions: { ...extensions, code: known, requestId },
    };
  }
  logger.error({ requestId, operation, error: describeFailure(error) }, 'failed');
  return {
    message: write(messages.INTERNAL_SERVER_ERROR, language),
    ...placed,
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId },
  };
}

function codeOf(code: unknown): ErrorCode | undefined {
  return isErrorCode(code) ? code : apolloCodes[String(code)];
}

const writtenElsewhere: readonly ErrorCode[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_TOO_COMPLEX',
];

/** What graphql-js and Apollo say in English, or a limit of ours says, follows the code's own sentence; the texts of subgraphs are whole. */
function textOf(error: GraphQLFormattedError, code: ErrorCode, language: Language): string {
  return writtenElsewhere.includes(code) ? `${write(messages[code], language)} ${error.message.trim()}` : error.message;
}
