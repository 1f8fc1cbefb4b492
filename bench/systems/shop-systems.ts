import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePorts } from '../../test/installation/separate-processes-group.ts';
import { shopSchemas, shopSupergraph } from '../servers/public/subgraphs.ts';
import { MeasuredProcess } from './system.ts';
import type { System } from './system.ts';
import type { SystemName } from './names.ts';

/** What is started before the shop's subgraphs. */
const gateways = {
  'stock gateway': { file: 'bench/servers/stock-gateway.ts', overHttp: true },
  'Hive Gateway': { file: 'bench/competitors/hive-gateway.js', overHttp: true },
  'Qonaq over HTTP': { file: 'bench/servers/public-gateway.ts', overHttp: true },
  'Qonaq in process': { file: 'bench/servers/public-gateway.ts', overHttp: false },
} satisfies Partial<Record<SystemName, object>>;

/** Starts those of the systems that are gateways, before the subgraphs of the public benchmark. */
export async function startShopSystems(names: readonly SystemName[], folder: string): Promise<System[]> {
  const supergraph = join(folder, 'shop.graphql');
  await writeFile(supergraph, shopSupergraph());
  const chosen = names.filter((name): name is keyof typeof gateways => name in gateways);
  const [port, ...ports] = await freePorts(1 + chosen.length);
  const subgraphs = await new MeasuredProcess('bench/servers/public-subgraphs.ts', port!, {}).listening();
  const urls = Object.keys(shopSchemas).map((name) => `${name}=http://127.0.0.1:${port}/${name}`);
  const systems = await Promise.all(
    chosen.map(async (name, at): Promise<System> => {
      const { file, overHttp } = gateways[name];
      const environment = {
        SUPERGRAPH: supergraph,
        APOLLO_TELEMETRY_DISABLED: 'true',
        ...(overHttp && { SUBGRAPH_URLS: urls.join(',') }),
      };
      const own = await new MeasuredProcess(file, ports[at]!, environment).listening();
      return {
        name,
        dialect: 'graph',
        url: `http://127.0.0.1:${ports[at]}`,
        processes: overHttp ? [own, subgraphs] : [own],
      };
    }),
  );
  for (const { processes } of systems) for (const each of processes) each.pause();
  return systems;
}
