import { setTimeout as passed } from 'node:timers/promises';
import { Fault } from '../../subgraphs/kit/errors/fault.ts';

/**
 * Waits for an answer as long as it may take, in milliseconds; UNAVAILABLE after that. What was begun goes on by itself, and its answer reaches nobody.
 * Fastify's own `handlerTimeout` counts only until a request's body has been read.
 */
export async function inTime<Answer>(milliseconds: number, answer: Answer | Promise<Answer>): Promise<Answer> {
  const answered = new AbortController();
  try {
    return await Promise.race([answer, tooLate(milliseconds, answered.signal)]);
  } finally {
    answered.abort();
  }
}

async function tooLate(milliseconds: number, signal: AbortSignal): Promise<never> {
  await passed(milliseconds, undefined, { signal });
  throw new Fault('UNAVAILABLE');
}
