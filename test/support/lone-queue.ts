import { Pool } from 'pg';
import { pino } from 'pino';
import { roleUrl } from '../../installation/database/external.ts';
import { startJobs } from '../../subgraphs/kit/jobs/jobs.ts';
import type { RunningJobs } from '../../subgraphs/kit/jobs/jobs.ts';
import type { Subgraph } from '../../subgraphs/kit/subgraph/subgraph.ts';
import { copyTemplate, rolePasswords } from './databases.ts';

/** A job queue without a product: its only job is `iin.note`. */
export interface LoneQueue {
  /** The superuser's connections. */
  database: Pool;
  /** Connection string of the role that works it. */
  workerUrl: string;
  /** Begins to work the job: with what it is handed under `of`. */
  work: (note: (of: string) => void | Promise<void>) => void;
  /** Has the job done for something; asked for anew with a key, it replaces the one that has it. */
  enqueue: (of: string, key?: string) => Promise<void>;
  /** Stops it and removes its database. */
  close: () => Promise<void>;
}

/** Opens a queue in which nothing waits, on a database of its own. */
export async function openLoneQueue(): Promise<LoneQueue> {
  const copy = await copyTemplate();
  const database = new Pool({ connectionString: copy.ownerUrl });
  const workerUrl = roleUrl(copy.ownerUrl, 'qonaq_worker', rolePasswords.qonaq_worker!);
  // What the migrations left to be done isn't what these tests are about.
  await database.query('delete from graphile_worker._private_jobs');
  let jobs: RunningJobs | undefined;
  return {
    database,
    workerUrl,
    work: (note) => {
      const subgraph = {
        definition: { name: 'iin', jobs: { note: (_: unknown, { of }: { of: string }) => note(of) } },
        services: { systemAuthorization: () => 'Bearer' },
      } as unknown as Subgraph;
      jobs = startJobs([subgraph], workerUrl, pino({ level: 'silent' }));
    },
    enqueue: async (of, key) => void (await database.query(addJob, [{ of }, key])),
    close: async () => {
      await jobs?.stop();
      await database.end();
      await copy.drop();
    },
  };
}

/** Asks for the job, by what it is handed and by its key. */
export const addJob = `select graphile_worker.add_job('iin.note', $1, job_key => $2)`;
