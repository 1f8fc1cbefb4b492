import { access, chmod, mkdir } from 'node:fs/promises';

/** The names of what lies in the folder of a database. */
export const files = {
  /** Locked while a process of the product uses the folder; always empty. */
  lock: 'lock',
  /** The id of the process that holds the lock, for people. */
  holder: 'process-id',
  /** The password of the role that owns everything; only the user of the product can read it. */
  password: 'password',
  /** The server's settings, written anew at every start. */
  settings: 'postgresql.conf',
  log: 'postgres.log',
  previousLog: 'postgres.previous.log',
  /** PostgreSQL's own data directory. */
  cluster: 'cluster',
  /** A link to the place that holds all of the above, where it can't be in the folder itself. */
  elsewhere: 'elsewhere',
} as const;

export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Makes a folder, if it isn't there, that other accounts can read, whatever the umask. */
export async function makePublicFolder(path: string): Promise<void> {
  if ((await mkdir(path, { recursive: true })) !== undefined) await chmod(path, 0o755);
}

/** The code of an error of the operating system (`ENOENT`) or of PostgreSQL (`28P01`), if it has one. */
export function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code;
}
