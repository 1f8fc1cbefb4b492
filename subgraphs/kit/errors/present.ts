import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { RequestTrace } from '../journal/journal.ts';
import { databaseFailure } from '../orm/failures.ts';
import { isErrorCode } from './codes.ts';
import { describeFailure } from './describe.ts';
import { Fault } from './fault.ts';
import type { Problem } from './fault.ts';
import type { Language } from './languages.ts';
import { write } from './languages.ts';
import { messages, problemMessages } from './messages.ts';

/**
 * Writes an error as it may leave: a code of the contract, a text in the caller's language, every problem of an input. What isn't a fault of ours to
 * show is a bug: it is logged, and leaves as INTERNAL_SERVER_ERROR without a word of what happened inside.
 */
export function presentError(
  error: GraphQLError,
  language: Language,
  logger: Logger,
  trace: RequestTrace,
): GraphQLError {
  const failure = thrown(error);
  const cause = databaseFailure(failure);
  const { requestId, operationName: operation } = trace;
  const entry = (why: unknown) => ({ requestId, operation, error: describeFailure(why) });
  const at = { nodes: error.nodes, source: error.source, positions: error.positions, path: error.path };
  if (cause instanceof Fault) {
    // Nothing is wrong with the request then: whoever runs the product has to learn what is.
    if (cause.code === 'UNAVAILABLE') logger.warn(entry(cause.details.cause ?? failure), 'unavailable');
    return new GraphQLError(faultText(cause, language), { ...at, extensions: faultExtensions(cause, language) });
  }
  const code = error.extensions.code ?? graphqlCode(error);
  if (isErrorCode(code) && code !== 'INTERNAL_SERVER_ERROR') {
    return new GraphQLError(error.message, { ...at, extensions: { ...error.extensions, code } });
  }
  logger.error(entry(cause), 'failed');
  return new GraphQLError(write(messages.INTERNAL_SERVER_ERROR, language), {
    ...at,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}

/** What was thrown: graphql-js wraps what isn't an Error. */
function thrown(error: GraphQLError): unknown {
  const original = error.originalError as { thrownValue?: unknown } | undefined;
  return original?.thrownValue ?? original ?? error;
}

/** What graphql-js itself refuses before anything runs: the document or the variables. */
function graphqlCode(error: GraphQLError): string | undefined {
  if (error.originalError || error.path) return undefined;
  if (error.message.startsWith('Syntax Error')) return 'GRAPHQL_PARSE_FAILED';
  return error.message.startsWith('Variable "$') ? 'BAD_USER_INPUT' : 'GRAPHQL_VALIDATION_FAILED';
}

function faultText(fault: Fault, language: Language): string {
  const { message, params } = fault.details;
  return write((message && problemMessages[message]) || messages[fault.code], language, params);
}

function faultExtensions(fault: Fault, language: Language): Record<string, unknown> {
  const { problems, extensions } = fault.details;
  return {
    code: fault.code,
    ...extensions,
    ...(problems && { problems: problems.map((problem) => presentProblem(problem, language)) }),
  };
}

/** One problem of an input, as the caller reads it. */
export function presentProblem(problem: Problem, language: Language) {
  const { code, path, params, reference } = problem;
  const text = problemMessages[code];
  return { code, path, message: text ? write(text, language, params) : code, reference: reference ?? null };
}
