import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Pool } from 'pg';
import { roleUrl } from '../../installation/database/external.ts';
import { releaseStaleLocks } from '../../subgraphs/kit/jobs/jobs.ts';
import { copyTemplate, rolePasswords } from '../support/databases.ts';
import type { TestDatabase } from '../support/databases.ts';

let database: TestDatabase;
let owner: Pool;
let worker: Pool;
beforeAll(async () => {
  database = await copyTemplate();
  owner = new Pool({ connectionString: database.ownerUrl });
  worker = new Pool({ connectionString: roleUrl(database.ownerUrl, 'qonaq_worker', rolePasswords.qonaq_worker!) });
});
afterAll(async () => {
  await Promise.all([owner.end(), worker.end()]);
  await database.drop();
});

test('the jobs of a worker that was killed are given back after a minute, those of one at work are not', async () => {
  // What the migrations left to be done isn't what this is about.
  await owner.query('delete from graphile_worker._private_jobs');
  await owner.query(
    `select graphile_worker.add_job('applicants.noteIin', job_key => 'killed'), graphile_worker.add_job('applicants.noteIin', job_key => 'working')`,
  );
  await owner.query(
    `update graphile_worker._private_jobs set locked_by = key, locked_at = now() - (case key when 'killed' then 61 else 50 end) * interval '1 second'`,
  );
  await releaseStaleLocks(worker);
  const { rows } = await owner.query('select key, locked_by from graphile_worker.jobs order by key');
  expect(rows).toEqual([
    { key: 'killed', locked_by: null },
    { key: 'working', locked_by: 'working' },
  ]);
});
