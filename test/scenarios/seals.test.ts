import { execFile } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { verifyBundle } from '../../installation/archive/verify-bundle.ts';
import type { BundleFindings } from '../../installation/archive/verify-bundle.ts';
import { writeBundle } from '../../installation/archive/write-bundle.ts';
import { roleUrl } from '../../installation/database/external.ts';
import { noteRunning } from '../../installation/running.ts';
import { readHeads } from '../../subgraphs/audit/commands/heads.ts';
import { audit } from '../../subgraphs/audit/index.ts';
import { beginAs, openDatabase } from '../../subgraphs/kit/orm/database.ts';
import { newSealKey, publicKeysOf } from '../../subgraphs/kit/seals/sealing.ts';
import type { Sealing } from '../../subgraphs/kit/seals/sealing.ts';
import { systemViewer } from '../../subgraphs/kit/viewer/system.ts';
import { registerPerson } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import { rolePasswords } from '../support/databases.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { runJob, stopSchedule } from '../support/queue.ts';

// An auditor must be able to trust what is read: the journal is sealed, and whoever owns the database can't change it unnoticed.

let product: TestProduct;
let bundle: string;
let key: string;
let heads: string;
beforeAll(async () => {
  product = await startTestProduct({ sealing: true });
  await stopSchedule(product, 'audit.sealJournal');
  const { folder, url, databaseUrl } = product;
  heads = join(folder, 'seals');
  bundle = join(folder, 'journal.ndjson');
  key = join(folder, 'seal-key.json');
  await noteRunning(folder, { url, publicUrl: url, demo: true, databaseUrl });
  await writeFile(join(folder, 'secrets.json'), JSON.stringify({ passwords: rolePasswords }));
  await writeFile(key, JSON.stringify(publicKeysOf(sealing())[0]));
});
afterAll(() => product.close());

/** A minute later something for the journal to tell, then a seal over it; answers the ids of the lines that the seal covers. */
async function sealSomething(): Promise<string[]> {
  product.clock.set(product.clock.now().add({ minutes: 1 }).toString());
  const before = new Set(await ids());
  await registerPerson(product.as('consul'));
  await sealAll();
  return (await ids()).filter((id) => !before.has(id));
}

/** Seals until nothing is left: what is younger than a transaction of another test's database waits for that. */
async function sealAll(): Promise<void> {
  await eventually(async () => {
    await seal();
    const { rowCount } = await product.database.query(
      `select from audit.journal where coalesce((epoch, written_by) >= (select epoch, until_transaction from audit.seal order by number desc limit 1), true)`,
    );
    if (rowCount) throw new Error(`${rowCount} lines are not sealed`);
  });
}

/** That lines were changed: each found in its seal. */
async function changed(lines: readonly string[]): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const entryId of lines) faults.push({ kind: 'ENTRY_CHANGED', seal: await sealOf(entryId), entryId });
  return faults;
}

/** The number of the seal that covers a line. */
async function sealOf(id: string): Promise<number> {
  const { rows } = await product.database.query<{ number: number }>(
    `select number from audit.journal entry join audit.seal on seal.epoch = entry.epoch
       and entry.written_by >= seal.from_transaction and entry.written_by < seal.until_transaction where id = $1`,
    [id],
  );
  return rows[0]!.number;
}

const seal = () => runJob(product, 'audit.sealJournal');

async function ids(): Promise<string[]> {
  const { rows } = await product.database.query<{ id: string }>('select id from audit.journal order by id');
  return rows.map(({ id }) => id);
}

async function seals(): Promise<{ number: number; jws: string }[]> {
  return (
    await product.database.query<{ number: number; jws: string }>('select number, jws from audit.seal order by number')
  ).rows;
}

interface Fault {
  kind: string;
  seal: number | null;
  entryId: string | null;
}

/** What the auditor is told. */
async function verified(): Promise<{ sound: boolean; faults: Fault[] }> {
  const { verifySeals } = await product
    .as('auditor')
    .ask('{ verifySeals(first: 1000) { sound next faults { kind seal entryId } } }');
  expect(verifySeals.next).toBeNull();
  return verifySeals;
}

/** What is found with the exported journal, the public key and the heads, and without the product. */
async function verifiedOffline(from = '2026-01-01', until = '2027-01-01'): Promise<BundleFindings> {
  await rm(bundle, { force: true });
  const url = roleUrl(product.databaseUrl, 'qonaq_audit', rolePasswords.qonaq_audit!);
  const orm = await openDatabase(audit.entities, { url, poolSize: 1 });
  const em = await beginAs(orm, systemViewer('audit'), product.clock);
  const begins = (day: string) => Temporal.Instant.from(`${day}T00:00:00+05:00`);
  await writeBundle(em, bundle, { from: begins(from), until: begins(until) }, product.clock.now());
  await em.rollback();
  await orm.close();
  return verifyBundle(bundle, publicKeysOf(sealing()), heads);
}

function sealing(): Sealing {
  return { key: product.keys.seals, formerKeys: [], headsFolder: heads };
}

/** Does something as the owner of the database, expects that both find just this, and undoes it. */
async function findsTampering(statement: string, faults: Fault[], undo: string): Promise<void> {
  await product.database.query(statement);
  try {
    expect(await verified()).toMatchObject({ sound: false, faults });
    expect((await verifiedOffline()).faults).toEqual(
      faults.map(({ kind, seal, entryId }) =>
        [kind, seal !== null && `seal ${seal}`, entryId && `line ${entryId}`].filter(Boolean).join(', '),
      ),
    );
  } finally {
    await product.database.query(undo);
  }
  expect(await verified()).toMatchObject({ sound: true });
}

describe('The sealer', () => {
  test('seals what was written, each seal after the one before, and writes the signed heads outside the database', async () => {
    const lines = await sealSomething();
    expect(lines.length).toBeGreaterThan(1);
    await sealSomething();
    const numbers = (await seals()).map(({ number }) => number);
    expect(numbers.length).toBeGreaterThanOrEqual(2);
    expect(numbers).toEqual(Array.from(numbers, (_number, place) => place + 1));
    expect([...(await readHeads(heads))]).toEqual((await seals()).map(({ number, jws }) => [number, jws]));
    expect(await verified()).toEqual({ sound: true, next: null, faults: [] });
  });

  test('where nothing happened makes no seal, also run twice; its own work is no line', async () => {
    await seal();
    await sealAll();
    const before = { seals: (await seals()).length, lines: (await ids()).length };
    await seal();
    await seal();
    expect({ seals: (await seals()).length, lines: (await ids()).length }).toEqual(before);
  });

  test('waits for no writer, and no writer for it: what a transaction wrote that still ran comes into a later seal', async () => {
    const writer = new Client({ connectionString: product.databaseUrl });
    await writer.connect();
    await writer.query('begin');
    await writer.query(
      `insert into audit.journal (id, at, request_id, kind, action, subjects, outcome) values
         ('01964631-f000-7000-8000-00000000beef', '2026-03-02T11:00:00+05:00', 'slow', 'COMMAND', 'slow', '{}', 'DONE')`,
    );
    const before = (await seals()).length;
    await registerPerson(product.as('consul'));
    await seal();
    // The line of the transaction that runs began before: what is younger waits with it.
    expect((await seals()).length).toBe(before);
    await writer.query('commit');
    await writer.end();
    await sealAll();
    expect(await sealOf('01964631-f000-7000-8000-00000000beef')).toBe(before + 1);
    expect(await verified()).toMatchObject({ sound: true });
  });

  test('killed after the seal and before the head is outside, writes it the next time', async () => {
    await rm(heads, { recursive: true });
    await seal();
    expect([...(await readHeads(heads)).keys()]).toEqual((await seals()).map(({ number }) => number));
  });

  test('goes on in a database that was restored, whose transactions begin anew', async () => {
    const { database } = product;
    await sealAll();
    const [last] = (await seals()).slice(-1);
    await registerPerson(product.as('consul'));
    // As if the lines so far came from a database with larger numbers.
    await database.query(`update audit.journal set written_by = '900000000000' where written_by >=
      (select until_transaction from audit.seal order by number desc limit 1)`);
    await database.query('alter table audit.journal alter column epoch set default 2');
    await registerPerson(product.as('consul'));
    await sealAll();
    const { rows } = await database.query(
      'select epoch from audit.seal where number > $1 group by epoch order by epoch',
      [last!.number],
    );
    expect(rows).toEqual([{ epoch: 1 }, { epoch: 2 }]);
    expect(await verified()).toMatchObject({ sound: true });
  });
});

describe('Whoever owns the database', () => {
  let lines: string[];
  let number: number;
  beforeEach(async () => {
    lines = await sealSomething();
    number = await sealOf(lines[0]!);
    await sealSomething();
  });

  test('and changes a line', async () => {
    await findsTampering(
      `update audit.journal set account_id = null where id = '${lines[1]}'`,
      await changed([lines[1]!]),
      `update audit.journal set account_id = (select account_id from audit.journal where id = '${lines[0]}') where id = '${lines[1]}'`,
    );
  });

  test('and removes a line', async () => {
    await findsTampering(
      `create table public.kept as select * from audit.journal where id = '${lines[0]}';
       delete from audit.journal where id = '${lines[0]}'`,
      [{ kind: 'ENTRY_REMOVED', seal: number, entryId: lines[0]! }],
      'insert into audit.journal select * from public.kept; drop table public.kept',
    );
  });

  test('and puts a line in among those that are sealed, or beside all of them', async () => {
    const id = '01964631-f000-7000-8000-00000000cafe';
    const insert = (writtenBy: string, epoch = '2') =>
      `insert into audit.journal (id, at, request_id, kind, action, subjects, outcome, written_by, epoch)
         select '${id}', at, 'r', 'COMMAND', 'formIin', '{}', 'DONE', ${writtenBy}, ${epoch} from audit.journal where id = '${lines[0]}'`;
    const remove = `delete from audit.journal where id = '${id}'`;
    await findsTampering(insert('written_by'), [{ kind: 'ENTRY_INSERTED', seal: number, entryId: id }], remove);
    await findsTampering(insert(`'1'`, '0'), [{ kind: 'ENTRY_INSERTED', seal: null, entryId: id }], remove);
  });

  test('and exchanges two lines', async () => {
    const exchange = `update audit.journal one set request_id = other.request_id, action = other.action, kind = other.kind, subjects = other.subjects
      from audit.journal other where (one.id, other.id) in (('${lines[0]}', '${lines[1]}'), ('${lines[1]}', '${lines[0]}'))`;
    await findsTampering(exchange, await changed([lines[0]!, lines[1]!]), exchange);
  });

  test('and exchanges two months', async () => {
    product.clock.set('2026-04-06T12:00:00+05:00');
    const other = await sealSomething();
    const exchange = `update audit.journal set at = case when at < '2026-04-01' then at + interval '35 days' else at - interval '35 days' end
      where id = any('{${[...lines, ...other].join()}}')`;
    await findsTampering(exchange, await changed([...lines, ...other]), exchange);
  });

  test('and cuts the end off, seals and lines alike: the heads outside tell', async () => {
    const last = (await seals()).length;
    const cut = `from audit.journal where (epoch, written_by) >= (select epoch, from_transaction from audit.seal where number = ${last})`;
    await findsTampering(
      `create table public.kept as select * ${cut}; create table public.seals as select * from audit.seal where number = ${last};
       delete ${cut}; delete from audit.seal where number = ${last}`,
      [{ kind: 'END_CUT_OFF', seal: last, entryId: null }],
      'insert into audit.journal select * from public.kept; insert into audit.seal select * from public.seals; drop table public.kept, public.seals',
    );
  });

  test('and removes a seal with its lines from the middle', async () => {
    const between = `from audit.journal entry using audit.seal where seal.number = ${number} and entry.epoch = seal.epoch
      and entry.written_by >= seal.from_transaction and entry.written_by < seal.until_transaction`;
    await findsTampering(
      `create table public.kept as select entry.* ${between.replace('using audit.seal where', 'join audit.seal on true where')};
       delete ${between};
       create table public.seals as select * from audit.seal where number = ${number}; delete from audit.seal where number = ${number}`,
      [{ kind: 'SEAL_REMOVED', seal: number, entryId: null }],
      'insert into audit.journal select * from public.kept; insert into audit.seal select * from public.seals; drop table public.kept, public.seals',
    );
  });
});

describe('The exported journal', () => {
  const command = (...given: string[]) => run('installation/archive/verify-seals-command.ts', ...given);

  test('of a period holds its seals and no others', async () => {
    await sealAll();
    product.clock.set('2026-05-04T12:00:00+05:00');
    const numbers = new Set((await changed(await sealSomething())).map(({ seal }) => seal));
    product.clock.set('2026-05-06T12:00:00+05:00');
    await sealSomething();
    const { faults, summary } = await verifiedOffline('2026-05-04', '2026-05-05');
    expect(faults).toEqual([]);
    expect(summary).toMatch(new RegExp(`^${numbers.size} seals over \\d+ lines; 0 lines not sealed yet; `));
  });

  test('is exported by one command and verified by another, with the public key alone', async () => {
    const [from, until] = ['2026-01-01', '2027-01-01'];
    await rm(bundle, { force: true });
    expect(await run('installation/admin/admin-command.ts', 'export-journal', from, until, bundle)).toMatchObject({
      code: 0,
      complaint: '',
    });
    expect(await command(bundle, '--key', key)).toEqual({
      code: 0,
      complaint: '',
      output: expect.stringMatching(
        /^\d+ seals over \d+ lines; .* that the end was cut off would not be found. Sound.\n$/,
      ),
    });
    expect((await command(bundle, '--key', key, '--heads', heads)).output).toMatch(
      /exported 2026-\S+Z; \d+ heads from outside compared. Sound./,
    );
    const another = join(product.folder, 'another-key.json');
    await writeFile(another, JSON.stringify(publicKeysOf({ ...sealing(), key: await newSealKey() })[0]));
    expect(await command(bundle, '--key', another)).toMatchObject({
      code: 1,
      output: expect.stringMatching(/^SEAL_CHANGED, seal 1\n/),
    });
  });

  test('that was cut off is none', async () => {
    const cut = (await readFile(bundle, 'utf8')).split('\n').slice(0, 5).join('\n');
    await writeFile(bundle, cut);
    expect(await command(bundle, '--key', key)).toMatchObject({
      code: 2,
      complaint: expect.stringMatching(/was cut off/),
    });
  });
});

test('A question verifies a part of many seals, and tells where to go on', async () => {
  const auditor = product.as('auditor');
  const ask = (after: number, first: number) =>
    auditor.ask(`{ verifySeals(after: ${after}, first: ${first}) { sound seals next sealedUntil } }`);
  expect((await ask(0, 2)).verifySeals).toMatchObject({ sound: true, seals: 2, next: 2 });
  expect((await ask(2, 2)).verifySeals).toMatchObject({ sound: true, seals: 2, next: 4 });
  const { codes } = await auditor.send('{ verifySeals(first: 1001) { sound } }');
  expect(codes).toEqual(['BAD_USER_INPUT']);
});

function run(...command: string[]): Promise<{ code: number; output: string; complaint: string }> {
  const env = { ...process.env, NODE_OPTIONS: '', QONAQ_DATA: product.folder };
  return new Promise((resolve) =>
    execFile(process.execPath, ['--import', 'tsx', ...command], { env }, (error, output, complaint) =>
      resolve({ code: error ? Number(error.code) : 0, output, complaint }),
    ),
  );
}
