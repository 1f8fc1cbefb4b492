import { setTimeout as sleep } from 'node:timers/promises';
import { CrowdOfClients } from './crowd-of-clients.ts';
import { Heap } from './heap.ts';
import { freePort, Installation } from './installation.ts';

/** How large the proof is. */
export interface MemorySize {
  /** Different operations, each with a token of its own, before memory is looked at. */
  different: number;
  /** Requests after them. */
  requests: number;
  /** After how many of those memory is looked at. */
  step: number;
}

/** What the proof found. */
export interface MemoryFinding {
  /** What was in use before anything was asked, after what was different, and after each step, in megabytes. */
  fresh: number;
  filled: number;
  steps: number[];
  /** What each further request left behind, in bytes: the slope of a line through the steps. */
  slope: number;
  faults: string[];
}

/** Clients that ask at once, and how long one waits for an answer, in milliseconds. */
const clients = 16;
const patience = 120_000;

/** The most that all that is kept of different operations and tokens may take, in megabytes. */
const mostKept = 250;

/** The most that a request may leave behind, in bytes, beside what a small number of them can't tell from noise. */
const mostLeft = 20;
const noise = 3;

/** An installation is asked for different things first, until all that it keeps of them is full; then many times for the same, and its memory doesn't grow. */
export async function proveMemory({ different, requests, step }: MemorySize): Promise<MemoryFinding> {
  const port = await freePort();
  await using installation = await Installation.inNewFolder({ NODE_OPTIONS: `--inspect=127.0.0.1:${port}` });
  await installation.start();
  await using crowd = new CrowdOfClients(installation.url, clients, patience);
  using heap = await Heap.of(port);
  const faults: string[] = [];
  const token = await installation.tokens('consul');
  const known = await token();

  const ask = async (query: string, by?: string): Promise<void> => {
    const { status, retryAfter, body } = await crowd.send(query, by);
    // Collecting all garbage makes a busy machine wait.
    if (retryAfter !== undefined) return sleep(retryAfter * 1000).then(() => ask(query, by));
    if (status !== 200 || body.errors) faults.push(`${query} is answered with ${status} ${JSON.stringify(body)}`);
  };
  const usual = [
    () => ask('{ mission(number: 13) { number city } }'),
    () => ask('query Me { me { role } }', known),
    () => ask('query Missions { missions(first: 5) { edges { node { number city } } } }', known),
  ];

  await many(100, async (at) => usual[at % usual.length]!());
  const fresh = megabytes(await heap.used());
  await many(different, async (at) => ask(`query Different${at} { me { role${at}: role } }`, await token()));
  const filled = megabytes(await heap.used());
  const steps: number[] = [];
  for (let asked = 0; asked < requests && faults.length === 0; asked += step) {
    await many(step, async (at) => usual[at % usual.length]!());
    steps.push(megabytes(await heap.used()));
  }

  const slope = slopeOf(steps) / step;
  if (filled - fresh > mostKept) faults.push(`${different} different operations are kept in ${filled - fresh} MB`);
  // The first steps may still warm up.
  const growth = steps.at(-1)! - steps[0]!;
  if (growth > noise && slope * 1024 * 1024 > mostLeft) faults.push(`memory grew from ${steps.join(' to ')} MB`);
  return { fresh, filled, steps, slope: Math.round(slope * 1024 * 1024), faults: faults.slice(0, 10) };
}

/** Does works with as many clients as there are. */
async function many(times: number, work: (at: number) => Promise<void>): Promise<void> {
  let next = 0;
  const client = async () => {
    while (next < times) await work(next++);
  };
  await Promise.all(Array.from({ length: clients }, client));
}

/** How much each value is more than the one before: least squares. */
function slopeOf(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const above = values.reduce((sum, value, at) => sum + (at - middle) * (value - mean), 0);
  const below = values.reduce((sum, _value, at) => sum + (at - middle) ** 2, 0);
  return below === 0 ? 0 : above / below;
}

function megabytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}
