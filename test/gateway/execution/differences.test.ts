import type { GatewayExecutionResult, GatewayInterface } from '@apollo/server-gateway-interface';
import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { proveEqual } from '../../proofs/differential.ts';
import { stockGateway } from './contestant.ts';
import type { MakeGateway } from './contestant.ts';
import { strangeGraph } from './graphs.ts';

// The comparison itself: a gateway that does one thing wrong is told from @apollo/gateway.

const size = { operations: 60, rounds: 5, seed: 7, differences: 1 };

describe('A gateway', () => {
  test('that does nothing wrong is found equal', async () => {
    const { asked, failed, faults } = await proveEqual(strangeGraph(), stockGateway, { ...size, operations: 20 });
    expect(faults).toEqual([]);
    expect(asked).toBe(100);
    expect(failed).toBeGreaterThan(20);
  });

  test.each<[string, (result: GatewayExecutionResult) => GatewayExecutionResult]>([
    [
      'keeps an error to itself',
      ({ errors, ...rest }) => ({ ...rest, ...(errors?.[1] && { errors: errors.slice(1) }) }),
    ],
    [
      'tells an error twice',
      ({ errors, ...rest }) => ({ ...rest, ...(errors && { errors: [errors[0]!, ...errors] }) }),
    ],
    [
      'tells errors in another order',
      ({ errors, ...rest }) => ({ ...rest, ...(errors && { errors: errors.toReversed() }) }),
    ],
    [
      'tells an error without its path',
      withErrors(({ message, extensions }) => new GraphQLError(message, { extensions })),
    ],
    ['tells an error without its code', withErrors(withExtension('code', undefined))],
    ['names another subgraph in an error', withErrors(withExtension('serviceName', 'another'))],
    ['tells another message', withErrors(({ path, extensions }) => new GraphQLError('!', { path, extensions }))],
    ['says nothing of values that were not valid', ({ extensions: _, ...rest }) => rest],
    ['tells of values that were not valid as errors', asErrors],
    ['gives fields in another order', withData((value) => reordered(value))],
    [
      'leaves out fields that are null',
      withData((value) => JSON.parse(JSON.stringify(value, (_, each: unknown) => each ?? undefined))),
    ],
    ['gives an object in the place of null', withData((value) => replaced(value, null, {}))],
    ['gives null in the place of an empty list', withData((value) => replaced(value, '[]', null))],
    ['gives a field that nobody asked for', withData((value) => ({ ...(value as object), more: 1 }))],
  ])('that %s is found out', async (_, change) => {
    expect(await findingOf(changedAnswers(change))).toEqual([expect.stringContaining('answers')]);
  });

  test('that asks a subgraph twice is found out', async () => {
    const asksTwice: MakeGateway = ({ supergraphSdl, transport }) =>
      stockGateway({
        supergraphSdl,
        transport: {
          send: async (subgraph, request) => {
            await transport.send(subgraph, request);
            return transport.send(subgraph, request);
          },
        },
      });
    expect(await findingOf(asksTwice)).toEqual([expect.stringContaining('asks the subgraphs')]);
  });

  test('that tells a subgraph of variables that it does not use is found out', async () => {
    const tellsMore: MakeGateway = ({ supergraphSdl, transport }) =>
      stockGateway({
        supergraphSdl,
        transport: {
          send: (subgraph, { variables, ...request }) =>
            transport.send(subgraph, { ...request, variables: { ...variables, more: 1 } }),
        },
      });
    expect(await findingOf(tellsMore)).toEqual([expect.stringContaining('asks the subgraphs')]);
  });
});

test('A difference is told with the smallest operation that shows it', async () => {
  const otherMoods = changedAnswers(withData((value) => replaced(value, 'CALM', 'ANGRY')));
  const [fault] = (await proveEqual(strangeGraph(), otherMoods, { ...size, operations: 500 })).faults;
  const [, operation] = fault!.split(/\n(?=answers|\{\}|\{")/);
  // Nothing but the way to a mood, and one field on each level of it.
  expect(fault).toMatch(/moods?( @.*)?\n/);
  expect(operation?.match(/\w+/g)?.length).toBeLessThan(12);
});

async function findingOf(makeGateway: MakeGateway): Promise<string[]> {
  return (await proveEqual(strangeGraph(), makeGateway, size)).faults;
}

/** @apollo/gateway, whose answers are changed. */
function changedAnswers(change: (result: GatewayExecutionResult) => GatewayExecutionResult): MakeGateway {
  return (parts) => {
    const gateway = stockGateway(parts);
    const changed: GatewayInterface = {
      load: async (options) => {
        const loaded = await gateway.load(options);
        return { ...loaded, executor: async (context) => change(await loaded.executor!(context)) };
      },
      onSchemaLoadOrUpdate: (callback) => gateway.onSchemaLoadOrUpdate(callback),
      stop: () => gateway.stop(),
    };
    return changed;
  };
}

function withErrors(change: (error: GraphQLError) => GraphQLError) {
  return ({ errors, ...rest }: GatewayExecutionResult): GatewayExecutionResult => ({
    ...rest,
    ...(errors && { errors: errors.map(change) }),
  });
}

function withExtension(name: string, value: unknown) {
  return ({ message, path, extensions }: GraphQLError) =>
    new GraphQLError(message, { path, extensions: { ...extensions, [name]: value } });
}

function asErrors({ extensions, ...rest }: GatewayExecutionResult): GatewayExecutionResult {
  return { ...rest, ...(extensions && { errors: extensions.valueCompletion as GraphQLError[] }) };
}

function withData(change: (data: unknown) => unknown) {
  return ({ data, ...rest }: GatewayExecutionResult): GatewayExecutionResult => ({
    ...rest,
    ...(data !== undefined && { data: data && (change(data) as typeof data) }),
  });
}

/** A value with its keys in the opposite order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, each]) => [key, reordered(each)]),
  );
}

/** A value with others in the place of some of its parts, by what they are as JSON. */
function replaced(value: unknown, what: unknown, by: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, each: unknown) => (each === what || JSON.stringify(each) === what ? by : each)),
  );
}
