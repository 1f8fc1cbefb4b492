import type { FastifyReply } from 'fastify';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';
import { whileWaitedFor } from '../../subgraphs/kit/http/while-waited-for.ts';

/**
 * Waits for an answer as long as it may take, in milliseconds, and as long as the caller does; UNAVAILABLE after that. Who works on it is told by the signal:
 * what only reads stops then, and a mutation goes on by itself, though its answer reaches nobody.
 * Fastify's own `handlerTimeout` counts only until a request's body has been read.
 */
export function inTime<Answer>(
  milliseconds: number,
  reply: FastifyReply,
  work: (cancelled: AbortSignal) => Answer | Promise<Answer>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const waiting = whileWaitedFor(reply);
    const timer = setTimeout(() => waiting.abort(new Fault('UNAVAILABLE')), milliseconds);
    waiting.signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(waiting.signal.reason as Fault);
    });
    void Promise.resolve(work(waiting.signal))
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
