import { readFile } from 'node:fs/promises';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import type { GraphQLDataSourceProcessOptions } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify from 'fastify';

// The gateway as its vendor delivers it, with its own data source: no rights, no limits. SUPERGRAPH, SUBGRAPH_URLS and PORT are in the environment.

/** What of a request's headers the subgraphs are to see. */
type Forwarded = Record<string, string | undefined>;

/** The usual data source sends none of the caller's headers unless it is told so. */
class ForwardingDataSource extends RemoteGraphQLDataSource<Forwarded> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Forwarded>): void {
    for (const [name, value] of Object.entries<string | undefined>(context))
      if (value !== undefined) request.http?.headers.set(name, value);
  }
}

const urls = Object.fromEntries(
  process.env.SUBGRAPH_URLS!.split(',').map((pair) => pair.split('=') as [string, string]),
);
const supergraph = await readFile(process.env.SUPERGRAPH!, 'utf8');
const graph = new ApolloServer<Forwarded>({
  gateway: new ApolloGateway({
    // It starts on no supergraph whose rights are marked as a matter of security.
    supergraphSdl: supergraph.replaceAll(/,\s*for:\s*SECURITY/g, ''),
    buildService: ({ name, url }) => new ForwardingDataSource({ url: urls[name] ?? url! }),
  }),
});
await graph.start();
const server = Fastify();
server.post(
  '/graphql',
  fastifyApolloHandler(graph, {
    context: ({ headers }) =>
      Promise.resolve({
        authorization: headers.authorization,
        'accept-language': headers['accept-language'],
        'x-request-id': headers['x-request-id']?.toString(),
      }),
  }),
);
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
