import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The way to a server, which can be cut off. */
export interface Relay {
  port: number;
  /** Breaks every connection and refuses new ones, as when the server is gone. */
  cut(): Promise<void>;
  /** Lets connections through again, at the same port. */
  mend(): Promise<void>;
}

/** Opens a way to a port of this machine. */
export async function relayTo(target: number): Promise<Relay> {
  const sockets = new Set<Socket>();
  const server = createServer((from) => {
    const to = connect(target, '127.0.0.1');
    for (const socket of [from, to]) {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket));
    }
    pipeline(from, to, from).catch(() => [from, to].forEach((socket) => socket.destroy()));
  });
  const port = await listen(server);
  return {
    port,
    cut: async () => {
      const closed = once(server.close(), 'close');
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    mend: async () => void (await listen(server, port)),
  };
}

/** The balancer of deployment/Caddyfile, as far as that says where a request goes. */
export interface Balancer {
  /** Where people reach the product. */
  url: string;
  /** Tells it where the processes are. */
  setTargets(targets: { identity: string; gateways: readonly string[] }): void;
  close(): Promise<void>;
}

/** Starts the balancer; gateways take turns. */
export async function startBalancer(): Promise<Balancer> {
  const caddyfile = await readFile(join(import.meta.dirname, '../../deployment/Caddyfile'), 'utf8');
  const [inside, toIdentity] = [pathsOf(caddyfile, 'inside'), pathsOf(caddyfile, 'identity')];
  let targets: Parameters<Balancer['setTargets']>[0] = { identity: '', gateways: [] };
  let turn = 0;
  const server = createHttpServer((incoming, outgoing) => {
    const { pathname } = new URL(incoming.url!, 'http://localhost');
    if (inside(pathname)) outgoing.writeHead(404).end();
    else {
      const target = toIdentity(pathname) ? targets.identity : targets.gateways[(turn += 1) % targets.gateways.length]!;
      forward(incoming, outgoing, target).catch(() => outgoing.destroy());
    }
  });
  const url = `http://127.0.0.1:${await listen(server)}`;
  return {
    url,
    setTargets: (given) => (targets = given),
    close: async () => {
      server.closeAllConnections();
      await once(server.close(), 'close');
    },
  };
}

/** Whether a path is one of those that the Caddyfile gives a name. */
function pathsOf(caddyfile: string, name: string): (path: string) => boolean {
  const patterns = new RegExp(`@${name} path (.+)`).exec(caddyfile)![1]!.split(' ');
  return (path) => patterns.some((each) => (each.endsWith('*') ? path.startsWith(each.slice(0, -1)) : path === each));
}

async function forward(incoming: IncomingMessage, outgoing: ServerResponse, target: string): Promise<void> {
  const { method, headers, url } = incoming;
  const onward = request(new URL(url!, target), { method: method!, headers });
  const answered = once(onward, 'response') as Promise<[IncomingMessage]>;
  await pipeline(incoming, onward);
  const [answer] = await answered;
  outgoing.writeHead(answer.statusCode!, answer.headers);
  await pipeline(answer, outgoing);
}

async function listen(server: Server, port = 0): Promise<number> {
  await once(server.listen(port, '127.0.0.1'), 'listening');
  return (server.address() as AddressInfo).port;
}
