import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { signDocument } from '../../installation/demo/authority-signing.ts';
import { ConfigurationError, readConfiguration } from '../../subgraphs/kit/configuration.ts';
import { configuredVerifier, signatureSettings } from '../../subgraphs/kit/signatures/trust-configuration.ts';
import { moment, testAuthority } from '../support/authority.ts';
import type { TestAuthority } from '../support/authority.ts';

let authority: TestAuthority;
let folder: string;
const document = Buffer.from('document');

beforeAll(async () => {
  authority = await testAuthority('RSA');
  folder = await mkdtemp(join(tmpdir(), 'qonaq-trust-'));
  for (const name of ['anchors', 'between', 'lists', 'empty', 'broken']) await mkdir(join(folder, name));
  const base64 = Buffer.from(authority.root.certificate.bytes).toString('base64');
  const pem = `-----BEGIN CERTIFICATE-----\n${base64}\n-----END CERTIFICATE-----\n`;
  await writeFile(join(folder, 'anchors', 'root.pem'), `Root of the tests\n${pem}${pem}`);
  await writeFile(join(folder, 'anchors', 'readme.txt'), 'The root of the tests.');
  await writeFile(join(folder, 'between', 'nca.cer'), authority.intermediate.certificate.bytes);
  await writeFile(join(folder, 'lists', 'nca.crl'), authority.list());
  await writeFile(join(folder, 'lists', 'root.crl'), authority.list({}, authority.root));
  await writeFile(join(folder, 'broken', 'root.cer'), 'no certificate');
});
afterAll(() => rm(folder, { recursive: true }));

const configured = (environment: NodeJS.ProcessEnv) =>
  configuredVerifier(readConfiguration(z.object(signatureSettings), environment));

describe('the environment', () => {
  test('says whose signatures are believed', async () => {
    const verifier = configured({
      SIGNATURE_ANCHORS: join(folder, 'anchors'),
      SIGNATURE_INTERMEDIATES: join(folder, 'between'),
      SIGNATURE_CRL_FOLDER: join(folder, 'lists'),
    });
    const cms = signDocument(document, authority.certify(), { at: moment });
    expect(await verifier!({ document, cms, moment })).toMatchObject({ ok: true });
    const later = moment.add({ hours: 24 });
    expect(await verifier!({ document, cms, moment: later })).toEqual({ ok: false, reason: 'REVOCATION_UNKNOWN' });
  });

  test('says for how long proofs count', async () => {
    const settings = {
      SIGNATURE_ANCHORS: join(folder, 'anchors'),
      SIGNATURE_INTERMEDIATES: join(folder, 'between'),
      SIGNATURE_CRL_FOLDER: join(folder, 'lists'),
    };
    const cms = signDocument(document, authority.certify(), { at: moment });
    const short = configured({ ...settings, SIGNATURE_PROOF_HOURS: '4' });
    expect(await short!({ document, cms, moment })).toEqual({ ok: false, reason: 'REVOCATION_UNKNOWN' });
    const enough = configured({ ...settings, SIGNATURE_PROOF_HOURS: '5' });
    expect(await enough!({ document, cms, moment })).toMatchObject({ ok: true });
  });

  test('may say nothing: then nothing verifies', () => {
    expect(configured({})).toBeUndefined();
  });

  test.each([
    ['anchors and no word on revocation', { SIGNATURE_ANCHORS: 'anchors' }, /SIGNATURE_OCSP_URL/],
    ['an empty folder of anchors', { SIGNATURE_ANCHORS: 'empty', SIGNATURE_CRL_FOLDER: 'lists' }, /no certificate/],
    [
      'a folder that is not there',
      { SIGNATURE_ANCHORS: 'nowhere', SIGNATURE_CRL_FOLDER: 'lists' },
      /SIGNATURE_ANCHORS/,
    ],
    ['a file that is no certificate', { SIGNATURE_ANCHORS: 'broken', SIGNATURE_CRL_FOLDER: 'lists' }, /root\.cer/],
    ['two verifiers', { SIGNATURE_ANCHORS: 'anchors', SIGNATURE_NCANODE_URL: 'http://n' }, /not both/],
  ])('has a fault: %s', (_name, settings: Record<string, string>, message) => {
    const inFolder = (name: string, value: string) => (/URL/.test(name) ? value : join(folder, value));
    const environment = Object.fromEntries(
      Object.entries(settings).map(([name, value]) => [name, inFolder(name, value)]),
    );
    expect(() => configured(environment)).toThrow(ConfigurationError);
    expect(() => configured(environment)).toThrow(message);
  });

  test('names every address that is none', () => {
    const read = () => configured({ SIGNATURE_OCSP_URL: 'ocsp', SIGNATURE_CRL_URLS: 'http://a/b.crl, ftp://c/d.crl' });
    expect(read).toThrow(/SIGNATURE_OCSP_URL[^]*SIGNATURE_CRL_URLS/);
  });
});
