import type { FastifyReply } from 'fastify';
import { Fault } from '../errors/fault.ts';

/** Tells whoever works on an answer when its connection is closed before it has left. What else ends the waiting may abort it, too. */
export function whileWaitedFor({ raw }: FastifyReply): AbortController {
  const waiting = new AbortController();
  if (raw.closed) closed(raw, waiting);
  else raw.once('close', () => closed(raw, waiting));
  return waiting;
}

function closed({ writableFinished }: FastifyReply['raw'], waiting: AbortController): void {
  if (!writableFinished) waiting.abort(new Fault('UNAVAILABLE', { cause: new Error('The caller has left.') }));
}
