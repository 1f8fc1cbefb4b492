import { MikroORM } from '@mikro-orm/postgresql';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { identityTables } from '../../gateway/identity/model/tables.ts';
import { migrate } from '../../installation/migrate.ts';
import { allSubgraphs } from '../../subgraphs/all.ts';
import { commandTables } from '../../subgraphs/kit/commands/tables.ts';
import { kitTables } from '../../subgraphs/kit/model/tables.ts';
import { copyTemplate } from '../support/databases.ts';
import type { TestDatabase } from '../support/databases.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await copyTemplate();
});
afterAll(() => database.drop());

/** What the model doesn't describe: the job queue, the lists of migrations, functions. */
const outsideTheModel = /graphile_worker|"migration_\w+"|^drop (function|schema) /;

test('a migrated database is what the model describes, policies included', async () => {
  expect(await differences()).toEqual([]);
});

test('a policy that is missing, or a column too many, would be noticed', async () => {
  const orm = await openModel();
  await orm.em.execute('drop policy visible on iin.application; alter table applicants.consent add column extra text');
  await orm.close();
  const found = await differences();
  expect(found).toContainEqual(expect.stringMatching(/^create policy "visible" on "iin"."application"/));
  expect(found).toContainEqual(expect.stringMatching(/drop column "extra"/));
});

test('migrating again changes nothing', async () => {
  await migrate(database.ownerUrl);
});

async function differences(): Promise<string[]> {
  const orm = await openModel();
  const statements = (await orm.schema.getUpdateSchemaSQL({ wrap: false })).split('\n').filter(Boolean);
  await orm.close();
  return statements.filter((statement) => !outsideTheModel.test(statement));
}

function openModel(): Promise<MikroORM> {
  const tables = Object.values(allSubgraphs).flatMap(({ name, entities }) => [...entities, ...commandTables(name)]);
  return MikroORM.init({
    entities: [...new Set([...kitTables, ...identityTables, ...tables])],
    clientUrl: database.ownerUrl,
    ensureDatabase: false,
  });
}
