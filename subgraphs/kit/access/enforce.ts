import { defaultFieldResolver, isObjectType, isSpecifiedScalarType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { Fault } from '../errors/fault.ts';
import type { Viewer } from '../viewer/viewer.ts';
import { judge, requirementOf } from './requirements.ts';

/** Makes every field of a schema refuse a viewer who doesn't meet what is declared on it, on its type, or on the type that it returns. */
export function enforceAccess(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      const requirement = requirementOf(schema, type, field);
      if (!requirement) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: { viewer?: Viewer }, info): unknown => {
        const judgement = judge(requirement, context.viewer);
        if (judgement !== 'ALLOWED') throw new Fault(judgement);
        return resolve(source, args, context, info);
      };
    }
  }
}

/** The names of root fields and object types on which nobody declared who may use them. Undeclared means denied: a subgraph doesn't start with any. */
export function undeclared(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType()];
  const fields = roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .filter((field) => !field.extensions.access)
      .map((field) => `${root!.name}.${field.name}`),
  );
  const types = Object.values(schema.getTypeMap())
    .filter(
      (type) =>
        isObjectType(type) && !roots.includes(type) && !type.name.startsWith('__') && !isSpecifiedScalarType(type),
    )
    .filter((type) => !type.extensions.access)
    .map((type) => type.name);
  return [...fields, ...types];
}
