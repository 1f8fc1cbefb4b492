import { execFileSync, fork, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { binariesFor } from '../../installation/database/binaries.ts';
import { startEmbeddedDatabase } from '../../installation/database/embedded.ts';
import type { EmbeddedDatabase } from '../../installation/database/embedded.ts';
import { AlreadyRunningError, EmbeddedDatabaseError } from '../../installation/database/errors.ts';
import { sharedPlace } from '../../installation/database/place.ts';

// A busy machine may take ten times as long as an idle one.
const isRoot = process.getuid?.() === 0;
const testAsRoot = isRoot ? test : test.skip;
const testOnUnix = process.platform === 'win32' ? test.skip : test;

/** Letters and spaces that careless quoting would not survive. */
let temporary: string;
/** A database in which the table `kept` holds one row; each test takes a copy. */
let template: string;

const databases: EmbeddedDatabase[] = [];
const processes: ChildProcess[] = [];
const outside: string[] = [];
let folders = 0;

beforeAll(async () => {
  temporary = await fs.mkdtemp(join(tmpdir(), 'қонақ үй $1 '));
  await fs.chmod(temporary, 0o711);
  template = newFolder();
  const database = await start(template);
  await query(database, "CREATE TABLE kept AS SELECT 'сақталды' AS word");
  await database.stop();
});

afterEach(async () => {
  await Promise.all(databases.splice(0).map((database) => database.stop()));
  for (const child of processes.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    if (child.connected) child.send('stop');
    else child.kill();
    await once(child, 'exit');
  }
});

afterAll(async () => {
  for (const path of [temporary, ...outside]) await fs.rm(path, { recursive: true, force: true, maxRetries: 10 });
  if (outside.length > 0) await fs.rmdir(sharedPlace).catch(() => 'others have their databases there');
});

describe('The embedded database', () => {
  test('is made at the first start and keeps its data', async () => {
    const folder = newFolder();
    const first = await start(folder);
    await query(first, "CREATE TABLE kept AS SELECT 'сақталды' AS word");
    await first.stop();
    expect(await keptWord(await start(folder))).toBe('сақталды');
  });

  test('is durable, in UTF-8 and UTC, knows Kazakh letters, and takes other settings', async () => {
    const database = await start(copyOfTemplate(), { work_mem: '5MB', application_name: "it's \\ here" });
    const { rows } = await query(
      database,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('TimeZone') AS zone,
         current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes') AS durable,
         current_setting('data_checksums') AS checksums, current_setting('max_connections') AS connections,
         current_setting('listen_addresses') AS addresses, current_setting('password_encryption') AS passwords,
         current_setting('work_mem') AS "ownSetting", current_setting('application_name') AS "quotedSetting",
         (SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = 'postgres') AS locale,
         upper('қазақ әліпбиі') AS upper`,
    );
    expect(rows[0]).toEqual({
      encoding: 'UTF8',
      zone: 'UTC',
      durable: 'ononon',
      checksums: 'on',
      connections: '200',
      addresses: '127.0.0.1',
      passwords: 'scram-sha-256',
      ownSetting: '5MB',
      quotedSetting: "it's \\ here",
      locale: 'b C.UTF-8',
      upper: 'ҚАЗАҚ ӘЛІПБИІ',
    });
  });

  testOnUnix('keeps its password from everybody else, and lets nobody in without it', async () => {
    const database = await start(copyOfTemplate());
    const password = await fs.stat(join(database.dataFolder, 'password'));
    expect(password.mode & 0o777).toBe(0o600);
    expect(new URL(database.ownerUrl).password).toHaveLength(32);
    const stranger = new Client({ connectionString: database.ownerUrl.replace(/:[^:@]+@/, ':guessed@') });
    await expect(stranger.connect()).rejects.toMatchObject({ code: '28P01' });
  });

  test('writes no statement and no value into its log', async () => {
    const database = await start(copyOfTemplate());
    await query(database, 'CREATE TABLE person (number text PRIMARY KEY)');
    await query(database, "INSERT INTO person VALUES ('000000000000')");
    await expect(query(database, "INSERT INTO person VALUES ('000000000000')")).rejects.toThrow('duplicate key');
    await expect(query(database, "SELECT '000000000000x'::bigint")).rejects.toThrow('invalid input syntax');
    await database.stop();
    const log = await fs.readFile(join(database.dataFolder, 'postgres.log'), 'utf8');
    expect(log).toContain('database system is shut down');
    expect(log).not.toContain('000000000000');
  });

  test('says with the last words of the server why it does not start, and lets go of the folder', async () => {
    const folder = copyOfTemplate();
    const failure = start(folder, { shared_buffers: 'plenty' });
    await expect(failure).rejects.toThrow(EmbeddedDatabaseError);
    await expect(failure).rejects.toThrow('invalid value for parameter "shared_buffers": "plenty"');
    expect(await keptWord(await start(folder))).toBe('сақталды');
  });
});

describe('A second start on the same folder', () => {
  test('is refused with the id of the process that runs, and does it no harm', async () => {
    const folder = copyOfTemplate();
    const { host, database } = await startInHost(folder);
    const second = start(folder);
    await expect(second).rejects.toThrow(AlreadyRunningError);
    await expect(second).rejects.toMatchObject({ processId: host.pid });
    await expect(second).rejects.toThrow(`as process ${host.pid}`);
    expect(await keptWord(database)).toBe('сақталды');
  });

  test('is refused within one process, too, until the first has stopped', async () => {
    const folder = copyOfTemplate();
    const first = await start(folder);
    await expect(start(folder)).rejects.toThrow(AlreadyRunningError);
    await first.stop();
    await first.stop();
    expect(await keptWord(await start(folder))).toBe('сақталды');
  });

  test('of two at the same time, exactly one succeeds', async () => {
    const folder = copyOfTemplate();
    const outcomes = await Promise.allSettled([start(folder), start(folder)]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('After kill -9', () => {
  testOnUnix('of the product, its server is stopped and the data are there', async () => {
    const folder = copyOfTemplate();
    const { host, database: orphaned } = await startInHost(folder);
    await kill(host);
    expect(await keptWord(orphaned)).toBe('сақталды');
    const database = await start(folder);
    expect(database.processId).not.toBe(orphaned.processId);
    expect(await endsSoon(orphaned.processId)).toBe(true);
    expect(await keptWord(database)).toBe('сақталды');
  });

  testOnUnix('of the server, the product learns it and can start it again', async () => {
    const folder = copyOfTemplate();
    const database = await start(folder);
    process.kill(database.processId, 'SIGKILL');
    await database.ended;
    await database.stop();
    expect(await keptWord(await start(folder))).toBe('сақталды');
  });

  testOnUnix('of both, the data are there', async () => {
    const folder = copyOfTemplate();
    const { host, database: killed } = await startInHost(folder);
    const session = new Client({ connectionString: killed.ownerUrl });
    session.on('error', () => undefined);
    await session.connect();
    await session.query("INSERT INTO kept VALUES ('бекітілді')");
    await session.query("BEGIN; INSERT INTO kept VALUES ('бекітілмеді')");
    process.kill(killed.processId, 'SIGKILL');
    await kill(host);
    const { rows } = await query(await start(folder), 'SELECT word FROM kept ORDER BY word');
    expect(rows).toEqual([{ word: 'бекітілді' }, { word: 'сақталды' }]);
  });

  testOnUnix('in the middle of the first start, the next one makes the database', async () => {
    const folder = newFolder();
    const host = hostOn(folder);
    const unfinished = async () =>
      (await fs.readdir(folder).catch(() => [])).find((name) => name.includes('initializing'));
    let workshop;
    while ((workshop = await unfinished()) === undefined) await sleep(5);
    while (!existsSync(join(folder, workshop, 'cluster', 'base'))) await sleep(5);
    await kill(host);
    const database = await start(folder);
    expect((await query(database, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    expect(await unfinished()).toBeUndefined();
  });
});

describe('A process that only bears a noted process id', () => {
  testOnUnix('is left alone, and the database starts', async () => {
    const folder = copyOfTemplate();
    const cluster = join(folder, 'cluster');
    const { uid, gid } = await fs.stat(cluster);
    const stranger = spawn('sleep', ['60'], { cwd: cluster, ...(isRoot ? { uid, gid } : {}) });
    processes.push(stranger);
    const note = join(cluster, 'postmaster.pid');
    await fs.writeFile(note, [stranger.pid, cluster, 1_700_000_000, 9, '', '127.0.0.1', '', 'ready', ''].join('\n'));
    await fs.chown(note, uid, gid);
    expect(await keptWord(await start(folder))).toBe('сақталды');
    expect(isAlive(stranger.pid!)).toBe(true);
  });

  test('such as the server of the folder that this one is a copy of', async () => {
    const original = await start(copyOfTemplate());
    const copy = await start(copyOf(original.dataFolder));
    expect(await keptWord(copy)).toBe('сақталды');
    expect(await keptWord(original)).toBe('сақталды');
  });

  test('and an empty note of a process keeps nothing from starting', async () => {
    const folder = copyOfTemplate();
    await fs.writeFile(join(folder, 'cluster', 'postmaster.pid'), '');
    expect(await keptWord(await start(folder))).toBe('сақталды');
  });
});

describe('The server', () => {
  testOnUnix('outlives a Ctrl-C in the terminal, which is for the product to answer', async () => {
    const { host, database } = await startInHost(copyOfTemplate());
    process.kill(-host.pid!, 'SIGINT');
    await sleep(100);
    expect(await keptWord(database)).toBe('сақталды');
  });

  test('stops when the product exits without stopping it', async () => {
    const { host, database } = await startInHost(copyOfTemplate());
    host.send('exit');
    await once(host, 'exit');
    expect(await endsSoon(database.processId)).toBe(true);
  });
});

describe('When the product runs as root', () => {
  testAsRoot('somebody else can run it, too, in a folder of their own, before and after root', async () => {
    const nobody = accountOf('nobody');
    const folder = newFolder();
    await fs.mkdir(folder);
    await fs.chown(folder, nobody.uid, nobody.gid);
    const byRoot = await start(folder);
    await query(byRoot, "CREATE TABLE kept AS SELECT 'сақталды' AS word");
    expect((await fs.stat(join(folder, 'cluster'))).uid).toBe(nobody.uid);
    await byRoot.stop();

    const { host, database } = await startInHost(folder, nobody);
    expect(await keptWord(database)).toBe('сақталды');
    await stop(host);
    expect(await keptWord(await start(folder))).toBe('сақталды');
  });

  testAsRoot('somebody else can be the first to run it', async () => {
    const nobody = accountOf('nobody');
    const folder = newFolder();
    await fs.mkdir(folder);
    await fs.chown(folder, nobody.uid, nobody.gid);
    const { database } = await startInHost(folder, nobody);
    expect((await query(database, 'SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    expect((await fs.stat(join(folder, 'cluster'))).uid).toBe(nobody.uid);
  });

  testAsRoot("somebody else is told that root's folder is not theirs", async () => {
    await expect(startInHost(copyOfTemplate(), accountOf('nobody'))).rejects.toThrow('this process runs as user');
  });

  testAsRoot('a folder that the server can not enter has its data elsewhere', async () => {
    const closed = newFolder();
    await fs.mkdir(closed, { mode: 0o700 });
    const folder = join(closed, 'data');
    const first = await start(folder);
    outside.push(first.dataFolder);
    expect(first.dataFolder).toMatch(/^\/var\/lib\/qonaq\/database-/);
    await query(first, "CREATE TABLE kept AS SELECT 'сақталды' AS word");
    await first.stop();
    await fs.chmod(closed, 0o711);
    const second = await start(folder);
    expect(await keptWord(second)).toBe('сақталды');
    await second.stop();

    await fs.rm(first.dataFolder, { recursive: true });
    await expect(start(folder)).rejects.toThrow(`lived in ${first.dataFolder}, which is gone`);
  });

  testAsRoot('data that the server can not enter any more are not replaced by an empty database', async () => {
    const closed = newFolder();
    await fs.mkdir(closed, { mode: 0o711 });
    const folder = copyOf(template, join(closed, 'data'));
    await fs.chmod(closed, 0o700);
    await expect(start(folder)).rejects.toThrow('let others pass through');
  });

  testAsRoot('programs that the server can not read are copied with their links, once', async () => {
    const nobody = accountOf('nobody');
    const closed = newFolder();
    await fs.mkdir(closed, { mode: 0o700 });
    const origin = await fakePackage(join(closed, 'linux-x64'));
    const store = newFolder();
    const { postgres } = await binariesFor(nobody, store, origin);
    expect(postgres).toBe(join(store, 'postgresql-linux-x64-18.4.0', 'native', 'bin', 'postgres'));
    expect(execFileSync(postgres, nobody).toString()).toBe('program\n');
    const library = join(postgres, '..', '..', 'lib', 'libpq.so.5');
    expect(execFileSync('cat', [library], nobody).toString()).toBe('library');
    await fs.rm(origin, { recursive: true });
    await fakePackage(origin);
    expect((await binariesFor(nobody, store, origin)).postgres).toBe(postgres);
    expect(await fs.readdir(store)).toHaveLength(1);
  });
});

test('Links that the install script did not make are made where the programs are', async () => {
  const origin = await fakePackage(newFolder());
  const { postgres } = await binariesFor(undefined, newFolder(), origin);
  expect(postgres).toBe(join(origin, 'native', 'bin', 'postgres'));
  expect(await fs.readFile(join(origin, 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
});

function newFolder(): string {
  return join(temporary, `дерек ${++folders}`);
}

/** With owners, which Node's own copying forgets. */
function copyOf(folder: string, copy: string = newFolder()): string {
  execFileSync('cp', ['-a', folder, copy]);
  return copy;
}

function copyOfTemplate(): string {
  return copyOf(template);
}

async function start(folder: string, settings?: Record<string, string>): Promise<EmbeddedDatabase> {
  const database = await startEmbeddedDatabase({ folder, settings });
  databases.push(database);
  return database;
}

type Started = Pick<EmbeddedDatabase, 'ownerUrl' | 'processId' | 'dataFolder'>;

/** The product in another process, leader of its own group as under a terminal. */
function hostOn(folder: string, account: { uid?: number; gid?: number } = {}): ChildProcess {
  const host = fork(join(import.meta.dirname, 'database-host.ts'), [folder], {
    ...account,
    execArgv: [],
    env: { PATH: process.env['PATH'] },
    detached: true,
  });
  processes.push(host);
  return host;
}

async function startInHost(folder: string, account?: { uid: number; gid: number }) {
  const host = hostOn(folder, account);
  const [told] = (await once(host, 'message')) as [Started | { error: string }];
  if ('error' in told) {
    await once(host, 'exit');
    throw new Error(told.error);
  }
  return { host, database: told };
}

async function stop(host: ChildProcess): Promise<void> {
  host.send('stop');
  await once(host, 'exit');
}

async function kill(host: ChildProcess): Promise<void> {
  host.kill('SIGKILL');
  await once(host, 'exit');
}

async function query(database: Started, text: string) {
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    return await client.query<Record<string, unknown>>(text);
  } finally {
    await client.end();
  }
}

async function keptWord(database: Started): Promise<unknown> {
  return (await query(database, 'SELECT word FROM kept')).rows[0]?.['word'];
}

function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

async function endsSoon(processId: number): Promise<boolean> {
  for (let attempt = 0; attempt < 200 && isAlive(processId); attempt++) await sleep(10);
  return !isAlive(processId);
}

function accountOf(name: string): { uid: number; gid: number } {
  const id = (which: string) => Number(execFileSync('id', [which, name]));
  return { uid: id('-u'), gid: id('-g') };
}

/** A package as npm unpacks it under a strict umask, without its install script. */
async function fakePackage(folder: string): Promise<string> {
  const native = join(folder, 'native');
  for (const part of ['bin', 'lib', 'share/postgresql']) await fs.mkdir(join(native, part), { recursive: true });
  await fs.writeFile(join(folder, 'package.json'), '{"version":"18.4.0"}');
  await fs.writeFile(
    join(native, 'pg-symlinks.json'),
    '[{"source":"native/lib/libpq.so.5.18","target":"native/lib/libpq.so.5"}]',
  );
  for (const program of ['initdb', 'postgres', 'pg_ctl']) {
    await fs.writeFile(join(native, 'bin', program), '#!/bin/sh\necho program\n', { mode: 0o700 });
  }
  await fs.writeFile(join(native, 'lib', 'libpq.so.5.18'), 'library', { mode: 0o600 });
  await fs.writeFile(join(native, 'share', 'postgresql', 'postgres.bki'), 'data', { mode: 0o600 });
  return folder;
}
