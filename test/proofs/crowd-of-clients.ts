import { Pool } from 'undici';

/** An answer of the graph over HTTP. */
export interface HttpAnswer {
  status: number;
  /** The header `Retry-After`, in seconds. */
  retryAfter: number | undefined;
  body: { data?: unknown; errors?: { extensions: { code: string } }[] };
}

/** Many clients of one installation, each with a connection of its own. */
export class CrowdOfClients {
  readonly #connections: Pool;

  /** @param patience how long a client waits for an answer, in milliseconds. */
  constructor(url: string, clients: number, patience: number) {
    this.#connections = new Pool(url, { connections: clients, headersTimeout: patience, bodyTimeout: patience });
  }

  /** Sends an operation; throws when no answer comes. */
  async send(query: string, token?: string): Promise<HttpAnswer> {
    const { statusCode, headers, body } = await this.#connections.request({
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify({ query }),
    });
    const { 'retry-after': retryAfter } = headers;
    return {
      status: statusCode,
      retryAfter: retryAfter === undefined ? undefined : Number(retryAfter),
      body: (await body.json()) as HttpAnswer['body'],
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#connections.destroy();
  }
}
