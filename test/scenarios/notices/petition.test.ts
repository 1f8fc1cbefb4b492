import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GraphClient } from '../../support/graph-client.ts';
import { listenTo, toldTo } from '../../support/notices.ts';
import { believeAnySignature } from '../../support/petition-rows.ts';
import { actOn, PetitionDesk, petitioner, readPetition, tryAct } from '../../support/petitions.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// B§5–9: who is told what of a petition, and who is not.

let product: TestProduct;
let hub: GraphClient;
let signer: GraphClient;
let desk: PetitionDesk;
beforeAll(async () => {
  product = await startTestProduct({ verifier: believeAnySignature });
  hub = product.as('hub_officer');
  signer = product.as('mddiai_signer');
  desk = new PetitionDesk(product);
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const lastTold = async (client: GraphClient, caseId: string) =>
  (await toldTo(client)).findLast((told) => told.caseId === caseId)!;

test('from the application to the signature, each step to whom it concerns', async () => {
  const { petitionId: id, client } = await petitioner(product);
  const heard = listenTo(product, id, client);
  expect(await heard()).toEqual({ hub: ['PETITION_SUBMITTED'] });

  await actOn(hub, 'screenPetition', id, { decision: 'APPROVED' });
  expect(await heard()).toEqual({});

  const [startsAt, other] = desk.times();
  await actOn(hub, 'offerInterviewTimes', id, { times: [startsAt, other] });
  expect(await heard()).toEqual({ person: ['INTERVIEW_TIMES_OFFERED'] });

  await actOn(client, 'chooseInterviewTime', id, { timeId: await desk.timeAt(client, id, startsAt) });
  expect(await heard()).toEqual({ hub: ['INTERVIEW_TIME_CHOSEN'] });

  product.clock.set(startsAt);
  const profession = { kk: 'Әзірлеуші', ru: 'Разработчик' };
  await actOn(hub, 'recordInterview', id, { outcome: 'PASSED', result: 'Convincing.', profession });
  expect(await heard()).toEqual({ signer: ['PETITION_TO_SIGN'] });

  const { version } = await readPetition(signer, id);
  await signer.ask('mutation S($input: SignPetitionInput!) { signPetition(input: $input) { petition { state } } }', {
    input: { id, expectedVersion: version, signature: 'x' },
  });
  expect(await heard()).toEqual({ person: ['PETITION_SIGNED'] });
});

describe('the times of the interview (B§6)', () => {
  test('are told to the person as they are offered, Astana time, and the one that was chosen to the hub', async () => {
    const { petitionId: id, client } = await desk.screened();
    await actOn(hub, 'offerInterviewTimes', id, {
      times: ['2026-03-05T10:00:00+05:00', '2026-03-04T04:30:00Z'],
    });
    expect(await lastTold(client, id)).toMatchObject({
      caseType: 'Petition',
      caseNumber: (await readPetition(client, id)).number,
      at: '2026-03-02T10:00:00.000+05:00',
      text: expect.stringContaining('2026-03-04 09:30 (Astana time), 2026-03-05 10:00 (Astana time)'),
    });
    await actOn(client, 'chooseInterviewTime', id, {
      timeId: await desk.timeAt(client, id, '2026-03-05T10:00:00+05:00'),
    });
    expect((await lastTold(hub, id)).text).toBe('The interview is at 2026-03-05 10:00 (Astana time).');
    const inRussian = (await toldTo(hub, 'ru')).findLast((told) => told.caseId === id)!;
    expect(inRussian.text).toBe('Собеседование состоится: 05.03.2026 10:00 (время Астаны).');
  });

  test('who missed the interview is told so', async () => {
    const [startsAt, other] = desk.times();
    const { petitionId: id, client } = await desk.agreed(startsAt, other);
    const heard = listenTo(product, id, client);
    await heard();
    product.clock.set(startsAt);
    await actOn(hub, 'recordInterview', id, { outcome: 'MISSED', result: 'Nobody came.' });
    expect(await heard()).toEqual({ person: ['INTERVIEW_MISSED'] });
  });
});

describe('a refusal is told to the person, wherever it falls; the reasons stay in the cabinet (B§9)', () => {
  test('after the screening', async () => {
    const { petitionId: id, client } = await petitioner(product);
    const heard = listenTo(product, id, client);
    await heard();
    await actOn(hub, 'screenPetition', id, { decision: 'REFUSED', reason: 'The diploma is not yours.' });
    expect(await heard()).toEqual({ person: ['PETITION_REFUSED'] });
    expect(JSON.stringify(await lastTold(client, id))).not.toContain('diploma');
  });

  test('after the interview', async () => {
    const [startsAt, other] = desk.times();
    const { petitionId: id, client } = await desk.agreed(startsAt, other);
    const heard = listenTo(product, id, client);
    await heard();
    product.clock.set(startsAt);
    await actOn(hub, 'recordInterview', id, { outcome: 'FAILED', result: 'Not convincing.' });
    expect(await heard()).toEqual({ person: ['PETITION_REFUSED'] });
  });

  test('by the ministry', async () => {
    const { petitionId: id, client } = await desk.passed();
    const heard = listenTo(product, id, client);
    await heard();
    await actOn(signer, 'refusePetition', id, { reason: 'Not in demand.' });
    expect(await heard()).toEqual({ person: ['PETITION_REFUSED'] });
  });
});

describe('that it was withdrawn', () => {
  test('is told to the hub', async () => {
    const { petitionId: id, client } = await petitioner(product);
    const heard = listenTo(product, id, client);
    await heard();
    await actOn(client, 'withdrawPetition', id);
    expect(await heard()).toEqual({ hub: ['PETITION_WITHDRAWN'] });
  });

  test('and to the ministry where its letter waited for the signature', async () => {
    const { petitionId: id, client } = await desk.passed();
    const heard = listenTo(product, id, client);
    await heard();
    await actOn(client, 'withdrawPetition', id);
    expect(await heard()).toEqual({ hub: ['PETITION_WITHDRAWN'], signer: ['PETITION_WITHDRAWN'] });
  });
});

describe('what does not happen is not told', () => {
  test('a step that is refused', async () => {
    const { petitionId: id, client } = await petitioner(product);
    const heard = listenTo(product, id, client);
    await heard();
    const { error } = await tryAct(hub, 'screenPetition', id, { decision: 'REFUSED', reason: '' });
    expect(error!.extensions.code).toBe('BAD_USER_INPUT');
    const early = await tryAct(hub, 'offerInterviewTimes', id, { times: [desk.times()[0]] });
    expect(early.error!.extensions.code).toBe('WRONG_STATE');
    expect(await heard()).toEqual({});
  });

  test('a step of which something else failed, when it was told already', async () => {
    const { petitionId: id, client } = await petitioner(product);
    const heard = listenTo(product, id, client);
    await heard();
    await product.database.query(
      `create function public.fail() returns trigger language plpgsql as $$ begin raise 'killed'; end $$;
       create trigger killed before insert on audit.journal for each row when (new.action = 'withdrawPetition') execute function public.fail()`,
    );
    expect((await tryAct(client, 'withdrawPetition', id)).error).toBeDefined();
    await product.database.query('drop trigger killed on audit.journal; drop function public.fail()');
    expect(await heard()).toEqual({});
    await actOn(client, 'withdrawPetition', id);
    expect(await heard()).toEqual({ hub: ['PETITION_WITHDRAWN'] });
  });

  test('a command that is sent again by its key is told once', async () => {
    const { petitionId: id, client } = await petitioner(product);
    const heard = listenTo(product, id, client);
    await heard();
    const again = { decision: 'REFUSED', reason: 'No.', expectedVersion: 1, idempotencyKey: `screen ${id}` };
    await actOn(hub, 'screenPetition', id, again);
    await actOn(hub, 'screenPetition', id, again);
    expect(await heard()).toEqual({ person: ['PETITION_REFUSED'] });
  });
});
