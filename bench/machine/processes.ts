import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks of Linux in a second, as /proc counts. */
const ticks = 100;

/** CPU milliseconds, user and system, that a process has used so far; nothing once it has ended. */
export function cpuOf(processId: number): number {
  const fields = statOf(processId);
  return fields ? ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks : 0;
}

/** Memory of a process that is in RAM, in MB. */
export function memoryOf(processId: number): number {
  const fields = statOf(processId);
  return fields ? (Number(fields[21]) * 4096) / 2 ** 20 : 0;
}

/** A process and its children. */
export function familyOf(processId: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => statOf(Number(name))?.[1] === String(processId));
  return [processId, ...children.map(Number)];
}

/** What /proc tells of a process, from its state on: the name before that may hold anything. */
function statOf(processId: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${processId}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
