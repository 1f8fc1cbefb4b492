import { setTimeout as sleep } from 'node:timers/promises';

/** An error of the graph, as far as a proof reads it. */
export interface AnsweredError {
  message: string;
  extensions: { code: string; reason?: string };
}

/** An answer of the graph, or of `PUT /documents`. */
// Proofs read what they asked for; the schema types it elsewhere.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface Answer<Data = any> {
  data: Data;
  errors: AnsweredError[];
}

/** No answer came, or the answer that there is none now: nobody knows whether it was done. */
export class Unanswered extends Error {}

/** How long an answer may take, and how long a client waits before it asks again, in milliseconds. */
const patience = 120_000;
const pause = 50;

/** A client that asks again until it is answered, as one with idempotency keys may. */
export class SteadyClient {
  /** How often it had to ask again. */
  repeats = 0;

  readonly #over: AbortSignal | undefined;
  readonly #givesUp: boolean;

  /**
   * @param over ends the asking when the proof is over.
   * @param givesUp instead of asking again it throws `Unanswered`.
   */
  constructor(
    private readonly url: string,
    private readonly token: string,
    { over, givesUp = false }: { over?: AbortSignal; givesUp?: boolean } = {},
  ) {
    this.#over = over;
    this.#givesUp = givesUp;
  }

  /** Sends an operation. */
  send(query: string, variables: object): Promise<Answer> {
    const body = JSON.stringify({ query, variables });
    return this.#untilAnswered('/graphql', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  }

  /** Sends an operation that must succeed; answers its data. */
  async ask(query: string, variables: object): Promise<Answer['data']> {
    const { data, errors } = await this.send(query, variables);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data as unknown;
  }

  /** Uploads a document; answers its id. */
  async upload(bytes: Uint8Array): Promise<string> {
    const answer = await this.#untilAnswered('/documents', { method: 'PUT', body: new Uint8Array(bytes) });
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return (answer.data as { id: string }).id;
  }

  async #untilAnswered(path: string, request: RequestInit): Promise<Answer> {
    for (;;) {
      try {
        return await this.#ask(path, request);
      } catch (error) {
        if (this.#givesUp || !(error instanceof Unanswered)) throw error;
        this.repeats += 1;
        await sleep(pause, undefined, this.#over && { signal: this.#over });
      }
    }
  }

  async #ask(path: string, request: RequestInit): Promise<Answer> {
    const { status, text } = await this.#fetch(path, request);
    const body = JSON.parse(text) as { data?: unknown; errors?: AnsweredError[] };
    const errors = body.errors ?? [];
    // A server on its way out answers in HTTP's own terms.
    const isLeaving = status === 503 && !body.errors;
    const isUnavailable = errors.some(({ extensions }) => extensions.code === 'UNAVAILABLE' && !extensions.reason);
    if (isLeaving || isUnavailable) throw new Unanswered('UNAVAILABLE');
    return { data: path === '/graphql' ? body.data : body, errors };
  }

  async #fetch(path: string, request: RequestInit): Promise<{ status: number; text: string }> {
    const headers = { ...request.headers, authorization: `Bearer ${this.token}`, 'accept-language': 'en' };
    const signal = AbortSignal.any([AbortSignal.timeout(patience), ...(this.#over ? [this.#over] : [])]);
    try {
      const answer = await fetch(this.url + path, { ...request, headers, signal });
      return { status: answer.status, text: await answer.text() };
    } catch (error) {
      // What fetch throws when there is no connection, or none any more; in Jest it is a TypeError of another realm.
      if ((error as Error).name !== 'TypeError') throw error;
      throw new Unanswered((error as Error).message, { cause: error });
    }
  }
}
