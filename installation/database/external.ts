import { Client, escapeIdentifier } from 'pg';

/** The oldest PostgreSQL that the product runs on. */
const oldestVersion = 15;

/** Creates a database on a server unless it is there; tells its connection string. */
export async function createDatabase(serverUrl: string, name: string): Promise<string> {
  await withClient(serverUrl, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    if (!rowCount) await client.query(`create database ${escapeIdentifier(name)}`);
  });
  return databaseUrl(serverUrl, { pathname: `/${name}` });
}

/** Refuses a server that is too old. */
export async function requireVersion(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num');
    const version = Math.floor(Number(rows[0]!.server_version_num) / 10_000);
    if (version < oldestVersion) throw new Error(`PostgreSQL ${oldestVersion} or newer is needed; this is ${version}.`);
  });
}

/** The connection string of another role for the same database. */
export function roleUrl(url: string, username: string, password: string): string {
  return databaseUrl(url, { username, password });
}

function databaseUrl(url: string, change: Partial<Pick<URL, 'pathname' | 'username' | 'password'>>): string {
  return Object.assign(new URL(url), change).href;
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
