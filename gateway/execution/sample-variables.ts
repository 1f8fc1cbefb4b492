import { isEnumType, isInputObjectType, isListType, isNonNullType, isRequiredInputField, typeFromAST } from 'graphql';
import type { GraphQLInputType, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** What a value of a scalar may look like; text unless it stands here. */
const samples: Record<string, unknown> = {
  Int: 1,
  Float: 1,
  Boolean: false,
  DateTime: '2026-03-10T18:30:00+05:00',
  Date: '2026-03-10',
  CountryCode: 'D',
  IIN: '000000000000',
  Tenge: '1.00',
};

/** Variables that an operation can be planned with: those that it needs. Nothing is ever asked with them. */
export function sampleVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Record<string, unknown> {
  const needed = variableDefinitions.filter(({ defaultValue }) => !defaultValue);
  return Object.fromEntries(
    needed.map(({ variable, type }) => [
      variable.name.value,
      sampleOf(typeFromAST(schema, type as never) as GraphQLInputType | undefined),
    ]),
  );
}

function sampleOf(type: GraphQLInputType | undefined): unknown {
  if (!type || !isNonNullType(type)) return null;
  const required = type.ofType;
  if (isListType(required)) return [];
  if (isEnumType(required)) return required.getValues()[0]!.name;
  if (!isInputObjectType(required)) return samples[required.name] ?? 'x';
  const fields = Object.values(required.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(fields.map((field) => [field.name, sampleOf(field.type)]));
}
