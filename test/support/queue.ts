import type { Client, Pool } from 'pg';
import { eventually } from './eventually.ts';
import type { TestProduct } from './product.ts';

/** A connection, or several. */
type Connected = Client | Pool;

/** Makes it fail to write what happens to a case of a subgraph, as if the process ended there; answers how to mend that. */
export async function breakEventsOf(
  { database }: TestProduct,
  subgraph: string,
  caseId: string,
): Promise<() => Promise<void>> {
  await database.query(
    `create function public.fail() returns trigger language plpgsql as $$ begin raise 'killed'; end $$;
     create trigger killed before insert on ${subgraph}.event for each row when (new.case_id = '${caseId}') execute function public.fail()`,
  );
  return async () => {
    await database.query(`drop trigger killed on ${subgraph}.event; drop function public.fail()`);
  };
}

/** Has jobs that failed tried again at once. */
export async function runNow({ database }: TestProduct): Promise<void> {
  await database.query(`update graphile_worker._private_jobs set run_at = now() - interval '1 minute'`);
}

/** Has a job run now, such as `residence.recordLapses`, and waits until it has. */
export async function runJob(product: TestProduct, task: string): Promise<void> {
  await product.database.query('select graphile_worker.add_job($1, $2)', [task, '{}']);
  await jobsDone(product);
}

/** Has a job not begin by the calendar any more: the queue takes it for begun. */
export async function stopSchedule({ database }: TestProduct, task: string): Promise<void> {
  await database.query(
    `insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution) values ($1, now(), '2100-01-01')
     on conflict (identifier) do update set last_execution = excluded.last_execution`,
    [task],
  );
}

/** Waits until no job is left. */
export async function jobsDone({ database }: { database: Connected }): Promise<void> {
  await eventually(async () => {
    const { rows } = await database.query(
      'select task_identifier, attempts, last_error, locked_at, run_at from graphile_worker.jobs',
    );
    if (rows.length) throw new Error(`These jobs are left: ${JSON.stringify(rows)}`);
  });
}

/** Waits until a statement of the product waits for a lock: of a row (`transactionid`), of a table (`relation`), or one that it takes by name (`advisory`). */
export async function waitsForLock(
  { database }: { database: Connected },
  event: 'transactionid' | 'relation' | 'advisory',
): Promise<void> {
  await eventually(async () => {
    const { rows } = await database.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and wait_event = $1`,
      [event],
    );
    if (rows.length !== 1) throw new Error(`${rows.length} statements wait`);
  });
}
