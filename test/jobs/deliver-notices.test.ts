import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import { smtpMailer } from '../../subgraphs/kit/mail/mailer.ts';
import { eventually } from '../support/eventually.ts';
import { startMailServer } from '../support/mail-server.ts';
import type { MailServer } from '../support/mail-server.ts';
import { deliveriesOf, deliveryIs, erika, sendDue, setEmail, tellOf } from '../support/deliveries.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { jobsDone } from '../support/queue.ts';

// What was told goes out by e-mail, in order and once, whatever the mail server does.

const from = 'Qonaq <noreply@qonaq.example>';
const address = 'erika@mail.example';
let server: MailServer;
let product: TestProduct;
beforeAll(async () => {
  server = await startMailServer();
  product = await startTestProduct({ mailer: smtpMailer({ url: server.url, from }) });
  await setEmail(product.database, erika, address);
});
afterAll(async () => {
  await product.close();
  await server.stop();
});
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));
afterEach(() => {
  server.letters.length = 0;
  server.conduct.clear();
});

const subjects = () => server.letters.map(({ subject }) => subject);
const tell = (caseId: string, title: string) => tellOf(product.database, caseId, { account_id: erika }, title);
const isSent = (notice: string, attempts = 1) => deliveryIs(product.database, notice, { state: 'SENT', attempts });

/** Moves the clock on and has sent what is due then. */
async function later(moment: string): Promise<void> {
  await jobsDone(product);
  product.clock.set(moment);
  await sendDue(product.database);
}

test('a letter says what was told, to the person alone, in both forms', async () => {
  const notice = await tell(newId(), 'first');
  await isSent(notice);
  const [letter] = server.letters;
  const { rows } = await product.database.query('select id from missions.delivery where notice_id = $1', [notice]);
  expect(letter!.messageId).toBe(`<${rows[0].id}@qonaq.example>`);
  expect(letter!.headers.get('auto-submitted')).toBe('auto-generated');
  // Required by the orders: there is nothing to switch off.
  expect(letter!.headers.has('list')).toBe(false);
  expect(letter!.subject).toBe('first kk');
  expect(letter!.date).toEqual(new Date('2026-03-02T05:00:00Z'));
  for (const form of [letter!.text, letter!.html]) {
    expect(form).toContain('first kk');
    expect(form).toContain('10:00, Астана уақыты');
    expect(form).toContain('https://qonaq.example');
  }
});

test('of a case everything arrives in the order in which it was told', async () => {
  const [one, other] = [newId(), newId()];
  const titles = Array.from({ length: 12 }, (_nothing, place) => `${place % 2 ? 'other' : 'one'} ${place}`);
  const notices = [];
  for (const title of titles) notices.push(await tell(title.startsWith('one') ? one : other, title));
  for (const notice of notices) await isSent(notice);
  for (const name of ['one', 'other'])
    expect(subjects().filter((subject) => subject!.startsWith(name))).toEqual(
      titles.filter((title) => title.startsWith(name)).map((title) => `${title} kk`),
    );
});

describe('A server that', () => {
  test('is away gets everything when it is back, in order; no job stays meanwhile', async () => {
    await server.stop();
    const caseId = newId();
    const first = await tell(caseId, 'first');
    await deliveryIs(product.database, first, { state: 'PENDING', attempts: 1, failure: 'ESOCKET' });
    const second = await tell(caseId, 'second');
    await jobsDone(product);
    await deliveryIs(product.database, second, { state: 'PENDING', attempts: 0 });

    await later('2026-03-02T10:00:59+05:00');
    await jobsDone(product);
    await deliveryIs(product.database, first, { attempts: 1 });
    await later('2026-03-02T10:01:00+05:00');
    await deliveryIs(product.database, first, { state: 'PENDING', attempts: 2 });

    await server.start();
    await later('2026-03-02T10:06:00+05:00');
    await isSent(first, 3);
    await isSent(second);
    expect(subjects()).toEqual(['first kk', 'second kk']);
  });

  test('takes none for a recipient now holds up this case to this person, and nothing else', async () => {
    server.conduct.set(address, { rcpt: 451 });
    const [caseId, another] = [newId(), newId()];
    const first = await tell(caseId, 'first');
    await deliveryIs(product.database, first, { state: 'PENDING', attempts: 1, failure: '451' });
    const second = await tell(caseId, 'second');
    await jobsDone(product);
    server.conduct.clear();
    await isSent(await tell(another, 'another'));
    await deliveryIs(product.database, second, { state: 'PENDING', attempts: 0 });
    expect(subjects()).toEqual(['another kk']);

    await later('2026-03-02T10:01:00+05:00');
    await isSent(second);
    expect(subjects()).toEqual(['another kk', 'first kk', 'second kk']);
  });

  test('knows no such recipient is not asked again; the case is told, and what follows goes out', async () => {
    server.conduct.set(address, { rcpt: 550 });
    const caseId = newId();
    const refused = await tell(caseId, 'refused');
    await deliveryIs(product.database, refused, { state: 'BOUNCED', attempts: 1, failure: '550' });
    const { rows } = await product.database.query(
      `select key from graphile_worker.jobs where task_identifier = 'residence.noteBounce'`,
    );
    expect(rows).toHaveLength(1);
    await product.database.query(`delete from graphile_worker._private_jobs where key = $1`, [rows[0].key]);
    server.conduct.clear();
    await isSent(await tell(caseId, 'next'));
    await later('2026-03-05T10:00:00+05:00');
    await jobsDone(product);
    expect(subjects()).toEqual(['next kk']);
  });

  test('refuses what the letter says is asked for three days, then no more', async () => {
    server.conduct.set(address, { data: 554 });
    const caseId = newId();
    const notice = await tell(caseId, 'refused');
    await deliveryIs(product.database, notice, { state: 'PENDING', attempts: 1, failure: '554' });
    await product.database.query('update missions.delivery set attempts = 73 where notice_id = $1', [notice]);
    await later('2026-03-02T10:01:00+05:00');
    await deliveryIs(product.database, notice, { state: 'PENDING', attempts: 74 });
    await later('2026-03-02T11:01:00+05:00');
    await deliveryIs(product.database, notice, { state: 'DEAD', attempts: 75, failure: '554' });
    server.conduct.clear();
    await isSent(await tell(caseId, 'next'));
    expect(subjects()).toEqual(['next kk']);
  });

  test('is lost after it took a letter, and before it said so, gets the same letter again', async () => {
    server.conduct.set(address, 'DROP');
    const notice = await tell(newId(), 'dropped');
    await deliveryIs(product.database, notice, { state: 'PENDING', attempts: 1 });
    server.conduct.clear();
    await later('2026-03-02T10:01:00+05:00');
    await isSent(notice, 2);
    expect(subjects()).toEqual(['dropped kk', 'dropped kk']);
    expect(new Set(server.letters.map(({ messageId }) => messageId)).size).toBe(1);
  });

  test('never answers is given up, and asked again', async () => {
    server.conduct.set(address, 'SILENT');
    const notice = await tell(newId(), 'slow');
    await eventually(async () => expect(await deliveriesOf(product.database, notice)).toMatchObject([{ attempts: 1 }]));
    await new Promise((resolve) => setTimeout(resolve, 20_000));
    await deliveryIs(product.database, notice, { state: 'PENDING', attempts: 1, failure: expect.any(String) });
    server.conduct.clear();
    await later('2026-03-02T10:01:00+05:00');
    await isSent(notice, 2);
  });
});

test('two processes at once send everything, in order, and nothing twice', async () => {
  const beside = await startTestProduct({ beside: product, mailer: smtpMailer({ url: server.url, from }) });
  try {
    const cases = Array.from({ length: 8 }, () => newId());
    const told: string[] = [];
    for (let round = 0; round < 4; round += 1)
      for (const [place, caseId] of cases.entries()) told.push(await tell(caseId, `case ${place} notice ${round}`));
    for (let twin = 0; twin < 3; twin += 1) await sendDue(product.database);
    for (const notice of told) await isSent(notice);
    expect(subjects()).toHaveLength(32);
    for (const place of cases.keys())
      expect(subjects().filter((subject) => subject!.startsWith(`case ${place} `))).toEqual(
        [0, 1, 2, 3].map((round) => `case ${place} notice ${round} kk`),
      );
  } finally {
    await beside.close();
  }
});

describe('It goes to', () => {
  test('those alone who have the role there, are active, and have an address', async () => {
    const { database } = product;
    const [astana, almaty] = (['ASTANA', 'ALMATY'] as const).map((city) => demoAccount('kkq_officer', { city })!.id);
    await setEmail(database, astana!, 'astana@mail.example');
    await setEmail(database, almaty!, 'almaty@mail.example');
    const there = { role: 'kkq_officer', city: 'ASTANA' };
    const notice = await tellOf(database, newId(), there, 'to Astana');
    await deliveryIs(database, notice, { target: astana, state: 'SENT' });
    const both = await tellOf(database, newId(), { role: 'kkq_officer' }, 'to both');
    await eventually(async () => expect(await deliveriesOf(database, both)).toHaveLength(2));

    const toHeads = await tellOf(database, newId(), { ...there, head_of_office: true }, 'to heads');
    await jobsDone(product);
    expect(await deliveriesOf(database, toHeads)).toEqual([]);
    await database.query('update missions.account set head_of_office = true where id = $1', [astana]);
    await deliveryIs(database, await tellOf(database, newId(), { ...there, head_of_office: true }, 'to the head'), {
      target: astana,
      state: 'SENT',
    });

    await setEmail(database, astana!, null);
    const nobody = await tellOf(database, newId(), there, 'to nobody');
    await jobsDone(product);
    expect(await deliveriesOf(database, nobody)).toEqual([]);
    expect(server.letters.flatMap(({ to }) => [to!].flat().map(({ text }) => text)).toSorted()).toEqual([
      'almaty@mail.example',
      'astana@mail.example',
      'astana@mail.example',
      'astana@mail.example',
    ]);
  });

  test('nobody when the person has no address', async () => {
    await setEmail(product.database, erika, null);
    await deliveryIs(product.database, await tell(newId(), 'unheard'), { state: 'NO_ADDRESS', attempts: 1 });
    await setEmail(product.database, erika, address);
    expect(server.letters).toEqual([]);
  });
});

describe('Who was asked how they want to be told', () => {
  const wish = (language: string, withoutEmail: string[]) =>
    product
      .as('applicant')
      .ask(
        'mutation Wish($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) { __typename } }',
        { input: { language, withoutEmail } },
      );
  const arrived = { account_id: erika, kind: 'ARRIVAL_RECORDED' } as const;

  test('gets letters in that language, and learns where those that are not required are switched off', async () => {
    await wish('ru', []);
    await isSent(await tellOf(product.database, newId(), arrived, 'arrival'));
    const [letter] = server.letters;
    expect(letter!.subject).toBe('arrival ru');
    expect(letter!.text).toContain('Такие письма можно отключить в кабинете.');
    expect(letter!.headers.get('list')).toEqual({ unsubscribe: { url: 'https://qonaq.example' } });
  });

  test('gets none that they switched off, and all the others', async () => {
    await wish('en', ['ARRIVAL_RECORDED']);
    const unwanted = await tellOf(product.database, newId(), arrived, 'arrival');
    await isSent(await tellOf(product.database, newId(), { ...arrived, kind: 'CASE_REGISTERED' }, 'registered'));
    await isSent(await tell(newId(), 'required'));
    await jobsDone(product);
    expect(await deliveriesOf(product.database, unwanted)).toEqual([]);
    expect(subjects().toSorted()).toEqual(['registered en', 'required en']);
  });
});

test('without a mail server nothing is written, not for later either', async () => {
  const without = await startTestProduct();
  try {
    await setEmail(without.database, erika, address);
    const notice = await tellOf(without.database, newId(), { account_id: erika }, 'unsent');
    await jobsDone(without);
    const { rows } = await without.database.query('select dispatched_at from kit.notice where id = $1', [notice]);
    expect(rows).toEqual([{ dispatched_at: expect.any(Date) }]);
    expect(await deliveriesOf(without.database, notice)).toEqual([]);
  } finally {
    await without.close();
  }
});
