import { Pool } from 'undici';
import type { System } from './systems/system.ts';
import { anyOf } from './workloads/workload.ts';
import type { Question, Workload } from './workloads/workload.ts';

/** What came of asking for some time. */
export interface Load {
  /** Answers that were right. */
  answered: number;
  /** How long each took, in milliseconds. */
  latencies: number[];
  /** How long all of it took, in seconds. */
  elapsed: number;
}

/** How much longer than it was to be somebody is asked who has not answered often enough, in milliseconds. */
const patience = 15_000;

/** Every so many answers one is checked thoroughly. */
const thoroughly = 50;

/**
 * Asks a system for some seconds, and at least so often, so many questions at a time; waits for the last answer. Every answer is checked.
 *
 * @throws when one is wrong.
 */
export async function load(
  system: System,
  workload: Workload,
  questions: readonly Question[],
  { seconds, connections, atLeast = 0 }: { seconds: number; connections: number; atLeast?: number },
): Promise<Load> {
  const pool = new Pool(system.url, { connections, pipelining: 1 });
  const latencies: number[] = [];
  const begun = performance.now();
  const ends = begun + seconds * 1000;
  const goesOn = () => performance.now() < ends || (latencies.length < atLeast && performance.now() < ends + patience);
  const asker = async () => {
    while (goesOn()) {
      const asked = performance.now();
      await ask(pool, system, workload, anyOf(questions), latencies.length % thoroughly === 0);
      latencies.push(performance.now() - asked);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, asker));
    return { answered: latencies.length, latencies, elapsed: (performance.now() - begun) / 1000 };
  } finally {
    await pool.destroy();
  }
}

/** Asks one question after the other; each answer is checked thoroughly. */
export async function askEach(system: System, workload: Workload, questions: readonly Question[]): Promise<void> {
  const pool = new Pool(system.url, { connections: 1 });
  try {
    for (const question of questions) await ask(pool, system, workload, question, true);
  } finally {
    await pool.destroy();
  }
}

async function ask(
  pool: Pool,
  system: System,
  workload: Workload,
  question: Question,
  thorough: boolean,
): Promise<void> {
  const { token, check } = question;
  const { path, body } = requestOf(system, workload, question);
  const { statusCode, body: answer } = await pool.request({
    method: 'POST',
    path,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  const fail = (why: string) => new Error(`${system.name}, ${workload.name}: ${why}\n${text.slice(0, 500)}`);
  if (statusCode !== 200) throw fail(`status ${statusCode}`);
  const { data, errors } = JSON.parse(text) as { data: unknown; errors?: unknown[] };
  if (errors) throw fail('errors');
  try {
    check(data, thorough);
  } catch (error) {
    throw fail((error as Error).message);
  }
}

function requestOf(
  { dialect }: System,
  { name, operation, postgraphile }: Workload,
  { variables, beside }: Question,
): { path: string; body: object } {
  const told = { ...variables, ...beside };
  if (dialect === 'bare') return { path: `/${name}`, body: told };
  if (dialect === 'graph') return { path: '/graphql', body: { query: operation, variables } };
  if (typeof postgraphile === 'string') throw new Error(postgraphile);
  return {
    path: '/graphql',
    body: { query: postgraphile.operation, variables: postgraphile.variables?.(told) ?? told },
  };
}
