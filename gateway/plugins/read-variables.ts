import type { ApolloServerPlugin } from '@apollo/server';
import {
  coerceInputValue,
  getNamedType,
  getNullableType,
  GraphQLError,
  isInputObjectType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  typeFromAST,
} from 'graphql';
import type { GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Problem } from '../../subgraphs/kit/errors/fault.ts';
import { write } from '../../subgraphs/kit/errors/languages.ts';
import { messages } from '../../subgraphs/kit/errors/messages.ts';
import { presentProblem } from '../../subgraphs/kit/errors/present.ts';
import * as scalars from '../../subgraphs/kit/graph/scalars.ts';
import { refusal } from '../refusal.ts';
import type { GatewayRequest } from '../request.ts';

/** The most problems that one answer tells. */
const mostProblems = 100;

/** Reads the variables of an operation before it is planned: all that is wrong with any of them is one error, with a problem for each. */
export function readVariables(): ApolloServerPlugin<GatewayRequest> {
  return {
    serverWillStart: () => Promise.resolve({ schemaDidLoadOrUpdate: ({ apiSchema }) => knowScalars(apiSchema) }),
    requestDidStart: () =>
      Promise.resolve({
        responseForOperation: ({ operation, request, schema, contextValue: { language } }) => {
          const problems = variableProblems(schema, operation, request.variables ?? {});
          if (problems.length === 0) return Promise.resolve(null);
          const error = new GraphQLError(write(messages.BAD_USER_INPUT, language), {
            extensions: {
              code: 'BAD_USER_INPUT',
              problems: problems.map((problem) => presentProblem(problem, language)),
            },
          });
          return Promise.resolve(refusal(400, [error]));
        },
      }),
  };
}

/** A composed schema knows scalars by name only; with their readers a wrong date is told along with all else that is wrong. */
function knowScalars(schema: GraphQLSchema): void {
  for (const { name, description, parseValue, parseLiteral } of Object.values(scalars)) {
    const known = schema.getType(name);
    // Another supergraph may mean something else by the name.
    if (isScalarType(known) && known.description === description) Object.assign(known, { parseValue, parseLiteral });
  }
}

function variableProblems(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Record<string, unknown>,
): Problem[] {
  const problems: Problem[] = [];
  try {
    for (const { variable, type: node, defaultValue } of variableDefinitions) {
      const name = variable.name.value;
      const type = typeFromAST(schema, node as never);
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (!isInputType(type) || (value === undefined && defaultValue)) continue;
      if (value == null) {
        if (isNonNullType(type)) tell({ code: 'VALUE_MISSING', path: [name] });
      } else {
        coerceInputValue(value, type, (path, _value, { message }) => tell(problemOf(message, type, name, path)));
      }
    }
  } catch (error) {
    if (!(error instanceof TooManyProblemsError)) throw error;
  }
  return problems;

  function tell(problem: Problem): void {
    if (problems.length < mostProblems) return void problems.push(problem);
    problems.push({ code: 'PROBLEMS_TOO_MANY', path: [], params: { max: mostProblems } });
    throw new TooManyProblemsError();
  }
}

/** Ends the reading of variables that nobody meant seriously. */
class TooManyProblemsError extends Error {}

/** What graphql-js says in English, as a problem of ours; the value itself isn't repeated. */
function problemOf(
  message: string,
  type: GraphQLInputType,
  variable: string,
  within: readonly (string | number)[],
): Problem {
  const path = [variable, ...within];
  const [, field, fault] = /^Field "(.*)" (of required type|is not defined by type) /s.exec(message) ?? [];
  if (field !== undefined) {
    return { code: fault === 'of required type' ? 'VALUE_MISSING' : 'FIELD_UNKNOWN', path: [...path, field] };
  }
  if (message.endsWith(' not to be null.')) return { code: 'VALUE_MISSING', path };
  return { code: 'VALUE_INVALID', path, params: { type: getNamedType(typeAt(type, within)).name } };
}

function typeAt(type: GraphQLInputType, path: readonly (string | number)[]): GraphQLInputType {
  return path.reduce((at: GraphQLInputType, part) => {
    const here = typeof part === 'string' ? getNamedType(at) : getNullableType(at);
    if (isListType(here)) return here.ofType;
    return isInputObjectType(here) ? here.getFields()[part]!.type : here;
  }, type);
}
