import { expect, test } from '@jest/globals';
import { readOptions } from '../../bench/options.ts';
import { reportOf } from '../../bench/report.ts';
import type { Measurement } from '../../bench/rounds.ts';

const measured = (system: string, told: Partial<Measurement>): Measurement => ({
  system,
  workload: 'worklist',
  requests: 1_000,
  cpu: 1,
  frontCpu: 1,
  databaseCpu: 2,
  rate: 100,
  p50: 10,
  p99: 20,
  statements: 9,
  statementsBeside: 4,
  answer: 15.25,
  memory: 300,
  ...told,
});

test('the report tells how many times the CPU of the product others take', () => {
  const report = reportOf(
    readOptions(['--workload', 'worklist']),
    [
      measured('stock gateway', { cpu: 15, frontCpu: 8 }),
      measured('Qonaq over HTTP', { cpu: 6, frontCpu: 2 }),
      measured('Qonaq in process', { cpu: 3, rate: 60 }),
      measured('bare server', { rate: 120 }),
    ],
    [],
  );
  expect(report).toContain('| CPU, stock gateway : Qonaq in process | 5.00 |');
  expect(report).toContain('| CPU, stock gateway : Qonaq over HTTP | 2.50 |');
  expect(report).toContain('| CPU, Hive Gateway : Qonaq over HTTP | – |');
  expect(report).toContain('| gateway alone, stock : Qonaq | 4.00 |');
  expect(report).toContain('| Qonaq over HTTP | 6.00 | 2.00 |');
  expect(report).toContain('| bare server | 1.00 | – |');
  expect(report).toContain('| rate, Qonaq in process : bare server | 0.50 |');
});

test('the report tells what growth costs', () => {
  const place = { rows: 1_000_000, page: 200, first: 50 };
  const report = reportOf(readOptions([]), [], [{ ...measured('bare server', {}), ...place }]);
  expect(report).toContain('| worklist | bare server | 1,000,000 | 200 | 50 | 10.00 | 3.00 | 9 |');
});

test('only a complete run is reported, and what is unknown is refused with what there is', () => {
  expect(readOptions([])).toMatchObject({ complete: true, growth: true, rows: 100_000 });
  expect(readOptions(['--quick'])).toMatchObject({ complete: false, growth: false, rows: 10_000 });
  expect(readOptions(['--system', 'bare server'])).toMatchObject({ complete: false, systems: ['bare server'] });
  expect(() => readOptions(['--workload', 'nothing'])).toThrow(
    /nothing\?[^]*worklist, case, journal, verify, register, shop/,
  );
});
