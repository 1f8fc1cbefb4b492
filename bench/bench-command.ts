import { Client } from 'pg';
import { copyWithRows } from './database/copies.ts';
import { startDatabase } from './database/server.ts';
import { leaveMeasuredCore } from './machine/cores.ts';
import { readOptions } from './options.ts';
import { measure } from './rounds.ts';
import type { Measurement } from './rounds.ts';
import { prepareInstallation } from './systems/installation.ts';
import { startSystems, stopSystems } from './systems/systems.ts';
import { workloads } from './workloads/workloads.ts';

// npm run bench: the product beside others, on the same database and the same core, taking turns.
const options = readOptions(process.argv.slice(2));
leaveMeasuredCore();
await using closing = new AsyncDisposableStack();
const server = closing.adopt(await startDatabase(), (each) => each.stop());
const installation = await prepareInstallation();
const databaseUrl = await copyWithRows(server, options.rows, installation.secrets.passwords);
const client = closing.adopt(new Client({ connectionString: databaseUrl }), (each) => each.end());
await client.connect();
const systems = await startSystems(options.systems, installation, databaseUrl);
closing.defer(() => stopSystems(systems));
const ground = { database: client, installation, first: 50 };
const found: Measurement[] = [];
for (const name of options.workloads) {
  const workload = workloads[name]!;
  const able = systems.filter(({ dialect }) => dialect !== 'postgraphile' || typeof workload.postgraphile !== 'string');
  const measured = await measure(able, workload, await workload.questions(ground), { server, client }, options);
  found.push(...measured);
  console.table(measured);
}
