import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { isErrorCode } from '../../subgraphs/kit/errors/codes.ts';
import type { ErrorCode } from '../../subgraphs/kit/errors/codes.ts';
import type { Language } from '../../subgraphs/kit/errors/languages.ts';
import { write } from '../../subgraphs/kit/errors/languages.ts';
import { messages } from '../../subgraphs/kit/errors/messages.ts';
import { presentProblem } from '../../subgraphs/kit/errors/present.ts';
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
        willSendResponse: ({ response, contextValue, request }) => {
          if (response.body.kind === 'single' && response.body.singleResult.errors) {
            const errors = gatherVariables(response.body.singleResult.errors, contextValue.language);
            response.body.singleResult.errors = errors.map((error) =>
              present(error, contextValue, request.operationName),
            );
          }
          response.http.headers.set('x-request-id', contextValue.requestId);
          return Promise.resolve();
        },
      }),
  };

  function present(
    error: GraphQLFormattedError,
    request: GatewayRequest,
    operation: string | undefined,
  ): GraphQLFormattedError {
    const { code, serviceName, stacktrace, ...extensions } = error.extensions ?? {};
    const known = isErrorCode(code) ? code : apolloCodes[String(code)];
    const placed = { ...(error.locations && { locations: error.locations }), ...(error.path && { path: error.path }) };
    if (known && known !== 'INTERNAL_SERVER_ERROR') {
      return {
        message: textOf(error, known, request.language),
        ...placed,
        extensions: { ...extensions, code: known, requestId: request.requestId },
      };
    }
    logger.error({ requestId: request.requestId, operation, error: error.message }, 'failed');
    const message = write(messages.INTERNAL_SERVER_ERROR, request.language);
    return { message, ...placed, extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: request.requestId } };
  }
}

/** What graphql-js and Apollo say in English follows the sentence in the caller's language; the texts of subgraphs are in it already. */
function textOf(error: GraphQLFormattedError, code: ErrorCode, language: Language): string {
  const writtenElsewhere = ['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST'].includes(code);
  return writtenElsewhere ? `${write(messages[code], language)} ${error.message}` : error.message;
}

/** All that is wrong with the variables becomes one error with a problem for each. */
function gatherVariables(errors: readonly GraphQLFormattedError[], language: Language): GraphQLFormattedError[] {
  const ofVariables = errors.filter((error) => !error.path && /^Variable "\$/.test(error.message));
  if (ofVariables.length === 0) return [...errors];
  const problems = ofVariables.map((error) =>
    presentProblem(
      { code: 'VALUE_INVALID', path: pathIn(error.message), params: { what: reasonIn(error.message) } },
      language,
    ),
  );
  const gathered = {
    message: write(messages.BAD_USER_INPUT, language),
    extensions: { code: 'BAD_USER_INPUT', problems },
  };
  return [...errors.filter((error) => !ofVariables.includes(error)), gathered];
}

function pathIn(message: string): (string | number)[] {
  const path = / at "([^"]+)"/.exec(message)?.[1] ?? /^Variable "\$(\w+)"/.exec(message)?.[1] ?? '';
  return path
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** What is wrong, without the value itself. */
function reasonIn(message: string): string {
  return /(?:; |: )([^;]+)$/.exec(message)?.[1] ?? '';
}
