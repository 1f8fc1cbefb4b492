import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Pool } from 'pg';
import { pino } from 'pino';
import { roleUrl } from '../../installation/database/external.ts';
import { startJobs } from '../../subgraphs/kit/jobs/jobs.ts';
import type { RunningJobs } from '../../subgraphs/kit/jobs/jobs.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph/subgraph.ts';
import { copyTemplate, rolePasswords } from '../support/databases.ts';
import type { TestDatabase } from '../support/databases.ts';
import { eventually } from '../support/eventually.ts';

// The database may be away just when the queue needs it. Terms, notices and seals hang on jobs, so they go on when it is back, and nobody has to start anything anew.

let database: TestDatabase;
let owner: Pool;
let jobs: RunningJobs;
/** The jobs that were done, by what they were handed. */
let done: string[];

beforeEach(async () => {
  database = await copyTemplate();
  owner = new Pool({ connectionString: database.ownerUrl });
  await owner.query('delete from graphile_worker._private_jobs');
  done = [];
});
afterEach(async () => {
  await jobs.stop();
  await owner.end();
  await database.drop();
});

const work = () => {
  const subgraph = {
    definition: { name: 'iin', jobs: { note: (_: unknown, { of }: { of: string }) => void done.push(of) } },
    services: { systemAuthorization: () => 'Bearer' },
  } as unknown as Subgraph;
  const url = roleUrl(database.ownerUrl, 'qonaq_worker', rolePasswords.qonaq_worker!);
  jobs = startJobs([subgraph], url, pino({ level: 'silent' }));
};
const enqueue = (of: string) => owner.query(`select graphile_worker.add_job('iin.note', $1)`, [{ of }]);
const waiting = async () => {
  const { rows } = await owner.query<{ of: string }>(
    `select payload->>'of' as of from graphile_worker._private_jobs order by id`,
  );
  return rows;
};

test('Jobs are worked though the queue could not be read when the process started', async () => {
  await owner.query('revoke select on graphile_worker._private_tasks from qonaq_worker');
  work();
  await enqueue('early');
  await new Promise((passed) => setTimeout(passed, 500));
  expect(done).toEqual([]);
  await owner.query('grant select on graphile_worker._private_tasks to qonaq_worker');
  await eventually(() => expect(done).toEqual(['early']));
  await eventually(async () => expect(await waiting()).toEqual([]));
});

test('Jobs are worked on after one could not be ended', async () => {
  work();
  await owner.query('revoke delete on graphile_worker._private_jobs from qonaq_worker');
  await enqueue('first');
  await eventually(async () => {
    expect(done).toContain('first');
    expect(await waiting()).toMatchObject([{ of: 'first' }]);
  });
  await owner.query('grant delete on graphile_worker._private_jobs to qonaq_worker');
  await enqueue('second');
  // It is given back, and done once more.
  await eventually(async () => expect(await waiting()).toEqual([]));
  expect(done.filter((of) => of === 'first').length).toBeGreaterThan(1);
  expect(done).toContain('second');
});

test('Jobs are worked on after all connections were lost, some while a job was at work', async () => {
  work();
  for (const round of [1, 2, 3]) {
    for (let one = 0; one < 20; one += 1) await enqueue(`${round}-${one}`);
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'qonaq_worker' and datname = current_database()`,
    );
  }
  await enqueue('last');
  await eventually(() => expect(done).toContain('last'));
});
