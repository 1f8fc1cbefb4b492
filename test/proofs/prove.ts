import { randomInt } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { compiledGateway } from '../../gateway/execution/compiled-gateway.ts';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { imaginedProductGraph, productGraph, strangeGraph } from '../gateway/execution/graphs.ts';
import globalSetup from '../support/global-setup.ts';
import globalTeardown from '../support/global-teardown.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { proveCrowd } from './crowd.ts';
import { startWorld } from '../support/world.ts';
import { proveDamagedInputs } from './damaged-inputs.ts';
import { proveEqual } from './differential.ts';
import type { DifferentialFinding } from './differential.ts';
import { proveDuplicates } from './duplicates.ts';
import { proveForming } from './forming.ts';
import type { FormingFinding } from './forming.ts';
import { proveJournal } from './journal.ts';
import { proveMemory } from './memory.ts';
import { withOutcome } from './proofs-file.ts';
import { proveRegistering } from './registering.ts';
import { proveResidenceClocks } from './residence-clocks.ts';
import { proveStarting } from './starting.ts';
import { proveWorklists } from './worklists.ts';
import type { PageCost } from './worklists.ts';

/** A proof in its full size. */
interface FullProof {
  size: string;
  prove: (seed: number) => Promise<{ result: string; faults: string[] }>;
}

// Jobs that a killed server was at are given back after two minutes at most.
const forming = { applications: 1_500, free: 1_000, patience: 180_000 };

const proofs: Record<string, FullProof> = {
  forming: {
    size: '1,500 at once for one date of birth, `DATABASE_POOL=20`',
    prove: async (seed) => formed(await proveForming({ ...forming, kills: 0, seed })),
  },
  'forming-killed': {
    size: '1,500 at once for one date of birth, `DATABASE_POOL=20`, 5 kills of the server',
    prove: async (seed) => formed(await proveForming({ ...forming, kills: 5, seed })),
  },
  registering: {
    size: '500 registrations at 8 counters, 25 kills of the server, the database or both',
    prove: async (seed) => {
      const { done, givenUp, faults } = await proveRegistering({ registrations: 500, clients: 8, kills: 25, seed });
      return { result: `${done} acknowledged whole, ${givenUp} given up by their client`, faults };
    },
  },
  duplicates: {
    size: 'a registry of 2,000 people, then of 200,000',
    prove: async () => {
      const { costs, faults } = await proveDuplicates({ people: [2_000, 200_000] });
      const [small, large] = costs.map(({ rows, pages }) => `${rows} rows and ${pages} pages`);
      return { result: `a search reads ${small}, then ${large}`, faults };
    },
  },
  worklists: {
    size: '2,000 applications, then 200,000',
    prove: () =>
      withTestProduct(async (product) => {
        const { costs, faults } = await proveWorklists(product, { applications: [2_000, 200_000] });
        return { result: `${costs.length} pages, ${mostOf(costs, 'few')}, then ${mostOf(costs, 'many')}`, faults };
      }),
  },
  journal: {
    size: '5,000 lines of the journal, then 5,000,000',
    prove: () =>
      withTestProduct(async (product) => {
        const { costs, faults } = await proveJournal(product, { lines: [5_000, 5_000_000] });
        return { result: `${costs.length} pages, ${mostOf(costs, 'few')}, then ${mostOf(costs, 'many')}`, faults };
      }),
  },
  'damaged-inputs': {
    size: '27 operations, 400 inputs each',
    prove: (seed) =>
      withTestProduct(async (product) => {
        const { sent, taken, faults } = await proveDamagedInputs(product, { rounds: 40, seed });
        return { result: `${sent} inputs sent, ${taken} of them taken, the others refused`, faults };
      }),
  },
  differential: {
    size: '10,000 random operations, 500 of them of the product as it runs, 2,000 of its graph and 7,500 of the strange one, each asked two to five times with other variables and other faults',
    prove: (seed) =>
      withTestServer(async () => {
        const world = await startWorld();
        // The product first, while its people's tokens are fresh.
        const graphs = [
          { graph: await productGraph(world), operations: 500, rounds: 2 },
          { graph: await imaginedProductGraph(), operations: 2_000, rounds: 5 },
          { graph: strangeGraph(), operations: 7_500, rounds: 5 },
        ];
        const findings: DifferentialFinding[] = [];
        for (const { graph, operations, rounds } of graphs) {
          findings.push(await proveEqual(graph, compiledGateway, { operations, rounds, seed }));
        }
        await world.product.close();
        const sum = (what: 'asked' | 'failed' | 'fetches') => findings.reduce((all, finding) => all + finding[what], 0);
        const faults = findings.flatMap((finding) => finding.faults);
        return {
          result: `${sum('asked')} times asked with ${sum('fetches')} fetches, ${sum('failed')} answers told of a failure`,
          faults,
        };
      }),
  },
  'residence-clocks': {
    size: '1,000 residence cases, the clock moved through 400 days',
    prove: (seed) =>
      withTestServer(async () => {
        const { acts, refusals, states, faults } = await proveResidenceClocks({ cases: 1_000, days: 400, seed });
        const ended = Object.entries(states).map(([state, count]) => `${count} ${state}`);
        return { result: `${acts} acts, ${refusals} tried too late; in the end ${ended.join(', ')}`, faults };
      }),
  },
  crowd: {
    size: '500 clients at once, five times each',
    prove: async () => {
      const { answered, shed, slowest, slowestHealth, faults } = await proveCrowd({ clients: 500, times: 5 });
      const within = `each within ${slowest} ms, \`/healthz\` and \`/readyz\` within ${slowestHealth} ms`;
      return { result: `${answered} answered, ${shed} told when to come again, ${within}`, faults };
    },
  },
  memory: {
    size: '20,000 different operations with as many tokens, then 200,000 requests',
    prove: async () => {
      const size = { different: 20_000, requests: 200_000, step: 20_000 };
      const { fresh, filled, steps, slope, faults } = await proveMemory(size);
      const result = `${fresh} MB in use, ${filled} MB after the different ones, then ${steps.join(', ')} MB: ${slope} bytes a request`;
      return { result, faults };
    },
  },
  starting: {
    size: '25 new installations, each killed in its first start, up to three times',
    prove: async (seed) => {
      const { works, killed, faults } = await proveStarting({ installations: 25, seed });
      return { result: `${killed} starts killed, ${works} installations work`, faults };
    },
  },
};

const file = join(import.meta.dirname, '../../docs/proofs.md');

// npm run prove -- [name …] [--seed n]
const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' } } });
const unknown = positionals.filter((name) => !(name in proofs));
if (unknown.length > 0) {
  console.error(`There is no proof ${unknown.join(', ')}. There are: ${Object.keys(proofs).join(', ')}.`);
  process.exit(1);
}
for (const name of positionals.length > 0 ? positionals : Object.keys(proofs)) {
  await run(name, proofs[name]!, values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed));
}

async function run(name: string, { size, prove }: FullProof, seed: number): Promise<void> {
  console.log(`${name}: ${size}; seed ${seed}`);
  const began = performance.now();
  const { result, faults } = await prove(seed).catch((error: unknown) => ({
    result: 'broken off',
    faults: [String(error)],
  }));
  const seconds = Math.round((performance.now() - began) / 1000);
  for (const fault of faults) console.error(`  ${fault}`);
  const verdict =
    faults.length > 0 ? `**${faults.length} faults** (seed ${seed}), the first: ${faults[0]}` : 'no fault';
  console.log(`  ${result}; ${verdict}; ${seconds} s`);
  if (faults.length > 0) process.exitCode = 1;
  const date = systemClock.now().toZonedDateTimeISO('Asia/Almaty').toPlainDate().toString();
  const time = `${seconds} s on ${availableParallelism()} cores`;
  const outcome = { date, proof: name, size, result: `${result}; ${verdict}`, time };
  const text = withOutcome(await readFile(file, 'utf8'), outcome);
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

function formed({ given, usedUp, repeats, waiting, faults }: FormingFinding) {
  return {
    result: `${given} numbers given once each, ${usedUp} told that they are used up, ${repeats} times asked again`,
    faults: waiting > 0 ? [...faults, `${waiting} numbers are not noted at their applicants yet`] : faults,
  };
}

/** For a proof on the product as tests start it, in this process. */
function withTestProduct<Found>(prove: (product: TestProduct) => Promise<Found>): Promise<Found> {
  return withTestServer(async () => {
    const product = await startTestProduct();
    return prove(product).finally(() => product.close());
  });
}

/** For a proof that starts such a product itself. */
async function withTestServer<Found>(prove: () => Promise<Found>): Promise<Found> {
  await globalSetup();
  return prove().finally(() => globalTeardown());
}

function mostOf(costs: readonly PageCost[], when: 'few' | 'many'): string {
  const most = (what: 'rows' | 'blocks') => Math.max(...costs.map((cost) => cost[when][what]));
  return `at the most ${most('rows')} rows and ${most('blocks')} blocks each`;
}
