import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Pool } from 'pg';
import { pino } from 'pino';
import { roleUrl } from '../../installation/database/external.ts';
import { startJobs } from '../../subgraphs/kit/jobs/jobs.ts';
import type { RunningJobs } from '../../subgraphs/kit/jobs/jobs.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph/subgraph.ts';
import { copyTemplate, rolePasswords } from '../support/databases.ts';
import type { TestDatabase } from '../support/databases.ts';
import { eventually } from '../support/eventually.ts';

// Whoever changes a case asks for several jobs in one transaction, of which some may just be ending: neither may end the other.

let database: TestDatabase;
let owner: Pool;
let jobs: RunningJobs;
let begun: string[];
let end: () => void;

beforeAll(async () => {
  database = await copyTemplate();
  owner = new Pool({ connectionString: database.ownerUrl });
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});
beforeEach(async () => {
  await owner.query('delete from graphile_worker._private_jobs');
  begun = [];
  const ending = new Promise<void>((resolve) => (end = resolve));
  const note = async (_: unknown, { of }: { of: string }) => {
    begun.push(of);
    await ending;
  };
  const subgraph = {
    definition: { name: 'iin', jobs: { note } },
    services: { systemAuthorization: () => 'Bearer' },
  } as unknown as Subgraph;
  const url = roleUrl(database.ownerUrl, 'qonaq_worker', rolePasswords.qonaq_worker!);
  jobs = startJobs([subgraph], url, pino({ level: 'silent' }));
});
afterEach(() => jobs.stop());

const add = `select graphile_worker.add_job('iin.note', $1, job_key => $2)`;

test.each([
  ['first', 'second'],
  ['second', 'first'],
])('two jobs end at once while somebody asks anew for the %s and then for the %s', async (...keys) => {
  for (const key of ['first', 'second']) await owner.query(add, [{ of: key }, key]);
  await eventually(() => expect(begun).toHaveLength(2));
  const asking = await owner.connect();
  await asking.query('begin');
  await asking.query(add, [{ of: 'anew' }, keys[0]]);
  end();
  await eventually(async () => {
    const { rows } = await owner.query(
      `select from pg_stat_activity where datname = current_database() and usename = 'qonaq_worker' and wait_event_type = 'Lock'`,
    );
    expect(rows).toHaveLength(1);
  });
  await asking.query(add, [{ of: 'anew' }, keys[1]]);
  await asking.query('commit');
  asking.release();
  await eventually(async () => {
    const { rows } = await owner.query('select task_identifier, attempts from graphile_worker.jobs');
    expect(rows).toEqual([]);
  });
  expect(begun.sort()).toEqual(['anew', 'anew', 'first', 'second']);
});
