import { test } from '@jest/globals';
import { Client } from 'pg';
import { copyTemplate } from '../support/databases.ts';
test('x', async () => {
  const db = await copyTemplate();
  const c = new Client({ connectionString: db.ownerUrl });
  await c.connect();
  console.log((await c.query(`select version(), proname, proleakproof from pg_proc where proname in ('text_pattern_ge','text_ge','text_lt','starts_with','textlike','texteq','uuid_lt','timestamptz_lt','jsonb_object_field_text') order by 2`)).rows);
  console.log((await c.query(`select datname, datcollate, datctype, datlocprovider, datlocale from pg_database`)).rows);
  await c.end();
  await db.drop();
});
