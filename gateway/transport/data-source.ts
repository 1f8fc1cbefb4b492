import type { GraphQLDataSource, GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import type { Transport } from '../../subgraphs/kit/transport/transport.ts';
import type { GatewayRequest } from '../request.ts';
import { callerOf } from '../request.ts';
import { spreadEntities, withoutRepetition } from './representations.ts';

/** What the gateway fetches from one subgraph, over whichever transport: each entity asked for once, errors put where they belong. */
export class SubgraphDataSource implements GraphQLDataSource<GatewayRequest> {
  constructor(
    private readonly subgraph: string,
    private readonly transport: Transport,
  ) {}

  async process({ request, ...options }: GraphQLDataSourceProcessOptions<GatewayRequest>) {
    const incoming = 'incomingRequestContext' in options ? options.incomingRequestContext : undefined;
    const context = options.context as GatewayRequest;
    const { representations, places } = withoutRepetition(request.variables?.representations);
    const result = await this.transport.send(this.subgraph, {
      query: request.query ?? '',
      variables: { ...request.variables, ...(representations && { representations }) },
      operationName: request.operationName,
      ...callerOf(context, {
        name: incoming?.operationName,
        hash: incoming?.queryHash,
        type: incoming?.operation?.operation,
      }),
    });
    const spread = places ? spreadEntities(result, places) : result;
    // The gateway wants errors as GraphQLErrors; their extensions are the subgraph's.
    return { ...spread, errors: spread.errors?.map(asGraphQLError) } as Awaited<
      ReturnType<GraphQLDataSource['process']>
    >;
  }
}

function asGraphQLError(error: NonNullable<ExecutionResult['errors']>[number]): GraphQLError {
  return error instanceof GraphQLError ? error : new GraphQLError((error as GraphQLError).message, error);
}
