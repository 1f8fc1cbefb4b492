import { Client } from 'pg';
import { roleUrl } from '../../installation/database/external.ts';
import type { ApplicationRole } from '../../installation/roles.ts';
import type { DemoAccount } from '../../installation/demo/accounts.ts';
import { rolePasswords } from './databases.ts';

/** Works in the database as a subgraph does for whoever asks: with its role, in a transaction that knows the viewer. Nothing of it stays. */
export async function asSubgraph<Result>(
  databaseUrl: string,
  role: ApplicationRole,
  { id, role: acts, officeId, city }: Pick<DemoAccount, 'id' | 'role' | 'officeId' | 'city'>,
  at: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: roleUrl(databaseUrl, role, rolePasswords[role]!) });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select kit.enter($1, $2, $3, $4, $5)', [id, acts, officeId, city, at]);
    return await work(client);
  } finally {
    await client.end();
  }
}
