import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  colleague,
  file,
  notSeenBy,
  on,
  recordForwardings,
  refusedApplication,
  rejection,
  seenBy,
  tryOn,
} from '../../support/complaints.ts';
import type { SeenComplaint } from '../../support/complaints.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';
import { jobsDone } from '../../support/queue.ts';

// A§16: the provider decides within five working days of its registration. A§17: the reviewing body within fifteen of its own. A§18: court after that.

let product: TestProduct;
let consul: GraphClient;
/** Who refused the application, and a colleague who had nothing to do with it. */
let complainedOf: GraphClient;
let operator: GraphClient;
let reviewer: GraphClient;
let about: { iinApplicationId: string };
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  complainedOf = product.as('iin_operator');
  operator = (await colleague(product, 'iin_operator')).client;
  reviewer = product.as('complaint_reviewer');
  about = { iinApplicationId: (await refusedApplication(product)).id };
});
afterAll(() => product.close());

const set = (moment: string) => product.clock.set(moment);

/** Received on Monday 2 March 2026. */
async function received(told: object = {}): Promise<SeenComplaint> {
  set('2026-03-02T10:00:00+05:00');
  return file(consul, about, told);
}

/** Received on 2 March, registered on Tuesday 3 March: five working days end on Wednesday 11 March, since the 9th is off. */
async function registered(): Promise<SeenComplaint> {
  const complaint = await received();
  set('2026-03-03T11:00:00+05:00');
  return on(operator, 'registerComplaint', complaint);
}

/** Registered by the reviewing body on Friday 6 March 2026. */
async function underReview(): Promise<SeenComplaint> {
  const complaint = await received();
  set('2026-03-06T09:00:00+05:00');
  return on(reviewer, 'registerComplaint', complaint);
}

const termOf = ({ terms }: SeenComplaint, kind: string) => terms.find((term) => term.kind === kind);

describe('at the provider (A§16)', () => {
  test('the five days run from the registration, beside the three from the receipt', async () => {
    const complaint = await registered();
    expect(complaint).toMatchObject({
      state: 'REGISTERED',
      registeredAt: '2026-03-03T11:00:00.000+05:00',
      dueAt: '2026-03-05T18:30:00.000+05:00',
    });
    expect(complaint.terms.map(({ kind, dueAt }) => [kind, dueAt])).toEqual([
      ['COMPLAINT_FORWARDING', '2026-03-05T18:30:00.000+05:00'],
      ['COMPLAINT_PROVIDER', '2026-03-11T18:30:00.000+05:00'],
    ]);
    const forwarded = await on(operator, 'forwardComplaint', complaint);
    expect(forwarded).toMatchObject({ state: 'FORWARDED', dueAt: '2026-03-11T18:30:00.000+05:00' });
    const decided = await on(operator, 'decideComplaint', forwarded, rejection);
    expect(decided).toMatchObject({ state: 'FORWARDED', dueAt: null, availableActions: [] });
    expect(decided.decisions).toMatchObject([{ body: 'PROVIDER', ...rejection, reopen: null }]);
  });

  test('a decision at the last moment is in time, a moment later the complaint is overdue and is decided all the same', async () => {
    const complaint = await registered();
    set('2026-03-11T18:30:00+05:00');
    expect(await seenBy(operator, complaint)).toMatchObject({ state: 'FORWARDED', overdue: false });
    set('2026-03-11T18:30:00.001+05:00');
    expect(await seenBy(operator, complaint)).toMatchObject({ state: 'FORWARDED', overdue: true });
    const decided = await on(operator, 'decideComplaint', complaint, rejection);
    expect(decided.overdue).toBe(false);
    expect(termOf(decided, 'COMPLAINT_PROVIDER')).toMatchObject({ overdue: true });
    expect(termOf(decided, 'COMPLAINT_FORWARDING')).toMatchObject({ overdue: false });
  });

  test('is registered also after it was forwarded, and while it is under review', async () => {
    const complaint = await underReview();
    set('2026-03-10T09:00:00+05:00');
    const late = await on(operator, 'registerComplaint', complaint);
    expect(late).toMatchObject({ state: 'UNDER_REVIEW', registeredAt: '2026-03-10T09:00:00.000+05:00' });
    // From Tuesday 10 March: 11, 12, 13, 16 and 17.
    expect(termOf(late, 'COMPLAINT_PROVIDER')).toMatchObject({ dueAt: '2026-03-17T18:30:00.000+05:00' });
    expect((await tryOn(operator, 'registerComplaint', late)).code).toBe('WRONG_STATE');
  });

  test('one that is addressed to the reviewing body the provider neither registers nor decides', async () => {
    const complaint = await received({ addressedTo: 'REVIEWING_BODY' });
    expect((await seenBy(operator, complaint)).availableActions).toEqual(['SATISFY', 'FORWARD']);
    expect((await tryOn(operator, 'registerComplaint', complaint)).code).toBe('WRONG_STATE');
    expect((await tryOn(operator, 'decideComplaint', complaint, rejection)).code).toBe('WRONG_STATE');
    expect(await on(operator, 'forwardComplaint', complaint)).toMatchObject({ state: 'FORWARDED' });
  });

  test('nothing is decided before the registration, and nothing twice', async () => {
    const complaint = await received();
    expect((await tryOn(operator, 'decideComplaint', complaint, rejection)).code).toBe('WRONG_STATE');
    const inPart = { outcome: 'SATISFIED_IN_PART', reasons: 'Отчасти.', reopen: false };
    expect((await tryOn(operator, 'decideComplaint', complaint, { ...inPart, outcome: 'SATISFIED' })).code).toBe(
      'WRONG_STATE',
    );
    const decided = await on(operator, 'decideComplaint', await on(operator, 'registerComplaint', complaint), inPart);
    expect(decided).toMatchObject({ state: 'REGISTERED', availableActions: ['SATISFY', 'FORWARD'] });
    expect((await tryOn(operator, 'decideComplaint', decided, rejection)).code).toBe('WRONG_STATE');
  });

  test('the official complained of decides nothing but full satisfaction (A§15-3); a colleague does', async () => {
    const complaint = await registered();
    expect((await seenBy(complainedOf, complaint)).availableActions).toEqual(['SATISFY', 'FORWARD']);
    expect((await seenBy(operator, complaint)).availableActions).toEqual(['SATISFY', 'FORWARD', 'DECIDE_AS_PROVIDER']);
    for (const outcome of ['REJECTED', 'LEFT_WITHOUT_REVIEW', 'SATISFIED_IN_PART'])
      expect((await tryOn(complainedOf, 'decideComplaint', complaint, { outcome, reasons: 'Нет.' })).code).toBe(
        'WRONG_STATE',
      );
    expect((await on(operator, 'decideComplaint', complaint, rejection)).decisions).toHaveLength(1);
    const another = await registered();
    const satisfied = { outcome: 'SATISFIED', reasons: 'Да.', reopen: false };
    expect(await on(complainedOf, 'decideComplaint', another, satisfied)).toMatchObject({ state: 'SATISFIED' });
  });

  test('a decision that satisfies in full within the three days is the end of it', async () => {
    const satisfied = await on(operator, 'decideComplaint', await registered(), {
      outcome: 'SATISFIED',
      reasons: 'Обоснована.',
      reopen: true,
    });
    expect(satisfied).toMatchObject({
      state: 'SATISFIED',
      dueAt: null,
      followUp: { action: 'REOPEN_IIN_APPLICATION', doneAt: null },
    });
    set('2026-03-20T10:00:00+05:00');
    await recordForwardings(product);
    expect(await notSeenBy(reviewer, satisfied)).toBe('NOT_FOUND');
  });

  test('one that satisfies in full after them does not keep it from the reviewing body', async () => {
    const complaint = await registered();
    set('2026-03-06T10:00:00+05:00');
    const decided = await on(operator, 'decideComplaint', complaint, {
      outcome: 'SATISFIED',
      reasons: 'Обоснована.',
      reopen: true,
    });
    expect(decided).toMatchObject({ state: 'FORWARDED', followUp: { action: 'REOPEN_IIN_APPLICATION' } });
    expect(await on(reviewer, 'registerComplaint', decided)).toMatchObject({ state: 'UNDER_REVIEW' });
  });

  test('a rejection within the three days does not keep it from being satisfied in time, nor from being forwarded', async () => {
    const rejected = await on(operator, 'decideComplaint', await registered(), rejection);
    const satisfied = await on(operator, 'satisfyComplaint', rejected, { reasons: 'Пересмотрели.', reopen: false });
    expect(satisfied).toMatchObject({
      state: 'SATISFIED',
      decisions: [{ outcome: 'REJECTED' }, { outcome: 'SATISFIED' }],
    });
    const another = await on(operator, 'decideComplaint', await registered(), rejection);
    set('2026-03-06T10:00:00+05:00');
    expect(await seenBy(reviewer, another)).toMatchObject({ state: 'FORWARDED', decisions: [{ outcome: 'REJECTED' }] });
  });
});

describe('at the reviewing body (A§17)', () => {
  test('the fifteen days run from its own registration', async () => {
    const complaint = await underReview();
    // From Friday 6 March: 10 to 13, 16 to 20, 26, 27, 30, 31 March, 1 and 2 April; 9 and 23 to 25 March are off.
    expect(complaint).toMatchObject({ state: 'UNDER_REVIEW', dueAt: '2026-04-02T18:30:00.000+05:00' });
    expect(complaint.availableActions).toEqual(['DECIDE_REVIEW']);
    set('2026-04-02T18:30:00+05:00');
    expect(await seenBy(reviewer, complaint)).toMatchObject({ overdue: false });
    set('2026-04-02T18:30:01+05:00');
    expect(await seenBy(reviewer, complaint)).toMatchObject({ overdue: true });
    const decided = await on(reviewer, 'decideComplaint', complaint, rejection);
    expect(decided).toMatchObject({ state: 'DECIDED', overdue: false, dueAt: null, availableActions: [] });
    expect(decided.decisions).toMatchObject([{ body: 'REVIEWING_BODY', ...rejection }]);
  });

  test('it decides nothing before it has registered it, and nothing twice', async () => {
    const complaint = await on(operator, 'forwardComplaint', await received());
    expect((await tryOn(reviewer, 'decideComplaint', complaint, rejection)).code).toBe('WRONG_STATE');
    const decided = await on(
      reviewer,
      'decideComplaint',
      await on(reviewer, 'registerComplaint', complaint),
      rejection,
    );
    expect((await tryOn(reviewer, 'decideComplaint', decided, rejection)).code).toBe('WRONG_STATE');
  });

  test('its decision ends the term of the provider, who decides no more', async () => {
    const complaint = await on(operator, 'forwardComplaint', await registered());
    const decided = await on(
      reviewer,
      'decideComplaint',
      await on(reviewer, 'registerComplaint', complaint),
      rejection,
    );
    expect(decided.terms.every(({ endedAt }) => endedAt !== null)).toBe(true);
    expect((await tryOn(operator, 'decideComplaint', decided, rejection)).code).toBe('WRONG_STATE');
  });

  test('what it satisfies is to be reopened until that is done; the job that notes it does so once', async () => {
    const told = { outcome: 'SATISFIED_IN_PART', reasons: 'Отказ не обоснован.', reopen: true };
    const decided = await on(reviewer, 'decideComplaint', await underReview(), told);
    expect(decided.followUp).toEqual({ action: 'REOPEN_IIN_APPLICATION', doneAt: null });
    await noteReopened(decided);
    expect((await seenBy(operator, decided)).followUp).toEqual({
      action: 'REOPEN_IIN_APPLICATION',
      doneAt: '2026-03-06T09:00:00.000+05:00',
    });
    const once = await seenBy(operator, decided);
    set('2026-03-10T09:00:00+05:00');
    await noteReopened(decided);
    expect(await seenBy(operator, decided)).toEqual(once);
    expect(once.history.at(-1)).toMatchObject({ kind: 'REOPENING_DONE' });
  });

  test('a job that notes a reopening nobody asked for changes nothing', async () => {
    const decided = await on(reviewer, 'decideComplaint', await underReview(), rejection);
    await noteReopened(decided);
    expect(await seenBy(reviewer, decided)).toEqual(decided);
  });
});

test('every decision states, in the language of the reader, that the court comes after it (A§18)', async () => {
  const decided = await on(reviewer, 'decideComplaint', await underReview(), rejection);
  const statement = async (language: string) => {
    const query = 'query C($id: ID!) { complaint(id: $id) { decisions { courtStatement } } }';
    const { data } = await consul.send(query, { id: decided.id }, language);
    return (data.complaint.decisions as { courtStatement: string }[]).map(({ courtStatement }) => courtStatement);
  };
  expect(await statement('en')).toEqual([expect.stringContaining('go to court after the pre-trial review')]);
  expect(await statement('ru')).toEqual([expect.stringContaining('в суд возможно после рассмотрения жалобы')]);
  expect(await statement('kk')).toEqual([expect.stringContaining('сотқа жүгінуге болады')]);
});

test('the history tells it in order, in the language of the reader, and of recounted terms only to officials', async () => {
  const complaint = await on(operator, 'forwardComplaint', await registered());
  const decided = await on(reviewer, 'decideComplaint', await on(reviewer, 'registerComplaint', complaint), rejection);
  expect((await seenBy(consul, decided)).history.map(({ kind }) => kind)).toEqual([
    'FILED',
    'REGISTER',
    'FORWARD',
    'REGISTER_REVIEW',
    'DECIDE_REVIEW',
  ]);
  await product.database.query(
    `insert into complaints.event select gen_random_uuid(), case_id, 'TERM_RECOUNTED', at, account_id, role, '{}' from complaints.event where case_id = $1 limit 1`,
    [decided.id],
  );
  const kindsFor = async (client: GraphClient) => (await seenBy(client, decided)).history.map(({ kind }) => kind);
  expect(await kindsFor(reviewer)).toContain('TERM_RECOUNTED');
  expect(await kindsFor(consul)).not.toContain('TERM_RECOUNTED');
});

async function noteReopened({ id }: SeenComplaint): Promise<void> {
  await product.database.query(`select graphile_worker.add_job('complaints.noteReopened', $1)`, [
    JSON.stringify({ complaintId: id }),
  ]);
  await jobsDone(product);
}
