import { composeServices } from '@apollo/composition';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requiresScopes"])`;

const subgraphs: Record<string, { sdl: string; resolvers: GraphQLResolverMap<unknown> }> = {
  Products: {
    sdl: `${federation}
      type Query { product(id: ID!): Product }
      type Product @key(fields: "id") { id: ID! name: String! }`,
    resolvers: { Query: { product: (_root, { id }: { id: string }) => ({ id, name: 'Dombra' }) } },
  },
  Reviews: {
    sdl: `${federation}
      type Product @key(fields: "id") { id: ID! stars: Int! ratings: [Int!] @requiresScopes(scopes: [["review:read"]]) }`,
    resolvers: {
      Product: { __resolveReference: ({ id }: { id: string }) => ({ id, stars: 5, ratings: [5, 4] }) },
    },
  },
};

/** A graph that is none of ours: two plain subgraphs of another kind of shop, in the test's own process. */
export interface ForeignGraph {
  /** The text of its supergraph, in which the subgraphs' URLs stand. */
  supergraph: string;
  /** The headers of each request that a subgraph got, as `name header: value`. */
  headers: string[];
  close(): Promise<void>;
}

/** Starts the subgraphs and composes their supergraph. */
export async function startForeignGraph(): Promise<ForeignGraph> {
  const headers: string[] = [];
  const services = await Promise.all(
    Object.entries(subgraphs).map(async ([name, { sdl, resolvers }]) => {
      const typeDefs = parse(sdl);
      const server = new ApolloServer({
        schema: buildSubgraphSchema({ typeDefs, resolvers }),
        plugins: [ApolloServerPluginInlineTraceDisabled()],
      });
      const { url } = await startStandaloneServer(server, {
        listen: { port: 0, host: '127.0.0.1' },
        context: ({ req }) => {
          headers.push(...Object.entries(req.headers).map(([header, value]) => `${name} ${header}: ${String(value)}`));
          return Promise.resolve({});
        },
      });
      return { name, typeDefs, url, server };
    }),
  );
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new AggregateError(errors);
  return {
    supergraph: supergraphSdl,
    headers,
    close: async () => void (await Promise.all(services.map(({ server }) => server.stop()))),
  };
}
