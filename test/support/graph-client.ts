/** An error of the graph, as a client sees it. */
export interface ClientError {
  message: string;
  path?: (string | number)[];
  extensions: {
    code: string;
    problems?: { code: string; path: (string | number)[]; message: string; reference: string | null }[];
    currentVersion?: number;
    [name: string]: unknown;
  };
}

/** An answer of the graph. */
// Tests read what they asked for; the schema types it elsewhere.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export interface Answer<Data = any> {
  status: number;
  data: Data;
  errors: ClientError[];
  /** The codes of the errors. */
  codes: string[];
}

/** A client over HTTP, as a frontend is one. */
export class GraphClient {
  constructor(
    private readonly url: string,
    /** Makes a fresh token for each request, as a client does that renews its own in time; nothing for somebody without one. */
    private readonly token?: () => Promise<string>,
  ) {}

  /** Sends an operation; the answer is read whatever its status. */
  async send(query: string, variables: Record<string, unknown> = {}, language = 'en'): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { ...(await this.headers()), 'content-type': 'application/json', 'accept-language': language },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors = [] } = (await response.json()) as { data?: unknown; errors?: ClientError[] };
    return { status: response.status, data, errors, codes: errors.map(({ extensions }) => extensions.code) };
  }

  /** Sends an operation that must succeed; answers its data. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<any> {
    const { data, errors } = await this.send(query, variables);
    if (errors.length > 0) throw new Error(JSON.stringify(errors));
    return data as unknown;
  }

  /** Uploads bytes as a document; answers the id. */
  async upload(bytes: Uint8Array): Promise<string> {
    const response = await fetch(`${this.url}/documents`, {
      method: 'PUT',
      headers: await this.headers(),
      body: new Uint8Array(bytes),
    });
    if (response.status !== 201) throw new Error(await response.text());
    return ((await response.json()) as { id: string }).id;
  }

  /** Fetches a path, such as `/documents/…`. */
  async get(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: await this.headers() });
  }

  /** A token, for a test that reaches a subgraph without the gateway. */
  freshToken(): Promise<string> {
    return this.token!();
  }

  private async headers(): Promise<Record<string, string>> {
    return this.token ? { authorization: `Bearer ${await this.token()}` } : {};
  }
}
