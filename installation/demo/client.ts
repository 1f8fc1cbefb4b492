import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The operations that clients send, one a file, by role. */
const operations = join(import.meta.dirname, '../../schema/operations');

/** The answer was not the one asked for: the contract's code, and what the product says in words. */
export class Refused extends Error {
  readonly code: string;

  constructor(asked: string, { message, extensions }: AnsweredError) {
    const problems = (extensions.problems ?? []).map((problem) => `\n  ${problem.path.join('.')}: ${problem.message}`);
    super(`${asked}: ${message} (${extensions.code}, request ${extensions.requestId})${problems.join('')}`);
    this.code = extensions.code;
  }
}

interface AnsweredError {
  message: string;
  extensions: { code: string; requestId: string; problems?: { path: (string | number)[]; message: string }[] };
}

/** Somebody who uses the product over HTTP, with a token of their own. */
export class Client {
  /** Who it is, as the demo shows it. */
  readonly name: string;
  readonly #url: string;
  readonly #headers: Record<string, string>;

  constructor(name: string, url: string, token: string) {
    this.name = name;
    this.#url = url;
    this.#headers = { authorization: `Bearer ${token}`, 'accept-language': 'en' };
  }

  /** Sends an operation of `schema/operations`, such as `consul/attach-document`. Throws `Refused`. */
  async send<Data>(operation: string, variables: Record<string, unknown>): Promise<Data> {
    const query = await readFile(join(operations, `${operation}.graphql`), 'utf8');
    const answer = await fetch(`${this.#url}/graphql`, {
      method: 'POST',
      headers: { ...this.#headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await answer.json()) as { data: Data; errors?: AnsweredError[] };
    if (errors?.[0]) throw new Refused(operation, errors[0]);
    return data;
  }

  /** Uploads the bytes of a document; the id is what `attachDocument` wants. */
  async upload(bytes: Buffer): Promise<{ id: string; size: number }> {
    const request = { method: 'PUT', headers: this.#headers, body: new Uint8Array(bytes) };
    return (await this.#bytes('/documents', request)).json() as Promise<{ id: string; size: number }>;
  }

  /** Downloads a document, or a printed form. */
  async download(id: string): Promise<Buffer> {
    return Buffer.from(await (await this.#bytes(`/documents/${id}`, { headers: this.#headers })).arrayBuffer());
  }

  async #bytes(path: string, request: RequestInit): Promise<Response> {
    const answer = await fetch(this.#url + path, request);
    if (answer.ok) return answer;
    const { errors } = (await answer.json()) as { errors: [AnsweredError] };
    throw new Refused(`${request.method ?? 'GET'} ${path}`, errors[0]);
  }
}

/** Does what has to be refused with this code; answers the code. */
export async function refusalOf(code: string, work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refused && error.code === code) return code;
    throw error;
  }
  throw new Error(`Something was done or shown that has to be refused as ${code}.`);
}
