import { getNamedType, isObjectType } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema } from 'graphql';
import { judge, requirementOf } from '../../subgraphs/kit/access/requirements.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';

/** A selection of everything that a role may read of a type in a subgraph, down to what stands in itself again. */
export function everythingOf(schema: GraphQLSchema, role: Role, typeName: string): string {
  const scopes = new Set([`role:${role}`]);
  const viewer = { accountId: '', role, officeId: null, city: null, scopes, expiresAt: 0 };
  return selection(schema.getType(typeName) as GraphQLObjectType, [typeName]);

  function selection(type: GraphQLObjectType, within: readonly string[]): string {
    const fields = Object.values(type.getFields()).flatMap((field) => {
      if (field.args.length > 0 || judge(requirementOf(schema, type, field), viewer) !== 'ALLOWED') return [];
      const named = getNamedType(field.type);
      if (!isObjectType(named)) return [field.name];
      if (within.includes(named.name) || within.length > 4) return [];
      return [`${field.name} ${selection(named, [...within, named.name])}`];
    });
    return `{ ${['__typename', ...fields].join(' ')} }`;
  }
}
