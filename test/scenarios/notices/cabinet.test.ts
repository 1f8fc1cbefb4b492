import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../../installation/demo/accounts.ts';
import { newId } from '../../../subgraphs/kit/ids.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { nomad } from '../../support/nomads.ts';
import { headOf, toldTo } from '../../support/notices.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// What somebody was told lies in the cabinet: their own, or what their role was told at its place; for the heads of office something more.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

/** Tells something, behind the product's back; answers its id. */
async function tell(audience: Record<string, unknown>, title = 'Something'): Promise<string> {
  const id = newId();
  const text = { kk: `kk ${title}`, ru: `ru ${title}`, en: `en ${title}` };
  const notice = {
    id,
    kind: 'CASE_RETURNED',
    at: '2026-03-02T10:00:00+05:00',
    subgraph: 'residence',
    case_type: 'ResidenceCase',
    case_id: newId(),
    case_number: 'DNR-2026-000001',
    title: text,
    text,
    head_of_office: false,
    ...audience,
  };
  await product.database.query(
    'insert into kit.notice select told.* from jsonb_populate_record(null::kit.notice, $1) as told',
    [JSON.stringify(notice)],
  );
  return id;
}

const office = (mission: number) => demoAccount('consul', { mission })!.officeId;
const ids = async (client: GraphClient) => (await toldTo(client)).map(({ id }) => id);
const unread = async (client: GraphClient) =>
  (await client.ask('{ me { unreadNotifications } }')).me.unreadNotifications;
const mark = (client: GraphClient, input: object) =>
  client.send(
    'mutation M($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { me { unreadNotifications } } }',
    { input },
  );

describe('who finds it', () => {
  test('an applicant, what was told to them in person, and nobody else', async () => {
    const [one, other] = [await nomad(product), await nomad(product)];
    const id = await tell({ account_id: one.account.id, applicant_id: one.applicantId });
    expect(await ids(one.client)).toEqual([id]);
    expect(await ids(other.client)).toEqual([]);
    expect(await ids(product.as('kkq_officer'))).not.toContain(id);
  });

  test('a consul, what was told at the own mission', async () => {
    const id = await tell({ role: 'consul', office_id: office(1) });
    expect(await ids(product.as('consul', { mission: 1 }))).toContain(id);
    expect(await ids(product.as('consul', { mission: 13 }))).not.toContain(id);
    expect(await ids(product.as('authorised_employee'))).not.toContain(id);
  });

  test.each(['kkq_officer', 'psc_officer'] as const)('a %s, what was told in the own city', async (role) => {
    const id = await tell({ role, city: 'ALMATY' });
    expect(await ids(product.as(role, { city: 'ALMATY' }))).toContain(id);
    expect(await ids(product.as(role, { city: 'ASTANA' }))).not.toContain(id);
  });

  test.each(['hub_officer', 'mddiai_signer', 'knb_officer', 'iin_operator', 'complaint_reviewer'] as const)(
    'a %s, what was told to the role, wherever',
    async (role) => {
      const id = await tell({ role });
      expect(await ids(product.as(role))).toContain(id);
      expect(await ids(product.as(role === 'hub_officer' ? 'mddiai_signer' : 'hub_officer'))).not.toContain(id);
    },
  );

  test('the head of an office, what is told to heads; the other officers of it do not', async () => {
    const head = await headOf(product, 'kkq_officer', { city: 'ASTANA' });
    const everybody = await tell({ role: 'kkq_officer', city: 'ASTANA' });
    const heads = await tell({ role: 'kkq_officer', city: 'ASTANA', head_of_office: true });
    const elsewhere = await tell({ role: 'kkq_officer', city: 'ALMATY', head_of_office: true });
    expect(await ids(head)).toEqual(expect.arrayContaining([everybody, heads]));
    expect(await ids(head)).not.toContain(elsewhere);
    const officer = await ids(product.as('kkq_officer', { city: 'ASTANA' }));
    expect(officer).toContain(everybody);
    expect(officer).not.toContain(heads);
  });

  test('whoever was made a head of office is one', async () => {
    const input = { name: 'Head', email: 'head@qonaq.example', role: 'hub_officer', headOfOffice: true };
    const { createAccount } = await product
      .as('state_corporation')
      .ask('mutation C($input: CreateAccountInput!) { createAccount(input: $input) { account { id } } }', { input });
    const { id } = createAccount.account as { id: string };
    for (const table of ['missions.account', 'kit.account_state'])
      await product.database.query(`update ${table} set state = 'ACTIVE' where id = $1`, [id]);
    const heads = await tell({ role: 'hub_officer', head_of_office: true });
    expect(await ids(product.asAccount({ ...demoAccount('hub_officer')!, id }))).toContain(heads);
    expect(await ids(product.as('hub_officer'))).not.toContain(heads);
  });

  test('the systems are told by other ways: nothing of it lies in a cabinet', async () => {
    const id = await tell({ scope: 'residence:status' });
    for (const role of ['partner', 'hub_officer', 'auditor'] as const)
      expect(await ids(product.as(role))).not.toContain(id);
  });
});

test('in the language of whoever reads it', async () => {
  const { client, account } = await nomad(product);
  await tell({ account_id: account.id }, 'Returned');
  for (const language of ['kk', 'ru', 'en'])
    expect((await toldTo(client, language))[0]).toMatchObject({
      title: `${language} Returned`,
      text: `${language} Returned`,
    });
});

test('page by page, newest first, and it stays put while more is told', async () => {
  const { client, account } = await nomad(product);
  const told: string[] = [];
  for (let count = 0; count < 5; count++) told.unshift(await tell({ account_id: account.id }));
  const page = async (after: string | null) =>
    (
      await client.ask(
        'query P($after: String) { me { notifications(first: 2, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } } }',
        { after },
      )
    ).me.notifications as {
      totalCount: number;
      edges: { node: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
  const first = await page(null);
  await tell({ account_id: account.id });
  const second = await page(first.pageInfo.endCursor);
  const third = await page(second.pageInfo.endCursor);
  expect(first.totalCount).toBe(5);
  expect([first, second, third].flatMap(({ edges }) => edges.map(({ node }) => node.id))).toEqual(told);
  expect(third.pageInfo.hasNextPage).toBe(false);
});

describe('what was read', () => {
  test('is noted one by one, once, with the moment', async () => {
    const { client, account } = await nomad(product);
    const [one, other] = [await tell({ account_id: account.id }), await tell({ account_id: account.id })];
    expect(await unread(client)).toBe(2);
    const { data } = await mark(client, { ids: [one, one] });
    expect(data.markNotificationsRead.me.unreadNotifications).toBe(1);
    product.clock.set('2026-03-02T11:00:00+05:00');
    expect((await mark(client, { ids: [one] })).errors).toEqual([]);
    product.clock.set('2026-03-02T10:00:00+05:00');
    expect((await toldTo(client)).map(({ id, readAt }) => [id, readAt])).toEqual([
      [one, '2026-03-02T10:00:00.000+05:00'],
      [other, null],
    ]);
    const { me } = await client.ask('{ me { notifications(unread: true) { edges { node { id } } } } }');
    expect(me.notifications.edges).toEqual([{ node: { id: other } }]);
  });

  test('is noted up to one of them: what came later stays unread', async () => {
    const { client, account } = await nomad(product);
    const told = [];
    for (let count = 0; count < 3; count++) told.push(await tell({ account_id: account.id }));
    await mark(client, { allUntil: told[1] });
    expect((await toldTo(client)).map(({ readAt }) => readAt !== null)).toEqual([true, true, false]);
  });

  test("is each one's own: a colleague has not read it", async () => {
    const id = await tell({ role: 'knb_officer' });
    const colleague = await headOf(product, 'knb_officer');
    const before = await unread(colleague);
    await mark(product.as('knb_officer'), { ids: [id] });
    expect((await toldTo(product.as('knb_officer'))).find((told) => told.id === id)!.readAt).not.toBeNull();
    expect(await unread(colleague)).toBe(before);
  });

  test('is not noted of what was told to others; nothing of it is noted then', async () => {
    const [one, other] = [await nomad(product), await nomad(product)];
    const own = await tell({ account_id: one.account.id });
    const foreign = await tell({ account_id: other.account.id });
    for (const input of [{ ids: [own, foreign] }, { allUntil: foreign }, { ids: ['x'] }])
      expect((await mark(one.client, input)).codes).toEqual(['NOT_FOUND']);
    expect(await unread(one.client)).toBe(1);
    expect(await unread(other.client)).toBe(1);
  });

  test('is named in one of the two ways', async () => {
    const { client, account } = await nomad(product);
    const id = await tell({ account_id: account.id });
    for (const input of [{}, { ids: [id], allUntil: id }])
      expect((await mark(client, input)).errors[0]!.extensions.problems).toMatchObject([
        { code: 'NOTIFICATIONS_CHOICE' },
      ]);
    const tooMany = (await mark(client, { ids: Array.from({ length: 101 }, newId) })).errors[0]!;
    expect(tooMany.extensions.problems).toMatchObject([{ code: 'NOTIFICATIONS_TOO_MANY', path: ['ids'] }]);
    expect(await unread(client)).toBe(1);
  });
});

describe('how somebody wants to be told', () => {
  const set = (client: GraphClient, input: object) =>
    client.send(
      'mutation S($input: SetNotificationPreferencesInput!) { setNotificationPreferences(input: $input) { me { notificationPreferences { language withoutEmail } } } }',
      { input },
    );

  test('is theirs to say, anew each time, and concerns nobody else', async () => {
    const hub = product.as('hub_officer');
    const read = async (client: GraphClient) =>
      (await client.ask('{ me { notificationPreferences { language withoutEmail } } }')).me.notificationPreferences;
    expect(await read(hub)).toEqual({ language: null, withoutEmail: [] });
    const wishes = { language: 'ru', withoutEmail: ['PETITION_SUBMITTED'] };
    expect((await set(hub, wishes)).data.setNotificationPreferences.me.notificationPreferences).toEqual(wishes);
    expect(await read(hub)).toEqual(wishes);
    expect(await read(product.as('mddiai_signer'))).toEqual({ language: null, withoutEmail: [] });
    await set(hub, { withoutEmail: [] });
    expect(await read(hub)).toEqual({ language: null, withoutEmail: [] });
  });

  test('does not keep from them what the orders require to be told; each such kind is named', async () => {
    const { client } = await nomad(product);
    const { errors } = await set(client, {
      withoutEmail: ['CASE_RETURNED', 'CASE_REGISTERED', 'PETITION_REFUSED'],
    });
    expect(errors[0]!.extensions.problems).toMatchObject([
      { code: 'NOTIFICATION_REQUIRED', path: ['withoutEmail', 0], reference: 'B§12' },
      { code: 'NOTIFICATION_REQUIRED', path: ['withoutEmail', 2], reference: 'B§9' },
    ]);
  });
});
