import {
  getNamedType,
  Kind,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  parse,
  typeFromAST,
  valueFromASTUntyped,
} from 'graphql';
import type { GraphQLInputType, GraphQLSchema } from 'graphql';

/** What a value of a scalar may look like. */
const samples: Record<string, unknown> = { Int: 1, Float: 1, Boolean: false };

/** Variables for an operation to begin from, as JSON: what it needs, empty where only the person knows it; with each default. */
export function sampleVariables(text: string, schema: GraphQLSchema): string {
  const [operation] = parse(text).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return '';
  const entries = (operation.variableDefinitions ?? []).flatMap(({ variable, type: typeNode, defaultValue }) => {
    const name = variable.name.value;
    if (defaultValue) return [[name, valueFromASTUntyped(defaultValue)]];
    const type = typeFromAST(schema, typeNode as never) as GraphQLInputType | undefined;
    return type && isNonNullType(type) ? [[name, sample(type, name)]] : [];
  });
  return entries.length === 0 ? '' : JSON.stringify(Object.fromEntries(entries), null, 2);
}

function sample(type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return sample(type.ofType, name);
  if (isListType(type)) return [sample(type.ofType, name)];
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields());
    return Object.fromEntries(
      fields
        .filter((field) => isRequiredInputField(field) || field.name === 'idempotencyKey')
        .map((field) => [field.name, sample(field.type, field.name)]),
    );
  }
  if (isEnumType(type)) return type.getValues()[0]!.name;
  // Each time another one: sending it again does nothing twice.
  if (name === 'idempotencyKey') return crypto.randomUUID();
  return samples[getNamedType(type).name] ?? '';
}
