import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { found, uneven } from './bookkeeping.ts';
import { Installation } from './installation.ts';
import { carryOut, randomKills } from './kills.ts';
import { randomFrom } from './random.ts';
import { newPerson, registerPerson } from './register-person.ts';
import { SteadyClient } from './steady-client.ts';
import type { Answer } from './steady-client.ts';
import { together } from './together.ts';
import { usableNumbers } from './usable-numbers.ts';

/** How large the proof is. */
export interface FormingSize {
  /** Applications of people who were born on one day, all formed at once. */
  applications: number;
  /** How many numbers of the day are still free (all when it has fewer); the others are in use already. */
  free: number;
  /** How often the server is killed meanwhile. */
  kills: number;
  /** How long the jobs that follow are waited for, in milliseconds. */
  patience: number;
  seed: number;
}

/** What the proof found. */
export interface FormingFinding {
  given: number;
  usedUp: number;
  /** How often a client had to ask again, because no answer came, or the one that there is none now. */
  repeats: number;
  /** Jobs that have yet to note a number at its applicant: a killed server was at them, and they are given back later. */
  waiting: number;
  /** Everything that isn't as it must be. */
  faults: string[];
}

const birthDate = '1985-03-12';

const formIin =
  'mutation FormIin($input: IinApplicationInput!) { formIin(input: $input) { application { id state iin } } }';

/** Connections of each subgraph to the database. */
const pool = '20';

/**
 * Numbers are formed for one date of birth in the same moment, more than it has: each is given exactly once, and who comes too late is told that they are
 * used up. With kills the server dies in between, and the clients repeat with their keys: the end is the same.
 */
export async function proveForming({
  applications,
  free,
  kills,
  patience,
  seed,
}: FormingSize): Promise<FormingFinding> {
  await using installation = await Installation.inNewFolder({ DATABASE_POOL: pool });
  await installation.start();
  const ids = await prepareApplications(installation, applications);
  const expected = await leaveFree(installation, free);

  const over = new AbortController();
  const client = new SteadyClient(installation.url, await installation.token('iin_operator'), { over: over.signal });
  const answers: GivenAnswer[] = [];
  const forming = ids.map(async (id) => {
    answers.push({
      id,
      ...(await client.send(formIin, { input: { id, expectedVersion: 2, idempotencyKey: `form ${id}` } })),
    });
  });
  const planned = randomKills(randomFrom(seed), kills, expected.length, ['server']);
  await together(over, [...forming, carryOut(planned, installation, () => answers.length, over.signal)]);

  const { formed, usedUp, others } = sortAnswers(answers);
  await using database = await installation.database();
  const waiting = await jobsLeft(database, patience);
  const faults = [...others, ...differences(formed, expected), ...(await accounts(database, formed))];
  return { given: formed.length, usedUp: usedUp.length, repeats: client.repeats, waiting, faults };
}

/** One person goes the way to the operator's desk over the graph; the others are copies of that one's rows, made in SQL. */
async function prepareApplications(installation: Installation, count: number): Promise<string[]> {
  const consul = new SteadyClient(installation.url, await installation.token('consul'));
  const operator = new SteadyClient(installation.url, await installation.token('iin_operator'));
  const { applicantId, applicationId } = await registerPerson(consul, newPerson({ birthDate }));
  await operator.ask(
    'mutation Take($input: IinApplicationInput!) { takeIinApplication(input: $input) { application { id } } }',
    {
      input: { id: applicationId, expectedVersion: 1 },
    },
  );
  await using database = await installation.database();
  const applicants = Array.from({ length: count - 1 }, () => randomUUID());
  const applications = applicants.map(() => randomUUID());
  const ofApplicants = await copiedColumns(database, 'applicants.applicant');
  await database.query(
    `insert into applicants.applicant (${ofApplicants.join(', ')})
     select ${ofApplicants.map((column) => `copy.${column}`).join(', ')} from applicants.applicant original, unnest($2::uuid[]) as new (id),
       lateral jsonb_populate_record(original, jsonb_build_object('id', new.id)) as copy
     where original.id = $1`,
    [applicantId, applicants],
  );
  const ofApplications = await copiedColumns(database, 'iin.application');
  await database.query(
    `insert into iin.application (${ofApplications.join(', ')})
     select ${ofApplications.map((column) => `copy.${column}`).join(', ')} from iin.application original,
       unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[]) with ordinality as new (id, applicant_id, surname, given_names, place),
       lateral jsonb_populate_record(original, jsonb_build_object(
         'id', new.id, 'applicant_id', new.applicant_id, 'number', original.number || ' copy ' || new.place,
         'latin_name', jsonb_build_object('surname', new.surname, 'givenNames', new.given_names),
         'cyrillic_name', jsonb_build_object('surname', new.surname, 'givenNames', new.given_names),
         'presented', jsonb_set(original.presented, '{travelDocument,number}', to_jsonb('COPY' || new.place)))) as copy
     where original.id = $1`,
    [applicationId, applications, applicants, applications.map(() => newName()), applications.map(() => newName())],
  );
  return [applicationId, ...applications];
}

/** The columns of a table; what the database works out itself isn't copied. */
async function copiedColumns(database: Client, table: string): Promise<string[]> {
  const { rows } = await database.query<{ column: string }>(
    `select quote_ident(attname) as column from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
    [table],
  );
  return rows.map(({ column }) => column);
}

/** A name that sounds like no other: nobody is to be taken for somebody else. */
function newName(): string {
  return Array.from(randomBytes(12), (byte) => `${'BDFHKLMNPRSTV'[byte % 13]}A`).join('');
}

/** Notes numbers of the day as in use, all but so many, which lie spread over it; tells those that are left. */
async function leaveFree(installation: Installation, count: number): Promise<string[]> {
  const usable = usableNumbers(birthDate);
  const isFree = (index: number) =>
    Math.floor(((index + 1) * count) / usable.length) > Math.floor((index * count) / usable.length);
  await using database = await installation.database();
  await database.query(
    'insert into iin.number_in_use (iin, imported_at) select iin, $2 from unnest($1::text[]) as given (iin)',
    [usable.filter((_iin, index) => !isFree(index)), systemClock.now().toString()],
  );
  return usable.filter((_iin, index) => isFree(index));
}

interface GivenAnswer extends Answer<{ formIin: { application: { iin: string } } | null } | null> {
  /** Of which application. */
  id: string;
}

interface Formed {
  id: string;
  iin: string;
}

function sortAnswers(answers: readonly GivenAnswer[]) {
  const sorted = { formed: [] as Formed[], usedUp: [] as string[], others: [] as string[] };
  for (const { id, data, errors } of answers) {
    const iin = data?.formIin?.application.iin;
    const reasons = errors.map(({ extensions }) => extensions.reason ?? extensions.code);
    if (iin && errors.length === 0) sorted.formed.push({ id, iin });
    else if (reasons.join() === 'NUMBERS_USED_UP') sorted.usedUp.push(id);
    else sorted.others.push(`application ${id} was answered ${JSON.stringify({ data, errors })}`);
  }
  return sorted;
}

function differences(formed: readonly Formed[], expected: readonly string[]): string[] {
  const times = new Map(expected.map((iin) => [iin, 0]));
  for (const { iin } of formed) times.set(iin, (times.get(iin) ?? 1) + 1);
  return [...times]
    .filter(([, count]) => count !== 1)
    .map(([iin, count]) => `${iin}: given ${count} times, or in use before`);
}

/** What the database says, compared with itself and with what the clients were told. */
async function accounts(database: Client, formed: readonly Formed[]): Promise<string[]> {
  return [
    ...(await uneven(database, 'formed application', {
      applications: `select id from iin.application where state = 'FORMED'`,
      records: 'select application_id from iin.record',
      events: `select case_id from iin.event where kind = 'FORM'`,
      // The first subject is what came out; the others are whom it concerns.
      'lines of the journal': `select subjects[1] from audit.journal where kind = 'COMMAND' and action = 'formIin'`,
      'remembered keys': `select outcome_id from iin.idempotency_key where command = 'formIin'`,
    })),
    ...(await found(
      database,
      'the application and its record differ',
      `select application.id from iin.application left join iin.record on record.id = application.record_id
       where state = 'FORMED' and (application.iin, application.id) is distinct from (record.iin, record.application_id)`,
    )),
    ...(await found(
      database,
      'not formed, and yet changed',
      `select id from iin.application where state <> 'FORMED' and (state, version, iin) is distinct from ('IN_REVIEW', 2, null)`,
    )),
    ...(await found(
      database,
      'told otherwise than recorded',
      `select told.id, record.application_id from unnest($1::uuid[], $2::text[]) as told (id, iin)
         full join iin.record on record.application_id = told.id
       where told.iin is distinct from record.iin`,
      [formed.map(({ id }) => id), formed.map(({ iin }) => iin)],
    )),
    ...(await found(
      database,
      'the number is neither noted at its applicant nor going to be',
      `select record.application_id from iin.record join iin.application on application.id = record.application_id
         join applicants.applicant on applicant.id = application.applicant_id
       where applicant.iin is distinct from record.iin
         and not exists (select from graphile_worker.jobs where key = 'noteIin ' || record.id)`,
    )),
  ];
}

/** Waits until the numbers are noted at their applicants; tells how many jobs of it are left after all. */
async function jobsLeft(database: Client, patience: number): Promise<number> {
  const deadline = AbortSignal.timeout(patience);
  for (;;) {
    const { rows } = await database.query<{ left: number }>(
      `select count(*)::int as left from graphile_worker.jobs where task_identifier = 'applicants.noteIin'`,
    );
    const { left } = rows[0]!;
    if (left === 0 || deadline.aborted) return left;
    await sleep(100);
  }
}
