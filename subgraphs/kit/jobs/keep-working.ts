import { EventEmitter, once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Runner, WorkerEvents } from 'graphile-worker';

/** Milliseconds until another runner begins. */
const pause = 2_000;

/**
 * Keeps a runner of the queue at work, whatever happens to the database, until what it answers is called. A runner ends by itself when it can't end a job, and one whose first
 * asking for jobs failed never asks again: each that fails is replaced, and what it had locked is given back.
 */
export function keepWorking(
  begin: (events: WorkerEvents) => Promise<Runner>,
  giveBack: (lockedBy: string) => Promise<void>,
  failed: (reason: unknown) => void,
): () => Promise<void> {
  const stopping = new AbortController();
  const stopped = once(stopping.signal, 'abort');
  const ended = work();
  return async () => {
    stopping.abort();
    await ended;
  };

  async function work(): Promise<void> {
    while (!stopping.signal.aborted) {
      await workUntilItFails().catch(failed);
      await sleep(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  async function workUntilItFails(): Promise<void> {
    const events = new EventEmitter() as WorkerEvents;
    const created = once(events, 'pool:create') as Promise<{ workerPool: { id: string } }[]>;
    const failing = once(events, 'worker:getJob:error').then(([reason]: { error?: unknown }[]) => reason?.error);
    const runner = await begin(events);
    const reason: unknown = await Promise.race([failing, runner.promise, stopped]);
    // It may have stopped itself.
    await runner.stop().catch(() => undefined);
    events.removeAllListeners();
    if (stopping.signal.aborted) return;
    failed(reason ?? new Error('The runner ended'));
    const [pool] = await created;
    await giveBack(pool!.workerPool.id);
  }
}
