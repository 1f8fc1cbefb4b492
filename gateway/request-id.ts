import type { IncomingMessage } from 'node:http';
import { newId } from '../subgraphs/kit/ids.ts';

/** The id of a request: the one that a proxy in front gave it when that is a plain word, else a new one. */
export function requestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : newId();
}
