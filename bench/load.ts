import { Pool } from 'undici';
import type { System } from './systems/system.ts';
import { anyOf } from './workloads/workload.ts';
import type { Question, Workload } from './workloads/workload.ts';

/** What came of asking for some time. */
export interface Load {
  /** How long each took, in milliseconds. */
  latencies: number[];
  /** How long all of it took, in seconds. */
  elapsed: number;
  /** Bytes of all answers. */
  bytes: number;
}

/** How much longer than it was to be somebody is asked who has not answered often enough, in milliseconds. */
const patience = 6_000;

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
  let bytes = 0;
  const begun = performance.now();
  const ends = begun + seconds * 1000;
  const goesOn = () => performance.now() < ends || (latencies.length < atLeast && performance.now() < ends + patience);
  const asker = async () => {
    while (goesOn()) {
      const asked = performance.now();
      const size = await ask(pool, system, workload, anyOf(questions), latencies.length % thoroughly === 0);
      bytes += size;
      latencies.push(performance.now() - asked);
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, asker));
    return { bytes, latencies, elapsed: (performance.now() - begun) / 1000 };
  } finally {
    await pool.destroy();
  }
}

/** Asks one question; its answer is checked thoroughly. */
export async function askOnce(system: System, workload: Workload, question: Question): Promise<void> {
  const pool = new Pool(system.url, { connections: 1 });
  try {
    await ask(pool, system, workload, question, true);
  } finally {
    await pool.destroy();
  }
}

/** Asks, and checks the answer; tells its bytes. */
async function ask(
  pool: Pool,
  system: System,
  workload: Workload,
  question: Question,
  thorough: boolean,
): Promise<number> {
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
  return Buffer.byteLength(text);
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
