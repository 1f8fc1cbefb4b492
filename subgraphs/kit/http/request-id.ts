import type { IncomingHttpHeaders } from 'node:http';
import { newId } from '../ids.ts';

/** The id of a request: the one that whoever sent it gave it when that is a plain word, else a new one. */
export function requestId({ headers }: { headers: IncomingHttpHeaders }): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : newId();
}
