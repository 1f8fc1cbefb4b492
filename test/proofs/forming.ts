import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import { person } from '../support/counter.ts';
import { found, uneven } from './bookkeeping.ts';
import { Installation } from './installation.ts';
import { carryOut, randomKills } from './kills.ts';
import { randomFrom } from './random.ts';
import { registerPerson } from './register-person.ts';
import { SteadyClient } from './steady-client.ts';
import type { Answer } from './steady-client.ts';
import { usableNumbers } from './usable-numbers.ts';

/** How large the proof is. */
export interface FormingSize {
  /** Applications of people who were born on one day, all formed at once. */
  applications: number;
  /** How many of the day's numbers are still free; the others were imported as numbers in use. */
  free: number;
  /** How often the server is killed meanwhile. */
  kills: number;
  seed: number;
}

/** What the proof found. */
export interface FormingFinding {
  given: number;
  usedUp: number;
  /** Everything that isn't as it must be. */
  faults: string[];
}

const birthDate = '1985-03-12';

const formIin = `mutation FormIin($input: IinApplicationInput!) { formIin(input: $input) { application { id state iin } } }`;

/** Connections of each subgraph to the database. */
const pool = 20;

/** How long the jobs that follow may take, in milliseconds. */
const jobPatience = 120_000;

/**
 * Many operators' clients form numbers for one date of birth in the same moment, more than it has numbers: each number is given exactly once, and
 * who comes too late is told that they are used up. With kills: also when the server dies in between, and the clients repeat with their keys.
 */
export async function proveForming({ applications, free, kills, seed }: FormingSize): Promise<FormingFinding> {
  await using installation = await Installation.inNewFolder({ DATABASE_POOL: String(pool) });
  const over = new AbortController();
  try {
    await installation.start();
    const ids = await prepare(installation, applications, over.signal);
    const expected = await leaveFree(installation, free);
    const client = new SteadyClient(installation.url, await installation.token('iin_operator'), over.signal, kills === 0);
    let answered = 0;
    const answers = Promise.all(
      ids.map(async (id) => {
        const answer = await client.send(formIin, { input: { id, expectedVersion: 2, idempotencyKey: `form ${id}` } });
        answered += 1;
        return { id, answer };
      }),
    );
    const killing = carryOut(randomKills(randomFrom(seed), kills, expected.length, ['server']), installation, () => answered, over.signal);
    const [all] = await Promise.all([answers, killing]);
    const told = sort(all);
    return {
      given: told.formed.length,
      usedUp: told.usedUp.length,
      faults: [...told.others, ...differences(told.formed, expected), ...(await accounts(installation, told.formed))],
    };
  } finally {
    over.abort();
  }
}

/** One person goes the way to the operator's desk, over the graph; the others are copies of the rows of that one, in SQL. */
async function prepare(installation: Installation, applications: number, over: AbortSignal): Promise<string[]> {
  const consul = new SteadyClient(installation.url, await installation.token('consul'), over);
  const operator = new SteadyClient(installation.url, await installation.token('iin_operator'), over);
  const { applicantId, applicationId } = await registerPerson(consul, person({ birthDate, expiryDate: inFiveYears() }));
  await operator.ask('mutation Take($input: IinApplicationInput!) { takeIinApplication(input: $input) { application { version } } }', {
    input: { id: applicationId, expectedVersion: 1 },
  });
  const copies = Array.from({ length: applications - 1 }, () => [randomUUID(), randomUUID()] as const);
  const [applicants, cases] = [copies.map(([one]) => one), copies.map(([, other]) => other)];
  await asOwner(installation, async (database) => {
    await database.query(
      `insert into applicants.applicant
       select copy.* from applicants.applicant original, unnest($2::uuid[]) as new (id),
         lateral jsonb_populate_record(original, jsonb_build_object('id', new.id)) as copy
       where original.id = $1`,
      [applicantId, applicants],
    );
    await database.query(
      `insert into iin.application
       select copy.* from iin.application original, unnest($2::uuid[], $3::uuid[]) with ordinality as new (id, applicant_id, place),
         lateral jsonb_populate_record(original, jsonb_build_object(
           'id', new.id, 'applicant_id', new.applicant_id, 'number', original.number || '-' || new.place)) as copy
       where original.id = $1`,
      [applicationId, cases, applicants],
    );
  });
  return [applicationId, ...cases];
}

/** Notes numbers of the day as in use, all but so many, spread over the day; answers those that are left. */
async function leaveFree(installation: Installation, free: number): Promise<string[]> {
  const usable = usableNumbers(birthDate);
  const left = usable.filter((_number, index) => Math.floor((index * free) / usable.length) !== Math.floor(((index + 1) * free) / usable.length));
  const taken = usable.filter((number) => !left.includes(number));
  await asOwner(installation, (database) =>
    database.query('insert into iin.number_in_use (iin, imported_at) select iin, $2 from unnest($1::text[]) as given (iin)', [
      taken,
      systemClock.now().toString(),
    ]),
  );
  return left;
}

interface Formed {
  id: string;
  iin: string;
}

function sort(all: { id: string; answer: Answer }[]): { formed: Formed[]; usedUp: string[]; others: string[] } {
  const told = { formed: [] as Formed[], usedUp: [] as string[], others: [] as string[] };
  for (const { id, answer } of all) {
    const [error, ...more] = answer.errors;
    const iin = (answer.data as { formIin: { application: { iin: string } } | null } | undefined)?.formIin?.application.iin;
    if (iin && !error) told.formed.push({ id, iin });
    else if (error?.extensions.code === 'UNAVAILABLE' && error.extensions.reason === 'NUMBERS_USED_UP' && more.length === 0) told.usedUp.push(id);
    else told.others.push(`application ${id} was answered: ${JSON.stringify(answer)}`);
  }
  return told;
}

function differences(formed: readonly Formed[], expected: readonly string[]): string[] {
  const given = new Map<string, number>();
  for (const { iin } of formed) given.set(iin, (given.get(iin) ?? 0) + 1);
  return [
    ...expected.filter((iin) => !given.has(iin)).map((iin) => `${iin} was given to nobody`),
    ...[...given].filter(([, times]) => times > 1).map(([iin, times]) => `${iin} was given ${times} times`),
    ...[...given.keys()].filter((iin) => !expected.includes(iin)).map((iin) => `${iin} must not be given`),
  ];
}

/** What the database says, compared with what the clients were told, and with itself. */
function accounts(installation: Installation, formed: readonly Formed[]): Promise<string[]> {
  return asOwner(installation, async (database) => {
    const told = [formed.map(({ id }) => id), formed.map(({ iin }) => iin)];
    return [
      ...(await uneven(database, 'formed application', {
        applications: `select id from iin.application where state = 'FORMED'`,
        records: 'select application_id from iin.record',
        events: `select case_id from iin.event where kind = 'FORM'`,
        'lines of the journal': `select unnest(subjects) from audit.journal where kind = 'COMMAND' and action = 'formIin'`,
        'remembered keys': `select outcome_id from iin.idempotency_key where command = 'formIin'`,
      })),
      ...(await found(
        database,
        'the application and its record differ',
        `select application.id from iin.application left join iin.record on record.id = application.record_id
         where application.state = 'FORMED' and (application.iin, application.id, application.birth_date)
           is distinct from (record.iin, record.application_id, record.birth_date)`,
      )),
      ...(await found(database, 'not formed, and yet changed', `select id from iin.application where state <> 'FORMED' and (state, version, iin) is distinct from ('IN_REVIEW', 2, null)`)),
      ...(await found(
        database,
        'told otherwise than recorded',
        `select * from unnest($1::uuid[], $2::text[]) as told (id, iin) full join iin.record on record.application_id = told.id
         where told.iin is distinct from record.iin`,
        told,
      )),
      ...(await applicantsNotTold(database)),
    ];
  });
}

/** The number is noted at the applicant by a job: that must be done, or still in the queue. */
async function applicantsNotTold(database: Client): Promise<string[]> {
  const deadline = AbortSignal.timeout(jobPatience);
  const waiting = async () => (await database.query<{ count: string }>('select count(*) from graphile_worker.jobs where locked_at is null')).rows[0]!.count;
  while ((await waiting()) !== '0' && !deadline.aborted) await sleep(100);
  return found(
    database,
    'the number is not noted at its applicant',
    `select record.application_id from iin.record join iin.application on application.id = record.application_id
       join applicants.applicant on applicant.id = application.applicant_id
     where applicant.iin is distinct from record.iin`,
  );
}

async function asOwner<Value>(installation: Installation, work: (database: Client) => Promise<Value>): Promise<Value> {
  const database = await installation.database();
  try {
    return await work(database);
  } finally {
    await database.end();
  }
}

function inFiveYears(): string {
  return systemClock.now().toZonedDateTimeISO('Asia/Almaty').toPlainDate().add({ years: 5 }).toString();
}
