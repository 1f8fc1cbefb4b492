import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { applicationRoles } from '../../installation/roles.ts';

/** The database that is set up once and copied for each test file. */
export const templateName = 'qonaq_template';

/** The passwords of the application's roles in tests. */
export const rolePasswords = Object.fromEntries(applicationRoles.map((role) => [role, `${role} in tests`]));

/** A database of its own for a test file: a copy of the one that was set up. */
export interface TestDatabase {
  /** Connection string of the superuser. */
  ownerUrl: string;
  drop(): Promise<void>;
}

/** Copies the template. */
export async function copyTemplate(): Promise<TestDatabase> {
  const serverUrl = process.env.QONAQ_TEST_SERVER!;
  const name = `test_${randomBytes(6).toString('hex')}`;
  await asSuperuser(serverUrl, `create database ${name} template ${templateName} strategy file_copy`);
  const ownerUrl = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  return { ownerUrl, drop: () => asSuperuser(serverUrl, `drop database ${name} with (force)`) };
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
