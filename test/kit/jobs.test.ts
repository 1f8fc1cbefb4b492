import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { roleUrl } from '../../installation/database/external.ts';
import { act, apply, presentHead } from '../support/counter.ts';
import { rolePasswords } from '../support/databases.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// What follows a command runs by itself: enqueued in its transaction, tried again when it fails, without effect when it runs twice.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
let iin: Client;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
  const { rows } = await product.database.query<{ name: string }>('select current_database() as name');
  const url = Object.assign(new URL(process.env.QONAQ_TEST_SERVER!), { pathname: `/${rows[0]!.name}` }).href;
  iin = new Client({ connectionString: roleUrl(url, 'qonaq_iin', rolePasswords.qonaq_iin!) });
  await iin.connect();
});
afterAll(async () => {
  await iin.end();
  await product.close();
});

const jobs = async () => {
  const { rows } = await product.database.query<{ attempts: number; last_error: string | null; payload: object }>(
    'select attempts, last_error, payload from graphile_worker._private_jobs',
  );
  return rows;
};
const applicantOf = async (id: string) => {
  const { rows } = await product.database.query<{ iin: string | null; version: number; noted: string }>(
    `select iin, version, (select count(*) from applicants.event where case_id = applicant.id and kind = 'IIN_NOTED') as noted
       from applicants.applicant where id = $1`,
    [id],
  );
  return rows[0]!;
};

/** A person whose number was formed; the job that notes it may not have run yet. */
async function formed(): Promise<{ applicantId: string; recordId: string }> {
  const applicantId = await presentHead(consul);
  const id = await apply(consul, applicantId);
  await act(operator, 'takeIinApplication', id, 1);
  await act(operator, 'formIin', id, 2);
  const { rows } = await product.database.query<{ id: string }>('select id from iin.record where application_id = $1', [
    id,
  ]);
  return { applicantId, recordId: rows[0]!.id };
}

describe('The queue', () => {
  test.each([
    ['add a job', `select graphile_worker.add_job('applicants.noteIin', '{}')`],
    ['add many jobs', `select graphile_worker.add_jobs(array[]::graphile_worker.job_spec[])`],
    ['write a job', `insert into graphile_worker._private_jobs (task_id) values (1)`],
    ['read jobs', 'select * from graphile_worker._private_jobs'],
    ['read jobs in a view', 'select * from graphile_worker.jobs'],
    ['remove jobs', 'delete from graphile_worker._private_jobs'],
  ])('is closed to a subgraph: it can not %s', async (_name, statement) => {
    await expect(iin.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  test('takes a name and ids from a subgraph', async () => {
    const { applicantId, recordId } = await formed();
    await eventually(async () => expect(await applicantOf(applicantId)).toMatchObject({ noted: '1' }));
    const before = await applicantOf(applicantId);
    await iin.query('select kit.enqueue($1, $2, $3)', ['applicants.noteIin', { applicantId, recordId }, 'again']);
    await eventually(async () => expect(await jobs()).toEqual([]));
    // It ran twice, and changed nothing the second time.
    expect(await applicantOf(applicantId)).toEqual(before);
    expect(before.iin).toMatch(/^\d{12}$/);
  });

  test('has a job once its transaction is committed, and none when it is undone', async () => {
    const enqueue = () => iin.query('select kit.enqueue($1, $2, $3)', ['nobody.doesThis', { id: 'x' }, 'undone']);
    await iin.query('begin');
    await enqueue();
    await iin.query('rollback');
    expect(await jobs()).toEqual([]);
    await iin.query('begin');
    await enqueue();
    expect(await jobs()).toEqual([]);
    await iin.query('commit');
    expect(await jobs()).toMatchObject([{ attempts: 0, payload: { id: 'x' } }]);
    await product.database.query('delete from graphile_worker._private_jobs');
  });

  test('has one job for a key that still waits, with the ids of the last', async () => {
    for (const id of ['first', 'last'])
      await iin.query('select kit.enqueue($1, $2, $3)', ['nobody.doesThis', { id }, 'same']);
    expect(await jobs()).toMatchObject([{ payload: { id: 'last' } }]);
    await product.database.query('delete from graphile_worker._private_jobs');
  });
});

test('A job that fails is tried again, and does its work then', async () => {
  const applicantId = await presentHead(consul);
  const id = await apply(consul, applicantId);
  await act(operator, 'takeIinApplication', id, 1);
  await product.database.query('alter table applicants.event rename to lost');
  await act(operator, 'formIin', id, 2);
  await eventually(async () => expect(await jobs()).toMatchObject([{ attempts: 1, last_error: expect.any(String) }]));
  const { rows } = await product.database.query('select iin from applicants.applicant where id = $1', [applicantId]);
  expect(rows).toEqual([{ iin: null }]);

  await product.database.query('alter table applicants.lost rename to event');
  await product.database.query(`update graphile_worker._private_jobs set run_at = now() - interval '1 minute'`);
  await eventually(async () => expect(await applicantOf(applicantId)).toMatchObject({ noted: '1' }));
  expect((await applicantOf(applicantId)).iin).toMatch(/^\d{12}$/);
  await eventually(async () => expect(await jobs()).toEqual([]));
});
