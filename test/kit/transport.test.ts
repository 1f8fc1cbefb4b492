import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { AddressInfo, ListenOptions } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as passed } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { gatewayConfiguration } from '../../gateway/config.ts';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import { removeStaleSocket } from '../../subgraphs/kit/http/stale-socket.ts';
import { subgraphServer } from '../../subgraphs/kit/subgraph/server.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph/subgraph.ts';
import { HttpTransport } from '../../subgraphs/kit/transport/http.ts';
import type { SubgraphRequest } from '../../subgraphs/kit/transport/transport.ts';
import { eventually } from '../support/eventually.ts';

// Subgraphs that are slow, break off or go away, and callers that leave: real servers and real connections.

const log: string[] = [];
const logger = pino({ base: null }, { write: (line: string) => log.push(line) });
const request: SubgraphRequest = {
  query: '{ mission(number: 13) { number } }',
  authorization: undefined,
  acceptLanguage: 'en',
  trace: { address: null, requestId: 'request-1', operationName: null, operationHash: null },
};
const answer = { data: { mission: { number: 13 } } };
const unavailable = {
  message: 'The service is not available now. Try again later.',
  extensions: { code: 'UNAVAILABLE' },
};

const closings: (() => Promise<unknown>)[] = [];
beforeEach(() => void (log.length = 0));
afterEach(async () => {
  for (const close of closings.splice(0).reverse()) await close();
});

describe('A subgraph', () => {
  test('that is slow is waited for until the deadline, and no longer, however steadily bytes arrive', async () => {
    const transport = await transportTo(async (_request, response) => {
      for (const letter of JSON.stringify(answer)) {
        response.write(letter);
        await passed(10);
      }
      response.end();
    });
    expect(await transport(5_000).send('iin', request)).toEqual(answer);
    const began = performance.now();
    expect(await failure(transport(100), request)).toEqual(unavailable);
    expect(performance.now() - began).toBeLessThan(300);
    expect(log.join('')).toContain('no answer within 100 ms');
  });

  test.each([
    ['before its head', (response: ServerResponse) => response.socket!.destroy()],
    ['after its head', (response: ServerResponse) => (response.flushHeaders(), setImmediate(() => response.destroy()))],
    ['in its middle', (response: ServerResponse) => response.write('{"data":', () => response.destroy())],
    [
      'before the end that it promised',
      (response: ServerResponse) =>
        response.writeHead(200, { 'content-length': 99 }).write('{"data":{}}', () => response.destroy()),
    ],
  ])('whose answer is cut %s is UNAVAILABLE, and is not asked twice', async (_where, cut) => {
    let asked = 0;
    const transport = await transportTo((_request, response) => {
      asked += 1;
      cut(response);
    });
    expect(await failure(transport(), request)).toEqual(unavailable);
    expect(asked).toBe(1);
  });

  test('that closes its connections after each answer is asked on new ones', async () => {
    const transport = await transportTo((_request, response) =>
      response.setHeader('connection', 'close').end(JSON.stringify(answer)),
    );
    const one = transport();
    for (let time = 0; time < 5; time += 1) expect(await one.send('iin', request)).toEqual(answer);
  });

  test('may answer in many pieces, even within a letter, and up to 64 MB', async () => {
    const name = 'Қонақ'.repeat(100_000);
    const bytes = Buffer.from(JSON.stringify({ data: { name } }));
    const whole = await transportTo((_request, response) => {
      for (let at = 0; at < bytes.length; at += 9_999) response.write(bytes.subarray(at, at + 9_999));
      response.end();
    });
    expect(await whole().send('iin', request)).toEqual({ data: { name } });
    const endless = await transportTo((_request, response) => {
      const piece = Buffer.alloc(1024 * 1024, ' ');
      const write = () => response.write(piece, (error) => error ?? write());
      write();
    });
    expect(await failure(endless(), request)).toEqual(unavailable);
    expect(log.join('')).toContain('exceeded max size');
  });
});

describe('A question that nobody waits for any more', () => {
  const cancelled = () => {
    const caller = new AbortController();
    return { leave: () => caller.abort(new Fault('UNAVAILABLE')), question: { ...request, cancelled: caller.signal } };
  };

  test('is given up: its connection closes, and that is no failure of the subgraph', async () => {
    const seen: IncomingMessage[] = [];
    const transport = await transportTo((incoming) => void seen.push(incoming));
    const { leave, question } = cancelled();
    const answered = failure(transport(), question);
    await eventually(() => expect(seen).toHaveLength(1));
    const closed = once(seen[0]!.socket, 'close');
    leave();
    expect(await answered).toEqual(unavailable);
    await closed;
    expect(log).toEqual([]);
  });

  test('is never sent when it still waited for a connection, and the others are answered', async () => {
    const waiting: ServerResponse[] = [];
    const transport = (await transportTo((_request, response) => void waiting.push(response)))();
    const first = Array.from({ length: 64 }, () => transport.send('iin', request));
    await eventually(() => expect(waiting).toHaveLength(64));
    const { leave, question } = cancelled();
    const [given, kept] = [failure(transport, question), transport.send('iin', request)];
    leave();
    expect(await given).toEqual(unavailable);
    for (const response of waiting.splice(0)) response.end(JSON.stringify(answer));
    expect(await Promise.all(first)).toEqual(Array.from({ length: 64 }, () => answer));
    await eventually(() => expect(waiting).toHaveLength(1));
    waiting[0]!.end(JSON.stringify(answer));
    expect(await kept).toEqual(answer);
    await passed(50);
    expect(waiting).toHaveLength(1);
  });

  test('is not sent at all when that was known before', async () => {
    let asked = 0;
    const transport = await transportTo((_request, response) => ((asked += 1), response.end(JSON.stringify(answer))));
    const { leave, question } = cancelled();
    leave();
    expect(await failure(transport(), question)).toEqual(unavailable);
    expect(asked).toBe(0);
  });

  test('that was answered before changes nothing: its connection carries others', async () => {
    const ports = new Set<number | undefined>();
    const server = await transportTo(({ socket }, response) => {
      ports.add(socket.remotePort);
      response.end(JSON.stringify(answer));
    });
    const transport = server();
    for (let time = 0; time < 10; time += 1) {
      const { leave, question } = cancelled();
      expect(await transport.send('iin', question)).toEqual(answer);
      leave();
    }
    expect(ports.size).toBeLessThan(4);
  });
});

describe('The server of a subgraph', () => {
  test('tells the subgraph when who asked has left, and not when it was answered', async () => {
    const asked: SubgraphRequest[] = [];
    let answerIt: () => void = () => undefined;
    const url = await serve((each) => {
      asked.push(each);
      return new Promise((resolve) => (answerIt = () => resolve(answer)));
    });
    const [patient, impatient] = [transportAt(url), transportAt(url, 100)];
    const answered = patient.send('iin', request);
    await eventually(() => expect(asked).toHaveLength(1));
    answerIt();
    expect(await answered).toEqual(answer);
    expect(await failure(impatient, request)).toEqual(unavailable);
    await eventually(() => expect(asked[1]!.cancelled!.aborted).toBe(true));
    expect(asked[1]!.cancelled!.reason).toMatchObject({ code: 'UNAVAILABLE' });
    expect(asked[0]!.cancelled!.aborted).toBe(false);
  });
});

describe('Over a socket of the machine', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'qonaq-socket-'));
    closings.push(() => rm(folder, { recursive: true }));
  });

  test('a subgraph is asked as over a port', async () => {
    const path = join(folder, 'iin.sock');
    expect(await serve(() => Promise.resolve(answer), { path })).toBe(path);
    const transport = transportAt(`unix:${path}`);
    expect(await Promise.all([1, 2, 3].map(() => transport.send('iin', request)))).toEqual([answer, answer, answer]);
  });

  test('a gateway is told of it among the other places', () => {
    const read = (SUBGRAPH_URLS: string) => gatewayConfiguration({ SUBGRAPH_URLS }).SUBGRAPH_URLS;
    const urls = { iin: 'unix:/run/qonaq/iin.sock', audit: 'http://10.0.0.5:4000/graphql' };
    expect(read('iin=unix:/run/qonaq/iin.sock, audit=http://10.0.0.5:4000/graphql')).toEqual(urls);
    expect(() => read('iin=unix:iin.sock')).toThrow('"iin=unix:iin.sock" is no name=');
  });

  test('one that is not there is UNAVAILABLE', async () => {
    expect(await failure(transportAt(`unix:${join(folder, 'iin.sock')}`), request)).toEqual(unavailable);
  });

  test('a process listens where a killed one did, and never where another one does', async () => {
    const path = join(folder, 'iin.sock');
    await leaveSocketBehind(path);
    await expect(serve(() => Promise.resolve(answer), { path })).rejects.toThrow('EADDRINUSE');
    await removeStaleSocket(path);
    await serve(() => Promise.resolve(answer), { path });
    await removeStaleSocket(path);
    expect(await transportAt(`unix:${path}`).send('iin', request)).toEqual(answer);
  });
});

type Listener = (...each: Parameters<RequestListener>) => unknown;

/** What makes a transport, with its deadline, to a server that does as told. */
async function transportTo(listener: Listener): Promise<(deadline?: number) => HttpTransport> {
  const server = createServer((...each) => void listener(...each)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closings.push(async () => {
    server.closeAllConnections();
    await once(server.close(), 'close');
  });
  return (deadline) => transportAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, deadline);
}

function transportAt(url: string, deadline = 20_000): HttpTransport {
  const transport = new HttpTransport({ urls: { iin: url }, deadline, logger });
  closings.push(() => transport.close());
  return transport;
}

/** A subgraph's server in front of an answer; where it listens. */
async function serve(
  answer: Subgraph['answer'],
  where: ListenOptions = { port: 0, host: '127.0.0.1' },
): Promise<string> {
  const server = subgraphServer({ answer } as Subgraph, pino({ level: 'silent' }));
  closings.push(() => server.close());
  const address = await server.listen(where);
  return address.startsWith('http') ? `${address}/graphql` : address;
}

/** The one error of an answer without data. */
async function failure(transport: HttpTransport, question: SubgraphRequest) {
  const { data, errors } = await transport.send('iin', question);
  expect(data).toBeUndefined();
  expect(errors).toHaveLength(1);
  const { message, extensions } = errors![0]!;
  return { message, extensions };
}
/** A socket whose process was killed: the kernel closes what it listened at, and leaves the file. */
async function leaveSocketBehind(path: string): Promise<void> {
  const child = spawn(process.execPath, [
    '-e',
    `require('net').createServer().listen(${JSON.stringify(path)}, () => console.log('there'))`,
  ]);
  await once(child.stdout, 'data');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
