import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keyKinds } from '../../installation/demo/authority-keys.ts';
import { demoHolders } from '../../installation/demo/authority-people.ts';
import { signDocument } from '../../installation/demo/authority-signing.ts';
import { demoAuthority } from '../../installation/demo/authority.ts';
import type { DemoAuthority } from '../../installation/demo/authority.ts';
import { noteRunning } from '../../installation/running.ts';
import { validateIin } from '../../subgraphs/iin/rules/number.ts';
import { verifySignature } from '../../subgraphs/kit/signatures/verify.ts';
import type { ExpectedSigner } from '../../subgraphs/kit/signatures/verdict.ts';
import { moment } from '../support/authority.ts';

const document = Buffer.from('{"answers":"all true"}');
let folder: string;
let authority: DemoAuthority;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qonaq-authority-'));
  // Two processes that begin at once must not each have an authority of their own.
  const [one, other] = await Promise.all([demoAuthority(folder), demoAuthority(folder)]);
  expect(one.identity('erika', 'RSA').certificate).toEqual(other.identity('erika', 'RSA').certificate);
  authority = one;
});
afterAll(() => rm(folder, { recursive: true }));

const verify = (cms: Uint8Array, expected: ExpectedSigner = {}) =>
  verifySignature({ document, cms, trust: authority.trust, moment, expected });

describe.each(keyKinds)('the demo authority, with keys of %s', (kind) => {
  const signedBy = (holder: keyof typeof demoHolders) =>
    signDocument(document, authority.identity(holder, kind), { at: moment });

  test('lets the people of the demo sign', async () => {
    expect(await verify(signedBy('erika'), { iin: '640812090003', holders: ['NATURAL_PERSON'] })).toMatchObject({
      ok: true,
    });
    const yerlan = { bin: '000040000000', holders: ['FIRST_HEAD', 'RIGHT_TO_SIGN'] } as const;
    expect(await verify(signedBy('yerlan'), yerlan)).toMatchObject({ ok: true });
    expect(await verify(signedBy('marat'), yerlan)).toEqual({ ok: false, reason: 'NOT_ENTITLED' });
    expect(await verify(signedBy('lost'))).toEqual({ ok: false, reason: 'REVOKED' });
  });

  test('gives certificates to others too', async () => {
    const holder = { surname: 'ӘЛИ', givenName: 'ҒАНИ', patronymic: 'ҰЛЫ', iin: '850312091820' };
    const cms = signDocument(document, await authority.issue(holder, kind), { at: moment, attached: true });
    expect(await verify(cms, { iin: holder.iin })).toMatchObject({
      ok: true,
      signer: { surname: 'ӘЛИ', givenName: 'ҒАНИ', patronymic: 'ҰЛЫ' },
    });
  });
});

test('the demo authority is the same whenever it is asked for, and only its user can read it', async () => {
  const again = await demoAuthority(folder);
  expect(again.identity('anna', 'GOST')).toMatchObject({ certificate: authority.identity('anna', 'GOST').certificate });
  expect(await readdir(folder)).toEqual(['demo-authority.json']);
  expect((await stat(join(folder, 'demo-authority.json'))).mode & 0o777).toBe(0o600);
});

test('the people of the demo have IINs', () => {
  const today = Temporal.PlainDate.from('2026-03-03');
  for (const { iin } of Object.values(demoHolders)) expect(validateIin(iin, { today })).toEqual({ ok: true, iin });
});

describe('npm run sign', () => {
  const command = async (...options: string[]) => {
    const script = join(import.meta.dirname, '../../installation/demo/sign-command.ts');
    const environment = { ...process.env, QONAQ_DATA: folder, NODE_OPTIONS: '' };
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...options], {
      env: environment,
    });
    return stdout.trim();
  };

  test('writes the signature beside the file', async () => {
    const url = 'http://127.0.0.1:4000';
    const running = { url, publicUrl: url, databaseUrl: 'postgres://127.0.0.1/qonaq' };
    await noteRunning(folder, { ...running, demo: true });
    const file = join(folder, 'questionnaire.json');
    await writeFile(file, document);
    expect(await command(file, '--as', 'anna', '--gost', '--attached')).toBe(`${file}.cms`);
    expect(await verify(await readFile(`${file}.cms`), { iin: '740812090004' })).toMatchObject({ ok: true });
    await expect(command(file, '--as', 'nobody')).rejects.toThrow(/--as erika/);
    await noteRunning(folder, { ...running, demo: false });
    await expect(command(file, '--as', 'anna')).rejects.toThrow(/demo mode only/);
  });
});
