import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { contents } from '../support/contents.ts';
import { apply, attach, presentHead, registerPerson } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Without its line in the journal nothing is shown and nothing is done: when the disk is full, when the connection is cut in the middle, and when the subgraph of the journal is away.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
let person: string;
let document: string;
let application: string;
beforeAll(async () => {
  product = await startTestProduct();
  [consul, operator] = [product.as('consul'), product.as('iin_operator')];
  person = await registerPerson(consul);
  document = await attach(consul, person, 'IDENTITY_DOCUMENT');
  application = await apply(consul, await presentHead(consul));
});
afterAll(() => product.close());

const read = 'query Unwritten($id: ID!) { applicant(id: $id) { id latinName { surname } } }';
const take =
  'mutation Unwritten($input: IinApplicationInput!) { takeIinApplication(input: $input) { application { id } } }';

/** Each way in which personal data leave or change, or a refusal is told: the codes and all that was answered. */
const ways: Record<string, () => Promise<{ codes: string[]; answer: string }>> = {
  reading: () => inGraph(consul, read, { id: person }),
  'asking in vain': () => inGraph(product.as('consul', { mission: 1 }), read, { id: person }),
  'a command': () => inGraph(operator, take, { input: { id: application, expectedVersion: 1 } }),
  'a refused command': () => inGraph(operator, take, { input: { id: application, expectedVersion: 9 } }),
  'an operation that is refused': () => inGraph(consul, 'query Unwritten { journal { totalCount } }', {}),
  'a download': async () => {
    const response = await consul.get(`/documents/${document}`);
    const answer = await response.text();
    if (response.status !== 503) return { codes: [String(response.status)], answer };
    const { errors } = JSON.parse(answer) as { errors: { message: string; extensions: { code: string } }[] };
    return {
      codes: errors.map(({ extensions }) => extensions.code),
      answer: errors.map(({ message }) => message).join(),
    };
  },
};

async function inGraph(client: GraphClient, query: string, variables: Record<string, unknown>) {
  const { codes, data, errors } = await client.send(query, variables);
  return { codes, answer: JSON.stringify({ data, messages: errors.map(({ message }) => message) }) };
}

function expectNothing({ codes, answer }: { codes: string[]; answer: string }): void {
  expect(codes).toEqual(['UNAVAILABLE']);
  expect(answer).not.toMatch(/MUSTERMANN|%PDF|[0-9a-f]{8}-[0-9a-f]{4}-/);
  expect(answer).not.toMatch(/journal|disk|space|extend|terminat/i);
}

async function expectAllWell(): Promise<void> {
  await eventually(async () => expect((await ways.reading!()).codes).toEqual([]));
  const answered = Object.fromEntries(
    await Promise.all(
      (['asking in vain', 'a refused command', 'an operation that is refused', 'a download'] as const).map(
        async (way) => [way, (await ways[way]!()).codes] as const,
      ),
    ),
  );
  expect(answered).toEqual({
    'asking in vain': ['NOT_FOUND'],
    'a refused command': ['CONFLICT'],
    'an operation that is refused': ['FORBIDDEN'],
    'a download': ['200'],
  });
}

test.each(Object.keys(ways))('the connection is cut while it is written: %s', async (way) => {
  const before = await contents(product.database);
  const blocker = new Client({ connectionString: product.databaseUrl });
  await blocker.connect();
  await blocker.query('begin; lock table audit.journal in exclusive mode');
  const answer = ways[way]!();
  // What waits for the lock is what writes the line, in the middle of its transaction.
  const cut = async () => {
    const { rows } = await product.database.query<{ ended: boolean }>(
      `select pg_terminate_backend(pid) as ended from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock' and query like '%insert into audit.journal%'`,
    );
    return rows.length;
  };
  try {
    await eventually(async () => expect(await cut()).toBeGreaterThan(0));
    expectNothing(await answer);
  } finally {
    await blocker.query('rollback');
    await blocker.end();
  }
  expect(await contents(product.database)).toEqual(before);
  await expectAllWell();
});

test('the disk is full', async () => {
  const disk = await smallDisk();
  if (!disk) {
    process.emitWarning('Not tried: no file system can be mounted here, so that no disk is full.');
    return;
  }
  try {
    await product.database.query(`create tablespace small location '${disk.folder}'`);
    await product.database.query('alter table audit.journal_2026_03 set tablespace small');
    await product.database.query('alter table audit.journal_mark set tablespace small');
    await disk.fill();
    // What room is left in the last block is used up first.
    for (let more = true; more;) more = (await ways.reading!()).codes.length === 0;
    const before = await contents(product.database);
    product.log.length = 0;
    for (const way of Object.values(ways)) expectNothing(await way());
    expect(product.log.some((line) => line.includes('53100'))).toBe(true);
    expect(await contents(product.database)).toEqual(before);
    await disk.free();
    await expectAllWell();
  } finally {
    await disk.free();
    await product.database.query('alter table audit.journal_2026_03 set tablespace pg_default');
    await product.database.query('alter table audit.journal_mark set tablespace pg_default');
    await product.database.query('drop tablespace if exists small');
    await disk.unmount();
  }
});

/** A file system of its own of 16 MB, for the account of PostgreSQL; nothing where none can be mounted. */
async function smallDisk() {
  const run = promisify(execFile);
  const mount = await mkdtemp(join(tmpdir(), 'qonaq-disk-'));
  await chmod(mount, 0o711);
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', mount]);
  } catch {
    await rm(mount, { recursive: true });
    return undefined;
  }
  const { rows } = await product.database.query<{ folder: string }>(
    `select current_setting('data_directory') as folder`,
  );
  const { uid, gid } = await stat(rows[0]!.folder);
  const folder = join(mount, 'tables');
  await run('install', ['-d', '-m', '700', '-o', String(uid), '-g', String(gid), folder]);
  const filling = join(mount, 'filling');
  return {
    folder,
    fill: () => writeFile(filling, Buffer.alloc(16 * 1024 * 1024)).catch(() => undefined),
    free: () => rm(filling, { force: true }),
    unmount: async () => {
      await run('umount', [mount]);
      await rm(mount, { recursive: true });
    },
  };
}
