import { MIMEType } from 'node:util';
import type { FastifyRequest } from 'fastify';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';

/** Refuses a request to the graph whose headers nobody can mean: a `Host` that is none, and a text that isn't in UTF-8, as JSON always is. */
export function refuseStrangeHeaders({ hostname, headers }: FastifyRequest): void {
  if (!URL.canParse(`http://${hostname}`)) throw new Fault('BAD_REQUEST');
  const charset = charsetOf(headers['content-type']);
  if (charset && !/^utf-?8$/i.test(charset)) throw Object.assign(new Fault('BAD_REQUEST'), { statusCode: 415 });
}

function charsetOf(contentType = ''): string | null {
  // What nearly everybody sends, and names none.
  if (contentType === 'application/json') return null;
  try {
    return new MIMEType(contentType).params.get('charset');
  } catch {
    // What is no content type at all is refused by whoever reads bodies.
    return null;
  }
}
