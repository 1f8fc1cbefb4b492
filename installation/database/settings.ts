import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { files } from './files.ts';

/** PostgreSQL's settings by name. What isn't here is PostgreSQL's default; durability (fsync and the like) always is. */
const defaults = {
  max_connections: '200',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  // Reading ahead by worker processes costs three more of them, and pays on large disks only.
  io_method: 'sync',
  // Nothing turns to read elsewhere: a page of a list is read in the order of its index, rather than much and sorted.
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Statements, keys and values in the log would be personal data: only what concerns the server itself is written.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};

/**
 * Writes the whole settings file of the server.
 *
 * @param settings what the caller wants to be otherwise; where to listen isn't theirs to say.
 */
export async function writeSettings(home: string, settings: Record<string, string>, port: number): Promise<void> {
  const all = {
    ...defaults,
    ...settings,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port: String(port),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${quoted(value)}`);
  const file = join(home, files.settings);
  const heading = '# Written anew at every start. The file of this name in the cluster is not read.';
  await writeFile(file, [heading, ...lines, ''].join('\n'));
  // The server's account reads it, whatever the umask.
  await chmod(file, 0o644);
}

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
