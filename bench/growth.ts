import { Client } from 'pg';
import { copyWithRows } from './database/copies.ts';
import type { DatabaseServer } from './database/server.ts';
import { measure, settle } from './rounds.ts';
import type { Measurement } from './rounds.ts';
import type { Installation } from './systems/installation.ts';
import { startSystems, stopSystems } from './systems/systems.ts';
import type { SystemName } from './systems/names.ts';
import { workloads } from './workloads/workloads.ts';

/** What grows: how much there is, which page is asked for, how many items it has. */
export interface Place {
  rows: number;
  page: number;
  first: number;
}

/** A measurement somewhere on the way. */
export type GrowthMeasurement = Measurement & Place;

/** Whose growth is measured: the product's, beside that of the database itself. */
const growing: SystemName[] = ['Qonaq in process', 'bare server'];

/** Of each workload, whether it has pages. */
const asked = { worklist: true, case: false, journal: true, verify: false };

const usualPage = { page: 1, first: 50 };
const deepPage = { page: 200, first: 50 };
const widths = [10, 100];

/** One question after the other: how long it takes, and not how long it waits. */
const gently = { rounds: 3, seconds: 1, connections: 1 };

/** Measures the same pages with a thousand rows, ten times as many and so on; and with the most rows a deep page, and short and long ones. */
export async function measureGrowth(
  server: DatabaseServer,
  installation: Installation,
  most: number,
): Promise<GrowthMeasurement[]> {
  const sizes = [1_000, 10_000, 100_000, 1_000_000].filter((rows) => rows <= most);
  const found: GrowthMeasurement[] = [];
  for (const rows of sizes) {
    await using closing = new AsyncDisposableStack();
    const databaseUrl = await copyWithRows(server, rows, installation.secrets.passwords);
    const client = closing.adopt(new Client({ connectionString: databaseUrl }), (each) => each.end());
    await client.connect();
    const systems = closing.adopt(await startSystems(growing, installation, databaseUrl), stopSystems);
    await settle(systems, { server, client });
    for (const [name, hasPages] of Object.entries(asked)) {
      const places =
        hasPages && rows === most
          ? [usualPage, deepPage, ...widths.map((first) => ({ ...usualPage, first }))]
          : [usualPage];
      for (const place of places) {
        const questions = await workloads[name]!.questions({ database: client, installation, ...place });
        if (questions.length === 0) continue;
        const measured = await measure(systems, workloads[name]!, questions, { server, client }, gently);
        found.push(...measured.map((each) => ({ ...each, rows, ...place })));
      }
    }
  }
  return found;
}
