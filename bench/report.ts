import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { format } from 'prettier';
import type { GrowthMeasurement } from './growth.ts';
import { canPin } from './machine/cores.ts';
import type { Options } from './options.ts';
import type { Measurement } from './rounds.ts';
import { workloads } from './workloads/workloads.ts';

const file = join(import.meta.dirname, '../docs/benchmarks.md');

/** Writes what was measured into docs/benchmarks.md. */
export async function writeReport(
  options: Options,
  found: readonly Measurement[],
  growth: readonly GrowthMeasurement[],
): Promise<void> {
  await writeFile(file, await format(reportOf(options, found, growth), { parser: 'markdown', printWidth: 120 }));
}

/** The report as Markdown. */
export function reportOf(
  options: Options,
  found: readonly Measurement[],
  growth: readonly GrowthMeasurement[],
): string {
  return [
    '# Benchmarks',
    'Written by `npm run bench`, which measures the product beside other systems; nobody edits this page.',
    conditions(options),
    how,
    '## Ratios',
    ratios(found),
    ...Object.values(workloads).flatMap((workload) => {
      const of = found.filter((each) => each.workload === workload.name);
      if (of.length === 0) return [];
      const lacks = typeof workload.postgraphile === 'string' ? `PostGraphile can't: ${workload.postgraphile}.` : '';
      return [`## ${workload.name}`, sentence(workload.title), table(of), lacks];
    }),
    ...(growth.length > 0 ? ['## Growth', growthText, growthTable(growth)] : []),
  ].join('\n\n');
}

function conditions({ rows, rounds, seconds, connections }: Options): string {
  const [processor] = cpus();
  const load = execFileSync('uptime', { encoding: 'utf8' }).split('load average: ')[1]?.trim();
  return [
    `- ${Temporal.Now.plainDateISO().toString()}, commit ${execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()}`,
    `- ${processor!.model}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${release()}, Node ${process.version}, PostgreSQL 18`,
    `- ${canPin ? 'each system on one core, the load generator and the database on the other' : 'without processes bound to cores'}; load averages at the end: ${load ?? 'unknown'}`,
    `- ${rows.toLocaleString('en')} applications, as many people, records and lines of the journal; ${connections} requests at a time, ${rounds} rounds of ${seconds} s`,
  ].join('\n');
}

const how = `All systems are started on one database. They take turns in short rounds, in another order each time; while one is measured the others stand still. Variables and tokens vary, and every
answer is checked: how many items of which ids, and one in fifty value by value against what the database was filled with. CPU is user and system time of all of a system's processes, without
PostgreSQL, and where subgraphs are processes of their own, also of the gateway alone; CPU and rates are those of the middle round. SQL statements are counted by PostgreSQL, without the beginnings and ends of transactions; beside them stands how many of them are neither about who asks nor
the journal; those of jobs that follow from a change are among them. CPU tells more than the rate, which also depends on what else the machine does.

- **stock gateway**: @apollo/server with @apollo/gateway and its own data source, before the product's subgraphs, a process each. It enforces no rights; the subgraphs do.
- **Hive Gateway**: with the planner that is written in Rust, before the same subgraphs. It enforces no rights either.
- **Qonaq over HTTP**: the product's gateway before the same subgraphs. **Qonaq in process**: \`npm start\`.
- **PostGraphile**: on the same tables under the same policies. It writes no journal, doesn't look whether the account is active, and doesn't compute what isn't a column, such as \`overdue\` and \`availableActions\`.
- **bare server**: node:http, the same SQL as prepared statements that don't wait for each other, in one transaction that knows the viewer, with the same lines of the journal: as fast as asking the database.`;

function ratios(found: readonly Measurement[]): string {
  const cell = (workload: string, upper: string, lower: string, of: 'cpu' | 'frontCpu' | 'rate') => {
    const [above, below] = [upper, lower].map((system) =>
      found.find((each) => each.workload === workload && each.system === system),
    );
    return above && below ? `${(above[of] / below[of]).toFixed(2)}` : '–';
  };
  const names = [...new Set(found.map(({ workload }) => workload))];
  const rows: [string, (workload: string) => string][] = [
    ['CPU, stock gateway : Qonaq in process', (each) => cell(each, 'stock gateway', 'Qonaq in process', 'cpu')],
    ['CPU, stock gateway : Qonaq over HTTP', (each) => cell(each, 'stock gateway', 'Qonaq over HTTP', 'cpu')],
    ['CPU, Hive Gateway : Qonaq over HTTP', (each) => cell(each, 'Hive Gateway', 'Qonaq over HTTP', 'cpu')],
    ['gateway alone, stock : Qonaq', (each) => cell(each, 'stock gateway', 'Qonaq over HTTP', 'frontCpu')],
    ['gateway alone, Hive : Qonaq', (each) => cell(each, 'Hive Gateway', 'Qonaq over HTTP', 'frontCpu')],
    ['CPU, PostGraphile : Qonaq in process', (each) => cell(each, 'PostGraphile', 'Qonaq in process', 'cpu')],
    ['rate, Qonaq in process : bare server', (each) => cell(each, 'Qonaq in process', 'bare server', 'rate')],
  ];
  return markdown(
    ['', ...names],
    rows.map(([title, of]) => [title, ...names.map(of)]),
  );
}

function table(found: readonly Measurement[]): string {
  return markdown(
    [
      'system',
      'CPU ms',
      'of it gateway',
      'PostgreSQL CPU ms',
      'requests/s',
      'p50 ms',
      'p99 ms',
      'SQL (beside)',
      'answer KB',
      'memory MB',
      'requests',
    ],
    found.map((each) => [
      each.system,
      each.cpu.toFixed(2),
      each.frontCpu === each.cpu ? '–' : each.frontCpu.toFixed(2),
      each.databaseCpu.toFixed(2),
      each.rate.toFixed(0),
      each.p50.toFixed(1),
      each.p99.toFixed(1),
      `${each.statements} (${each.statementsBeside})`,
      each.answer.toFixed(1),
      each.memory.toFixed(0),
      String(each.requests),
    ]),
  );
}

const growthText = `One request at a time, so that it is the time of a request: the median in milliseconds, and CPU of the system and of PostgreSQL together. The first page with more and more rows; with the
most rows also page 200, and pages of 10 and 100 items.`;

function growthTable(growth: readonly GrowthMeasurement[]): string {
  return markdown(
    ['workload', 'system', 'rows', 'page', 'items', 'p50 ms', 'CPU ms with PostgreSQL', 'SQL'],
    growth.map(({ workload, system, rows, page, first, p50, cpu, databaseCpu, statements }) => [
      workload,
      system,
      rows.toLocaleString('en'),
      String(page),
      ['worklist', 'journal'].includes(workload) ? String(first) : '–',
      p50.toFixed(2),
      (cpu + databaseCpu).toFixed(2),
      String(statements),
    ]),
  );
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}
