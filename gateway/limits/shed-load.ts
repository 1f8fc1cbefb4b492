import { getHeapStatistics } from 'node:v8';
import underPressure from '@fastify/under-pressure';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Limits } from './limits.ts';
import { overloaded } from './overloaded.ts';

/** What is answered however much there is to do: whoever asks has to learn how the process is. */
const alwaysAnswered: readonly (string | undefined)[] = ['/healthz', '/readyz', '/metrics'];

/** How much of the memory that Node lets itself have may be in use. */
const mostOfHeap = 0.9;

/** How often it is looked at, in milliseconds: a pause that has passed is no reason to refuse anybody. */
const often = 5_000;

/** Sheds what arrives while the process can't keep up: it gets to the next thing later than `loopDelay` on average, or its memory runs out. */
export async function shedLoad(server: FastifyInstance, { loopDelay }: Pick<Limits, 'loopDelay'>): Promise<void> {
  await server.register(underPressure, {
    sampleInterval: often,
    maxEventLoopDelay: loopDelay,
    maxHeapUsedBytes: getHeapStatistics().heap_size_limit * mostOfHeap,
    pressureHandler: ({ routeOptions }: FastifyRequest) => {
      if (!alwaysAnswered.includes(routeOptions.url)) throw overloaded();
    },
  });
}
