import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { GraphQLInputType } from 'graphql';
import type { Random } from '../../proofs/random.ts';

/** The values that there are of some scalars, by their names; others have usual ones. */
export type KnownValues = Record<string, readonly unknown[]>;

/** A value of a type, as JSON has it in variables. */
export function randomValue(type: GraphQLInputType, random: Random, known: KnownValues = {}, depth = 3): unknown {
  if (!isNonNullType(type) && random.below(6) === 0) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    // A single one is a list, too.
    if (depth <= 0 || random.below(8) === 0)
      return depth <= 0 ? [] : randomValue(nullable.ofType, random, known, depth - 1);
    return Array.from({ length: random.below(3) }, () => randomValue(nullable.ofType, random, known, depth - 1));
  }
  if (isEnumType(nullable)) return random.oneOf(nullable.getValues()).name;
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const chosen = fields.filter((field) => isRequiredInputField(field) || (depth > 0 && random.below(2) === 0));
    return Object.fromEntries(chosen.map(({ name, type }) => [name, randomValue(type, random, known, depth - 1)]));
  }
  return random.oneOf(known[nullable.name] ?? scalars[nullable.name] ?? anything);
}

const scalars: Record<string, readonly unknown[]> = {
  Int: [0, 1, 2, 3, -1],
  Float: [0, 1.5, 2, -0.25],
  ID: ['1', '2', '3', 4],
  String: ['', 'a', 'b', 'Әсел', '"quoted" \\ \n', '$v0'],
  Boolean: [true, false],
};

const anything = [1, 'text', true, '2026-03-02', { a: { b: [1, null] } }, [], ['x']];

/** A value of a type as an operation writes it. With `variable` some of its parts are variables. */
export function randomLiteral(
  type: GraphQLInputType,
  random: Random,
  known: KnownValues,
  variable?: (type: GraphQLInputType) => string,
  depth = 3,
): string {
  if (variable && random.below(4) === 0) return variable(type);
  const nullable = getNullableType(type);
  if (depth > 0 && isListType(nullable) && random.below(2) === 0) {
    const items = Array.from({ length: random.below(3) }, () =>
      randomLiteral(nullable.ofType, random, known, variable, depth - 1),
    );
    return `[${items.join(', ')}]`;
  }
  if (depth > 0 && isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields());
    const chosen = fields.filter((field) => isRequiredInputField(field) || random.below(2) === 0);
    return `{ ${chosen.map(({ name, type }) => `${name}: ${randomLiteral(type, random, known, variable, depth - 1)}`).join(', ')} }`;
  }
  return written(randomValue(type, random, known, depth), type);
}

function written(value: unknown, type: GraphQLInputType): string {
  const nullable = getNullableType(type);
  if (Array.isArray(value)) {
    const itemType = isListType(nullable) ? nullable.ofType : nullable;
    return `[${value.map((item) => written(item, itemType)).join(', ')}]`;
  }
  if (isListType(nullable) && value !== null) return written(value, nullable.ofType);
  if (typeof value === 'object' && value !== null) {
    const fields = isInputObjectType(nullable) ? nullable.getFields() : {};
    return `{ ${Object.entries(value)
      .map(([name, each]) => `${name}: ${written(each, fields[name]?.type ?? nullable)}`)
      .join(', ')} }`;
  }
  return isEnumType(nullable) && value !== null ? (value as string) : JSON.stringify(value);
}
