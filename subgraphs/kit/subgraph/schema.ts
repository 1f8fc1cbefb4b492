import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper/index.js';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { isObjectType, parse } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, createResolversMap } from 'type-graphql';
import { enforceMasking, maskings } from '../access/enforce-masking.ts';
import { enforceAccess, undeclared } from '../access/enforce.ts';
import type { Masking } from '../access/masking.ts';
import { entitiesResolver } from '../execution/entities.ts';
import { plainResolvers } from '../execution/plain-resolvers.ts';
import type { Resolvers } from '../execution/plan.ts';
import { typeGraphQLMetadata } from '../graph/type-graphql-metadata.ts';
import type { Context } from './context.ts';
import type { SubgraphDefinition } from './definition.ts';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@authenticated", "@requiresScopes"])`;

/** A subgraph's schema, ready to execute, and its text for composition. */
export interface SubgraphSchema {
  schema: GraphQLSchema;
  sdl: string;
  /** What finds the fields' values behind what refuses and masks them. */
  resolvers: Resolvers;
  /** What is declared personal data, by `Type.field`, and how it is masked. */
  maskings: ReadonlyMap<string, Masking>;
}

/** Builds a subgraph's schema from its classes. Fails when a root field or a type doesn't say who may use it. */
export async function subgraphSchema(definition: SubgraphDefinition): Promise<SubgraphSchema> {
  readPropertiesPlainly();
  const written = await buildSchema({
    resolvers: definition.resolvers,
    orphanedTypes: definition.types ?? [],
    validate: false,
    skipCheck: true,
  });
  const open = undeclared(written);
  if (open.length > 0) throw new Error(`Nobody declared who may use ${open.join(', ')} (subgraph ${definition.name})`);
  const sdl = `${federation}\n\n${printSchemaWithDirectives(written)}\n`;
  const schema = buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolversOf(written, definition) });
  const resolvers = resolversIn(schema, definition);
  enforceMasking(schema, written);
  enforceAccess(schema);
  return { schema, sdl, resolvers, maskings: maskings(written) };
}

/** Has type-graphql leave properties of the same name to whoever executes the schema, instead of a resolver for each. It can be told so of every single field, or here. */
function readPropertiesPlainly(): void {
  for (const field of typeGraphQLMetadata().fields) field.simple = field.name === field.schemaName;
}

function resolversIn(schema: GraphQLSchema, definition: SubgraphDefinition): Resolvers {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const entities = schema.getQueryType()!.getFields()._entities;
  return new Map([
    ...types.flatMap((type) => Object.values(type.getFields()).map((field) => [field, field.resolve] as const)),
    ...plainResolvers(schema, definition.resolvers),
    ...(entities ? [[entities, entitiesResolver(schema, entities.resolve!)] as const] : []),
  ]);
}

function resolversOf(written: GraphQLSchema, definition: SubgraphDefinition): GraphQLResolverMap<unknown> {
  const resolvers = createResolversMap(written) as GraphQLResolverMap<unknown>;
  for (const [type, read] of Object.entries(definition.references)) {
    const fields = resolvers[type] as Record<string, unknown>;
    fields.__resolveReference = async (key: Record<string, unknown>, context: Context) =>
      (await read(context, key)) ?? null;
  }
  return resolvers;
}
