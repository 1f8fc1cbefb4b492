import { join } from 'node:path';
import { addressed, environments, files } from '../../test/installation/separate-processes-environments.ts';
import { freePorts } from '../../test/installation/separate-processes-group.ts';
import { subgraphNames } from '../../subgraphs/kit/subgraph/definition.ts';
import { roleUrl } from '../../installation/database/external.ts';
import { supergraphFile } from '../../installation/paths.ts';
import { directRole } from '../database/copies.ts';
import { issuer } from './installation.ts';
import type { Installation } from './installation.ts';
import { systemNames } from './names.ts';
import type { SystemName } from './names.ts';
import { MeasuredProcess } from './system.ts';
import type { System } from './system.ts';

/** Everybody asks as often as they like, so what is measured is the work. */
const unlimited = { RATE_LIMIT_ACCOUNT: '1000000000', RATE_LIMIT_ADDRESS: '1000000000' };

/** Starts systems on a database. Those that have subgraphs over HTTP share these, one process each. */
export async function startSystems(
  names: readonly SystemName[],
  installation: Installation,
  databaseUrl: string,
): Promise<System[]> {
  const { folder, variables, tokenKeys } = installation;
  const numbers = await freePorts(addressed.length + systemNames.length);
  const ports = Object.fromEntries(addressed.map((name, at) => [name, numbers[at]!])) as Parameters<
    typeof environments
  >[0]['ports'];
  const portOf = (name: SystemName) => numbers[addressed.length + systemNames.indexOf(name)]!;
  const told = environments({
    folder,
    secrets: variables,
    databaseUrl,
    publicUrl: 'http://127.0.0.1',
    ports,
    demo: true,
  });

  const federated = names.some((name) => ['stock gateway', 'Hive Gateway', 'Qonaq over HTTP'].includes(name));
  const subgraphs = federated
    ? await Promise.all(
        subgraphNames.map((name) => new MeasuredProcess(files[name], ports[name], told[name]).listening()),
      )
    : [];
  const graph = { SUPERGRAPH: supergraphFile, SUBGRAPH_URLS: told.gateway.SUBGRAPH_URLS! };
  const direct = {
    DATABASE_URL: roleUrl(databaseUrl, directRole, directRole),
    TOKEN_ISSUER: issuer,
    TOKEN_KEYS: tokenKeys,
  };
  const environmentOf: Record<SystemName, { file: string; environment: Record<string, string> }> = {
    'stock gateway': {
      file: 'bench/servers/stock-gateway.ts',
      environment: { ...graph, APOLLO_TELEMETRY_DISABLED: 'true' },
    },
    'Hive Gateway': { file: 'bench/competitors/hive-gateway.js', environment: graph },
    'Qonaq over HTTP': { file: files.gateway, environment: { ...told.gateway, ...unlimited } },
    'Qonaq in process': {
      file: 'start.ts',
      environment: {
        ...direct,
        ...unlimited,
        DATABASE_URL: databaseUrl,
        QONAQ_DATA: folder,
        QONAQ_DEMO: 'true',
        PAGES_FOLDER: join(folder, 'pages'),
      },
    },
    PostGraphile: { file: 'bench/competitors/postgraphile.js', environment: direct },
    'bare server': { file: 'bench/servers/bare-server.ts', environment: direct },
  };
  const systems = await Promise.all(
    names.map(async (name): Promise<System> => {
      const { file, environment } = environmentOf[name];
      const own = await new MeasuredProcess(file, portOf(name), environment).listening();
      const isFederated = ['stock gateway', 'Hive Gateway', 'Qonaq over HTTP'].includes(name);
      return {
        name,
        dialect: name === 'PostGraphile' ? 'postgraphile' : name === 'bare server' ? 'bare' : 'graph',
        url: `http://127.0.0.1:${portOf(name)}`,
        processes: isFederated ? [own, ...subgraphs] : [own],
      };
    }),
  );
  for (const { processes } of systems) for (const each of processes) each.pause();
  return systems;
}

/** Stops each process once. */
export async function stopSystems(systems: readonly System[]): Promise<void> {
  const processes = new Set(systems.flatMap((system) => system.processes));
  await Promise.all([...processes].map((each) => each.stop()));
}
