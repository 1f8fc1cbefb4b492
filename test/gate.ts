import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// npm test: the whole gate. The test runner comes last, so that its summary is the last thing to read.
const folder = mkdtempSync(join(tmpdir(), 'qonaq-gate-'));
const report = join(folder, 'jest.json');
const steps: [name: string, command: string, ...options: string[]][] = [
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['lint', 'eslint', '.', '--max-warnings', '0'],
  ['types', 'tsc'],
  ['types of the pages', 'tsc', '--project', 'gateway/pages/browser'],
  [
    'imports',
    'depcruise',
    'gateway',
    'subgraphs',
    'installation',
    'schema',
    'start.ts',
    '--config',
    'dependencies.config.cjs',
  ],
  ['tests', 'jest', '--json', '--outputFile', report, ...process.argv.slice(2)],
];
const failed = steps.filter(([name, command, ...options]) => {
  console.log(`\n— ${name}`);
  const environment = {
    ...process.env,
    NODE_OPTIONS: '--import tsx --experimental-vm-modules --disable-warning=ExperimentalWarning',
  };
  const stdio = command === 'jest' ? (['ignore', 'ignore', 'inherit'] as const) : ('inherit' as const);
  return (
    spawnSync(command, options, { stdio: stdio as never, env: command === 'jest' ? environment : process.env })
      .status !== 0
  );
});
const { numPassedTests, numFailedTests, numFailedTestSuites } = summary();
rmSync(folder, { recursive: true, force: true });
if (failed.length > 0) console.log(`\nFailed: ${failed.map(([name]) => name).join(', ')}`);
console.log(`\n${numPassedTests} passed, ${Math.max(numFailedTests, numFailedTestSuites)} failed`);
process.exit(failed.length > 0 ? 1 : 0);

function summary(): { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number } {
  try {
    return JSON.parse(readFileSync(report, 'utf8')) as ReturnType<typeof summary>;
  } catch {
    return { numPassedTests: 0, numFailedTests: 1, numFailedTestSuites: 1 };
  }
}
