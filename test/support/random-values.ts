import { getNamedType, isAbstractType, isEnumType, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { GraphQLLeafType, GraphQLObjectType, GraphQLOutputType, GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import type { Resolver, Resolvers } from '../../subgraphs/kit/execution/plan.ts';

/** A number below one for each text and seed, the same each time. */
export function chance(seed: number, text: string): number {
  let hash = seed ^ 0x9e3779b9;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return ((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32;
}

/** What the values of one world are found from, and what was called to find them. In a world of even seed nothing has to be waited for. */
export interface RandomWorld {
  seed: number;
  calls: string[];
}

/**
 * Has every field of a schema find what hangs on chance: values, nothing, errors, and promises of all these. Fields that are properties are found in their
 * objects, as getters of a prototype.
 *
 * @returns what finds the fields' values, and where to set the chance.
 */
export function randomize(schema: GraphQLSchema, resolvers: Resolvers): { resolvers: Resolvers; world: RandomWorld } {
  const world: RandomWorld = { seed: 0, calls: [] };
  const random = new Map<Parameters<Resolvers['get']>[0], Resolver | undefined>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type))
      type.resolveType = (thing: Thing) => later(world, `${thing.place} name`, thing.__typename) as string;
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = resolvers.get(field) && find;
      random.set(field, field.resolve);
    }
  }
  return { resolvers: random, world };

  function find(source: unknown, given: unknown, _context: unknown, info: GraphQLResolveInfo): unknown {
    const place = `${(source as Thing | undefined)?.place ?? ''}.${info.path.key}`;
    world.calls.push(`${place} ${JSON.stringify(given)} ${written(info)}`);
    return value(schema, world, info.returnType, place);
  }
}

/** An object of a random world, by its place in it. */
interface Thing {
  place: string;
  __typename: string;
}

function written({ fieldName, fieldNodes, parentType, returnType, path, variableValues }: GraphQLResolveInfo): string {
  const places: unknown[] = [];
  for (let at: typeof path | undefined = path; at; at = at.prev) places.unshift(at.key, at.typename);
  const nodes = fieldNodes.map(({ loc }) => loc?.start);
  return JSON.stringify([fieldName, nodes, parentType.name, String(returnType), places, variableValues]);
}

function value(schema: GraphQLSchema, world: RandomWorld, type: GraphQLOutputType, place: string): unknown {
  const luck = chance(world.seed, place);
  if (luck < 0.02) throw new Error(`thrown at ${place}`);
  if (luck < 0.04) return new Error(`given at ${place}`);
  if (luck < 0.06) return later(world, place, undefined, new Error(`refused at ${place}`));
  if (luck < 0.09) return luck < 0.07 ? undefined : null;
  const bare = isNonNullType(type) ? type.ofType : type;
  if (luck < 0.1 && (isListType(bare) || isLeafType(bare))) return { toString: () => 'nothing of the kind' };
  return later(world, place, valueOf(schema, world, bare, place));
}

function valueOf(schema: GraphQLSchema, world: RandomWorld, type: GraphQLOutputType, place: string): unknown {
  if (isListType(type)) {
    const size = Math.floor(chance(world.seed, `${place} size`) * 3);
    return Array.from({ length: size }, (_, index) => itemOf(schema, world, type.ofType, `${place}[${index}]`));
  }
  if (isLeafType(type)) return leafOf(type, place, world.seed);
  const named = getNamedType(type);
  const types = isAbstractType(named) ? schema.getPossibleTypes(named) : [named as GraphQLObjectType];
  return thingOf(schema, world, types[Math.floor(chance(world.seed, `${place} type`) * types.length)]!, place);
}

/** Where one item fails at once that may not be null, graphql-js doesn't hear of what others wait for: then all are waited for. */
function itemOf(schema: GraphQLSchema, world: RandomWorld, type: GraphQLOutputType, place: string): unknown {
  if (waits(world) && isNonNullType(type)) return Promise.resolve().then(() => value(schema, world, type, place));
  try {
    return value(schema, world, type, place);
  } catch (error) {
    return error;
  }
}

function leafOf(type: GraphQLLeafType, place: string, seed: number): unknown {
  const luck = chance(seed, `${place} leaf`);
  if (isEnumType(type)) return type.getValues()[Math.floor(luck * type.getValues().length)]!.value;
  if (type.name === 'DateTime') return new Temporal.Instant(BigInt(Math.floor(luck * 4e18)));
  if (type.name === 'Date') return Temporal.PlainDate.from('1950-01-01').add({ days: Math.floor(luck * 30_000) });
  if (type.name === 'Boolean') return luck < 0.5;
  if (['Int', 'Float', 'Tenge'].includes(type.name)) return Math.floor(luck * 1000);
  return `${place} of ${type.name}`;
}

/** An object whose properties are found when they are read. */
function thingOf(schema: GraphQLSchema, world: RandomWorld, type: GraphQLObjectType, place: string): object {
  const properties = Object.values(type.getFields()).filter(({ resolve }) => !resolve);
  const getters = properties.map((field) => [
    field.name,
    { get: () => value(schema, world, field.type, `${place}.${field.name}`) },
  ]);
  const prototype = Object.defineProperties({}, Object.fromEntries(getters) as PropertyDescriptorMap);
  return Object.assign(Object.create(prototype) as object, { place, __typename: type.name });
}

function waits({ seed }: RandomWorld): boolean {
  return seed % 2 === 1;
}

/** A value or an error, or a promise of it that takes some turns. */
function later(world: RandomWorld, place: string, found: unknown, error?: Error): unknown {
  const turns = Math.floor(chance(world.seed, `${place} turns`) * 6);
  if (!waits(world) || turns > 3) return error ?? found;
  let promise: Promise<unknown> = error ? Promise.reject(error) : Promise.resolve(found);
  for (let turn = 0; turn < turns; turn++) promise = promise.then((same) => same);
  return promise;
}
