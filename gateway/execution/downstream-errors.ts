import { errorCodeDef, ERRORS } from '@apollo/federation-internals';
import type { ResponsePath } from '@apollo/query-planner';
import { GraphQLError } from 'graphql';
import type { GraphQLErrorOptions } from 'graphql';

/** What a subgraph said went wrong, as the gateway tells it: with the subgraph's name, and a code in any case. */
export function downstreamError(error: GraphQLError, subgraph: string, path: ResponsePath | undefined): GraphQLError {
  const message = error.message || `Error while fetching subquery from service "${subgraph}"`;
  const options: GraphQLErrorOptions = {
    originalError: error instanceof GraphQLError ? error : new GraphQLError(message, error),
    path,
    extensions: { ...error.extensions, serviceName: subgraph },
  };
  const known = errorCodeDef(error);
  if (!known && error.extensions?.code) return new GraphQLError(message, options);
  return (known ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options);
}
