/** How an authority's server is asked. */
export interface BoundedRequest {
  /** In milliseconds, for the whole answer. */
  deadline: number;
  mostBytes: number;
  /** What is sent, and its media type; without it the address is only read. */
  body?: { type: string; bytes: Uint8Array };
  /** What else is said in headers. */
  headers?: Record<string, string>;
}

/** What a server answered. */
export interface BoundedAnswer {
  /** The HTTP status. */
  status: number;
  bytes: Uint8Array;
}

/** What a server answers; nothing when it can't be reached, is late, leads elsewhere, or answers with too much. */
export async function boundedFetch(
  url: string | URL,
  { deadline, mostBytes, body, headers = {} }: BoundedRequest,
): Promise<BoundedAnswer | undefined> {
  try {
    const answer = await fetch(url, {
      redirect: 'error',
      signal: AbortSignal.timeout(deadline),
      headers: { ...headers, ...(body && { 'content-type': body.type }) },
      ...(body && { method: 'POST', body: new Uint8Array(body.bytes) }),
    });
    const bytes = answer.body ? await readAll(answer.body, mostBytes) : new Uint8Array();
    return bytes && { status: answer.status, bytes };
  } catch {
    return undefined;
  }
}

async function readAll(stream: ReadableStream<Uint8Array>, mostBytes: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of stream) {
    length += piece.length;
    if (length > mostBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
