import type { Client } from 'pg';
import missions from '../../installation/reference/missions.json' with { type: 'json' };
import type { PersonInput } from '../support/counter.ts';
import { found, uneven } from './bookkeeping.ts';
import { Installation, victims } from './installation.ts';
import { carryOut, randomKills } from './kills.ts';
import { randomFrom } from './random.ts';
import { mutationsPerPerson, newPerson, registerPerson, sendMutation } from './register-person.ts';
import type { Acknowledged, Mutation } from './register-person.ts';
import { SteadyClient, Unanswered } from './steady-client.ts';
import { together } from './together.ts';

/** How large the proof is. */
export interface RegisteringSize {
  registrations: number;
  /** Counters at which people are registered in parallel, each of a mission of its own. */
  clients: number;
  /** How often the server, its database or both are killed meanwhile. */
  kills: number;
  seed: number;
}

/** What the proof found. */
export interface RegisteringFinding {
  /** People of whom everything was acknowledged. */
  done: number;
  /** People whose client gave up when it was not answered. */
  givenUp: number;
  /** Everything that isn't as it must be. */
  faults: string[];
}

/** Of so many clients one doesn't ask again: whether its last mutation was done, nobody told it. */
const hastyOneOf = 5;

/**
 * People are registered at several counters, with scans, consent and application, while the server and its database are killed again and again. What was
 * acknowledged is there exactly once, with its event and its line in the journal; what wasn't is there whole or not at all; the numbers have no gaps.
 */
export async function proveRegistering({
  registrations,
  clients,
  kills,
  seed,
}: RegisteringSize): Promise<RegisteringFinding> {
  await using installation = await Installation.inNewFolder();
  await installation.start();

  const over = new AbortController();
  const random = randomFrom(seed);
  const planned = randomKills(random, kills, registrations * mutationsPerPerson, victims);
  const people = Array.from({ length: registrations }, () => newPerson());
  const acknowledged: SentMutation[] = [];
  const ends = { done: 0, givenUp: 0 };
  const counters = missions.slice(0, clients).map(async ({ number }) => {
    const token = await installation.token('consul', number);
    const steady = new SteadyClient(installation.url, token, { over: over.signal });
    const hasty = new SteadyClient(installation.url, token, { over: over.signal, givesUp: true });
    for (let person = people.pop(); person; person = people.pop()) {
      const client = random.below(hastyOneOf) === 0 ? hasty : steady;
      ends[await registers(client, person, (mutation) => acknowledged.push({ ...mutation, client: steady }))] += 1;
    }
  });
  // Those who give up leave work undone: what is left to kill then is killed when everybody has ended.
  const progress = () => (ends.done + ends.givenUp === registrations ? Infinity : acknowledged.length);
  await together(over, [...counters, carryOut(planned, installation, progress, over.signal)]);

  await using database = await installation.database();
  const faults = await accounts(database, acknowledged);
  const before = await counts(database);
  faults.push(...(await repeat(acknowledged, clients)));
  const after = await counts(database);
  if (after !== before) faults.push(`the repeats changed something: ${before} before, ${after} after`);
  return { ...ends, faults };
}

interface SentMutation extends Acknowledged {
  /** Who may send it again. */
  client: SteadyClient;
}

async function registers(
  client: SteadyClient,
  person: PersonInput,
  tell: (acknowledged: Acknowledged) => void,
): Promise<'done' | 'givenUp'> {
  try {
    await registerPerson(client, person, tell);
    return 'done';
  } catch (error) {
    if (error instanceof Unanswered) return 'givenUp';
    throw error;
  }
}

/** Where each mutation leaves what: its rows, the ids in its events, the schema of its keys. */
const traces: Record<Mutation, { rows: string; events: string; schema: string }> = {
  registerApplicant: {
    rows: 'select id from applicants.applicant',
    events: `select case_id from applicants.event where kind = 'REGISTERED'`,
    schema: 'applicants',
  },
  attachDocument: {
    rows: 'select id from applicants.document',
    events: `select (details ->> 'documentId')::uuid from applicants.event where kind = 'DOCUMENT_ATTACHED'`,
    schema: 'applicants',
  },
  recordConsent: {
    rows: 'select id from applicants.consent',
    events: `select (details ->> 'consentId')::uuid from applicants.event where kind = 'CONSENT_GIVEN'`,
    schema: 'applicants',
  },
  registerIinApplication: {
    rows: 'select id from iin.application',
    events: `select case_id from iin.event where kind = 'REGISTERED'`,
    schema: 'iin',
  },
};

/** What must find nothing: somebody or something twice, or without what it belongs to. */
const contradictions: Record<string, string> = {
  'registered twice': `select travel_document ->> 'number' as number from applicants.applicant group by 1 having count(*) > 1`,
  'attached twice': 'select applicant_id, kind from applicants.document group by 1, 2 having count(*) > 1',
  'consented twice': 'select applicant_id from applicants.consent group by 1 having count(*) > 1',
  'applied twice': 'select applicant_id from iin.application group by 1 having count(*) > 1',
  'a document of nobody':
    'select id from applicants.document where applicant_id not in (select id from applicants.applicant)',
  'a consent of nobody':
    'select id from applicants.consent where applicant_id not in (select id from applicants.applicant)',
  'an application of nobody':
    'select id from iin.application where applicant_id not in (select id from applicants.applicant)',
  'an event of nobody': `select id from applicants.event where case_id not in (select id from applicants.applicant)
    union all select id from iin.event where case_id not in (select id from iin.application)`,
  'refused to accept': 'select id, reasons from iin.acceptance_refusal',
  'a gap before, or a double': `select number from (
      select number, row_number() over (partition by left(number, 9) order by number) as place from iin.application
    ) as counted where number !~ '^IIN-[0-9]{4}-[0-9]{6}$' or right(number, 6)::int <> place`,
  'the counter is elsewhere': `select * from iin.number_counter counter
    where last <> (select count(*) from iin.application where number like format('%s-%s-%%', counter.series, counter.year))`,
};

async function accounts(database: Client, acknowledged: readonly SentMutation[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [mutation, { rows, events, schema }] of Object.entries(traces)) {
    const ids = acknowledged.filter((each) => each.mutation === mutation).map(({ id }) => id);
    const missing = `select id from unnest($1::uuid[]) as told (id) where id not in (${rows})`;
    faults.push(
      ...(await uneven(database, mutation, {
        rows,
        events,
        // The first subject is what came out; the others are whom it concerns.
        'lines of the journal': `select subjects[1] from audit.journal where kind = 'COMMAND' and action = '${mutation}'`,
        'remembered keys': `select outcome_id from ${schema}.idempotency_key where command = '${mutation}'`,
      })),
      ...(await found(database, `${mutation} was acknowledged, and is not there`, missing, [ids])),
    );
    if (new Set(ids).size !== ids.length) faults.push(`${mutation} was acknowledged twice with one id`);
  }
  for (const [what, statement] of Object.entries(contradictions))
    faults.push(...(await found(database, what, statement)));
  return faults;
}

/** Sends everything that was acknowledged once more, with its key. */
async function repeat(acknowledged: readonly SentMutation[], clients: number): Promise<string[]> {
  const faults: string[] = [];
  const left = [...acknowledged];
  const repeating = Array.from({ length: clients }, async () => {
    for (let sent = left.pop(); sent; sent = left.pop()) {
      const id = await sendMutation(sent.client, sent.mutation, sent.input);
      if (id !== sent.id) faults.push(`${sent.mutation} answered ${sent.id}, then ${id}`);
    }
  });
  await Promise.all(repeating);
  return faults;
}

/** How many rows there are of all that commands write. */
async function counts(database: Client): Promise<string> {
  const tables = [
    ...['applicant', 'document', 'consent', 'event', 'idempotency_key'].map((table) => `applicants.${table}`),
    ...['application', 'acceptance_refusal', 'event', 'idempotency_key'].map((table) => `iin.${table}`),
    `audit.journal where kind = 'COMMAND'`,
  ];
  const { rows } = await database.query(
    `select ${tables.map((table, index) => `(select count(*) from ${table}) as "${index}"`).join(', ')}`,
  );
  return JSON.stringify(rows[0]);
}
