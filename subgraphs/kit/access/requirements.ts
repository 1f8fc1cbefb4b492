import { getNamedType, isInterfaceType, isObjectType, Kind } from 'graphql';
import type { ConstDirectiveNode, GraphQLField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import type { Viewer } from '../viewer/viewer.ts';

/** What a field asks of a viewer: to be signed in, and for each entry of `all` one of its combinations of scopes. */
export interface Requirement {
  all: readonly (readonly (readonly string[])[])[];
}

/** Reads what a field of a type requires: its own directives, its type's, and those of the type it returns. `undefined` when everybody may use it. */
export function requirementOf(
  schema: GraphQLSchema,
  parent: GraphQLNamedType,
  field: GraphQLField<unknown, unknown>,
): Requirement | undefined {
  const returned = getNamedType(field.type);
  const holders = [
    field,
    parent,
    returned,
    ...implementationsOf(schema, parent),
    ...implementationsOf(schema, returned),
  ];
  const fieldsBelow = implementationsOf(schema, parent).map((type) => type.getFields()[field.name]!);
  const directives = [...holders, ...fieldsBelow].flatMap(directivesOf);
  const scopes = directives.filter((directive) => directive.name.value === 'requiresScopes').map(scopesArgument);
  const signedIn = scopes.length > 0 || directives.some((directive) => directive.name.value === 'authenticated');
  return signedIn ? { all: scopes } : undefined;
}

/** How a viewer stands to a requirement. */
export function judge(
  requirement: Requirement | undefined,
  viewer: Viewer | undefined,
): 'ALLOWED' | 'UNAUTHENTICATED' | 'FORBIDDEN' {
  if (!requirement) return 'ALLOWED';
  if (!viewer) return 'UNAUTHENTICATED';
  const met = requirement.all.every((anyOf) => anyOf.some((allOf) => allOf.every((scope) => viewer.scopes.has(scope))));
  return met ? 'ALLOWED' : 'FORBIDDEN';
}

/** An interface's field is as closed as the most closed of the types behind it: otherwise it would be a way around them. */
function implementationsOf(schema: GraphQLSchema, type: GraphQLNamedType) {
  return isInterfaceType(type) ? schema.getPossibleTypes(type).filter(isObjectType) : [];
}

function directivesOf(holder: {
  astNode?: { directives?: readonly ConstDirectiveNode[] } | null;
  extensionASTNodes?: unknown;
}) {
  const extensions = (holder.extensionASTNodes ?? []) as { directives?: readonly ConstDirectiveNode[] }[];
  return [...(holder.astNode?.directives ?? []), ...extensions.flatMap((node) => node.directives ?? [])];
}

function scopesArgument(directive: ConstDirectiveNode): readonly (readonly string[])[] {
  const value = directive.arguments?.find((argument) => argument.name.value === 'scopes')?.value;
  if (value?.kind !== Kind.LIST) return [];
  return value.values.map((allOf) =>
    allOf.kind === Kind.LIST ? allOf.values.map((scope) => (scope.kind === Kind.STRING ? scope.value : '')) : [],
  );
}
