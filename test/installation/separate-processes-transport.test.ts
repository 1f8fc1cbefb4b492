import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import type { ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { subgraphServer } from '../../subgraphs/kit/subgraph/server.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph/subgraph.ts';
import { HttpTransport } from '../../subgraphs/kit/transport/http.ts';
import { traceHeaders, traceOfHeaders } from '../../subgraphs/kit/transport/trace-headers.ts';
import type { SubgraphRequest } from '../../subgraphs/kit/transport/transport.ts';

// How an operation travels to a subgraph over HTTP, and its answer back.

const logger = pino({ level: 'silent' });
const trace = {
  address: '203.0.113.7',
  requestId: '0199b2f0-0000-7000-8000-00000000000a',
  operationName: 'Register',
  operationHash: 'ab'.repeat(32),
};
const request: SubgraphRequest = {
  query: 'mutation Register { register }',
  authorization: undefined,
  acceptLanguage: 'ru',
  trace,
};
const unavailable = { message: 'Служба сейчас недоступна. Повторите позже.', extensions: { code: 'UNAVAILABLE' } };

const closings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

describe('A trace in headers', () => {
  test('comes out as it went in, in letters that every proxy takes, whatever the name', () => {
    const names = fc.oneof(fc.constant(null), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }));
    const addresses = fc.oneof(fc.constant(null), fc.ipV4(), fc.ipV6());
    fc.assert(
      fc.property(names, fc.constantFrom(null, 'f'.repeat(64)), addresses, (operationName, operationHash, address) => {
        const trace = { requestId: 'request-1', operationName, operationHash, address };
        const headers = traceHeaders(trace);
        expect(Object.values(headers).join('')).toMatch(/^[\x21-\x7e]*$/);
        expect(traceOfHeaders(headers)).toEqual(trace);
      }),
    );
  });

  test('holds the first 200 letters of a name', () => {
    const headers = traceHeaders({ ...trace, operationName: 'q'.repeat(100_000) });
    expect(traceOfHeaders(headers).operationName).toBe('q'.repeat(200));
    expect(traceHeaders({ ...trace, operationName: '\ud800' })).toMatchObject({ 'x-operation-name': '%EF%BF%BD' });
  });

  test('is not believed to be one when it does not look like one', () => {
    const headers = {
      'x-request-id': 'a b\u00a0c',
      'x-operation-name': '%E0%A4%A',
      'x-operation-hash': 'zz',
      'x-caller-address': '1.2',
    };
    const { requestId, ...rest } = traceOfHeaders(headers);
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(rest).toEqual({ operationName: null, operationHash: null, address: null });
    expect(traceOfHeaders({})).toMatchObject({ operationName: null, operationHash: null });
  });
});

describe('Over HTTP', () => {
  test('a subgraph gets the operation and what it has to know of the caller, on connections that are kept', async () => {
    const seen: { request: IncomingMessage; body: unknown }[] = [];
    const transport = await transportTo(async (incoming, response) => {
      seen.push({ request: incoming, body: JSON.parse(await text(incoming)) });
      response.end('{"data":{"register":true}}');
    });
    const whole = { ...request, variables: { name: 'Әсел' }, operationName: 'Register', authorization: 'Bearer a.b.c' };
    for (let time = 0; time < 10; time += 1)
      expect(await transport.send('iin', whole)).toEqual({ data: { register: true } });
    expect(seen[0]!.body).toEqual({ query: whole.query, variables: { name: 'Әсел' }, operationName: 'Register' });
    expect(seen[0]!.request).toMatchObject({
      method: 'POST',
      url: '/graphql?of=iin',
      headers: {
        authorization: 'Bearer a.b.c',
        'accept-language': 'ru',
        'x-request-id': trace.requestId,
        'x-caller-address': trace.address,
        'x-operation-name': 'Register',
        'x-operation-hash': trace.operationHash,
      },
    });
    expect(new Set(seen.map(({ request: { socket } }) => socket.remotePort)).size).toBeLessThan(4);
  });

  test('errors of a graph are its answer, whatever the status', async () => {
    const errors = [{ message: 'Не найдено.', path: ['register'], extensions: { code: 'NOT_FOUND', more: 1 } }];
    const transport = await transportTo((_request, response) =>
      response.writeHead(400).end(JSON.stringify({ errors })),
    );
    expect(await transport.send('iin', request)).toEqual({ errors });
  });

  test.each([
    ['502 of a proxy', 502, '<html>Bad Gateway</html>'],
    ['503 of a process that is stopping', 503, '{"error":"Service Unavailable","statusCode":503}'],
    ['200 that is no answer of a graph', 200, '["data"]'],
  ])('a %s is UNAVAILABLE', async (_name, status, body) => {
    const transport = await transportTo((_request, response) => response.writeHead(status).end(body));
    expect(await failure(transport.send('iin', request))).toEqual(unavailable);
  });

  test('a connection that is refused is UNAVAILABLE', async () => {
    const server = await listen(() => undefined);
    const { port } = server.address() as AddressInfo;
    await new Promise((done) => server.close(done));
    const transport = new HttpTransport({ urls: { iin: `http://127.0.0.1:${port}/` }, logger });
    expect(await failure(transport.send('iin', request))).toEqual(unavailable);
  });

  test('an answer that does not come, or does not end, within the deadline is UNAVAILABLE', async () => {
    const silent = await transportTo(() => undefined, 100);
    const endless = await transportTo((_request, response) => response.write('{"data":'), 100);
    const began = performance.now();
    const answers = await Promise.all([failure(silent.send('iin', request)), failure(endless.send('iin', request))]);
    expect(answers).toEqual([unavailable, unavailable]);
    expect(performance.now() - began).toBeGreaterThanOrEqual(95);
  });

  test('a mutation is sent once, also when the connection breaks before it is answered', async () => {
    let sent = 0;
    const transport = await transportTo((incoming) => {
      sent += 1;
      incoming.socket.destroy();
    });
    expect(await failure(transport.send('iin', request))).toEqual(unavailable);
    expect(sent).toBe(1);
  });

  test('a name without a URL is a bug, not an answer', async () => {
    const transport = new HttpTransport({ urls: {}, logger });
    await expect(transport.send('iin', request)).rejects.toThrow('No URL of a subgraph iin');
  });
});

describe('A subgraph of its own process', () => {
  test('answers the same as in process: data, and errors with all that stands in them', async () => {
    const error = new GraphQLError('Табылмады.', {
      path: ['register'],
      extensions: { code: 'CONFLICT', currentVersion: 7 },
    });
    const asked: SubgraphRequest[] = [];
    const server = await serve((each) => {
      asked.push(each);
      return { data: { register: null }, errors: [error] };
    });
    const transport = new HttpTransport({ urls: { iin: server }, logger });
    closings.push(() => transport.close());
    const whole = {
      ...request,
      query: 'query Q($of: [String!]) { register(of: $of) }',
      variables: { of: ['ә'] },
      operationName: 'Q',
    };
    expect(await transport.send('iin', whole)).toEqual({ data: { register: null }, errors: [error.toJSON()] });
    expect(asked).toEqual([{ ...whole, cancelled: expect.any(AbortSignal) }]);
  });

  test('takes many representations and the longest headers of a caller, and no more than 10 MB', async () => {
    const url = await serve(() => ({ data: { register: true } }));
    const send = (length: number, headers = {}) =>
      fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ register }', variables: { of: ['x'.repeat(length)] } }),
      });
    expect((await send(9 * 1024 * 1024)).status).toBe(200);
    expect((await send(1, { authorization: `Bearer ${'x'.repeat(30_000)}` })).status).toBe(200);
    expect((await send(10 * 1024 * 1024)).status).toBe(413);
  });

  test.each(['[]', '[{"query":"{ register }"}]', '{}', '{"query":{}}', '{"query":"{ register }","variables":1}', '{'])(
    'takes nothing that is no operation: %s',
    async (body) => {
      const url = await serve(() => ({ data: { register: true } }));
      const sent = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
      expect(sent.status).toBe(400);
    },
  );

  test('takes no question that a page of another site could make a browser send', async () => {
    const url = await serve(() => ({ data: { register: true } }));
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '{"query":"{ register }"}',
    });
    expect(answer.status).toBe(415);
    expect((await fetch(`${url}?query={register}`)).status).toBe(404);
  });
});

type Answer = (...each: Parameters<RequestListener>) => unknown;

/** A transport to a server that answers as told. */
async function transportTo(answer: Answer, deadline?: number): Promise<HttpTransport> {
  const server = await listen(answer);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql?of=iin`;
  const transport = new HttpTransport({ urls: { iin: url }, logger, ...(deadline !== undefined && { deadline }) });
  closings.push(() => transport.close());
  return transport;
}

async function listen(answer: Answer): Promise<Server> {
  const server = createServer((...each) => void answer(...each)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closings.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return server;
}

/** A subgraph's server in front of an answer; its URL. */
async function serve(answer: (request: SubgraphRequest) => ExecutionResult): Promise<string> {
  const subgraph = {
    answer: (each: SubgraphRequest) => Promise.resolve(answer(each)),
    ready: () => Promise.resolve(true),
  };
  const server = subgraphServer(subgraph as unknown as Subgraph, logger);
  closings.push(() => server.close());
  return `${await server.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
}

/** The one error of an answer without data. */
async function failure(answer: Promise<ExecutionResult>) {
  const { data, errors } = await answer;
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  const { message, extensions } = errors![0]!;
  return { message, extensions };
}
