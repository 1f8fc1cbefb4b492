import { spawnSync } from 'node:child_process';
import { codeOf } from './files.ts';

/** INT: end the sessions, save, stop. QUIT: stop at once and repair at the next start. */
export type Signal = 'INT' | 'QUIT';

/** Sends a signal to a server, at once, so that it can be done while Node exits. One that is gone needs none. */
export function signal(processId: number, name: Signal, pgCtl: string): void {
  if (process.platform === 'win32') {
    // Windows has no signals: PostgreSQL brings its own, and its own program to send them.
    spawnSync(pgCtl, ['kill', name, String(processId)], { windowsHide: true });
    return;
  }
  try {
    process.kill(processId, `SIG${name}`);
  } catch (error) {
    if (codeOf(error) !== 'ESRCH') throw error;
  }
}

/** Whether a process with this id exists, whosever it is. */
export function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return codeOf(error) !== 'ESRCH';
  }
}
