import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { composeServices } from '@apollo/composition';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginInlineTraceDisabled } from '@apollo/server/plugin/disabled';
import { startStandaloneServer } from '@apollo/server/standalone';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
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

/** An identity provider of somebody else, in the test's own process: it gives tokens for the same accounts, and calls the claims otherwise. */
export interface ForeignProvider {
  /** What a process is told that is to believe it, and nobody else. */
  environment: Record<string, string>;
  /** A token with these claims beside the usual ones of a token. */
  token(claims: Record<string, unknown>): Promise<string>;
  /** Begins to publish its keys; until then it answers that it can't. */
  open(): void;
  close(): Promise<void>;
}

/** Starts the provider. */
export async function startForeignProvider(): Promise<ForeignProvider> {
  const issuer = 'https://agency.example';
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { extractable: true });
  const about = { kid: 'agency', alg: 'EdDSA' };
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), ...about }] });
  let isOpen = false;
  const server = createServer((_request, response) =>
    response.writeHead(isOpen ? 200 : 503).end(isOpen ? keys : 'busy'),
  );
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    environment: {
      TOKEN_ISSUER: issuer,
      TOKEN_AUDIENCE: 'qonaq-of-the-agency',
      TOKEN_KEYS: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
      TOKEN_CLAIM_ACCOUNT: 'employee',
      TOKEN_CLAIM_ROLE: 'position',
      TOKEN_CLAIM_OFFICE: 'department',
    },
    token: (claims) =>
      new SignJWT({ sub: 'somebody', role: 'auditor', ...claims })
        .setProtectedHeader({ ...about, typ: 'at+jwt' })
        .setIssuer(issuer)
        .setAudience('qonaq-of-the-agency')
        .setIssuedAt()
        .setExpirationTime('5 minutes')
        .sign(privateKey),
    open: () => (isOpen = true),
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}
