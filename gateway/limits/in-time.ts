import { Fault } from '../../subgraphs/kit/errors/fault.ts';

/**
 * Waits for an answer as long as it may take, in milliseconds; UNAVAILABLE after that. What was begun goes on by itself, and its answer reaches nobody.
 * Fastify's own `handlerTimeout` counts only until a request's body has been read.
 */
export function inTime<Answer>(milliseconds: number, answer: Answer | Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Fault('UNAVAILABLE')), milliseconds);
    void Promise.resolve(answer)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
}
