import type { GraphQLField, GraphQLSchema } from 'graphql';
import { requirementOf } from '../subgraphs/kit/access/requirements.ts';
import type { Requirement } from '../subgraphs/kit/access/requirements.ts';

/** What a field of a type requires, by their names, as the supergraph's own directives say: read once for each field. */
export function requirementsOf(supergraph: GraphQLSchema): (type: string, field: string) => Requirement | undefined {
  const known = new Map<string, Requirement | undefined>();
  return (type, field) => {
    const key = `${type}.${field}`;
    if (!known.has(key)) known.set(key, read(type, field));
    return known.get(key);
  };

  function read(typeName: string, fieldName: string): Requirement | undefined {
    const type = supergraph.getType(typeName);
    const field = type && 'getFields' in type ? type.getFields()[fieldName] : undefined;
    return type && field ? requirementOf(supergraph, type, field as GraphQLField<unknown, unknown>) : undefined;
  }
}
