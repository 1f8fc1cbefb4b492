import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type {
  GraphQLArgument,
  GraphQLCompositeType,
  GraphQLField,
  GraphQLInputField,
  GraphQLInputType,
  GraphQLSchema,
} from 'graphql';
import { chance } from './random-values.ts';

/** A query with the values of its variables. */
export interface RandomQuery {
  query: string;
  variables: Record<string, unknown>;
}

/** Writes a query that a schema allows: fields by chance, under other names, in fragments, skipped and included, with literals and variables. */
export function randomQuery(schema: GraphQLSchema, seed: number): RandomQuery {
  let draws = 0;
  const luck = () => chance(seed, `draw ${draws++}`);
  const oneOf = <Item>(items: readonly Item[]) => items[Math.floor(luck() * items.length)]!;
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const fragments: string[] = [];

  const selection = selectionOf(schema.getQueryType()!, 0);
  const head = declared.length > 0 ? `query Random(${declared.join(', ')})` : 'query Random';
  return { query: [`${head} ${selection}`, ...fragments].join('\n'), variables };

  function selectionOf(type: GraphQLCompositeType, depth: number): string {
    const parts = Array.from({ length: 1 + Math.floor(luck() * Math.max(1, 4 - depth)) }, () => partOf(type, depth));
    return `{ ${parts.join(' ')} }`;
  }

  function partOf(type: GraphQLCompositeType, depth: number): string {
    const fields = 'getFields' in type ? Object.values(type.getFields()) : [];
    const form = luck();
    if (isAbstractType(type) || (form < 0.15 && depth < 4)) return fragmentOf(type, depth, form);
    const usable = fields.filter((field) => depth < 4 || !isCompositeType(getNamedType(field.type)));
    return form < 0.25 || usable.length === 0 ? `__typename${condition()}` : fieldOf(oneOf(usable), depth);
  }

  function fragmentOf(type: GraphQLCompositeType, depth: number, form: number): string {
    const inner = isAbstractType(type) ? oneOf(schema.getPossibleTypes(type)) : type;
    if (form < 0.05 && isObjectType(inner)) {
      const name = `Part${fragments.length}`;
      fragments.push('');
      fragments[Number(name.slice(4))] = `fragment ${name} on ${inner.name} ${selectionOf(inner, depth + 1)}`;
      return `...${name}${condition()}`;
    }
    return `... on ${inner.name}${condition()} ${selectionOf(inner, depth + 1)}`;
  }

  function fieldOf(field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.filter((arg) => isNonNullType(arg.type) || luck() < 0.5).map((arg) => argumentOf(arg));
    // The same name for everything that is asked alike, so that some of it is asked twice.
    const alias = given.length > 0 || luck() < 0.2 ? `as${draws}: ` : '';
    const type = getNamedType(field.type);
    const below = isCompositeType(type) ? ` ${selectionOf(type, depth + 1)}` : '';
    const list = given.length > 0 ? `(${given.join(', ')})` : '';
    return `${alias}${field.name}${list}${condition()}${below}`;
  }

  function condition(): string {
    const form = luck();
    if (form > 0.15) return '';
    const name = form < 0.1 ? oneOf(['skip', 'include']) : 'include';
    return ` @${name}(if: ${form < 0.05 ? String(luck() < 0.5) : variable('Boolean!', luck() < 0.6)})`;
  }

  function argumentOf({ name, type }: GraphQLArgument): string {
    if (name === 'representations') return `${name}: ${variable(String(type), representations())}`;
    return `${name}: ${luck() < 0.5 ? variable(String(type), inputOf(type)) : literal(inputOf(type), type)}`;
  }

  function variable(type: string, value: unknown): string {
    const name = `v${declared.length}`;
    declared.push(`$${name}: ${type}`);
    variables[name] = value;
    return `$${name}`;
  }

  function representations(): unknown[] {
    const union = schema.getType('_Entity');
    const types = isAbstractType(union) ? schema.getPossibleTypes(union) : [];
    return Array.from({ length: 3 }, (_, index) => ({ __typename: oneOf(types).name, id: `id ${index}` }));
  }

  function inputOf(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return inputOf(type.ofType);
    if (isListType(type)) return [inputOf(type.ofType)];
    if (isEnumType(type)) return oneOf(type.getValues()).name;
    if (isInputObjectType(type)) {
      const asked = (field: GraphQLInputField) => isNonNullType(field.type) || luck() < 0.3;
      const fields = Object.values(type.getFields()).filter(asked);
      return Object.fromEntries(fields.map((field) => [field.name, inputOf(field.type)]));
    }
    // Now and then something that isn't right.
    return luck() < 0.02 ? 'wrong' : (samples[type.name] ?? 'text');
  }
}

const samples: Record<string, unknown> = {
  Int: 7,
  Float: 7.5,
  Boolean: true,
  DateTime: '2026-03-10T18:30:00+05:00',
  Date: '2026-03-10',
  IIN: '900102300003',
  CountryCode: 'UZB',
  Tenge: '786.40',
};

function literal(value: unknown, type: GraphQLInputType): string {
  const inner = isNonNullType(type) ? type.ofType : type;
  if (isListType(inner)) return `[${(value as unknown[]).map((item) => literal(item, inner.ofType)).join(', ')}]`;
  if (isEnumType(inner)) return value as string;
  if (!isInputObjectType(inner)) return JSON.stringify(value);
  const fields = Object.entries(value as object).map(
    ([name, each]) => `${name}: ${literal(each, inner.getFields()[name]!.type)}`,
  );
  return `{ ${fields.join(', ')} }`;
}
