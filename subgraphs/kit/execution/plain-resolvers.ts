import { isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { typeGraphQLMetadata } from '../graph/type-graphql-metadata.ts';
import type { FieldMethod } from '../graph/type-graphql-metadata.ts';
import type { Resolver, Resolvers } from './plan.ts';

/**
 * The fields whose value a method of a resolver class finds by the object, by who asks, or by both: the method itself. Before each call type-graphql
 * gathers what a method with arguments may need, which takes longer than most of these methods.
 *
 * @param classes the resolver classes of the schema: other subgraphs of the process may have types of the same name.
 */
export function plainResolvers(schema: GraphQLSchema, classes: readonly NewableFunction[]): Resolvers {
  const instances = new Map<new () => object, object>();
  return new Map(
    typeGraphQLMetadata().fieldResolvers.flatMap((method) => {
      if (!classes.includes(method.target)) return [];
      const typeName = method.getObjectType?.().name;
      const type = typeName === undefined ? undefined : schema.getType(typeName);
      const field = isObjectType(type) ? type.getFields()[method.schemaName] : undefined;
      if (!field || field.args.length > 0) return [];
      const call = callOf(method, instances);
      return call ? [[field, call] as const] : [];
    }),
  );
}

function callOf(
  { kind, target, methodName, params = [], middlewares = [] }: FieldMethod,
  instances: Map<new () => object, object>,
): Resolver | undefined {
  const isPlain = params.every((each) => (each.kind === 'root' || each.kind === 'context') && !each.propertyName);
  if (kind !== 'external' || middlewares.length > 0 || !isPlain) return undefined;
  const instance = instances.get(target) ?? new target();
  instances.set(target, instance);
  const method = instance as Record<string, (...given: unknown[]) => unknown>;
  const kinds = params.toSorted((left, right) => left.index - right.index).map((each) => each.kind);
  switch (kinds.join()) {
    case 'root':
      return (source) => method[methodName]!(source);
    case 'context':
      return (_source, _given, context) => method[methodName]!(context);
    case 'root,context':
      return (source, _given, context) => method[methodName]!(source, context);
    default:
      return undefined;
  }
}
