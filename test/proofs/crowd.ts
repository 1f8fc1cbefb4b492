import { CrowdOfClients } from './crowd-of-clients.ts';
import { Installation } from './installation.ts';

/** How large the proof is. */
export interface CrowdSize {
  /** Clients that ask at once, each on a connection of its own. */
  clients: number;
  /** How often each of them asks: those that were told to come again do, after as long as they were told. */
  times: number;
}

/** What the proof found. */
export interface CrowdFinding {
  answered: number;
  /** Told when to come again. */
  shed: number;
  /** How long the slowest answer took, of either kind, and of `/healthz` and `/readyz` meanwhile, in milliseconds. */
  slowest: number;
  slowestHealth: number;
  faults: string[];
}

/** The longest that anybody may wait, in milliseconds: as long as the deadline of an operation lets. */
const patience = 30_000;

/** What a consul's work begins with. */
const worklist = 'query Worklist { iinApplications(first: 20) { edges { node { id number state } } } me { role } }';

/** Many more clients than are answered in time ask at once. Each is answered, or told when to come again; none hangs, and the process says meanwhile how it is. */
export async function proveCrowd({ clients, times }: CrowdSize): Promise<CrowdFinding> {
  await using installation = await Installation.inNewFolder();
  await installation.start();
  await using crowd = new CrowdOfClients(installation.url, clients, 2 * patience);
  const token = await installation.token('consul');
  const finding: CrowdFinding = { answered: 0, shed: 0, slowest: 0, slowestHealth: 0, faults: [] };

  let over = false;
  const health = watchHealth();
  await Promise.all(Array.from({ length: clients }, client));
  over = true;
  await health;
  const { status } = await crowd.send(worklist, token);
  if (status !== 200) finding.faults.push(`afterwards an operation is answered with ${status}`);
  return { ...finding, faults: finding.faults.slice(0, 10) };

  async function client(): Promise<void> {
    for (let time = 0; time < times;) {
      const began = performance.now();
      const wait = await ask();
      finding.slowest = Math.max(finding.slowest, Math.round(performance.now() - began));
      if (wait === undefined) time += 1;
      else await new Promise((resolve) => setTimeout(resolve, wait * 1000));
    }
  }

  /** Asks once; answers the seconds after which to come again. */
  async function ask(): Promise<number | undefined> {
    try {
      const { status, retryAfter, body } = await crowd.send(worklist, token);
      if (status === 503 && retryAfter !== undefined && body.errors?.[0]?.extensions.code === 'UNAVAILABLE') {
        finding.shed += 1;
        return retryAfter;
      }
      if (status !== 200 || body.errors) finding.faults.push(`answered with ${status} ${JSON.stringify(body)}`);
      else finding.answered += 1;
    } catch (error) {
      finding.faults.push(`not answered: ${String(error)}`);
    }
    return undefined;
  }

  async function watchHealth(): Promise<void> {
    while (!over) {
      for (const path of ['/healthz', '/readyz']) {
        const began = performance.now();
        const { status } = await fetch(`${installation.url}${path}`);
        finding.slowestHealth = Math.max(finding.slowestHealth, Math.round(performance.now() - began));
        if (status !== 200) finding.faults.push(`${path} is answered with ${status}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
