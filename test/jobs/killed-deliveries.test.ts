import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import { Client } from 'pg';
import { roleUrl } from '../../installation/database/external.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import { ProcessGroup } from '../installation/separate-processes-group.ts';
import { copyTemplate, rolePasswords } from '../support/databases.ts';
import type { TestDatabase } from '../support/databases.ts';
import { deliveriesOf, deliveryIs, erika, sendDue, setEmail, tellOf } from '../support/deliveries.ts';
import { eventually } from '../support/eventually.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';

// A worker that is killed while it sends takes nothing along: real processes of `missions`, one after the other, on one database.

const address = 'erika@mail.example';
const groups: ProcessGroup[] = [];
let server: MailServer;
let copy: TestDatabase;
let database: Client;
let folder: string;
beforeAll(async () => {
  server = await startMailServer();
  copy = await copyTemplate();
  database = new Client({ connectionString: copy.ownerUrl });
  await database.connect();
  await setEmail(database, erika, address);
  folder = await mkdtemp(join(tmpdir(), 'qonaq-killed-'));
  const { privateKey } = await generateKeyPair('ES256', { extractable: true });
  await writeFile(join(folder, 'key.json'), JSON.stringify({ ...(await exportJWK(privateKey)), alg: 'ES256' }));
  await writeFile(join(folder, 'keys.json'), '{"keys":[]}');
});
afterAll(async () => {
  for (const group of groups) await group.end();
  await database.end();
  await copy.drop();
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Starts `missions` alone, at a moment at which its clock stands. */
async function missionsAt(moment: string) {
  const group = new ProcessGroup(Temporal.Instant.from(moment));
  groups.push(group);
  const as = (role: string) => roleUrl(copy.ownerUrl, role, rolePasswords[role]!);
  const started = await group.serve('subgraphs/missions/main.ts', {
    PORT: '0',
    DATABASE_URL: as('qonaq_missions'),
    WORKER_DATABASE_URL: as('qonaq_worker'),
    SYSTEM_KEY: join(folder, 'key.json'),
    TOKEN_ISSUER: 'nobody',
    TOKEN_KEYS: join(folder, 'keys.json'),
    PUBLIC_URL: 'https://qonaq.example',
    SMTP_URL: server.url.href,
    MAIL_FROM: 'Qonaq <noreply@qonaq.example>',
  });
  return { group, started };
}

test('what a killed worker was sending, and what waited for it, is sent by the next, with the same id and in order', async () => {
  server.conduct.set(address, 'SILENT');
  const { group } = await missionsAt('2026-03-02T10:00:00+05:00');
  const caseId = newId();
  const first = await tellOf(database, caseId, { account_id: erika }, 'first');
  await eventually(() => Promise.resolve(expect(server.letters).toHaveLength(1)));
  await group.end();
  server.conduct.clear();
  const second = await tellOf(database, caseId, { account_id: erika }, 'second');

  // For two minutes nobody else may send it: its worker could still be alive.
  const early = await missionsAt('2026-03-02T10:01:59+05:00');
  const another = await tellOf(database, newId(), { account_id: erika }, 'another');
  await sendDue(database);
  await deliveryIs(database, another, { state: 'SENT' });
  await deliveryIs(database, second, { state: 'PENDING', attempts: 0 });
  expect(await deliveriesOf(database, first)).toMatchObject([{ state: 'PENDING', attempts: 1 }]);
  expect(await early.group.stop([early.started])).toEqual([0]);

  await missionsAt('2026-03-02T10:02:00+05:00');
  await sendDue(database);
  await deliveryIs(database, second, { state: 'SENT', attempts: 1 });
  await deliveryIs(database, first, { state: 'SENT', attempts: 2 });
  expect(server.letters.map(({ subject }) => subject)).toEqual(['first kk', 'another kk', 'first kk', 'second kk']);
  expect(server.letters[2]!.messageId).toBe(server.letters[0]!.messageId);
});
