import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import type { DatabaseServer } from './database/server.ts';
import { askOnce, load } from './load.ts';
import type { System } from './systems/system.ts';
import { anyOf } from './workloads/workload.ts';
import type { Question, Workload } from './workloads/workload.ts';

/** How long and how hard systems are asked. */
export interface Rounds {
  rounds: number;
  /** Seconds of each round. */
  seconds: number;
  /** Questions at a time. */
  connections: number;
}

/** The database that systems are measured on. */
export interface MeasuredDatabase {
  server: DatabaseServer;
  /** The superuser's connection to it. */
  client: Client;
}

/** What a system took for a workload. */
export interface Measurement {
  system: string;
  workload: string;
  requests: number;
  /** CPU milliseconds of the system's processes for a request, in the middle one of the rounds. */
  cpu: number;
  /** The same of the process alone that is asked: of what has subgraphs over HTTP, the gateway. */
  frontCpu: number;
  /** The same of PostgreSQL. */
  databaseCpu: number;
  /** Requests in a second, in the middle one of the rounds. */
  rate: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  /** SQL statements for a request; and those beside who asks and the journal. */
  statements: number;
  statementsBeside: number;
  /** Kilobytes of an answer, on the average. */
  answer: number;
  /** Memory in RAM after it, of all its processes, in MB. */
  memory: number;
}

/** How long a system is asked before it is measured the first time, so that it has compiled what it compiles; and before each round. Seconds. */
const firstWarmUp = 6;
const warmUp = 0.3;

/** After so many requests what is compiled while it runs has been. */
const compiledAfter = 1_000;

/** How long the jobs that follow from changes may take, in milliseconds. */
const jobsPatience = 120_000;

/** How long systems may take to settle, in milliseconds, and the CPU milliseconds in two seconds at which they have. */
const settlingPatience = 900_000;
const idle = 60;

/** How long a system may refuse what comes because it stood still, in milliseconds. */
const refusingPatience = 15_000;

/** How many times statements are counted. */
const counted = 7;

/** Measures systems side by side: all are there, all but one stand still, and in each round they take turns in another order. */
export async function measure(
  systems: readonly System[],
  workload: Workload,
  questions: readonly Question[],
  database: MeasuredDatabase,
  rounds: Rounds,
): Promise<Measurement[]> {
  const taken = new Map(systems.map((system) => [system, [] as Round[]]));
  const statements = new Map<System, Counted>();
  for (const system of systems)
    await alone(system, database.client, async () => {
      await onceItAnswers(system, workload, questions);
      await load(system, workload, questions, { ...rounds, seconds: firstWarmUp, atLeast: compiledAfter });
      statements.set(system, await countStatements(system, workload, questions, database.server.owner));
      if (workload.changes) await jobsDone(system, database);
    });
  for (let round = 0; round < rounds.rounds; round += 1)
    for (const system of shuffled(systems))
      taken
        .get(system)!
        .push(await alone(system, database.client, () => oneRound(system, workload, questions, database, rounds)));
  return systems.map((system) => {
    const each = taken.get(system)!;
    const latencies = each.flatMap(({ latencies }) => latencies).sort((left, right) => left - right);
    return {
      system: system.name,
      workload: workload.name,
      requests: latencies.length,
      cpu: middle(each.map(({ cpu, latencies }) => cpu / latencies.length)),
      frontCpu: middle(each.map(({ frontCpu, latencies }) => frontCpu / latencies.length)),
      databaseCpu: middle(each.map(({ databaseCpu, latencies }) => databaseCpu / latencies.length)),
      rate: middle(each.map(({ latencies, elapsed }) => latencies.length / elapsed)),
      p50: latencies[Math.floor(latencies.length * 0.5)]!,
      p99: latencies[Math.floor(latencies.length * 0.99)]!,
      statements: statements.get(system)!.all,
      statementsBeside: statements.get(system)!.beside,
      answer: each.reduce((sum, { bytes }) => sum + bytes, 0) / latencies.length / 1000,
      memory: each.at(-1)!.memory,
    };
  });
}

/** SQL statements: all of them, and those beside who asks and the journal. */
interface Counted {
  all: number;
  beside: number;
}

/**
 * Lets each system do what it does by itself after its start, such as sealing and counting what the database was filled with, and once what it does by the
 * calendar, so that requests alone are measured.
 */
export async function settle(systems: readonly System[], { client }: MeasuredDatabase): Promise<void> {
  await client.query('select graphile_worker.add_job(identifier) from graphile_worker._private_known_crontabs');
  for (const system of systems)
    await alone(system, client, async () => {
      const ends = performance.now() + settlingPatience;
      let [before, now] = [-Infinity, cpuOf(system)];
      while (now - before > idle || (system.dialect === 'graph' && (await hasJobs(client)))) {
        if (performance.now() > ends) throw new Error(`${system.name} has too much to do by itself.`);
        await sleep(2_000);
        [before, now] = [now, cpuOf(system)];
      }
    });
}

/** Whether something waits to be done, or is being done. */
async function hasJobs(client: Client): Promise<boolean> {
  const { rowCount } = await client.query('select from graphile_worker._private_jobs where run_at <= now() limit 1');
  return rowCount !== 0;
}

interface Round {
  cpu: number;
  frontCpu: number;
  databaseCpu: number;
  elapsed: number;
  latencies: number[];
  bytes: number;
  memory: number;
}

async function oneRound(
  system: System,
  workload: Workload,
  questions: readonly Question[],
  database: MeasuredDatabase,
  rounds: Rounds,
): Promise<Round> {
  await onceItAnswers(system, workload, questions);
  await load(system, workload, questions, { ...rounds, seconds: warmUp });
  const [front] = system.processes;
  const [before, frontBefore, databaseBefore] = [cpuOf(system), front.cpu(), database.server.cpu()];
  const { latencies, elapsed, bytes } = await load(system, workload, questions, rounds);
  if (workload.changes) await jobsDone(system, database);
  return {
    cpu: cpuOf(system) - before,
    frontCpu: front.cpu() - frontBefore,
    databaseCpu: database.server.cpu() - databaseBefore,
    elapsed,
    latencies,
    bytes,
    memory: system.processes.reduce((sum, each) => sum + each.memory(), 0),
  };
}

/** Waits until a system answers: one that stood still may take that for having been too slow, and refuse what comes next. */
async function onceItAnswers(system: System, workload: Workload, questions: readonly Question[]): Promise<void> {
  const ends = performance.now() + refusingPatience;
  for (;;)
    try {
      return await askOnce(system, workload, anyOf(questions));
    } catch (error) {
      if (!/status 503/.test((error as Error).message) || performance.now() > ends) throw error;
      await sleep(500);
    }
}

/** Lets one system run for a while. */
async function alone<Result>(system: System, client: Client, work: () => Promise<Result>): Promise<Result> {
  for (const each of system.processes) each.resume();
  try {
    return await work();
  } finally {
    // What it does after its answers, it does in its own time.
    await sleep(200);
    await transactionsDone(client);
    for (const each of system.processes) each.pause();
  }
}

/** Waits until nothing is in the middle of a transaction: whoever stood still there would keep its locks from the others. */
async function transactionsDone(client: Client): Promise<void> {
  const running = `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'
                      and xact_start is not null limit 1`;
  const ends = performance.now() + jobsPatience;
  while ((await client.query(running)).rowCount) {
    if (performance.now() > ends) throw new Error('A transaction of a system does not end.');
    await sleep(5);
  }
}

/** What follows from a change is part of it, and has to be done before the next system's turn; the bare server leaves it to others. */
async function jobsDone({ dialect }: System, { client }: MeasuredDatabase): Promise<void> {
  if (dialect === 'bare')
    await client.query(`delete from graphile_worker._private_jobs where key like 'iin.countCase%'`);
  const waiting = `select from graphile_worker._private_jobs where key like 'iin.countCase%' limit 1`;
  const ends = performance.now() + jobsPatience;
  while ((await client.query(waiting)).rowCount) {
    if (performance.now() > ends) throw new Error('The jobs that follow from the changes are not done.');
    await sleep(50);
  }
}

/** What PostgreSQL was asked for one request, without where transactions begin and end. Jobs ask beside it, so it is the fewest of several times. */
async function countStatements(
  system: System,
  workload: Workload,
  questions: readonly Question[],
  owner: Client,
): Promise<Counted> {
  let fewest: Counted | undefined;
  for (let time = 0; time < counted; time += 1) {
    await owner.query('select pg_stat_statements_reset()');
    await askOnce(system, workload, anyOf(questions));
    const { rows } = await owner.query<Counted>(
      `select coalesce(sum(calls), 0)::int as "all", coalesce(sum(calls) filter (where query !~ 'kit\\.enter|into audit\\.journal|set_config'), 0)::int as beside
         from pg_stat_statements join pg_roles on pg_roles.oid = userid where rolname like 'qonaq_%' and rolname not in ('qonaq_worker', 'qonaq_identity')`,
    );
    if (!fewest || rows[0]!.all < fewest.all) fewest = rows[0]!;
  }
  return fewest!;
}

function cpuOf({ processes }: System): number {
  return processes.reduce((sum, each) => sum + each.cpu(), 0);
}

function middle(values: number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)]!;
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((left, right) => left.place - right.place)
    .map(({ item }) => item);
}
