import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { HTTP } from 'cloudevents';
import type { CloudEventV1 } from 'cloudevents';
import { Webhook } from 'standardwebhooks';
import { newId } from '../../subgraphs/kit/ids.ts';
import { deliveriesOf, deliveryIs, sendDue, tellOf } from '../support/deliveries.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { jobsDone } from '../support/queue.ts';
import { startWebhookReceiver } from '../support/webhook-receiver.ts';
import type { WebhookReceiver } from '../support/webhook-receiver.ts';

// The systems of other agencies are told what happens within their scopes: in order, signed, and once as far as the protocol allows.

let product: TestProduct;
let administrator: GraphClient;
let receiver: WebhookReceiver;
beforeAll(async () => {
  receiver = await startWebhookReceiver();
  product = await startTestProduct({ webhooks: true });
  administrator = product.as('state_corporation');
});
afterAll(async () => {
  await product.close();
  await receiver.stop();
});
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));
afterEach(async () => {
  receiver.received.length = 0;
  receiver.conduct = 204;
  await product.database.query(`update missions.webhook set removed_at = '2026-03-02' where removed_at is null`);
});

const scope = 'residence:status';
const tell = (caseId: string, title: string, told: object = {}) =>
  tellOf(product.database, caseId, { scope, kind: 'CASE_STATE_CHANGED', ...told }, title);
const is = (notice: string, like: object) => deliveryIs(product.database, notice, like);

async function registerClient(scopes = [scope]): Promise<string> {
  const { createPartnerClient } = await administrator.ask(
    `mutation Client($input: CreatePartnerClientInput!) { createPartnerClient(input: $input) { partnerClient { id } } }`,
    {
      input: {
        name: 'Employment register',
        agency: 'Ministry of Labour',
        email: 'systems@labour.example',
        scopes,
        jwksUrl: 'https://labour.example/keys',
        expiresAt: '2027-03-02T00:00:00+05:00',
      },
    },
  );
  return createPartnerClient.partnerClient.id as string;
}

const register = `mutation Register($input: RegisterWebhookInput!) {
  registerWebhook(input: $input) { secret webhook { id version url kinds client { id } } } }`;

async function registerWebhook(told: object = {}): Promise<{ id: string; version: number; secret: string }> {
  const clientId = await registerClient();
  const input = { clientId, url: receiver.url, ...told };
  const { registerWebhook } = await administrator.ask(register, { input });
  return { ...registerWebhook.webhook, secret: registerWebhook.secret };
}

const remove = (id: string, expectedVersion: number) =>
  administrator.send(
    'mutation Remove($input: RemoveWebhookInput!) { removeWebhook(input: $input) { webhook { removedAt removeReason } } }',
    { input: { id, expectedVersion, reason: 'Replaced.' } },
  );

const replay = (id: string) =>
  administrator.send(
    'mutation Replay($input: ReplayDeliveryInput!) { replayDelivery(input: $input) { delivery { state attempts } } }',
    { input: { id } },
  );

async function dead(): Promise<{ id: string; state: string; failure: string; webhook: { url: string } }[]> {
  const { deliveries } = await administrator.ask(
    '{ deliveries(filter: { states: [DEAD, BOUNCED] }) { edges { node { id state failure webhook { url } } } } }',
  );
  return deliveries.edges.map(({ node }: { node: object }) => node);
}

/** Moves the clock on and has sent what is due then. */
async function later(moment: string): Promise<void> {
  await jobsDone(product);
  product.clock.set(moment);
  await sendDue(product.database);
  await jobsDone(product);
}

const titles = () =>
  receiver.received.map(({ body }) => (JSON.parse(body) as CloudEventV1<{ title: { en: string } }>).data!.title.en);

describe('A webhook', () => {
  test('gets a CloudEvent that its secret proves to come from here; of the case the number, of the person nothing', async () => {
    const { secret, id } = await registerWebhook();
    const notice = await tell(newId(), 'permitted');
    await is(notice, { target: id, state: 'SENT', attempts: 1 });
    const [{ headers, body }] = receiver.received as [(typeof receiver.received)[number]];
    // Standard Webhooks' own client; it takes five minutes around the real time, the test's clock says another.
    const at = String(Math.floor(Date.parse('2026-03-02T10:00:00+05:00') / 1000));
    expect(headers).toMatchObject({
      'webhook-timestamp': at,
      'content-type': expect.stringMatching(/cloudevents\+json/),
    });
    const signer = new Webhook(secret);
    const signed = signer.sign(headers['webhook-id'] as string, new Date(Number(at) * 1000), body);
    expect(headers['webhook-signature']).toBe(signed);
    expect(headers['webhook-signature']).not.toBe(
      signer.sign(headers['webhook-id'] as string, new Date(Number(at) * 1000), `${body} `),
    );
    const event = HTTP.toEvent({ headers, body }) as CloudEventV1<unknown>;
    expect(event).toMatchObject({
      id: notice,
      source: 'https://qonaq.example',
      type: 'kz.qonaq.case-state-changed',
      subject: 'RES-2026-000001',
      specversion: '1.0',
    });
    expect(event.data).toEqual({
      kind: 'CASE_STATE_CHANGED',
      caseType: 'ResidenceCase',
      caseNumber: 'RES-2026-000001',
      title: { kk: 'permitted kk', ru: 'permitted ru', en: 'permitted en' },
      text: { kk: 'permitted kk', ru: 'permitted ru', en: 'permitted en' },
    });
  });

  test('with now as the clock says is accepted by the library of who receives it', async () => {
    product.clock.run();
    product.clock.set(new Date().toISOString());
    const { secret } = await registerWebhook();
    await is(await tell(newId(), 'now'), { state: 'SENT' });
    const [{ headers, body }] = receiver.received as [(typeof receiver.received)[number]];
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({ specversion: '1.0' });
    expect(() => new Webhook(secret).verify(body.replace('now', 'new'), headers as Record<string, string>)).toThrow();
  });

  test('gets only the kinds that it asked for, and only within the scopes of its client', async () => {
    const { id } = await registerWebhook({ kinds: ['IIN_FORMED', 'CASE_STATE_CHANGED'] });
    await is(await tell(newId(), 'of the kind'), { target: id, state: 'SENT' });
    const others = [
      await tell(newId(), 'of another kind', { kind: 'CASE_PERMITTED' }),
      await tell(newId(), 'of another scope', { scope: 'iin:verify', kind: 'IIN_FORMED' }),
      await tell(newId(), 'to a person', { scope: undefined, account_id: newId() }),
    ];
    await jobsDone(product);
    for (const notice of others) expect(await deliveriesOf(product.database, notice)).toEqual([]);
    expect(titles()).toEqual(['of the kind en']);
  });

  test('of a client that was revoked gets nothing, also of what waits', async () => {
    const clientId = await registerClient();
    await administrator.ask(register, { input: { clientId, url: receiver.url } });
    receiver.conduct = 503;
    const notice = await tell(newId(), 'waits');
    await is(notice, { state: 'PENDING', attempts: 1, failure: '503' });
    const { errors } = await administrator.send(
      'mutation Revoke($input: RevokePartnerClientInput!) { revokePartnerClient(input: $input) { partnerClient { state } } }',
      { input: { id: clientId, expectedVersion: 1, reason: 'Its key leaked.' } },
    );
    expect(errors).toEqual([]);
    receiver.conduct = 204;
    await later('2026-03-02T10:01:00+05:00');
    await is(notice, { state: 'NO_ADDRESS' });
    expect(await deliveriesOf(product.database, await tell(newId(), 'after'))).toEqual([]);
    expect(receiver.received).toHaveLength(1);
  });

  test('that was removed gets nothing more; a stale version is refused, and so is a second time', async () => {
    const { id, version } = await registerWebhook();
    expect((await remove(id, version + 1)).codes).toEqual(['CONFLICT']);
    expect((await remove(id, version)).data.removeWebhook.webhook).toEqual({
      removedAt: '2026-03-02T10:00:00.000+05:00',
      removeReason: 'Replaced.',
    });
    expect((await remove(id, version + 1)).codes).toEqual(['WRONG_STATE']);
    const notice = await tell(newId(), 'nobody');
    await jobsDone(product);
    expect(await deliveriesOf(product.database, notice)).toEqual([]);
  });
});

describe('A receiver that', () => {
  beforeEach(() => registerWebhook());

  test('is away gets everything when it is back, in order', async () => {
    await receiver.stop();
    const caseId = newId();
    const first = await tell(caseId, 'first');
    await is(first, { state: 'PENDING', attempts: 1, failure: 'UNREACHABLE' });
    const second = await tell(caseId, 'second');
    await jobsDone(product);
    await is(second, { state: 'PENDING', attempts: 0 });
    await receiver.start();
    await later('2026-03-02T10:01:00+05:00');
    await is(second, { state: 'SENT' });
    expect(titles()).toEqual(['first en', 'second en']);
  });

  test('is lost after it took an event gets it again by the same id', async () => {
    receiver.conduct = 'DROP';
    const notice = await tell(newId(), 'dropped');
    await is(notice, { state: 'PENDING', attempts: 1, failure: 'UNREACHABLE' });
    receiver.conduct = 204;
    await later('2026-03-02T10:01:00+05:00');
    await is(notice, { state: 'SENT', attempts: 2 });
    expect(receiver.received).toHaveLength(2);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    // Signed anew, at its own time.
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(2);
  });

  test('leads elsewhere is not followed', async () => {
    receiver.conduct = 302;
    await is(await tell(newId(), 'elsewhere'), { state: 'PENDING', failure: 'UNREACHABLE' });
  });

  test('is gone for good is told so to the administrator', async () => {
    receiver.conduct = 410;
    const notice = await tell(newId(), 'gone');
    await is(notice, { state: 'BOUNCED', failure: '410' });
    expect(await dead()).toEqual([
      { id: expect.any(String), state: 'BOUNCED', failure: '410', webhook: { url: receiver.url } },
    ]);
    await product.database.query(`delete from missions.delivery where notice_id = $1`, [notice]);
  });

  test('refuses for three days is asked no more, until the administrator has it replayed', async () => {
    receiver.conduct = 500;
    const caseId = newId();
    const notice = await tell(caseId, 'refused');
    await is(notice, { state: 'PENDING', attempts: 1, failure: '500' });
    await product.database.query('update missions.delivery set attempts = 74 where notice_id = $1', [notice]);
    await later('2026-03-02T11:01:00+05:00');
    await is(notice, { state: 'DEAD', attempts: 75 });
    const { id } = (await dead())[0]!;

    receiver.conduct = 204;
    receiver.received.length = 0;
    const { data } = await replay(id);
    expect(data.replayDelivery.delivery.attempts).toBeLessThanOrEqual(1);
    await is(notice, { state: 'SENT', attempts: 1 });
    expect(receiver.received.map(({ headers }) => headers['webhook-id'])).toEqual([id]);
    expect((await replay(id)).codes).toEqual(['WRONG_STATE']);
    expect((await replay(newId())).codes).toEqual(['NOT_FOUND']);
    expect(await dead()).toEqual([]);
  });
});

describe('Registering one', () => {
  test('tells its secret once: a repeat by its key finds the webhook, and no secret', async () => {
    const clientId = await registerClient();
    const input = { clientId, url: receiver.url, idempotencyKey: 'once' };
    const first = await administrator.ask(register, { input });
    expect(first.registerWebhook.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    const again = await administrator.ask(register, { input });
    expect(again.registerWebhook).toEqual({ ...first.registerWebhook, secret: null });
    const other = await administrator.ask(register, { input: { clientId, url: receiver.url } });
    expect(other.registerWebhook.secret).not.toBe(first.registerWebhook.secret);
  });

  test('names every problem at once', async () => {
    const input = { clientId: newId(), url: 'http://labour.example/', kinds: ['IIN_FORMED', 'IIN_FORMED'] };
    const { errors, codes } = await administrator.send(register, { input });
    expect(codes).toEqual(['BAD_USER_INPUT']);
    expect(errors[0]!.extensions.problems!.map(({ code, path }) => [code, path.join('.')])).toEqual([
      ['CLIENT_UNKNOWN', 'clientId'],
      ['WEBHOOK_URL_INVALID', 'url'],
      ['KIND_REPEATED', 'kinds.1'],
    ]);
  });

  test('is unavailable where the installation has no key for it', async () => {
    const without = await startTestProduct();
    const { codes } = await without.as('state_corporation').send(register, { input: { clientId: newId(), url: 'x' } });
    await without.close();
    expect(codes).toEqual(['UNAVAILABLE']);
  });
});
