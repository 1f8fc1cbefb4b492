import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { roleUrl } from '../../installation/database/external.ts';
import { commandTables } from '../../subgraphs/kit/commands/tables.ts';
import { beginAs, openDatabase } from '../../subgraphs/kit/orm/database.ts';
import { TestClock } from '../support/clock.ts';
import { copyTemplate, rolePasswords } from '../support/databases.ts';
import type { TestDatabase } from '../support/databases.ts';
import { eventually } from '../support/eventually.ts';

// A database that restarts, or ends an idle transaction, takes connections away while they are in use.

let database: TestDatabase;
let owner: Client;

beforeAll(async () => {
  database = await copyTemplate();
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const open = () => {
  const url = roleUrl(database.ownerUrl, 'qonaq_iin', rolePasswords.qonaq_iin!);
  return openDatabase(commandTables('iin'), { url, poolSize: 1 });
};
const connectionsOf = async (orm: MikroORM) => {
  const connection = orm.em.getConnection() as unknown as {
    getNativeClient(): Promise<{ totalCount: number; idleCount: number }>;
  };
  const { totalCount, idleCount } = await connection.getNativeClient();
  return { inUse: totalCount - idleCount };
};
const endConnections = () =>
  owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'qonaq_iin' and datname = current_database()`,
  );

test('A connection that is lost while it is idle is replaced', async () => {
  const orm = await open();
  const em = await beginAs(orm, undefined, new TestClock());
  await em.rollback();
  await endConnections();
  await eventually(async () => expect(await orm.em.fork().execute('select 1 as one')).toEqual([{ one: 1 }]));
  expect(await connectionsOf(orm)).toEqual({ inUse: 0 });
  await orm.close();
});

// The query builder forgets to give back connections that end within a transaction (kysely#1990).
test.each(['commit', 'rollback'] as const)(
  'A connection that is lost within a transaction is given back at %s',
  async (end) => {
    const orm = await open();
    const em = await beginAs(orm, undefined, new TestClock());
    await endConnections();
    await new Promise((soon) => setTimeout(soon, 50));
    await expect(em[end]()).rejects.toThrow();
    await eventually(async () => expect(await connectionsOf(orm)).toEqual({ inUse: 0 }));
    await orm.close();
  },
);
