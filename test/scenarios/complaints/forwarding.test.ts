import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  file,
  notSeenBy,
  on,
  recordForwardings,
  refusedApplication,
  satisfaction,
  seenBy,
  tryOn,
} from '../../support/complaints.ts';
import type { SeenComplaint } from '../../support/complaints.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { eventually } from '../../support/eventually.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';
import { breakEventsOf, jobsDone, runNow } from '../../support/queue.ts';

// A§15-3: within three working days of its receipt a complaint is forwarded with the case file, or satisfied in full; else the clock forwards it.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
let reviewer: GraphClient;
let about: { iinApplicationId: string };
beforeAll(async () => {
  product = await startTestProduct();
  [consul, operator, reviewer] = [product.as('consul'), product.as('iin_operator'), product.as('complaint_reviewer')];
  about = { iinApplicationId: (await refusedApplication(product)).id };
});
afterAll(() => product.close());

const set = (moment: string) => product.clock.set(moment);

/** Received on Monday 2 March 2026 at 10:00: three working days end on Thursday 5 March at 18:30. */
async function received(told: object = {}): Promise<SeenComplaint> {
  set('2026-03-02T10:00:00+05:00');
  return file(consul, about, told);
}
const lastMoment = '2026-03-05T18:30:00+05:00';
const firstLateMoment = '2026-03-05T18:30:00.001+05:00';

/** What is recorded, whatever is true by the clock. */
async function recorded({ id }: SeenComplaint) {
  const { rows } = await product.database.query<{ state: string; files: string; at: Date | null }>(
    `select state, forwarded_at as at, (select count(*) from complaints.case_file where case_id = id) as files from complaints.complaint where id = $1`,
    [id],
  );
  return rows[0]!;
}

async function forwardingsTold({ id }: SeenComplaint) {
  const { rows } = await product.database.query<{ at: Date }>(
    `select at from complaints.event where case_id = $1 and kind = 'RECORD_FORWARDING'`,
    [id],
  );
  return rows.map(({ at }) => at.toISOString());
}

test('a complaint is received with its number, and the three days are counted from the day after', async () => {
  const complaint = await received();
  expect(complaint).toMatchObject({
    number: expect.stringMatching(/^CMP-2026-\d{6}$/),
    state: 'RECEIVED',
    service: 'IIN',
    receivedAt: '2026-03-02T10:00:00.000+05:00',
    registeredAt: null,
    forwardedAt: null,
    dueAt: '2026-03-05T18:30:00.000+05:00',
    overdue: false,
  });
  expect(complaint.terms).toMatchObject([
    { kind: 'COMPLAINT_FORWARDING', dueAt: '2026-03-05T18:30:00.000+05:00', endedAt: null },
  ]);
});

test('numbers have no gaps, whatever was refused between them', async () => {
  const first = await received();
  const refused = await consul.send(
    `mutation F($input: FileComplaintInput!) { fileComplaint(input: $input) { complaint { id } } }`,
    { input: { about, addressedTo: 'PROVIDER', against: 'ACT', text: ' ' } },
  );
  expect(refused.codes).toEqual(['BAD_USER_INPUT']);
  const second = await received();
  expect(Number(second.number.slice(9))).toBe(Number(first.number.slice(9)) + 1);
});

test('weekends and holidays are no working days', async () => {
  // From Thursday 5 March: Friday 6, then Tuesday 10 (9 March is off) and Wednesday 11.
  set('2026-03-05T19:00:00+05:00');
  expect((await file(consul, about)).dueAt).toBe('2026-03-11T18:30:00.000+05:00');
  // From Friday 20 March: 23 to 25 March are off, so Thursday 26, Friday 27, Monday 30.
  set('2026-03-20T09:00:00+05:00');
  expect((await file(consul, about)).dueAt).toBe('2026-03-30T18:30:00.000+05:00');
});

describe('full satisfaction', () => {
  test('at the last moment is in time, also by the official complained of; the reviewing body never gets it', async () => {
    const complaint = await received();
    set(lastMoment);
    const satisfied = await on(operator, 'satisfyComplaint', complaint, satisfaction);
    expect(satisfied).toMatchObject({ state: 'SATISFIED', forwardedAt: null, dueAt: null, availableActions: [] });
    expect(satisfied.decisions).toMatchObject([{ body: 'PROVIDER', outcome: 'SATISFIED', reopen: false }]);
    set('2026-03-06T10:00:00+05:00');
    await recordForwardings(product);
    expect(await recorded(complaint)).toMatchObject({ state: 'SATISFIED', files: '0', at: null });
    expect(await notSeenBy(reviewer, complaint)).toBe('NOT_FOUND');
    expect((await tryOn(reviewer, 'registerComplaint', satisfied)).code).toBe('NOT_FOUND');
  });

  test('a moment later is too late, whether a job has run or not: the reviewing body has it', async () => {
    const complaint = await received();
    const mend = await breakEventsOf(product, 'complaints', complaint.id);
    set(firstLateMoment);
    expect(await seenBy(operator, complaint)).toMatchObject({ state: 'FORWARDED', availableActions: ['REGISTER'] });
    await mend();
    await runNow(product);
    await jobsDone(product);
    expect(await tryOn(operator, 'satisfyComplaint', complaint, satisfaction)).toMatchObject({
      code: 'TERM_EXPIRED',
      error: { extensions: { state: 'FORWARDED' } },
    });
    await recordForwardings(product);
    expect((await tryOn(operator, 'satisfyComplaint', complaint, satisfaction)).code).toBe('TERM_EXPIRED');
    expect(await seenBy(reviewer, complaint)).toMatchObject({ state: 'FORWARDED' });
  });

  test('is no longer possible once somebody has forwarded it', async () => {
    const forwarded = await on(operator, 'forwardComplaint', await received());
    expect((await tryOn(operator, 'satisfyComplaint', forwarded, satisfaction)).code).toBe('WRONG_STATE');
  });

  test('says whether the case is to be reopened, and why', async () => {
    const complaint = await received();
    const { error } = await tryOn(operator, 'satisfyComplaint', complaint, { reasons: '' });
    expect(error?.extensions.problems).toMatchObject([
      { code: 'TEXT_EMPTY', path: ['reasons'], reference: 'A§15-3' },
      { code: 'REOPENING_MISSING', path: ['reopen'], reference: 'A§15-3' },
    ]);
    expect((await on(operator, 'satisfyComplaint', complaint, satisfaction)).followUp).toBeNull();
  });
});

describe('forwarding', () => {
  test('by somebody, at the last moment: with the case file as it stands, and the reviewing body sees it from then on', async () => {
    const complaint = await received();
    set(lastMoment);
    expect(await notSeenBy(reviewer, complaint)).toBe('NOT_FOUND');
    const forwarded = await on(operator, 'forwardComplaint', complaint);
    expect(forwarded).toMatchObject({ state: 'FORWARDED', forwardedAt: '2026-03-05T18:30:00.000+05:00', dueAt: null });
    expect(forwarded.terms).toMatchObject([{ endedAt: '2026-03-05T18:30:00.000+05:00', overdue: false }]);
    expect(await notSeenBy(reviewer, complaint)).toBeUndefined();
    const { complaint: shown } = await reviewer.ask(
      'query C($id: ID!) { complaint(id: $id) { caseFile { takenAt number history { kind } documents { kind } } } }',
      { id: complaint.id },
    );
    expect(shown.caseFile).toMatchObject({
      takenAt: '2026-03-05T18:30:00.000+05:00',
      number: complaint.about.number,
      history: [{ kind: 'REGISTERED' }, { kind: 'TAKE' }, { kind: 'REFUSE' }],
    });
  });

  test('a moment later nobody forwards it any more: the clock has', async () => {
    const complaint = await received();
    set(firstLateMoment);
    expect((await tryOn(operator, 'forwardComplaint', complaint)).code).toBe('TERM_EXPIRED');
    expect(await seenBy(reviewer, complaint)).toMatchObject({
      state: 'FORWARDED',
      forwardedAt: '2026-03-05T18:30:00.000+05:00',
    });
  });

  test('by the clock, when nobody did anything: seen before the job has run, recorded as of the moment at which it was due', async () => {
    const complaint = await received();
    // Should the job come by just now, it can't record it.
    const mend = await breakEventsOf(product, 'complaints', complaint.id);
    set(lastMoment);
    expect(await notSeenBy(reviewer, complaint)).toBe('NOT_FOUND');
    set('2026-03-09T15:00:00+05:00');
    expect(await recorded(complaint)).toMatchObject({ state: 'RECEIVED', files: '0' });
    expect(await seenBy(reviewer, complaint)).toMatchObject({
      state: 'FORWARDED',
      forwardedAt: '2026-03-05T18:30:00.000+05:00',
      dueAt: null,
      overdue: false,
      terms: [{ kind: 'COMPLAINT_FORWARDING', endedAt: '2026-03-05T18:30:00.000+05:00', overdue: false }],
      availableActions: ['REGISTER_REVIEW'],
    });
    // The job is killed in the middle of it: nothing is recorded in part.
    await product.database.query(`select graphile_worker.add_job('complaints.recordForwardings', '{}')`);
    await eventuallyFailed();
    expect(await recorded(complaint)).toMatchObject({ state: 'RECEIVED', files: '0' });
    await mend();
    await runNow(product);
    await jobsDone(product);
    const once = await recorded(complaint);
    expect(once).toMatchObject({ state: 'FORWARDED', files: '1', at: new Date('2026-03-05T18:30:00+05:00') });
    await recordForwardings(product);
    expect(await recorded(complaint)).toEqual(once);
    expect(await forwardingsTold(complaint)).toEqual(['2026-03-05T13:30:00.000Z']);
  });

  test('by the clock, and whoever saw it so works on without reading it again', async () => {
    const complaint = await received();
    set('2026-03-06T09:00:00+05:00');
    const seen = await seenBy(reviewer, complaint);
    await recordForwardings(product);
    expect(await seenBy(reviewer, complaint)).toMatchObject({ state: 'FORWARDED', version: seen.version });
    expect(await on(reviewer, 'registerComplaint', seen)).toMatchObject({ state: 'UNDER_REVIEW' });
  });

  test('the reviewing body registers what the clock forwarded before any job has: the case file is there then', async () => {
    const complaint = await received();
    set('2026-03-06T09:00:00+05:00');
    await on(reviewer, 'registerComplaint', complaint);
    expect(await recorded(complaint)).toMatchObject({ state: 'UNDER_REVIEW', files: '1' });
    expect(await forwardingsTold(complaint)).toEqual(['2026-03-05T13:30:00.000Z']);
  });

  test('a service in general has no case file', async () => {
    set('2026-03-02T10:00:00+05:00');
    const { applicantId } = await refusedApplication(product);
    const complaint = await file(consul, { service: 'IIN' }, { applicantId, against: 'OMISSION' });
    expect(complaint).toMatchObject({ about: { kind: 'SERVICE', id: null, number: null } });
    await on(operator, 'forwardComplaint', complaint);
    const { complaint: shown } = await reviewer.ask(
      'query C($id: ID!) { complaint(id: $id) { state caseFile { number } } }',
      { id: complaint.id },
    );
    expect(shown).toEqual({ state: 'FORWARDED', caseFile: null });
  });

  test('a complaint that fails to be recorded keeps no other one waiting', async () => {
    const [first, second] = [await received(), await received()];
    const mend = await breakEventsOf(product, 'complaints', first.id);
    set('2026-03-06T09:00:00+05:00');
    await product.database.query(`select graphile_worker.add_job('complaints.recordForwardings', '{}')`);
    await eventuallyFailed();
    expect(await recorded(second)).toMatchObject({ state: 'FORWARDED', files: '1' });
    expect(await recorded(first)).toMatchObject({ state: 'RECEIVED' });
    await mend();
    await runNow(product);
    await jobsDone(product);
    expect(await recorded(first)).toMatchObject({ state: 'FORWARDED', files: '1' });
  });
});

/** Waits until a job has failed. */
async function eventuallyFailed(): Promise<void> {
  await eventually(async () => {
    const { rows } = await product.database.query(
      'select from graphile_worker.jobs where attempts > 0 and locked_at is null',
    );
    expect(rows).not.toEqual([]);
  });
}
