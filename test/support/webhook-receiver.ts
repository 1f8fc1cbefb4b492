import { createServer } from 'node:http';
import type { IncomingHttpHeaders, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** What a receiver got. */
export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** What it does with the next requests: answers with a status, takes one and ends the connection, or never answers. */
export type Conduct = number | 'DROP' | 'SILENT';

/** A partner's system that takes events, in the test's own process. */
export interface WebhookReceiver {
  url: string;
  received: Received[];
  conduct: Conduct;
  /** Stops listening; `start` begins again at the same place. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

/** Starts one. Stop it in `afterAll`. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  let server: Server;
  let port = 0;
  const receiver: WebhookReceiver = {
    url: '',
    received: [],
    conduct: 204,
    start: async () => {
      server = createServer((request, response) => {
        void text(request).then((body) => {
          receiver.received.push({ headers: request.headers, body });
          if (receiver.conduct === 'DROP') request.socket.destroy();
          else if (receiver.conduct !== 'SILENT') response.writeHead(receiver.conduct).end();
        });
      });
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      port = (server.address() as AddressInfo).port;
      receiver.url = `http://127.0.0.1:${port}/events`;
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  await receiver.start();
  return receiver;
}
