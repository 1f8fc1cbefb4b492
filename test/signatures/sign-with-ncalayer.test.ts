import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { WebSocketServer } from 'ws';
import { signWithNcaLayer } from '../../gateway/pages/sign-with-ncalayer.ts';
import { demoAuthority } from '../../installation/demo/authority.ts';
import type { DemoAuthority } from '../../installation/demo/authority.ts';
import { signDocument } from '../../installation/demo/authority-signing.ts';
import { verifySignature } from '../../subgraphs/kit/signatures/verify.ts';
import { moment } from '../support/authority.ts';

// NCALayer is a program of the signer's own computer. What stands in for it here speaks its protocol as it is published, and signs with the demo authority's keys.

const document = Buffer.from('{"answers":"all true"}');
const asked: {
  module: string;
  args?: { data: string; format: string; signingParams: { encapsulate: boolean }; locale: string };
}[] = [];
let folder: string;
let authority: DemoAuthority;
let ncaLayer: WebSocketServer;
let person: 'signs' | 'cancels' | 'has no key';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qonaq-ncalayer-'));
  authority = await demoAuthority(folder);
  ncaLayer = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(ncaLayer, 'listening');
  ncaLayer.on('connection', (socket) => {
    socket.send(JSON.stringify({ result: { version: '1.4' } }));
    socket.on('message', (message: Buffer) => {
      const request = JSON.parse(message.toString()) as (typeof asked)[number];
      asked.push(request);
      socket.send(JSON.stringify(answer(request)));
    });
  });
});
afterEach(() => void asked.splice(0));
afterAll(async () => {
  ncaLayer.close();
  await rm(folder, { recursive: true });
});

function answer({ module, args }: (typeof asked)[number]): object {
  if (module !== 'kz.gov.pki.knca.basics')
    return { status: false, code: '404', message: 'no such module', details: module };
  if (person === 'cancels') return { status: true, body: {} };
  if (person === 'has no key') return { status: false, code: '500', message: 'key', details: 'none' };
  const cms = signDocument(Buffer.from(args!.data, 'base64'), authority.identity('erika', 'GOST'), { at: moment });
  const base64 = Buffer.from(cms).toString('base64').replace(/.{64}/g, '$&\n');
  return { status: true, body: { result: [`-----BEGIN CMS-----\n${base64}\n-----END CMS-----\n`] } };
}

const address = () => `ws://127.0.0.1:${(ncaLayer.address() as AddressInfo).port}`;

test('a person signs: what comes back is a detached signature over exactly this document', async () => {
  person = 'signs';
  const signing = await signWithNcaLayer(document, 'PERSON', 'kk', address());
  if (!signing.ok) throw new Error(signing.reason);
  const verify = (signed: Uint8Array) =>
    verifySignature({ document: signed, cms: signing.cms, trust: authority.trust, moment });
  expect(await verify(document)).toMatchObject({ ok: true, signer: { iin: '640812090003' } });
  expect(await verify(Buffer.from('{"answers":"all false"}'))).toEqual({ ok: false, reason: 'OTHER_DOCUMENT' });
  const request = asked.find(({ module }) => module === 'kz.gov.pki.knca.basics')!;
  expect(request.args).toMatchObject({ format: 'cms', signingParams: { encapsulate: false }, locale: 'kk' });
});

test('a person who cancels, or has no key, is told apart', async () => {
  person = 'cancels';
  expect(await signWithNcaLayer(document, 'PERSON', 'ru', address())).toEqual({ ok: false, reason: 'CANCELLED' });
  person = 'has no key';
  expect(await signWithNcaLayer(document, 'ORGANISATION', 'ru', address())).toEqual({ ok: false, reason: 'FAILED' });
});

test('no NCALayer on the computer is said so', async () => {
  expect(await signWithNcaLayer(document, 'PERSON', 'en', 'ws://127.0.0.1:1')).toEqual({
    ok: false,
    reason: 'NOT_RUNNING',
  });
});
