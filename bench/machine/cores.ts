import { spawnSync } from 'node:child_process';
import { availableParallelism, platform } from 'node:os';

/** Whether processes can be bound to cores here: on Linux with `taskset` and two cores. */
export const canPin =
  platform() === 'linux' && availableParallelism() >= 2 && spawnSync('taskset', ['--version']).status === 0;

/** The core of the system under test; the load generator and the database have the others. */
const measuredCore = '0';
const otherCores = `1-${availableParallelism() - 1}`;

/** The command that starts a program on the measured core. */
export function onMeasuredCore(program: string, parameters: readonly string[]): [string, string[]] {
  return canPin ? ['taskset', ['-c', measuredCore, program, ...parameters]] : [program, [...parameters]];
}

/** Binds this process, and all that it starts without saying otherwise, to the other cores. */
export function leaveMeasuredCore(): void {
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', otherCores, String(process.pid)]);
}
