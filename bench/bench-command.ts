import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { copyWithRows } from './database/copies.ts';
import { dataFolder, startDatabase } from './database/server.ts';
import { measureGrowth } from './growth.ts';
import { leaveMeasuredCore } from './machine/cores.ts';
import { readOptions } from './options.ts';
import { reportOf, writeReport } from './report.ts';
import { measure, settle } from './rounds.ts';
import type { Measurement } from './rounds.ts';
import { prepareInstallation } from './systems/installation.ts';
import { startShopSystems } from './systems/shop-systems.ts';
import { startSystems, stopSystems } from './systems/systems.ts';
import type { System } from './systems/system.ts';
import { shop } from './workloads/shop.ts';
import { workloads } from './workloads/workloads.ts';

// npm run bench: the product beside other systems, on the same database and the same core, taking turns.
const options = readOptions(process.argv.slice(2));
// What was started ends with this process, however it ends.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
installCompetitors();
leaveMeasuredCore();
await using closing = new AsyncDisposableStack();
const server = closing.adopt(await startDatabase(), (each) => each.stop());
const installation = await prepareInstallation();
const found = [...(await measureProduct()), ...(await measureShop())];
const growth = options.growth ? await measureGrowth(server, installation, options.rows) : [];
await writeFile(join(dataFolder, 'result.json'), JSON.stringify({ options, found, growth }, null, 1));
console.log(reportOf(options, found, growth));
if (options.complete) await writeReport(options, found, growth);

/** What is asked of the product's own graph. */
async function measureProduct(): Promise<Measurement[]> {
  const chosen = options.workloads.filter((name) => name !== shop.name);
  if (chosen.length === 0) return [];
  await using closing = new AsyncDisposableStack();
  const databaseUrl = await copyWithRows(server, options.rows, installation.secrets.passwords);
  const client = closing.adopt(new Client({ connectionString: databaseUrl }), (each) => each.end());
  await client.connect();
  const systems = closing.adopt(await startSystems(options.systems, installation, databaseUrl), stopSystems);
  await settle(systems, { server, client });
  const ground = { database: client, installation, first: 50 };
  const found: Measurement[] = [];
  for (const name of chosen) {
    const workload = workloads[name]!;
    const isAble = ({ dialect }: System) => dialect !== 'postgraphile' || typeof workload.postgraphile !== 'string';
    const questions = await workload.questions(ground);
    found.push(...(await measure(systems.filter(isAble), workload, questions, { server, client }, options)));
    tell(found, name);
  }
  return found;
}

/** What is asked of the shop of the public benchmark. */
async function measureShop(): Promise<Measurement[]> {
  if (!options.workloads.includes(shop.name)) return [];
  await using closing = new AsyncDisposableStack();
  const systems = closing.adopt(await startShopSystems(options.systems, installation.folder), stopSystems);
  const database = { server, client: server.owner };
  const questions = await shop.questions({ database: server.owner, installation, first: 0 });
  const found = await measure(systems, shop, questions, database, options);
  tell(found, shop.name);
  return found;
}

function tell(found: readonly Measurement[], workload: string): void {
  const of = found.filter((each) => each.workload === workload);
  console.log(`${workload}: ${of.map(({ system, cpu }) => `${system} ${cpu.toFixed(2)} ms`).join(', ')}`);
}

/** The other systems have a lockfile of their own, and are installed from it when they are missing. */
function installCompetitors(): void {
  const folder = join(import.meta.dirname, 'competitors');
  if (existsSync(join(folder, 'node_modules'))) return;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
  if (status !== 0) throw new Error('The other systems could not be installed.');
}
