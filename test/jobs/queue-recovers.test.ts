import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { openLoneQueue } from '../support/lone-queue.ts';
import type { LoneQueue } from '../support/lone-queue.ts';
import { jobsDone } from '../support/queue.ts';

// The database may be away just when the queue needs it. Terms, notices and seals hang on jobs, so they go on when it is back, and nobody has to start anything anew.

let queue: LoneQueue;
/** The jobs that were done, by what they were handed. */
let done: string[];

beforeEach(async () => {
  queue = await openLoneQueue();
  done = [];
});
afterEach(() => queue.close());

const work = () => queue.work((of) => void done.push(of));
const waiting = async () => {
  const { rows } = await queue.database.query<{ of: string }>(
    `select payload->>'of' as of from graphile_worker._private_jobs order by id`,
  );
  return rows;
};

test('Jobs are worked though the queue could not be read when the process started', async () => {
  await queue.database.query('revoke select on graphile_worker._private_tasks from qonaq_worker');
  work();
  await queue.enqueue('early');
  await new Promise((passed) => setTimeout(passed, 500));
  expect(done).toEqual([]);
  await queue.database.query('grant select on graphile_worker._private_tasks to qonaq_worker');
  await eventually(() => expect(done).toEqual(['early']));
  await jobsDone(queue);
});

test('Jobs are worked on after one could not be ended', async () => {
  work();
  await queue.database.query('revoke delete on graphile_worker._private_jobs from qonaq_worker');
  await queue.enqueue('first');
  await eventually(async () => {
    expect(done).toContain('first');
    expect(await waiting()).toMatchObject([{ of: 'first' }]);
  });
  await queue.database.query('grant delete on graphile_worker._private_jobs to qonaq_worker');
  await queue.enqueue('second');
  // It is given back, and done once more.
  await jobsDone(queue);
  expect(done.filter((of) => of === 'first').length).toBeGreaterThan(1);
  expect(done).toContain('second');
});

test('Jobs are worked on after all connections were lost, some while a job was at work', async () => {
  work();
  for (const round of [1, 2, 3]) {
    for (let one = 0; one < 20; one += 1) await queue.enqueue(`${round}-${one}`);
    await queue.database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'qonaq_worker' and datname = current_database()`,
    );
  }
  await queue.enqueue('last');
  await eventually(() => expect(done).toContain('last'));
});
