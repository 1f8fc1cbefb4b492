import { parseArgs } from 'node:util';
import { systemNames } from './systems/names.ts';
import type { SystemName } from './systems/names.ts';
import { workloads } from './workloads/workloads.ts';

/** What somebody wants to know. */
export interface Options {
  rows: number;
  rounds: number;
  seconds: number;
  connections: number;
  systems: SystemName[];
  workloads: string[];
  /** Whether it is also measured how it grows. */
  growth: boolean;
  /** Whether it is everything, so that the report is written. */
  complete: boolean;
}

const usage = `npm run bench -- [--quick] [--rows 100000] [--rounds 3] [--seconds 3] [--connections 16]
                 [--system NAME]... [--workload NAME]... [--no-growth]
  systems    ${systemNames.join(', ')}
  workloads  ${Object.keys(workloads).join(', ')}`;

/** Reads the command line. */
export function readOptions(parameters: string[]): Options {
  const { values } = parseArgs({
    args: parameters,
    allowNegative: true,
    options: {
      quick: { type: 'boolean', default: false },
      rows: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      connections: { type: 'string', default: '16' },
      system: { type: 'string', multiple: true, default: [] },
      workload: { type: 'string', multiple: true, default: [] },
      growth: { type: 'boolean' },
    },
  });
  const { quick } = values;
  const systems = chosen(values.system, systemNames);
  const asked = chosen(values.workload, Object.keys(workloads));
  const isPart = quick || values.system.length > 0 || values.workload.length > 0;
  return {
    rows: Number(values.rows ?? (quick ? 10_000 : 100_000)),
    rounds: Number(values.rounds ?? (quick ? 2 : 3)),
    seconds: Number(values.seconds ?? (quick ? 1.5 : 3)),
    connections: Number(values.connections),
    systems,
    workloads: asked,
    growth: values.growth ?? !isPart,
    complete: !isPart,
  };
}

function chosen<Name extends string>(named: readonly string[], all: readonly Name[]): Name[] {
  const unknown = named.filter((name) => !all.includes(name as Name));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}?\n${usage}`);
  return named.length > 0 ? all.filter((name) => named.includes(name)) : [...all];
}
