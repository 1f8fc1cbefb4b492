import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { pino } from 'pino';
import { installationConfiguration } from '../../installation/configuration.ts';
import { embeddedOwnerUrl } from '../../installation/database/embedded.ts';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { demoToken } from '../../installation/demo/tokens.ts';
import { openInstallation } from '../../installation/open.ts';
import type { OpenInstallation } from '../../installation/open.ts';
import { readRunning } from '../../installation/running.ts';
import { installationSecrets } from '../../installation/secrets.ts';
import { systemClock } from '../../subgraphs/kit/clock.ts';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import { attach, registerPerson, smallPdf } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import { GraphClient } from '../support/graph-client.ts';

// What an installation keeps is there again after a fire: restored with the product's own commands, from the backup and the secrets alone.

let temporary: string;
let home: string;
let backup: string;
let installation: OpenInstallation;
/** Who was registered before the backup began, with a scan each. */
const before: string[] = [];
let document: string;
beforeAll(async () => {
  temporary = await mkdtemp(join(tmpdir(), 'qonaq-backup-'));
  await chmod(temporary, 0o711);
  home = join(temporary, 'first');
  backup = join(temporary, 'backup');
  installation = await open(home);
  const consul = await as(home, 'consul');
  for (let each = 0; each < 3; each += 1) before.push(await registerPerson(consul));
  document = await attach(consul, before[0]!, 'APPLICATION_FORM');
  await sealed();
});
afterAll(async () => {
  await installation.close();
  await rm(temporary, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

test('while people work on, a backup is taken; restored, it holds what was acknowledged before, and the seals are sound', async () => {
  const consul = await as(home, 'consul');
  let working = true;
  const meanwhile: string[] = [];
  const work = (async () => {
    while (working) meanwhile.push(await registerPerson(consul));
  })();
  const taken = await admin(home, 'backup', backup);
  working = false;
  await work;
  expect(taken).toMatchObject({ code: 0, complaint: '' });
  expect(meanwhile.length).toBeGreaterThan(3);
  const after = await registerPerson(consul);
  await sealed();
  await installation.close();

  const second = await moved('second');
  expect(await admin(second, 'restore', backup)).toMatchObject({ code: 0 });
  installation = await open(second);
  const reader = await as(second, 'consul');
  const found = (ids: string[]) => Promise.all(ids.map((id) => known(reader, id)));
  expect(await found(before)).toEqual([true, true, true]);
  // One moment: those who were registered before it are there, those after it are not.
  const there = await found([...meanwhile, after]);
  expect(there).toEqual(there.toSorted((one, other) => Number(other) - Number(one)));
  expect(there.at(-1)).toBe(false);
  const scan = await reader.get(`/documents/${document}`);
  expect(Buffer.from(await scan.arrayBuffer()).equals(Buffer.from(smallPdf))).toBe(true);

  // It works on: numbers, jobs and seals go on where they ended.
  await registerPerson(reader);
  await sealed(second);
  const { verifySeals } = await (await as(second, 'auditor')).ask('{ verifySeals { sound seals faults { kind } } }');
  expect(verifySeals).toEqual({ sound: true, seals: expect.any(Number), faults: [] });
  expect(verifySeals.seals).toBeGreaterThan(1);
});

test('what was sealed after the backup is told to be lost, and its heads are kept as evidence', async () => {
  const third = await moved('third');
  await cp(join(home, 'seals'), join(third, 'seals'), { recursive: true });
  const { code, complaint } = await admin(third, 'restore', backup);
  expect(code).toBe(2);
  expect(complaint).toMatch(/sealed up to number \d+ before; the backup ends with \d+/);
});

test('a backup is unreadable with another key, and refused where something is there already', async () => {
  const other = join(temporary, 'other');
  await installationSecrets(other);
  expect(await admin(other, 'restore', backup)).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('another key'),
  });
  expect(await admin(join(temporary, 'second'), 'restore', backup)).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('There is a database'),
  });
  expect(await admin(join(temporary, 'nowhere'), 'restore', backup)).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('secrets.json'),
  });
});

test('a backup that lost a document, or whose table was exchanged, is not restored; nothing can be started from what was begun', async () => {
  const damaged = join(temporary, 'damaged');
  await cp(backup, damaged, { recursive: true });
  await cp(join(damaged, 'database/iin.event.age'), join(damaged, 'database/audit.journal.age'));
  const fourth = await moved('fourth');
  expect(await admin(fourth, 'restore', damaged)).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('audit.journal'),
  });
  await expect(readFile(join(fourth, 'database/PG_VERSION'))).rejects.toThrow('ENOENT');

  await rm(join(damaged, 'documents'), { recursive: true });
  await mkdir(join(damaged, 'documents'));
  expect(await admin(await moved('fifth'), 'restore', damaged)).toMatchObject({
    code: 1,
    complaint: expect.stringContaining('Documents are missing'),
  });
});

test('nothing can be read in a backup without the key', async () => {
  const parts = await readdir(join(backup, 'database'));
  expect(parts.length).toBeGreaterThan(50);
  for (const part of ['manifest.age', ...parts.map((name) => `database/${name}`)])
    expect((await readFile(join(backup, part), 'latin1')).startsWith('age-encryption.org/v1\n')).toBe(true);
});

/** A new data folder with nothing but the secrets of the first one. */
async function moved(name: string): Promise<string> {
  const folder = join(temporary, name);
  await mkdir(folder, { mode: 0o711 });
  await writeFile(join(folder, 'secrets.json'), await readFile(join(home, 'secrets.json')), { mode: 0o600 });
  return folder;
}

function open(folder: string): Promise<OpenInstallation> {
  const configuration = installationConfiguration({ QONAQ_DATA: folder, PAGES_FOLDER: process.env.PAGES_FOLDER });
  return openInstallation({ ...configuration, PORT: 0 }, systemClock, pino({ level: 'silent' }));
}

async function as(folder: string, role: Role): Promise<GraphClient> {
  const { demoSigningKey } = await installationSecrets(folder);
  const account = demoAccount(role, { mission: 13 })!;
  return new GraphClient(installation.url, () => demoToken(demoSigningKey, account, [], systemClock));
}

async function known(client: GraphClient, id: string): Promise<boolean> {
  const { data } = await client.send('query ($id: ID!) { applicant(id: $id) { id } }', { id });
  return data?.applicant?.id === id;
}

/** Has the journal sealed now, as the clock does each minute. */
async function sealed(folder = home): Promise<void> {
  const { databaseUrl } = await readRunning(folder);
  const owner = new Client({ connectionString: await embeddedOwnerUrl(join(folder, 'database'), databaseUrl) });
  await owner.connect();
  try {
    const { rows: before } = await owner.query('select count(*)::int as count from audit.seal');
    await owner.query(`select graphile_worker.add_job('audit.sealJournal')`);
    await eventually(async () => {
      const { rows: after } = await owner.query('select count(*)::int as count from audit.seal');
      if (after[0].count === before[0].count) throw new Error('nothing was sealed yet');
    });
  } finally {
    await owner.end();
  }
}

interface Ran {
  code: number;
  output: string;
  complaint: string;
}

function admin(folder: string, ...task: string[]): Promise<Ran> {
  return new Promise((resolve) =>
    execFile(
      process.execPath,
      ['--import', 'tsx', 'installation/admin/admin-command.ts', ...task],
      { env: { ...process.env, NODE_OPTIONS: '', QONAQ_DATA: folder } },
      (error, output, complaint) => resolve({ code: error ? Number(error.code) : 0, output, complaint }),
    ),
  );
}
