import type { FastifyReply } from 'fastify';
import { Fault } from '../errors/fault.ts';

/** Tells whoever works on an answer when its connection is closed before it has left. What else ends the waiting may abort it, too. */
export function whileWaitedFor({ raw }: FastifyReply): AbortController {
  const waiting = new AbortController();
  const leave = () => {
    if (!raw.writableFinished) waiting.abort(new Fault('UNAVAILABLE', { cause: new Error('The caller has left.') }));
  };
  if (raw.closed) leave();
  else raw.once('close', leave);
  return waiting;
}
