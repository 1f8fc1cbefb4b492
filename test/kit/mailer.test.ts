import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { simpleParser } from 'mailparser';
import { installationConfiguration } from '../../installation/configuration.ts';
import { configuredMailer } from '../../subgraphs/kit/mail/mail-configuration.ts';
import { folderMailer, smtpMailer } from '../../subgraphs/kit/mail/mailer.ts';
import type { Letter } from '../../subgraphs/kit/mail/mailer.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';

const from = 'Qonaq <noreply@qonaq.example>';
const letter: Letter = {
  id: '01964631-f000-7000-8000-0000000000aa',
  to: 'erika@mail.example',
  subject: 'Өтініш қайтарылды',
  text: 'Мәтін',
  html: '<p>Мәтін</p>',
  at: Temporal.Instant.from('2026-03-02T10:00:00+05:00'),
};

let server: MailServer;
let folder: string;
beforeAll(async () => {
  server = await startMailServer({ user: 'qonaq', password: 'a b:c@d/é' });
  folder = await mkdtemp(join(tmpdir(), 'qonaq-mail-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});
afterEach(() => {
  server.letters.length = 0;
});

/** The mailer of an environment. */
const mailerOf = (environment: NodeJS.ProcessEnv) => configuredMailer(installationConfiguration(environment));
const urlWith = (change: Partial<URL>) => Object.assign(new URL(server.url), change).href;

describe('A mailer', () => {
  test('signs in with the password of a file, whatever is in it', async () => {
    const file = join(folder, 'password');
    await writeFile(file, 'a b:c@d/é\n');
    const told = { SMTP_URL: urlWith({ username: 'qonaq' }), SMTP_PASSWORD: file, MAIL_FROM: from };
    const mailer = mailerOf(told)!;
    expect(await mailer.send(letter)).toEqual({ outcome: 'SENT' });
    mailer.close();
    expect(server.letters[0]!.subject).toBe(letter.subject);

    await writeFile(file, 'another');
    const refused = mailerOf(told)!;
    expect(await refused.send(letter)).toEqual({ outcome: 'DOWN', failure: '535' });
    refused.close();
    expect(server.letters).toHaveLength(1);
  });

  test('sends nothing over a connection without TLS where it has to be one', async () => {
    const mailer = smtpMailer({ url: new URL(urlWith({ search: '?requireTLS=true' })), from });
    expect(await mailer.send(letter)).toMatchObject({ outcome: 'DOWN' });
    mailer.close();
    expect(server.letters).toEqual([]);
  });

  test('writes to one person, whatever the address holds', async () => {
    const mailer = folderMailer({ folder: join(folder, 'two'), from });
    await mailer.send({ ...letter, to: 'a@mail.example,b@mail.example' });
    const [name] = await readdir(join(folder, 'two'));
    const { to } = await simpleParser(await readFile(join(folder, 'two', name!)));
    expect([to].flat().flatMap((each) => each!.value)).toHaveLength(1);
  });

  test('of demo mode leaves each letter once, as a file that a mail program opens', async () => {
    const mailer = folderMailer({ folder: join(folder, 'mail'), from });
    await mailer.send(letter);
    await mailer.send(letter);
    expect(await readdir(join(folder, 'mail'))).toEqual([`${letter.id}.eml`]);
    const written = await simpleParser(await readFile(join(folder, 'mail', `${letter.id}.eml`)));
    expect(written).toMatchObject({ subject: letter.subject, messageId: `<${letter.id}@qonaq.example>` });
  });
});

test('without a server there is no mailer; with one it has to be said whom letters are from', () => {
  expect(mailerOf({ SMTP_URL: '', MAIL_FROM: from })).toBeUndefined();
  expect(() => mailerOf({ SMTP_URL: server.url.href })).toThrow('MAIL_FROM: Say whom e-mails are from.');
  expect(() => mailerOf({ SMTP_URL: 'https://mail.example', MAIL_FROM: 'nobody' })).toThrow(/SMTP_URL.*\n.*MAIL_FROM/);
});
