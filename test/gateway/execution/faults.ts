import type { ExecutionResult } from 'graphql';
import { GraphQLError } from 'graphql';
import type { Random } from '../../proofs/random.ts';
import type { Transport } from '../../../subgraphs/kit/transport/transport.ts';
import { chanceOf } from './chance.ts';

/** How much goes wrong, of a thousand of each. */
export interface FaultRates {
  /** Fields of subgraphs that fail. */
  fields: number;
  /** Values that are damaged on their way. */
  values: number;
  /** Fetches that fail as a whole or are damaged as such. */
  fetches: number;
}

/** What goes wrong. It follows from the seed and from what is asked, never from when it is asked: whoever asks the same meets the same. */
export class Faults {
  constructor(
    private readonly seed: number,
    private readonly rates: FaultRates,
  ) {}

  ofField(place: string): Random | undefined {
    return this.#at('field', place, this.rates.fields);
  }

  ofValue(place: string): Random | undefined {
    return this.#at('value', place, this.rates.values);
  }

  ofFetch(place: string): Random | undefined {
    return this.#at('fetch', place, this.rates.fetches);
  }

  #at(kind: string, place: string, rate: number): Random | undefined {
    if (rate === 0) return undefined;
    const chance = chanceOf(`${this.seed} ${kind} ${place}`);
    return chance.below(1_000) < rate ? chance : undefined;
  }
}

/** Nothing goes wrong. */
export const noFaults = new Faults(0, { fields: 0, values: 0, fetches: 0 });

export const strangeExtensions: Record<string, unknown>[] = [
  { code: 'FORBIDDEN' },
  { code: 'NOT_FOUND', problems: [{ code: 'X', path: ['a', 0] }], serviceName: 'another' },
  { code: 'INVALID_GRAPHQL' },
  { code: 'INTERNAL_SERVER_ERROR', stacktrace: ['at home'] },
  { code: '' },
  { code: 7 },
  { code: null, deep: { b: 1, a: [null] } },
  { serviceName: 'mine' },
  {},
];

/** A transport on whose way things go wrong. */
export function damaging(transport: Transport, faults: () => Faults): Transport {
  return {
    send: async (subgraph, request) => {
      const now = faults();
      // Not by the whole text: when an operation is made smaller, its faults are to stay where they are.
      const representations = JSON.stringify(request.variables?.representations) ?? '';
      const of = `${subgraph} ${representations || request.query.slice(0, 40)}`;
      const failing = now.ofFetch(of);
      if (failing?.below(4) === 0) throw failing.oneOf(failures)();
      const sent = await transport.send(subgraph, request);
      if (now === noFaults) return sent;
      // Some come over a wire, others from the same process.
      const answer = chanceOf(of).below(2) === 0 ? (JSON.parse(JSON.stringify(sent)) as ExecutionResult) : sent;
      const damaged = { ...answer, ...(isRecord(answer.data) && { data: damagedEntries(answer.data, of, now) }) };
      return failing ? damageFetch(damaged, failing) : damaged;
    },
  };
}

const failures: (() => Error)[] = [
  () => new Error('connect ECONNREFUSED'),
  () => new GraphQLError('Not reached', { extensions: { code: 'UNAVAILABLE' } }),
  () => new GraphQLError('Too late', { path: ['somewhere', 0], extensions: { code: 'TIMEOUT', serviceName: 'x' } }),
  () => new TypeError(''),
];

/** Damages some of the values of a value. */
function damagedValue(value: unknown, place: string, faults: Faults): unknown {
  const chance = faults.ofValue(place);
  if (chance) return chance.oneOf(damages)(value, chance);
  if (Array.isArray(value)) {
    const items = value.map((item, at) => damagedValue(item, `${place}.${at}`, faults));
    return items.map((item) => (item === missing ? null : item));
  }
  return isRecord(value) ? damagedEntries(value, place, faults) : value;
}

function damagedEntries(value: Record<string, unknown>, place: string, faults: Faults): Record<string, unknown> {
  const entries = Object.entries(value).map(([key, each]) => {
    // Damaged with its object only. @apollo/gateway finds no fragments when the root has another, and takes `["Book"]` for a `Book`.
    const damaged = key === '__typename' ? each : damagedValue(each, `${place}.${key}`, faults);
    return [key, damaged];
  });
  return Object.fromEntries(entries.filter(([, each]) => each !== missing)) as Record<string, unknown>;
}

const missing = Symbol('missing');

type Damage = (value: unknown, chance: Random) => unknown;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const damages: Damage[] = [
  () => null,
  () => null,
  () => missing,
  () => missing,
  (_, chance) => chance.oneOf<unknown>(['strange', '', 0, -1, 1.5, 1e300, true, {}, [], [null], { a: 1 }]),
  (value, chance) => {
    const typename = chance.oneOf(['Nothing', 'Person', 'Media', 'Ghost', 'Draft', 'Mood', 'Query', '', 7, null, {}]);
    return isRecord(value) ? { ...value, __typename: typename } : chance.oneOf([[value], [[value]]]);
  },
  (value) => {
    if (!isRecord(value)) return { value };
    const { __typename, ...rest } = value;
    return rest;
  },
  (value) => (isRecord(value) ? { ...value, more: 1, constructor: 2, id: 'other' } : null),
  (value) => (Array.isArray(value) ? value.slice(1) : [value]),
  (value) => (Array.isArray(value) ? [...(value as unknown[]), null] : value),
  (value) => (Array.isArray(value) ? { ...value } : value),
  (value) => (Array.isArray(value) ? (value as unknown[]).toReversed() : missing),
];

function damageFetch(answer: ExecutionResult, chance: Random): ExecutionResult {
  const { data, errors } = answer;
  const entities = data?._entities;
  const withEntities = (changed: unknown) => ({ ...answer, data: { ...data, _entities: changed } });
  if (entities !== undefined && chance.below(2) === 0) {
    const list = Array.isArray(entities) ? (entities as unknown[]) : [];
    return chance.oneOf([
      () => withEntities(null),
      () => withEntities(list.slice(1)),
      // More than there may be places for them.
      () => withEntities([...list, ...Array.from({ length: 100 }, () => null)]),
      () => withEntities({ 0: list[0] }),
      () => withEntities(list.map(() => null)),
      () => ({ ...answer, data: {} }),
    ])();
  }
  const strange = Array.from({ length: 1 + chance.below(3) }, () => strangeError(chance));
  return chance.oneOf([
    () => ({ errors: strange }),
    () => ({ data: null, errors: strange }),
    () => ({ ...answer, errors: [...(errors ?? []), ...strange] }),
    () => ({ ...answer, errors: [] }),
    () => ({ data: null }),
    () => ({ errors }),
    () => ({}),
    () => ({ data: {} }),
    () => ({ ...answer, extensions: { cost: 7, ftv1: 'AAAA' } }),
    () => ({ data: [], errors: strange }),
    () => ({ data: 'data' }),
  ])();
}

function strangeError(chance: Random): unknown {
  const path = chance.oneOf<(string | number)[] | undefined>([
    undefined,
    [],
    ['_entities'],
    ['_entities', 0],
    ['_entities', 1, 'name', 0],
    ['_entities', 99, 'name'],
    ['me', 'name'],
    ['@', 0],
    [0, 1],
  ]);
  const message = chance.oneOf<string | undefined>(['Something', '', undefined]);
  const extensions = chance.oneOf([undefined, ...strangeExtensions]);
  return {
    ...(message !== undefined && { message }),
    ...(path && { path }),
    ...(extensions && { extensions }),
    ...(chance.below(3) === 0 && { locations: [{ line: 1, column: 2 }] }),
  };
}
