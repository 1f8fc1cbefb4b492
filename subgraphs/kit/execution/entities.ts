import { isObjectType } from 'graphql';
import type { GraphQLObjectType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { Context } from '../subgraph/context.ts';
import type { Resolver } from './plan.ts';

/** An entity that was found by its key. Its type is known, so nobody has to write that into it. */
export class FoundEntity {
  constructor(
    readonly type: GraphQLObjectType,
    readonly entity: unknown,
  ) {}
}

/** A key, as the gateway sends it. */
type Representation = Record<string, unknown> & { __typename: string };

type ReadReference = (key: Representation, context: Context, info: GraphQLResolveInfo) => Promise<unknown>;

/** Finds entities by their keys as the federation library does, where all of them are of types that are read by key; others are left to it. */
export function entitiesResolver(schema: GraphQLSchema, others: Resolver): Resolver {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const readers = new Map(types.map((type) => [type.name, readerOf(type)]));
  return (source, given, context, info) => {
    const { representations } = given as { representations: readonly Representation[] };
    if (!representations.every(({ __typename }) => readers.get(__typename)))
      return others(source, given, context, info);
    return representations.map((key) => {
      const { type, read } = readers.get(key.__typename)!;
      return read(key, context as Context, info).then((found) =>
        found === null ? null : new FoundEntity(type, found),
      );
    });
  };
}

function readerOf(type: GraphQLObjectType): { type: GraphQLObjectType; read: ReadReference } | undefined {
  const { apollo } = type.extensions as { apollo?: { subgraph?: { resolveReference?: ReadReference } } };
  const read = apollo?.subgraph?.resolveReference;
  return read && { type, read };
}
