import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Pool } from 'pg';
import { releaseStaleLocks } from '../../subgraphs/kit/jobs/jobs.ts';
import { openLoneQueue } from '../support/lone-queue.ts';
import type { LoneQueue } from '../support/lone-queue.ts';

let queue: LoneQueue;
let worker: Pool;
beforeAll(async () => {
  queue = await openLoneQueue();
  worker = new Pool({ connectionString: queue.workerUrl });
});
afterAll(async () => {
  await worker.end();
  await queue.close();
});

test('the jobs of a worker that was killed are given back after a minute, those of one at work are not', async () => {
  for (const key of ['killed', 'working']) await queue.enqueue(key, key);
  await queue.database.query(
    `update graphile_worker._private_jobs set locked_by = key, locked_at = now() - (case key when 'killed' then 61 else 50 end) * interval '1 second'`,
  );
  await releaseStaleLocks(worker);
  const { rows } = await queue.database.query('select key, locked_by from graphile_worker.jobs order by key');
  expect(rows).toEqual([
    { key: 'killed', locked_by: null },
    { key: 'working', locked_by: 'working' },
  ]);
});
