import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntityManager } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { startEmbeddedDatabase } from '../../installation/database/embedded.ts';
import { createDatabase, roleUrl } from '../../installation/database/external.ts';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { setUp } from '../../installation/set-up.ts';
import { iin } from '../../subgraphs/iin/index.ts';
import { IinApplication } from '../../subgraphs/iin/model/application.ts';
import { duplicatesOf } from '../../subgraphs/iin/model/duplicate.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import { beginAs, openDatabase } from '../../subgraphs/kit/orm/database.ts';
import { usualNow } from '../support/clock.ts';

/** How large the proof is. */
export interface DuplicatesSize {
  /** People in the registry, each with the application through which they came: first so many, then so many. */
  people: readonly [number, number];
}

/** What a search for duplicates cost. */
export interface SearchCost {
  people: number;
  /** Rows that PostgreSQL looked at. */
  rows: number;
  /** Pages that it read, 8 kB each. */
  pages: number;
}

/** What the proof found. */
export interface DuplicatesFinding {
  costs: SearchCost[];
  /** Everything that isn't as it must be. */
  faults: string[];
}

/** Applications of other people that wait. */
const open = 500;

/** How much more a search may cost in the larger registry. */
const mostTimes = 1.5;

/** Nobody's password: the database is on this machine, for as long as the proof. */
const password = 'the proof of duplicates';

/**
 * Possible duplicates are looked for in a registry, and again when it has become much larger: the same ones are found, and the search costs hardly more.
 * Counted is what PostgreSQL reads for the very statements of the product, under the row rules of an operator.
 */
export async function proveDuplicates({ people }: DuplicatesSize): Promise<DuplicatesFinding> {
  const folder = await mkdtemp(join(tmpdir(), 'qonaq-proof-'));
  // PostgreSQL's account must be able to pass through it when the product runs as root.
  await chmod(folder, 0o711);
  const server = await startEmbeddedDatabase({ folder, settings: { fsync: 'off', jit: 'off' } });
  const ownerUrl = await createDatabase(server.ownerUrl, 'proof');
  const database = new Client({ connectionString: ownerUrl });
  try {
    const mode = { demo: true, demoByDefault: true, demoAllowed: true };
    await setUp({ ownerUrl, passwords: { qonaq_iin: password }, ...mode, clock: { now: () => usualNow } });
    await database.connect();
    const [id, expected] = await theSoughtOne(database);
    await fill(database, 'REGISTERED', open);
    const costs: SearchCost[] = [];
    const faults: string[] = [];
    for (const count of people) {
      await fill(database, 'FORMED', count);
      const { found, ...cost } = await search(roleUrl(ownerUrl, 'qonaq_iin', password), id);
      costs.push({ people: count, ...cost });
      if (found.join() !== expected.join())
        faults.push(`among ${count} people ${found.join()} were found, not ${expected.join()}`);
    }
    const [small, large] = costs as [SearchCost, SearchCost];
    for (const what of ['rows', 'pages'] as const)
      if (large[what] > small[what] * mostTimes) faults.push(`${what}: ${small[what]}, then ${large[what]}`);
    return { costs, faults };
  } finally {
    await database.end();
    await server.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/**
 * Somebody with names as others have them and an open application, and six in the registry who may be the same person, two of them by what was corrected since;
 * answers its id, and theirs.
 */
async function theSoughtOne(database: Client): Promise<[string, string[]]> {
  const sought = newId();
  const [respelled, swapped, holder, single, married, renewed] = [newId(), newId(), newId(), newId(), newId(), newId()];
  const name = (surname: string | null, givenNames: string) =>
    JSON.stringify({ surname, givenNames, patronymic: null });
  const rows = [
    [sought, 'IN_REVIEW', name('DEMIROVA', 'LENARA'), name('Демирова', 'Ленара'), '1984-03-07', 'FA1234567'],
    [respelled, 'FORMED', name('DAMIROVA', 'LINORA'), name('Дамирова', 'Линора'), '1984-03-07', 'AA7654321'],
    [swapped, 'FORMED', name('LENARA', 'DEMIROVA'), name('Ленара', 'Демирова'), '1984-07-03', 'AA7654322'],
    [holder, 'FORMED', name('NAZAROVA', 'LOLA'), name('Назарова', 'Лола'), '1990-11-30', 'FA1234567'],
    [single, 'FORMED', name(null, 'LEMARA DEMIROVA'), name(null, 'Лемара Демирова'), '1984-03-07', 'AA7654323'],
    [married, 'FORMED', name('DEMIROVA', 'LENARA'), name('Демирова', 'Ленара'), '1984-03-07', 'AA7654324'],
    [renewed, 'FORMED', name('NAZAROVA', 'LOLA'), name('Назарова', 'Лола'), '1991-11-30', 'AA7654325'],
  ];
  for (const row of rows) await insertPeople(database, 'select $1::uuid, $2, $3::jsonb, $4::jsonb, $5::date, $6', row);
  await correct(database, married, name('NAZAROVA', 'LENARA'), 'AA7654324');
  await correct(database, renewed, name('NAZAROVA', 'LOLA'), 'FA1234567');
  return [sought, [respelled, swapped, holder, single, married, renewed].toSorted()];
}

/** Gives a record a second version, with another name in Latin letters or another travel document. */
async function correct(database: Client, id: string, latinName: string, document: string): Promise<void> {
  await database.query(
    `insert into iin.record_version (id, record_id, version, application_id, office_id, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship, travel_document, recorded_at, recorded_by)
     select gen_random_uuid(), record_id, 2, gen_random_uuid(), office_id, $2, jsonb_build_object('surname', 'Назарова', 'givenNames', cyrillic_name ->> 'givenNames'), birth_date, birth_place, sex, citizenship, jsonb_build_object('issuingCountry', 'UZB', 'number', $3::text), recorded_at, recorded_by
       from iin.record_version where record_id = $1`,
    [id, latinName, document],
  );
}

/**
 * Inserts people of 3,000 surnames and 600 given names who were born in 60 years, with applications in a state, until there are so many. Of every tenth
 * the names sound otherwise in Cyrillic; every fiftieth has a single name.
 */
async function fill(database: Client, state: 'REGISTERED' | 'FORMED', people: number): Promise<void> {
  const oneOf = (count: number, what: string) =>
    `(hashtext('${state} ${what} ' || place) & x'7fffffff'::int) % ${count}`;
  const word = (number: string, letters: string) => `translate((${number})::text, '0123456789', '${letters}')`;
  const name = (letters: string) =>
    `jsonb_build_object('surname', ${word(`1000 + ${oneOf(3_000, 'surname')}`, letters)}, 'givenNames', case when place % 50 <> 1 then ${word(`100 + ${oneOf(600, 'given name')}`, letters)} end)`;
  await insertPeople(
    database,
    `select gen_random_uuid(), '${state}', ${name('BDKLMNPRSV')}, case when place % 10 = 0 then ${name('ВСРПНМЛКДБ')} else ${name('БДКЛМНПРСВ')} end, date '1950-01-01' + ${oneOf(21_900, 'day')}, '${state} ' || place
       from generate_series((select count(*) from iin.application where state = '${state}') + 1, $1::bigint) as place`,
    [people],
  );
  await database.query('vacuum analyze iin.application, iin.record, iin.record_version');
}

/**
 * Inserts people, each with an application, and with a record and its first version when that is formed.
 *
 * @param selection selects id, state, the names in Latin and in Cyrillic letters, date of birth, and number of the travel document.
 */
async function insertPeople(database: Client, selection: string, values: unknown[]): Promise<void> {
  const { id: account, officeId: office } = demoAccount('consul')!;
  const shared = `office_id, latin_name, cyrillic_name, birth_date, birth_place, sex, citizenship`;
  const sharedValues = `'${office}', latin, cyrillic, born, 'X', 'UNSPECIFIED', 'UZB'`;
  const document = `jsonb_build_object('issuingCountry', 'UZB', 'number', document)`;
  const moment = `'${usualNow.toString()}'`;
  await database.query(
    `with person (id, state, latin, cyrillic, born, document) as materialized (${selection}),
     applied as (
       insert into iin.application (id, kind, number, category, channel, state, applicant_id, applicant_version, ${shared}, presented, registered_at, registered_by, due_at, delivered_at)
       select id, 'FORMATION', id, 'LEGAL_ENTITY_HEAD', 'MISSION', state, id, 1, ${sharedValues}, jsonb_build_object('travelDocument', ${document}), ${moment}, '${account}', ${moment}, ${moment} from person),
     recorded as (
       insert into iin.record (id, iin, application_id, ${shared}, formed_at, formed_by)
       select id, id, id, ${sharedValues}, ${moment}, '${account}' from person where state = 'FORMED')
     insert into iin.record_version (id, record_id, version, application_id, ${shared}, travel_document, recorded_at, recorded_by)
     select id, id, 1, id, ${sharedValues}, ${document}, ${moment}, '${account}' from person where state = 'FORMED'`,
    values,
  );
}

/** Who is found for an application in an operator's name, and what was read for it. */
async function search(url: string, id: string): Promise<{ found: string[] } & Omit<SearchCost, 'people'>> {
  const orm = await openDatabase(iin.entities, { url, poolSize: 1 });
  const { id: accountId, role, officeId, city } = demoAccount('iin_operator')!;
  const viewer = { accountId, role, officeId, city, scopes: new Set<string>(), expiresAt: 0 };
  const em = await beginAs(orm, viewer, { now: () => usualNow });
  const application = (await em.findOneOrFail(IinApplication, { id })) as IinApplication;
  const before = await readSoFar(em);
  const found = await duplicatesOf(em, application);
  const after = await readSoFar(em);
  await em.rollback();
  await orm.close();
  return {
    found: found.map((each) => each.id).toSorted(),
    rows: after.rows - before.rows,
    pages: after.pages - before.pages,
  };
}

/** What the present transaction has read of the subgraph's tables and of their indexes, whether it was in memory or not. */
async function readSoFar(em: EntityManager): Promise<{ rows: number; pages: number }> {
  const [counted] = await em.execute<{ rows: number; pages: number }[]>(
    `select sum(pg_stat_get_xact_tuples_returned(oid) + pg_stat_get_xact_tuples_fetched(oid)) filter (where relkind = 'r')::int as rows,
            sum(pg_stat_get_xact_blocks_fetched(oid))::int as pages
       from pg_class where relnamespace = 'iin'::regnamespace`,
  );
  return counted!;
}
