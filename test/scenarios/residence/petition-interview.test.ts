import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../../installation/demo/accounts.ts';
import { newId } from '../../../subgraphs/kit/ids.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { actOn, PetitionDesk, problemsOf, profession, readPetition, tryAct } from '../../support/petitions.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// B§6, B§7, B§9: the hub offers times in a calendar, the person picks one, a video interview is held and its result recorded.

let product: TestProduct;
let hub: GraphClient;
let desk: PetitionDesk;
beforeAll(async () => {
  product = await startTestProduct();
  hub = product.as('hub_officer');
  desk = new PetitionDesk(product);
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

let days = 0;
/** Two times of a day that no other test uses. */
function twoTimes(): [string, string] {
  days += 1;
  const day = Temporal.PlainDate.from('2026-03-03').add({ days }).toString();
  return [`${day}T10:00:00+05:00`, `${day}T15:30:00+05:00`];
}
const shown = (time: string) => time.replace('+05:00', '.000+05:00');

/** Another officer of the hub. */
async function colleague(): Promise<GraphClient> {
  const account = { ...demoAccount('hub_officer')!, id: newId(), name: 'Another officer of the hub' };
  await product.database.query(
    `insert into missions.account (id, name, role, head_of_office, state) values ($1, $2, 'hub_officer', false, 'ACTIVE')`,
    [account.id, account.name],
  );
  await product.database.query(`insert into kit.account_state (id, state, role) values ($1, 'ACTIVE', 'hub_officer')`, [
    account.id,
  ]);
  return product.asAccount(account);
}

describe('times are offered', () => {
  test('several, with the address of the video; the invitation is then made', async () => {
    const times = twoTimes();
    const { petitionId, client } = await desk.screened();
    product.clock.set('2026-03-02T11:00:00+05:00');
    const videoLink = 'https://meet.example/dnr';
    await actOn(hub, 'offerInterviewTimes', petitionId, { times, videoLink });
    expect(await readPetition(client, petitionId)).toMatchObject({
      state: 'TIMES_OFFERED',
      dueAt: null,
      terms: [{ kind: 'INTERVIEW_INVITATION', endedAt: '2026-03-02T11:00:00.000+05:00', overdue: false }],
      interviewTimes: times.map((time) => ({ startsAt: shown(time), videoLink, chosenAt: null })),
      availableActions: ['CHOOSE_INTERVIEW_TIME', 'WITHDRAW'],
    });
    // More times join them.
    const [more, andMore] = twoTimes();
    const petition = await actOn(hub, 'offerInterviewTimes', petitionId, { times: [more, andMore] });
    expect(petition.interviewTimes.map(({ startsAt }) => startsAt)).toEqual([...times, more, andMore].map(shown));
  });

  test('to come, on the hour or half past, each once, at least two, at an address: all problems at once', async () => {
    const [agreed, other] = twoTimes();
    await desk.agreed(agreed, other);
    const { petitionId } = await desk.screened();
    const times = [
      '2026-03-02T10:00:00+05:00',
      '2026-03-30T10:15:00+05:00',
      '2026-03-30T11:00:30+05:00',
      other,
      other,
      agreed,
    ];
    const { error } = await tryAct(hub, 'offerInterviewTimes', petitionId, { times, videoLink: 'meet.example' });
    expect(problemsOf(error)).toEqual([
      ['INTERVIEW_TIME_PASSED', ['times', 0]],
      ['INTERVIEW_TIME_GRID', ['times', 1]],
      ['INTERVIEW_TIME_GRID', ['times', 2]],
      ['INTERVIEW_TIME_REPEATED', ['times', 4]],
      ['INTERVIEW_TIME_AGREED', ['times', 5]],
      ['VIDEO_LINK_INVALID', ['videoLink']],
    ]);
    const few = await tryAct(hub, 'offerInterviewTimes', petitionId, { times: [other] });
    expect(problemsOf(few.error)).toEqual([['INTERVIEW_TIMES_COUNT', ['times']]]);
    // What one officer has agreed upon binds only that officer.
    await actOn(await colleague(), 'offerInterviewTimes', petitionId, { times: [agreed, other] });
    // And what is on offer is not offered again, by nobody.
    const again = await tryAct(hub, 'offerInterviewTimes', petitionId, { times: [other, '2026-03-30T11:00:00+05:00'] });
    expect(problemsOf(again.error)).toEqual([['INTERVIEW_TIME_REPEATED', ['times', 0]]]);
  });
});

describe('a time is chosen', () => {
  test('one of those on offer; the others are released for others', async () => {
    const times = twoTimes();
    const [first, second] = [await desk.offered(...times), await desk.offered(...times)];
    const petition = await desk.choose(first, times[0]);
    expect(petition).toMatchObject({
      state: 'INTERVIEW_AGREED',
      interviewTimes: [{ startsAt: shown(times[0]), chosenAt: '2026-03-02T10:00:00.000+05:00' }],
      availableActions: ['WITHDRAW'],
    });
    // The other person sees what is left of the same officer's times, and may have it.
    const left = await readPetition(second.client, second.petitionId);
    expect(left.interviewTimes.map(({ startsAt }) => startsAt)).toEqual([shown(times[1])]);
    await desk.choose(second, times[1]);
  });

  test('neither somebody else’s, nor one that has passed', async () => {
    const times = twoTimes();
    const [person, somebody] = [await desk.offered(...times), await desk.offered(...times)];
    const theirs = await desk.timeAt(somebody.client, somebody.petitionId, times[0]);
    for (const timeId of [theirs, newId(), 'x']) {
      const { error } = await tryAct(person.client, 'chooseInterviewTime', person.petitionId, { timeId });
      expect(problemsOf(error)).toEqual([['INTERVIEW_TIME_NOT_OFFERED', ['timeId']]]);
    }
    const timeId = await desk.timeAt(person.client, person.petitionId, times[0]);
    product.clock.set(times[0]);
    const { error } = await tryAct(person.client, 'chooseInterviewTime', person.petitionId, { timeId });
    expect(problemsOf(error)).toEqual([['INTERVIEW_TIME_PASSED', ['timeId']]]);
    const { interviewTimes } = await readPetition(person.client, person.petitionId);
    expect(interviewTimes.map(({ startsAt }) => startsAt)).toEqual([shown(times[1])]);
  });

  test('by two people at the same moment: one gets it, the other is told so, still sees the others, and chooses one of them', async () => {
    for (let round = 0; round < 5; round += 1) {
      const times = twoTimes();
      const people = [await desk.offered(...times), await desk.offered(...times)];
      const ids = await Promise.all(people.map(({ client, petitionId }) => desk.timeAt(client, petitionId, times[0])));
      const outcomes = await Promise.all(
        people.map(({ client, petitionId }, index) =>
          tryAct(client, 'chooseInterviewTime', petitionId, { timeId: ids[index], expectedVersion: 3 }),
        ),
      );
      const lost = outcomes.findIndex(({ error }) => error);
      expect(outcomes.filter(({ error }) => error)).toHaveLength(1);
      expect(outcomes[lost]!.error).toMatchObject({
        message: 'Somebody else has chosen this time meanwhile. Choose one of the others.',
        extensions: { code: 'CONFLICT', reason: 'INTERVIEW_TIME_TAKEN', currentVersion: 3 },
      });
      const loser = people[lost]!;
      const petition = await readPetition(loser.client, loser.petitionId);
      expect(petition).toMatchObject({ state: 'TIMES_OFFERED', version: 3 });
      expect(petition.interviewTimes.map(({ startsAt }) => startsAt)).toEqual([shown(times[1])]);
      await desk.choose(loser, times[1]);
    }
  });
});

describe('what came of the interview', () => {
  test('is recorded from its beginning on, and not before', async () => {
    const times = twoTimes();
    const { petitionId } = await desk.agreed(...times);
    const input = { outcome: 'FAILED', result: 'He did not write the code that he showed.' };
    product.clock.set(times[0].replace('10:00:00', '09:59:59'));
    expect((await readPetition(hub, petitionId)).availableActions).toEqual([]);
    const early = await tryAct(hub, 'recordInterview', petitionId, input);
    expect(early.error?.extensions).toMatchObject({ code: 'WRONG_STATE', state: 'INTERVIEW_AGREED' });
    product.clock.set(times[0]);
    expect((await readPetition(hub, petitionId)).availableActions).toEqual([
      'RECORD_INTERVIEW_PASSED',
      'RECORD_INTERVIEW_FAILED',
      'RECORD_INTERVIEW_MISSED',
    ]);
    await actOn(hub, 'recordInterview', petitionId, input);
  });

  test('not passed: refused, and the person is told the reasons (B§9)', async () => {
    const times = twoTimes();
    const { petitionId, client } = await desk.agreed(...times);
    product.clock.set(times[0]);
    const result = 'The experience does not reach what the profession asks for.';
    await actOn(hub, 'recordInterview', petitionId, { outcome: 'FAILED', result });
    expect(await readPetition(client, petitionId)).toMatchObject({
      state: 'REFUSED',
      interviewResult: result,
      refusalReason: result,
      decidedAt: shown(times[0]),
      availableActions: [],
    });
    await expect(readPetition(product.as('mddiai_signer'), petitionId)).rejects.toThrow('NOT_FOUND');
  });

  test('missed: new times are due within 2 working days, and the missed one is nobody’s any more', async () => {
    const times = twoTimes();
    const { petitionId, client } = await desk.agreed(...times);
    product.clock.set('2026-03-19T10:00:00+05:00');
    await actOn(hub, 'recordInterview', petitionId, { outcome: 'MISSED', result: 'She did not come.' });
    // 20 March is a Friday; 21 and 22 are the weekend, 23 to 25 March are off.
    expect(await readPetition(client, petitionId)).toMatchObject({
      state: 'SCREENED',
      dueAt: '2026-03-26T18:30:00.000+05:00',
      interviewTimes: [],
      interviewResult: 'She did not come.',
      decidedAt: null,
    });
    const next = ['2026-03-26T10:00:00+05:00', '2026-03-26T10:30:00+05:00'];
    const petition = await actOn(hub, 'offerInterviewTimes', petitionId, { times: next });
    expect(petition.interviewTimes.map(({ startsAt }) => startsAt)).toEqual(next.map(shown));
  });

  test('passed: the letter waits for the ministry, which sees the petition from now on', async () => {
    const times = twoTimes();
    const signer = product.as('mddiai_signer');
    const { petitionId } = await desk.agreed(...times);
    await expect(readPetition(signer, petitionId)).rejects.toThrow('NOT_FOUND');
    product.clock.set(times[0]);
    const input = { outcome: 'PASSED', result: 'Convincing.', profession };
    const petition = await actOn(hub, 'recordInterview', petitionId, input);
    expect(petition).toMatchObject({ state: 'AWAITING_SIGNATURE', profession, availableActions: [] });
    expect(petition.documents.at(-1)).toMatchObject({ stage: 'MADE', kind: 'PETITION_LETTER', signedAt: null });
    expect((await readPetition(signer, petitionId)).availableActions).toEqual(['SIGN', 'REFUSE']);
  });

  test('passed, not without the profession and the result in words, which the letter can print', async () => {
    const times = twoTimes();
    const { petitionId } = await desk.agreed(...times);
    product.clock.set(times[0]);
    const record = async (more: object) =>
      problemsOf((await tryAct(hub, 'recordInterview', petitionId, { outcome: 'PASSED', ...more })).error);
    expect(await record({ result: ' ' })).toEqual([
      ['TEXT_EMPTY', ['result']],
      ['VALUE_MISSING', ['profession']],
    ]);
    expect(await record({ result: 'Yes.', profession: { kk: '', ru: '程序员' } })).toEqual([
      ['TEXT_EMPTY', ['profession', 'kk']],
      ['LETTER_CHARACTERS', ['profession', 'ru']],
    ]);
    expect((await readPetition(hub, petitionId)).documents.map(({ stage }) => stage)).not.toContain('MADE');
  });
});
