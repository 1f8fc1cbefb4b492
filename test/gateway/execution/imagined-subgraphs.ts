import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  execute,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isScalarType,
  parse,
} from 'graphql';
import type {
  DocumentNode,
  GraphQLFieldResolver,
  GraphQLNamedOutputType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  GraphQLTypeResolver,
} from 'graphql';
import type { Random } from '../../proofs/random.ts';
import type { Transport } from '../../../subgraphs/kit/transport/transport.ts';
import { chanceOf } from './chance.ts';
import { strangeExtensions } from './faults.ts';
import type { Faults } from './faults.ts';

/** An object that is made up: what it holds follows from what it is called. */
interface Imagined {
  type: string;
  name: string;
  /** What a representation said of it. */
  said: Record<string, unknown>;
}

/** Subgraphs that have nothing but their schemas. Whatever they are asked, they make up, and the same each time; `faults` says what goes wrong with their fields. */
export function imaginedSubgraphs(sdls: Record<string, string>, faults: () => Faults): Transport {
  const schemas = new Map(Object.entries(sdls).map(([name, sdl]) => [name, imaginedSchema(sdl)]));
  const documents = new Map<string, DocumentNode>();

  return {
    send: async (subgraph, { query, variables }) => {
      let document = documents.get(query);
      if (!document) documents.set(query, (document = parse(query, { noLocation: true })));
      return execute({
        schema: schemas.get(subgraph)!,
        document,
        variableValues: variables,
        contextValue: { subgraph, faults: faults() },
        rootValue: { type: 'the root', name: subgraph, said: {} },
        fieldResolver: imagine,
        typeResolver,
      });
    },
  };
}

function imaginedSchema(sdl: string): GraphQLSchema {
  const schema = buildSubgraphSchema(parse(sdl));
  // Entities are made up, too.
  const entities = schema.getQueryType()?.getFields()._entities;
  if (entities) entities.resolve = entitiesOf;
  const entity = schema.getType('_Entity');
  if (isAbstractType(entity)) entity.resolveType = undefined;
  return schema;
}

interface Asked {
  subgraph: string;
  faults: Faults;
}

const imagine: GraphQLFieldResolver<Imagined, Asked> = (source, asked, context, info) => {
  const place = `${source.name}.${info.fieldName}${JSON.stringify(asked)}`;
  failAt(`${context.subgraph} ${place}`, context);
  if (info.fieldName in source.said) return repeat(info.returnType, source.said[info.fieldName], place);
  return valueOf(info.returnType, place, info);
};

const typeResolver: GraphQLTypeResolver<Imagined, Asked> = ({ type }) => type;

/** What somebody said of an object is so: the keys of an entity above all. */
function repeat(type: GraphQLOutputType, said: unknown, place: string): unknown {
  const nullable = getNullableType(type);
  if (said === null || said === undefined) return said;
  if (isListType(nullable)) {
    return Array.isArray(said) ? said.map((item, at) => repeat(nullable.ofType, item, `${place}[${at}]`)) : said;
  }
  if (isScalarType(nullable) || isEnumType(nullable)) return said;
  const { __typename = nullable.toString(), ...rest } = said as { __typename?: string };
  return { type: __typename, name: `${place}${JSON.stringify(rest)}`, said: rest } satisfies Imagined;
}

const entitiesOf: GraphQLFieldResolver<unknown, Asked> = (_, { representations }, context, info) =>
  (representations as { __typename: string }[]).map(({ __typename, ...said }) => {
    const name = `${__typename}${JSON.stringify(said)}`;
    const chance = chanceOf(name);
    const type = info.schema.getType(__typename) as GraphQLNamedOutputType;
    try {
      failAt(`${context.subgraph} ${name}`, context);
    } catch (error) {
      return error;
    }
    if (chance.below(20) === 0) return null;
    if (!isAbstractType(type)) return { type: __typename, name, said };
    return { type: chance.oneOf(info.schema.getPossibleTypes(type)).name, name, said };
  });

function failAt(place: string, { faults }: Asked): void {
  const chance = faults.ofField(place);
  if (!chance) return;
  const message = chance.oneOf(['Not found', 'Forbidden', '', `At ${place}`]);
  throw new GraphQLError(message, chance.below(3) === 0 ? {} : { extensions: chance.oneOf(strangeExtensions) });
}

/** Makes a value up. */
function valueOf(type: GraphQLOutputType, place: string, info: GraphQLResolveInfo): unknown {
  const chance = chanceOf(place);
  if (!isNonNullType(type) && chance.below(8) === 0) return null;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const length = chance.oneOf([0, 1, 1, 2, 2, 3, 4]);
    return Array.from({ length }, (_, at) => valueOf(nullable.ofType, `${place}[${at}]`, info));
  }
  if (isEnumType(nullable)) return chance.oneOf(nullable.getValues()).value;
  if (isScalarType(nullable)) return (scalars[nullable.name] ?? anything)(chance, info.parentType.name);
  const possible = isAbstractType(nullable) ? info.schema.getPossibleTypes(nullable) : [nullable];
  const chosen = chance.oneOf(possible).name;
  // Few of a kind, so that one meets the same ones again.
  return { type: chosen, name: `${chosen} ${chance.below(5)}`, said: {} } satisfies Imagined;
}

const scalars: Record<string, (chance: Random, parent: string) => unknown> = {
  Int: (chance) => chance.below(5),
  Float: (chance) => chance.below(50) / 4,
  // No two of an interface have the same.
  ID: (chance, parent) => `${parent.slice(0, 2)}${chance.below(5)}`,
  String: (chance) => chance.oneOf(['', 'a', 'b', 'Әсел', '"quoted"\n', '__proto__']),
  Boolean: (chance) => chance.below(2) === 0,
};

function anything(chance: Random): unknown {
  return chance.oneOf<unknown>([
    1,
    'text',
    false,
    { b: 1, a: { d: [1, 2, { x: null }], c: '' }, constructor: 1 },
    { __typename: 'Person', a: 1 },
    [[], { a: 2 }],
    {},
    '2026-03-02',
  ]);
}
