import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GatewayRequest } from '../request.ts';

/** Refuses a document of which it isn't clear what to run: several operations and none named, one that it doesn't hold, or a kind that the schema doesn't have. */
export function resolveOperation(): ApolloServerPlugin<GatewayRequest> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation, schema }) => {
          // Apollo calls this also when nothing was found.
          if (!operation) throw refusal('BAD_REQUEST', 'Name one operation that the document holds.');
          if (schema.getRootType(operation.operation)) return Promise.resolve();
          throw refusal('GRAPHQL_VALIDATION_FAILED', `There is no ${operation.operation} in the schema.`);
        },
      }),
  };
}

function refusal(code: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
}
