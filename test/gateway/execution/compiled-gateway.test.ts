import { createHash } from 'node:crypto';
import { composeServices } from '@apollo/composition';
import type { GatewayExecutor } from '@apollo/server-gateway-interface';
import { expect, test } from '@jest/globals';
import { getOperationAST, GraphQLError, parse } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { compiledGateway } from '../../../gateway/execution/compiled-gateway.ts';
import { anonymousRequest } from '../../../gateway/request.ts';
import type { SubgraphRequest } from '../../../subgraphs/kit/transport/transport.ts';

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';

const subgraphs = {
  cases: `${link}
    type Query { cases(state: String): [Case!]! count: Int! }
    type Subscription { opened: Case! }
    type Case @key(fields: "id") { id: ID! constructor: String note: String! mission: Mission! }
    type Mission @key(fields: "id") { id: ID! }`,
  missions: `${link}
    type Query { about: String }
    type Mission @key(fields: "id") { id: ID! name: Name }
    type Name { en: String kk: String! }`,
};

type Answer = (request: SubgraphRequest) => ExecutionResult | Promise<ExecutionResult>;

/** A compiled gateway before subgraphs that answer what a test says. */
async function gatewayBefore(answers: Record<keyof typeof subgraphs, Answer>) {
  const services = Object.entries(subgraphs).map(([name, sdl]) => ({
    name,
    url: `http://${name}`,
    typeDefs: parse(sdl),
  }));
  const sent: { subgraph: string; variables: unknown }[] = [];
  const gateway = compiledGateway({
    supergraphSdl: composeServices(services).supergraphSdl!,
    transport: {
      send: async (subgraph, request) => {
        sent.push({ subgraph, variables: request.variables });
        return answers[subgraph as keyof typeof subgraphs](request);
      },
    },
  });
  const { executor } = await gateway.load({ apollo: {} });
  return {
    counts: gateway.counts,
    prepare: (texts: string[]) => gateway.prepare(texts),
    sent,
    ask: (query: string, variables = {}) => executor!(contextOf(query, variables)),
  };
}

function contextOf(query: string, variables: Record<string, unknown>): Parameters<GatewayExecutor>[0] {
  return {
    request: { query, variables },
    document: parse(query),
    source: query,
    queryHash: createHash('sha256').update(query).digest('hex'),
    operationName: getOperationAST(parse(query))!.name?.value ?? null,
    context: anonymousRequest('request'),
    metrics: {},
  } as never;
}

const nobody: Answer = () => ({ data: {} });

/** Cases of missions. */
const casesOf =
  (...missions: string[]): Answer =>
  () => ({
    data: {
      cases: missions.map((mission, index) => ({ id: `c${index}`, mission: { __typename: 'Mission', id: mission } })),
    },
  });

/** Two cases of one mission, and one of another. */
const threeCases = casesOf('m1', 'm1', 'm2');

test('an operation is compiled once, and asks with the variables that it uses and was given', async () => {
  const { counts, sent, ask } = await gatewayBefore({ cases: threeCases, missions: nobody });
  const query = 'query ($state: String, $other: Boolean = true) { cases(state: $state) { id @include(if: $other) } }';
  await ask(query, { state: 'OPEN', unknown: 1 });
  const { data } = await ask(query, { other: false });
  expect(data).toEqual({ cases: [{}, {}, {}] });
  expect(counts).toEqual({ compiled: 1, handedOver: 0 });
  expect(sent.map(({ variables }) => variables)).toEqual([{ state: 'OPEN' }, { other: false }]);
});

test('each entity is asked for once, and every place has a copy of its own', async () => {
  const missions: Answer = () => ({ data: { _entities: [{ name: { en: 'Berlin' } }, { name: { en: 'Paris' } }] } });
  const { sent, ask } = await gatewayBefore({ cases: threeCases, missions });
  const { data } = await ask('{ cases { mission { name { en } } } }');
  expect(sent[1]!.variables).toEqual({
    representations: [
      { __typename: 'Mission', id: 'm1' },
      { __typename: 'Mission', id: 'm2' },
    ],
  });
  const names = (data!.cases as { mission: { name: { en: string } } }[]).map(({ mission }) => mission.name);
  expect(names).toEqual([{ en: 'Berlin' }, { en: 'Berlin' }, { en: 'Paris' }]);
  expect(names[0]).not.toBe(names[1]);
});

test('an error of an entity stands at each of its places', async () => {
  const error = new GraphQLError('Hidden', { path: ['_entities', 0, 'name'], extensions: { code: 'FORBIDDEN' } });
  const missions: Answer = () => ({
    data: { _entities: [{ name: null }, { name: { kk: 'Париж' } }] },
    errors: [error],
  });
  const { ask } = await gatewayBefore({ cases: threeCases, missions });
  const { data, errors } = await ask('{ cases { mission { name { kk } } } }');
  expect(errors!.map(({ message, path }) => [message, path])).toEqual([
    ['Hidden', ['cases', 0, 'mission', 'name']],
    ['Hidden', ['cases', 1, 'mission', 'name']],
  ]);
  expect(errors![0]!.extensions).toEqual({ code: 'FORBIDDEN', serviceName: 'missions' });
  expect(data!.cases).toEqual([
    { mission: { name: null } },
    { mission: { name: null } },
    { mission: { name: { kk: 'Париж' } } },
  ]);
});

test('a subgraph that answers fewer entities than it was asked for is told of', async () => {
  const { ask } = await gatewayBefore({ cases: threeCases, missions: () => ({ data: { _entities: [] } }) });
  const { errors } = await ask('{ cases { mission { name { en } } } }');
  expect(errors!.map(({ message }) => message)).toEqual(['Expected "data._entities" to contain 2 elements']);
});

test('what is no entity is told of, and places behind it have none', async () => {
  const missions: Answer = () => ({ data: { _entities: [{ name: { en: 'Berlin' } }, 'Paris'] } });
  const { ask } = await gatewayBefore({ cases: casesOf('m1', 'm2', 'm1'), missions });
  const { data, errors } = await ask('{ cases { mission { name { en } } } }');
  expect(data!.cases).toEqual([
    { mission: { name: { en: 'Berlin' } } },
    { mission: { name: null } },
    { mission: { name: null } },
  ]);
  expect(errors).toHaveLength(1);
});

test('a null where none may be takes away what it is in, and is told beside the errors', async () => {
  const cases: Answer = () => ({ data: { count: 1, cases: [{ note: 'a' }, { note: null }] } });
  const { ask } = await gatewayBefore({ cases, missions: nobody });
  const { data, errors, extensions } = await ask('{ count cases { note } }');
  expect(data).toBeNull();
  expect(errors).toBeUndefined();
  expect((extensions!.valueCompletion as GraphQLError[]).map(({ message, path }) => [message, path])).toEqual([
    ['Cannot return null for non-nullable field Case.note.', ['cases', 1, 'note']],
  ]);
});

test('a value of the wrong kind is null, and told beside the errors', async () => {
  const { ask } = await gatewayBefore({ cases: () => ({ data: { count: '1' } }), missions: nobody });
  const { data, extensions } = await ask('{ count }');
  expect(data).toBeNull();
  expect((extensions!.valueCompletion as GraphQLError[])[0]!.message).toBe(
    'Invalid value found for field Query.count.',
  );
});

test('fields may be called as what every object has, and are only what the subgraph answered', async () => {
  const cases: Answer = () =>
    JSON.parse('{ "data": { "cases": [{ "__proto__": "a" }, { "constructor": "b" }] } }') as never;
  const { ask } = await gatewayBefore({ cases, missions: nobody });
  const { data } = await ask('{ cases { constructor __proto__: constructor toString: constructor } }');
  expect(JSON.stringify(data)).toBe(
    '{"cases":[{"constructor":null,"__proto__":"a","toString":null},{"constructor":"b","__proto__":null,"toString":null}]}',
  );
});

test('the answer has the order of the question, not that of the subgraphs', async () => {
  const missions: Answer = () => ({ data: { about: 'x' } });
  const { ask } = await gatewayBefore({ cases: () => ({ data: { count: 2 } }), missions });
  const { data } = await ask('{ about kind: __typename ...Rest } fragment Rest on Query { count about }');
  expect(JSON.stringify(data)).toBe('{"about":"x","kind":"Query","count":2}');
});

test('fetches that wait for nothing are sent in one tick', async () => {
  const { sent, ask } = await gatewayBefore({ cases: () => new Promise(() => undefined), missions: nobody });
  void ask('{ count about }');
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(sent.map(({ subgraph }) => subgraph).toSorted()).toEqual(['cases', 'missions']);
});

test('variables that are wrong are refused as before, whether the operation is known or not', async () => {
  const { sent, ask } = await gatewayBefore({ cases: threeCases, missions: nobody });
  const query = 'query ($state: String!) { cases(state: $state) { id } }';
  const before = await ask(query, {});
  await ask(query, { state: 'OPEN' });
  const after = await ask(query, {});
  expect(before.errors!.map(({ message }) => message)).toEqual([
    'Variable "$state" of required type "String!" was not provided.',
  ]);
  expect(after).toEqual(before);
  expect(sent).toHaveLength(1);
});

test('a subscription is handed over to Apollo, which refuses it', async () => {
  const { counts, ask } = await gatewayBefore({ cases: nobody, missions: nobody });
  await expect(ask('subscription { opened { id } }')).rejects.toThrow('subscriptions not supported');
  expect(counts).toEqual({ compiled: 0, handedOver: 1 });
});

test('operations that callers are known to send are compiled before anybody sends them, and ask nobody', async () => {
  const { counts, sent, ask, prepare } = await gatewayBefore({ cases: threeCases, missions: nobody });
  const known = 'query Known($state: String!) { cases(state: $state) { id } }';
  await prepare([known, 'query OfAnotherGraph { strange }', 'no operation']);
  expect(counts.compiled).toBe(1);
  expect(sent).toEqual([]);
  await ask(known, { state: 'OPEN' });
  expect(counts.compiled).toBe(1);
});
