import { Logger as WorkerLogger, parseCronItems, run } from 'graphile-worker';
import type { CronItem, Task, TaskList, WorkerEvents } from 'graphile-worker';
import { Pool } from 'pg';
import type { Logger } from 'pino';
import { describeFailure } from '../errors/describe.ts';
import { newId } from '../ids.ts';
import { Context } from '../subgraph/context.ts';
import type { Job, SubgraphName } from '../subgraph/definition.ts';
import type { Subgraph } from '../subgraph/subgraph.ts';
import { systemViewer } from '../viewer/system.ts';
import type { Reads } from '../reading/reads.ts';
import { keepWorking } from './keep-working.ts';

/** Enqueues a job of any subgraph in the caller's transaction: it runs once that commits. It is handed ids only; the same key replaces a job that still waits. */
export async function enqueue(
  reads: Reads,
  job: { subgraph: SubgraphName; name: string; ids: Record<string, string>; key: string },
): Promise<void> {
  await reads.execute('select kit.enqueue(?, ?::jsonb, ?)', [
    `${job.subgraph}.${job.name}`,
    JSON.stringify(job.ids),
    job.key,
  ]);
}

/** How long a job takes at most, in seconds: one that is locked for longer belonged to a worker that was killed. */
const lockedAtMost = 60;

/** How many jobs are worked at once. */
const workers = 2;

/**
 * How each of the runners works. That a job is done or failed is written in batches: a connection that is lost then ends the runner, and otherwise the process.
 * A batch is of one job, since a runner has one at a time: one of two would lock them in an order of its own, against whoever asks for both anew.
 */
const preset = { worker: { concurrentJobs: 1, completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

/** Gives back the jobs of workers that were killed. The queue's own way takes four hours; a job that runs twice changes nothing the second time. */
export async function releaseStaleLocks(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ lockedBy: string }>(
    // The queue keeps its times by the database's clock.
    // eslint-disable-next-line no-restricted-syntax
    `select distinct locked_by as "lockedBy" from graphile_worker.jobs where locked_at < now() - make_interval(secs => $1)`,
    [lockedAtMost],
  );
  const stale = rows.map(({ lockedBy }) => lockedBy);
  await giveBack(pool, stale);
}

/** Gives back what pools of workers had locked. */
async function giveBack(pool: Pool, lockedBy: string[]): Promise<void> {
  await pool.query('select graphile_worker.force_unlock_workers($1)', [lockedBy]);
}

/** Jobs at work. */
export interface RunningJobs {
  /** Lets those that run finish, then closes the connections. */
  stop: () => Promise<void>;
}

/** Works the jobs of the subgraphs of this process. What fails is tried again, later and later. */
export function startJobs(subgraphs: readonly Subgraph[], workerUrl: string, logger: Logger): RunningJobs {
  const taskList = tasksOf(subgraphs);
  const lost = lossesIn(logger);
  const pgPool = openPool(workerUrl, lost);
  const queueLogger = queueLoggerOf(logger);
  const parsedCronItems = parseCronItems(scheduleOf(subgraphs));
  const release = () => void releaseStaleLocks(pgPool).catch(lost);
  release();
  const releases = setInterval(release, lockedAtMost * 1000).unref();
  const begin = (events: WorkerEvents) =>
    run({ pgPool, events, taskList, parsedCronItems, preset, noHandleSignals: true, logger: queueLogger });
  const runners = Array.from({ length: workers }, () =>
    keepWorking(begin, (lockedBy) => giveBack(pgPool, [lockedBy]), lost),
  );
  return {
    stop: async () => {
      clearInterval(releases);
      await Promise.all(runners.map((stop) => stop()));
      await pgPool.end();
      // The queue never lets go of what it was told, and with its tasks it would keep the subgraphs.
      for (const name of Object.keys(taskList)) delete taskList[name];
    },
  };
}

// What the queue is told is made by functions of their own: it keeps a function for good, and with it all that the function was made beside.

function tasksOf(subgraphs: readonly Subgraph[]): TaskList {
  const tasks = subgraphs.flatMap((subgraph) =>
    Object.entries(subgraph.definition.jobs ?? {}).map(([name, job]): [string, Task] => [
      `${subgraph.definition.name}.${name}`,
      (payload) => runJob(subgraph, name, job, payload as Record<string, string>),
    ]),
  );
  return Object.fromEntries(tasks);
}

function lossesIn(logger: Logger): (error: unknown) => void {
  return (error) => logger.warn({ worker: (error as Error).message }, 'job queue');
}

/** A pool of our own: the worker's stops listening for lost connections before it has closed them, and a loss nobody listens for ends the process. */
function openPool(workerUrl: string, lost: (error: unknown) => void): Pool {
  const pool = new Pool({ connectionString: workerUrl, max: 4 });
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
  return pool;
}

function queueLoggerOf(logger: Logger): WorkerLogger {
  return new WorkerLogger(() => (level, message) => {
    if (level === 'error' || level === 'warning') logger.warn({ worker: message }, 'job queue');
  });
}

function scheduleOf(subgraphs: readonly Subgraph[]): CronItem[] {
  return subgraphs.flatMap(({ definition: { name, schedule = {} } }) =>
    Object.entries(schedule).map(([job, match]) => ({ task: `${name}.${job}`, match })),
  );
}

async function runJob(subgraph: Subgraph, name: string, job: Job, payload: Record<string, string>): Promise<void> {
  const caller = {
    viewer: systemViewer(subgraph.definition.name),
    authorization: await subgraph.services.systemAuthorization(subgraph.definition.name),
    language: 'kk' as const,
    trace: { address: null, requestId: newId(), operationName: name, operationHash: null },
  };
  const context = new Context(caller, subgraph.orm, subgraph.services);
  try {
    await job(context, payload);
    await context.endReading();
  } catch (error) {
    await context.abandonReading();
    subgraph.services.logger.error(
      { job: name, requestId: caller.trace.requestId, error: describeFailure(error) },
      'failed',
    );
    throw withoutValues(error);
  }
}

/** What the queue keeps and logs of a failure: its name and code, never a message that repeats values. */
function withoutValues(failure: unknown): Error {
  const { name, code } = failure as { name?: string; code?: string };
  return new Error([name, code].filter(Boolean).join(' '));
}
