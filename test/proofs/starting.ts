import { Installation, victims } from './installation.ts';
import { randomFrom } from './random.ts';
import type { Random } from './random.ts';
import { newPerson, registerPerson } from './register-person.ts';
import { SteadyClient } from './steady-client.ts';

/** How large the proof is. */
export interface StartingSize {
  /** Installations whose first start is killed. */
  installations: number;
  seed: number;
}

/** What the proof found. */
export interface StartingFinding {
  /** Installations that came up and work. */
  works: number;
  /** Starts that were killed. */
  killed: number;
  /** Everything that isn't as it must be. */
  faults: string[];
}

/** The most starts of one installation that are killed. */
const mostKills = 3;

/**
 * The first start of an installation is killed at a random moment, while it makes its database, its secrets, its tables; perhaps the next start too. The
 * one after that comes up and works.
 */
export async function proveStarting({ installations, seed }: StartingSize): Promise<StartingFinding> {
  const random = randomFrom(seed);
  const duration = await unharmedStart();
  const finding: StartingFinding = { works: 0, killed: 0, faults: [] };
  for (let round = 0; round < installations; round += 1) {
    const moments = Array.from({ length: 1 + random.below(mostKills) }, () => random.below(duration));
    finding.killed += moments.length;
    const fault = await comesUp(moments, random);
    if (fault) finding.faults.push(`killed after ${moments.join(', then ')} ms of ${duration}: ${fault}`);
    else finding.works += 1;
  }
  return finding;
}

/** How long a first start takes that nobody disturbs, in milliseconds. */
async function unharmedStart(): Promise<number> {
  await using installation = await Installation.inNewFolder();
  const began = performance.now();
  await installation.start();
  return Math.ceil(performance.now() - began);
}

async function comesUp(moments: readonly number[], random: Random): Promise<string | undefined> {
  await using installation = await Installation.inNewFolder();
  try {
    for (const moment of moments) await installation.startKilledAfter(moment, random.oneOf(victims));
    await installation.start();
    await registerPerson(new SteadyClient(installation.url, await installation.token('consul')), newPerson());
    return undefined;
  } catch (error) {
    return String(error);
  }
}
