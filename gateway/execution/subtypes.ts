import { isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Data } from './merge.ts';

/** The schema of a supergraph, which is built when it is first needed. */
export type SupergraphSchema = () => GraphQLSchema;

/** Tells whether an object is of a type, which may be an abstract one; `otherwise` when it doesn't say of which type it is. */
export type IsOfType = (object: Data, otherwise: boolean) => boolean;

/** Compiles the question whether objects are of a type. Types that callers can't see count, so it takes the supergraph. */
export function compileIsOfType(supergraph: SupergraphSchema, typeCondition: string): IsOfType {
  let subtypes: Set<unknown> | undefined;
  return ({ __typename: typename }, otherwise) => {
    if (!typename) return otherwise;
    if (typename === typeCondition) return true;
    subtypes ??= subtypesOf(supergraph(), typeCondition);
    return subtypes.has(typename);
  };
}

function subtypesOf(supergraph: GraphQLSchema, name: string): Set<string> {
  const type = supergraph.getType(name);
  if (!isAbstractType(type)) return new Set();
  const others = Object.values(supergraph.getTypeMap()).filter(
    (other) => (isObjectType(other) || isInterfaceType(other)) && supergraph.isSubType(type, other),
  );
  return new Set(others.map(({ name }) => name));
}
