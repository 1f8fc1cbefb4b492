import { once } from 'node:events';
import { createServer, request as askOverHttp } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as passed } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { HttpTransport } from '../../subgraphs/kit/transport/http.ts';
import { eventually } from '../support/eventually.ts';
import { foreignSupergraph, loneGateway } from './limits-gateway.ts';

// Callers that leave before they are answered: a gateway over HTTP in front of a subgraph that answers when the test says so.

interface Asked {
  operation: string;
  response: ServerResponse;
  /** Whether its connection was closed before it was answered. */
  given: boolean;
}

const asked: Asked[] = [];
const subgraph = createServer((incoming: IncomingMessage, response) => {
  void text(incoming).then((body) => {
    const entry: Asked = {
      operation: (JSON.parse(body) as { query: string }).query.startsWith('mutation') ? 'mutation' : 'query',
      response,
      given: false,
    };
    response.on('close', () => (entry.given = !response.writableFinished));
    asked.push(entry);
  });
});
let gateway: FastifyInstance;
let url: string;
let transport: HttpTransport;
let supergraph: Awaited<ReturnType<typeof foreignSupergraph>>;

beforeAll(async () => {
  supergraph = await foreignSupergraph({ stock: 'type Query { apples: Int } type Mutation { eat: Int }' });
  await once(subgraph.listen(0, '127.0.0.1'), 'listening');
  const urls = { stock: `http://127.0.0.1:${(subgraph.address() as AddressInfo).port}/graphql` };
  transport = new HttpTransport({ urls, logger: pino({ level: 'silent' }) });
  gateway = await loneGateway({ supergraphFile: supergraph.file, transport, limits: { deadline: 1_000 } });
  url = await gateway.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => void (asked.length = 0));
afterAll(async () => {
  await gateway.close();
  await transport.close();
  subgraph.close();
  await supergraph.remove();
});

test('Whoever leaves takes their query along: the subgraph is told at once', async () => {
  const leave = ask('query { apples }');
  await eventually(() => expect(asked).toHaveLength(1));
  leave();
  await eventually(() => expect(asked[0]!.given).toBe(true));
});

test('A mutation is done to its end, whoever leaves', async () => {
  const leave = ask('mutation { eat }');
  await eventually(() => expect(asked).toHaveLength(1));
  leave();
  await passed(300);
  expect(asked).toMatchObject([{ operation: 'mutation', given: false }]);
  asked[0]!.response.end('{"data":{"eat":1}}');
  await once(asked[0]!.response, 'close');
  expect(asked[0]!.given).toBe(false);
});

test('A query whose deadline has passed is given up, and a mutation is not', async () => {
  const answers = [fetchAnswer('query { apples }'), fetchAnswer('mutation { eat }')];
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([503, 503]);
  await eventually(() => expect(asked.find(({ operation }) => operation === 'query')!.given).toBe(true));
  const mutation = asked.find(({ operation }) => operation === 'mutation')!;
  expect(mutation.given).toBe(false);
  mutation.response.end('{"data":{"eat":1}}');
});

test('Who stays is answered', async () => {
  const answered = fetchAnswer('query { apples }');
  await eventually(() => expect(asked).toHaveLength(1));
  asked[0]!.response.end('{"data":{"apples":3}}');
  expect(await (await answered).json()).toEqual({ data: { apples: 3 } });
});

function fetchAnswer(query: string): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
}

/** Sends an operation; answers what hangs up. */
function ask(query: string): () => void {
  const outgoing = askOverHttp(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' } });
  outgoing.on('error', () => undefined).end(JSON.stringify({ query }));
  return () => outgoing.destroy();
}
