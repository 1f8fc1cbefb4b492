import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import type { Account } from './account.ts';
import { EmbeddedDatabaseError } from './errors.ts';
import type { Log } from './log.ts';

/** What PostgreSQL needs of our environment; it gets no secrets, and no PG… variable that would lead it astray. */
const passedOn = ['PATH', 'SystemRoot', 'TEMP', 'TMP'];

/** Runs a program of PostgreSQL: as its account, in a folder that it can enter, in English, into the log. */
export async function startProgram(
  program: string,
  args: string[],
  { account, log, ...options }: { account: Account | undefined; log: Log } & Pick<SpawnOptions, 'cwd' | 'detached'>,
): Promise<ChildProcess> {
  const environment = passedOn.map((name) => [name, process.env[name]]).filter(([, value]) => value !== undefined);
  const child = spawn(program, args, {
    ...options,
    ...account,
    env: { ...(Object.fromEntries(environment) as NodeJS.ProcessEnv), LC_ALL: 'C' },
    stdio: ['ignore', log.descriptor, log.descriptor],
    windowsHide: true,
  });
  try {
    await once(child, 'spawn');
    return child;
  } catch (cause) {
    const whose = account === undefined ? '' : ` as user ${account.uid}`;
    throw new EmbeddedDatabaseError(`${program} can't be run${whose}: ${(cause as Error).message}`, { cause });
  }
}
