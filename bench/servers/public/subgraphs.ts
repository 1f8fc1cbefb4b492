import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';
import { parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';

// The shop of the public benchmark of federation gateways (graphql-hive/graphql-gateways-benchmark): the same four subgraphs, types and numbers of things.

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@external", "@provides", "@requires", "@shareable"])`;

const users = ['urigo', 'dotansimha', 'kamilkisiela', 'ardatan', 'gilgardosh', 'laurin'].map((username, at) => ({
  id: String(at + 1),
  username,
  name: `Name of ${username}`,
  birthday: 1234567890,
}));

const products = (
  [
    ['Table', 899, 100, true],
    ['Couch', 1299, 1000, false],
    ['Glass', 15, 20, false],
    ['Chair', 499, 100, false],
    ['TV', 1299, 1000, true],
    ['Lamp', 6999, 300, true],
    ['Grill', 3999, 2000, true],
    ['Fridge', 100000, 6000, false],
    ['Sofa', 9999, 800, true],
  ] as const
).map(([name, price, weight, inStock], at) => ({ upc: String(at + 1), name, price, weight, inStock }));

/** Of which product each review is, and how many characters it has. */
const reviews = (
  [
    ['1', 445],
    ['1', 289],
    ['1', 275],
    ['1', 145],
    ['2', 445],
    ['2', 289],
    ['2', 275],
    ['2', 145],
    ['3', 145],
    ['4', 145],
    ['4', 843],
  ] as const
).map(([upc, length], at) => ({ id: String(at + 1), body: lorem(length), product: { upc } }));

function lorem(length: number): string {
  return 'Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod. '.repeat(20).slice(0, length);
}

type Sold = Pick<(typeof products)[number], 'upc' | 'price' | 'weight'>;

const definitions: Record<string, { sdl: string; resolvers: GraphQLResolverMap<unknown> }> = {
  accounts: {
    sdl: `type Query { me: User user(id: ID!): User users: [User] }
      type User @key(fields: "id") { id: ID! name: String username: String @shareable birthday: Int }`,
    resolvers: {
      Query: {
        me: () => users[0],
        user: (_root, { id }: { id: string }) => users[Number(id) - 1],
        users: () => users,
      },
      User: { __resolveReference: ({ id }: { id: string }) => users[Number(id) - 1] },
    },
  },
  inventory: {
    sdl: `type Product @key(fields: "upc") {
        upc: String! weight: Int @external price: Int @external inStock: Boolean shippingEstimate: Int @requires(fields: "price weight")
      }`,
    resolvers: {
      Product: {
        __resolveReference: (told: Sold) => ({ ...told, inStock: products[Number(told.upc) - 1]!.inStock }),
        // As that one has it: to whom less than everything is told, nothing is told.
        shippingEstimate: ({ price, weight }: Sold) => (price > 1000 ? 0 : Math.floor(weight / 2)),
      },
    },
  },
  products: {
    sdl: `type Query { topProducts(first: Int = 5): [Product] }
      type Product @key(fields: "upc") { upc: String! name: String price: Int weight: Int }`,
    resolvers: {
      Query: { topProducts: (_root, { first }: { first: number }) => products.slice(0, first) },
      Product: { __resolveReference: ({ upc }: { upc: string }) => products[Number(upc) - 1] },
    },
  },
  reviews: {
    sdl: `type Review @key(fields: "id") { id: ID! body: String product: Product author: User @provides(fields: "username") }
      type User @key(fields: "id") { id: ID! username: String @external reviews: [Review] }
      type Product @key(fields: "upc") { upc: String! reviews: [Review] }`,
    resolvers: {
      Review: {
        __resolveReference: ({ id }: { id: string }) => reviews[Number(id) - 1],
        author: () => ({ id: '1', username: 'urigo' }),
      },
      User: { reviews: () => reviews.slice(0, 2) },
      Product: { reviews: ({ upc }: Sold) => reviews.filter(({ product }) => product.upc === upc) },
    },
  },
};

/** The schemas of the shop, by the names of the subgraphs. */
export const shopSchemas: Record<string, GraphQLSchema> = Object.fromEntries(
  Object.entries(definitions).map(([name, { sdl, resolvers }]) => [
    name,
    buildSubgraphSchema({ typeDefs: parse(`${federation}\n${sdl}`), resolvers }),
  ]),
);

/** The supergraph of the shop. */
export function shopSupergraph(): string {
  const services = Object.entries(definitions).map(([name, { sdl }]) => ({
    name,
    typeDefs: parse(`${federation}\n${sdl}`),
    url: `http://${name}/graphql`,
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (errors) throw new AggregateError(errors);
  return supergraphSdl;
}
