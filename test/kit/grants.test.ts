import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { roleUrl } from '../../installation/database/external.ts';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { applicationRoles } from '../../installation/roles.ts';
import type { ApplicationRole } from '../../installation/roles.ts';
import { subgraphNames } from '../../subgraphs/kit/subgraph/definition.ts';
import { registerPerson } from '../support/counter.ts';
import { rolePasswords } from '../support/databases.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// What the database itself allows each role, whatever the code does.

let product: TestProduct;
let databaseUrl: string;

beforeAll(async () => {
  product = await startTestProduct();
  const [{ name }] = (await select('select current_database() as name')) as [{ name: string }];
  databaseUrl = Object.assign(new URL(process.env.QONAQ_TEST_SERVER!), { pathname: `/${name}` }).href;
  await registerPerson(product.as('consul'));
});
afterAll(() => product.close());

/** Tables without row level security: they hold nothing of a person, or nobody but the owner reaches them. */
const withoutRowSecurity = [
  /^kit\.(account_state|calendar_year|case_access|case_statistic|case_statistic_step|incident_statistic|convention_party|counter|installation|office|pilot_period)$/,
  // The identity provider's own; no other role reaches them.
  /^identity\.[a-z_]+$/,
  /^[a-z]+\.number_counter$/,
  /^missions\.(foreign_representation|mission)$/,
  /^iin\.(forming|number_in_use)$/,
  /^residence\.(duty_figure|state_body)$/,
  // Partitions of the journal, reached through it only.
  /^audit\.journal_(default|\d{4}_\d{2})$/,
  // On for everybody but the owner, whose trigger files each line there.
  /^audit\.journal_mark$/,
  // Which migrations ran; nobody but the owner reads them.
  /^public\.migration_[a-z]+$/,
];

const tables = `select schemaname || '.' || tablename as name from pg_tables
  where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker')`;
const everyRole = [...applicationRoles, 'qonaq_subgraph'];

describe('A role of the product', () => {
  test.each(everyRole)(
    '%s is no superuser, passes by no policy, and makes neither roles nor databases',
    async (role) => {
      expect(
        await select(
          `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication from pg_roles where rolname = $1`,
          [role],
        ),
      ).toEqual([
        { rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false },
      ]);
    },
  );

  test('owns nothing', async () => {
    const owned = `select relname as name from pg_class where pg_get_userbyid(relowner) like 'qonaq%'
      union all select proname from pg_proc where pg_get_userbyid(proowner) like 'qonaq%'
      union all select nspname from pg_namespace where pg_get_userbyid(nspowner) like 'qonaq%'
      union all select datname from pg_database where pg_get_userbyid(datdba) like 'qonaq%'`;
    expect(await select(owned)).toEqual([]);
  });

  test('is a member of qonaq_subgraph at the most, and those are the subgraphs', async () => {
    const members = await select(
      `select pg_get_userbyid(member) as member, pg_get_userbyid(roleid) as of from pg_auth_members
        where pg_get_userbyid(member) like 'qonaq%' order by 1`,
    );
    expect(members).toEqual(
      subgraphNames
        .map((name) => ({ member: `qonaq_${name}`, of: 'qonaq_subgraph' }))
        .toSorted((a, b) => (a.member < b.member ? -1 : 1)),
    );
  });

  test('makes no tables', async () => {
    const makers = await select(
      `select role, schema.nspname from unnest($1::text[]) as role, pg_namespace schema
        where has_schema_privilege(role, schema.oid, 'create') and nspname !~ '^pg_(toast_)?temp'`,
      [everyRole],
    );
    expect(makers).toEqual([]);
  });

  test('removes no rows of the product, and empties no table', async () => {
    const removers = await select(
      `select role, name from unnest($1::text[]) as role, (${tables}) as known
        where has_table_privilege(role, name, 'delete, truncate, trigger, references')`,
      [everyRole],
    );
    // Sessions and keys that have expired.
    expect(removers).toEqual([
      { role: 'qonaq_identity', name: 'identity.artifact' },
      { role: 'qonaq_identity', name: 'identity.signing_key' },
    ]);
  });
});

describe('A subgraph', () => {
  test.each(subgraphNames)('%s reaches its own tables, and none of another subgraph', async (name) => {
    const reached = (await select(
      `select name from (${tables}) as known where has_any_column_privilege($1, name, 'select, insert, update')`,
      [`qonaq_${name}`],
    )) as { name: string }[];
    const schemas = new Set(reached.map((table) => table.name.split('.')[0]));
    expect([...schemas].toSorted()).toEqual([...new Set(['audit', 'kit', name])].toSorted());
    const inAudit = reached.map((table) => table.name).filter((table) => table.startsWith('audit.'));
    if (name !== 'audit') expect(inAudit).toEqual(['audit.journal']);
  });

  test('is refused by the database itself, whoever it says that asks', async () => {
    const iin = await connect('qonaq_iin');
    await iin.query('begin');
    await enter(iin);
    expect((await iin.query('select * from iin.application')).rows).toEqual([]);
    await expect(iin.query('select * from applicants.applicant')).rejects.toMatchObject({ code: '42501' });
    await iin.end();
  });

  test('writes into the journal, in its own name, and neither reads nor changes it', async () => {
    const rights = await select(
      `select role, privilege from unnest($1::text[]) as role,
              unnest('{select,insert,update,delete,truncate}'::text[]) as privilege
        where has_table_privilege(role, 'audit.journal', privilege) order by 1, 2`,
      [everyRole],
    );
    expect(rights).toEqual([{ role: 'qonaq_audit', privilege: 'select' }]);
    const columns = (await select(
      `select role, string_agg(attname, ' ' order by attname) as columns from unnest($1::text[]) as role, pg_attribute
        where attrelid = 'audit.journal'::regclass and attnum > 0 and has_column_privilege(role, attrelid, attnum, 'insert') group by role order by 1`,
      [everyRole],
    )) as { role: string; columns: string }[];
    expect(columns.map(({ role }) => role)).toEqual(
      [...subgraphNames.map((name) => `qonaq_${name}`), 'qonaq_subgraph'].toSorted(),
    );
    // When a line comes to be sealed nobody says who writes it.
    for (const each of columns) expect(each.columns).not.toMatch(/epoch|written_by/);

    const line = (account: string) =>
      `insert into audit.journal (id, at, account_id, request_id, kind, action, subjects, outcome)
       values (gen_random_uuid(), '2026-03-02T10:00:00+05:00', '${account}', 'test', 'COMMAND', 'test', '{}', 'DONE')`;
    const iin = await connect('qonaq_iin');
    await iin.query('begin');
    await enter(iin);
    await iin.query(line(demoAccount('consul')!.id));
    await expect(iin.query(line(demoAccount('auditor')!.id))).rejects.toMatchObject({ code: '42501' });
    await iin.end();
  });

  test('files no line of the journal, and changes none of what it is found under', async () => {
    const rights = await select(
      `select role from unnest($1::text[]) as role where has_any_column_privilege(role, 'audit.journal_mark', 'insert, update')
          or has_table_privilege(role, 'audit.journal_mark', 'delete, truncate, trigger')`,
      [everyRole],
    );
    expect(rights).toEqual([]);
  });

  test('changes nothing of what happened', async () => {
    const changers = await select(
      `select role, name from unnest($1::text[]) as role, (${tables}) as known
        where name like '%.event' and has_any_column_privilege(role, name, 'update')`,
      [everyRole],
    );
    expect(changers).toEqual([]);
    const writers = await select(
      `select name from (${tables}) as known where name = 'iin.event' and has_table_privilege('qonaq_iin', name, 'insert')`,
    );
    expect(writers).toEqual([{ name: 'iin.event' }]);
  });

  test('closes a case access, and changes nothing else of it', async () => {
    const columns = await select(
      `select attname from pg_attribute where attrelid = 'kit.case_access'::regclass and attnum > 0
          and has_column_privilege('qonaq_subgraph', attrelid, attnum, 'update')`,
    );
    expect(columns).toEqual([{ attname: 'closed_at' }]);
  });

  test('tells, and changes nothing that was told; missions alone notes that it went out', async () => {
    const columns = await select(
      `select role, attname from unnest($1::text[]) as role, pg_attribute
        where attrelid = 'kit.notice'::regclass and attnum > 0 and has_column_privilege(role, attrelid, attnum, 'update')`,
      [everyRole],
    );
    expect(columns).toEqual([{ role: 'qonaq_missions', attname: 'dispatched_at' }]);
  });

  test('keeps statistics through functions only, and audit alone reads them', async () => {
    const reached = await select(
      `select role, name from unnest($1::text[]) as role, (${tables}) as known
        where name like 'kit.%statistic%' and has_any_column_privilege(role, name, 'select, insert, update') order by 2`,
      [everyRole],
    );
    expect(reached).toEqual(
      ['kit.case_statistic', 'kit.case_statistic_step', 'kit.incident_statistic'].map((name) => ({
        role: 'qonaq_audit',
        name,
      })),
    );
    const iin = await connect('qonaq_iin');
    await iin.query('begin');
    await enter(iin);
    await expect(iin.query(`select kit.keep_case_statistic('{}', '[]')`)).rejects.toMatchObject({ code: '42501' });
    await iin.end();
  });

  test('missions alone writes accounts, offices, the calendar and the pilot periods, iin the parties of the conventions; nobody writes what the installation is', async () => {
    const writers = (await select(
      `select name, role from unnest($1::text[]) as role, (${tables}) as known
        where name like 'kit.%' and name not in ('kit.case_access', 'kit.notice') and has_any_column_privilege(role, name, 'insert, update')
        order by 1`,
      [everyRole],
    )) as { name: string; role: string }[];
    expect(writers).toEqual([
      { name: 'kit.account_state', role: 'qonaq_missions' },
      { name: 'kit.calendar_year', role: 'qonaq_missions' },
      { name: 'kit.convention_party', role: 'qonaq_iin' },
      { name: 'kit.office', role: 'qonaq_missions' },
      { name: 'kit.pilot_period', role: 'qonaq_missions' },
    ]);
  });
});

describe('Row level security', () => {
  test('is on, also for the owner, for every table but those that are named here', async () => {
    const open = (await select(
      `select nspname || '.' || relname as name from pg_class table_ join pg_namespace schema on schema.oid = relnamespace
        where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity)
          and nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'graphile_worker') order by 1`,
    )) as { name: string }[];
    const names = open.map(({ name }) => name);
    expect(names.filter((name) => !withoutRowSecurity.some((pattern) => pattern.test(name)))).toEqual([]);
    // None of the exceptions is left over from before.
    expect(withoutRowSecurity.filter((pattern) => !names.some((name) => pattern.test(name)))).toEqual([]);
  });

  test('has a policy for every table that it is on for', async () => {
    const without = await select(
      `select relname from pg_class where relrowsecurity and relforcerowsecurity
          and not exists (select from pg_policy where polrelid = pg_class.oid)`,
    );
    expect(without).toEqual([]);
  });

  test('shows no row where nobody asks, and those of the office where its consul does', async () => {
    const applicants = await connect('qonaq_applicants');
    expect((await applicants.query('select * from applicants.applicant')).rows).toEqual([]);
    await applicants.query('begin');
    await enter(applicants);
    expect((await applicants.query('select office_id from applicants.applicant')).rows).toEqual([
      { office_id: demoAccount('consul')!.officeId },
    ]);
    await applicants.query('commit');
    expect((await applicants.query('select * from applicants.applicant')).rows).toEqual([]);
    await applicants.end();
  });

  test('is not passed by through a partition of the journal', async () => {
    const reached = await select(
      `select role, name from unnest($1::text[]) as role, (${tables}) as known
        where name ~ '^audit\\.journal_(default|\\d{4}_)' and has_any_column_privilege(role, name, 'select, insert, update')`,
      [everyRole],
    );
    expect(reached).toEqual([]);
  });
});

test('A function that runs as its owner has a search path of its own, and is not for everybody', async () => {
  const functions = (await select(
    `select proname as name, array_to_string(proconfig, ',') as settings, has_function_privilege('public', oid, 'execute') as public
       from pg_proc where prosecdef and pronamespace::regnamespace::text not in ('pg_catalog', 'graphile_worker')`,
  )) as { name: string; settings: string | null; public: boolean }[];
  expect(functions.map(({ name }) => name)).toEqual(expect.arrayContaining(['enqueue', 'check_printed_form']));
  for (const each of functions) {
    expect(each).toEqual({ name: each.name, settings: expect.stringMatching(/search_path=pg_catalog/), public: false });
  }
});

async function select(statement: string, values: unknown[] = []): Promise<unknown[]> {
  return (await product.database.query<object>(statement, values)).rows;
}

async function connect(role: ApplicationRole): Promise<Client> {
  const client = new Client({ connectionString: roleUrl(databaseUrl, role, rolePasswords[role]!) });
  await client.connect();
  return client;
}

/** Begins as the consul of mission 13 does. */
async function enter(client: Client): Promise<void> {
  const { id, role, officeId } = demoAccount('consul')!;
  const { rows } = await client.query<{ state: string }>(
    `select kit.enter($1, $2, $3, null, '2026-03-02T10:00:00+05:00') as state`,
    [id, role, officeId],
  );
  expect(rows).toEqual([{ state: 'ACTIVE' }]);
}
