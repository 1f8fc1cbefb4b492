import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '../../support/eventually.ts';
import { breakEventsOf, jobsDone, runJob, runNow } from '../../support/queue.ts';
import {
  applicantOf,
  decided,
  eApplication,
  onCase,
  payDuty,
  residenceDesk,
  seenBy,
  submit,
  tryToSubmit,
} from '../../support/residence-cases.ts';
import type { Applicant, ResidenceDesk, SeenCase } from '../../support/residence-cases.ts';

// B§12, B§19: what lapses, lapses by the clock; the job only records it. A refusal and a lapsed approval bar a new application for a year.

let desk: ResidenceDesk;
beforeAll(async () => {
  desk = await residenceDesk();
});
afterAll(() => desk.product.close());

const set = (moment: string) => desk.product.clock.set(moment);

/** Tries to apply anew at a moment, with all that it needs; answers what comes of it. */
async function applyAnew(
  applicant: Applicant,
  moment: string,
  paid = { amount: '17300', paidAt: '2026-12-30T10:00:00+05:00' },
) {
  set(moment);
  const dutyPaymentReference = await payDuty(desk, applicant.iin, paid);
  const { data, errors } = await tryToSubmit(applicant, await eApplication(desk, applicant, { dutyPaymentReference }));
  const refusal = errors[0]?.extensions;
  return (
    data?.submitResidenceApplication?.residenceCase.state ?? [refusal?.code, refusal?.possibleFrom, errors[0]?.message]
  );
}

const recordLapses = () => runJob(desk.product, 'residence.recordLapses');

async function recorded({ id }: SeenCase) {
  const { rows } = await desk.product.database.query<{ state: string; version: number }>(
    'select state, version from residence.residence_case where id = $1',
    [id],
  );
  return rows[0]!;
}

async function lapsesTold({ id }: SeenCase) {
  const { rows } = await desk.product.database.query<{ at: Date }>(
    `select at from residence.event where case_id = $1 and kind = 'RECORD_LAPSE'`,
    [id],
  );
  return rows.map(({ at }) => at.toISOString());
}

describe('the year after a refusal, to the day', () => {
  test('refused on 10 February 2026: barred on 10 February 2027, possible from the 11th', async () => {
    set('2026-02-10T11:00:00+05:00');
    const applicant = await applicantOf(desk);
    const refused = await decided(desk, applicant, false);
    expect(refused).toMatchObject({ state: 'PRELIMINARILY_REFUSED', barredUntil: '2027-02-10' });
    const barred = ['BARRED', '2027-02-11', 'A new application is possible from 11.02.2027.'];
    expect(await applyAnew(applicant, '2026-12-31T12:00:00+05:00')).toEqual(barred);
    expect(await applyAnew(applicant, '2027-02-10T23:59:59+05:00')).toEqual(barred);
    expect(await applyAnew(applicant, '2027-02-11T00:00:00+05:00')).toBe('SUBMITTED');
  });

  test('somebody else is barred by nothing, and a petition is possible all the time', async () => {
    set('2026-02-10T11:00:00+05:00');
    await decided(desk, await applicantOf(desk), false);
    expect(await submit(desk, await applicantOf(desk))).toMatchObject({ state: 'SUBMITTED', barredUntil: null });
  });
});

describe('an approval with which nobody comes', () => {
  /** Approved on Monday 6 April 2026: valid through 6 May. */
  async function approved(): Promise<{ applicant: Applicant; seen: SeenCase }> {
    set('2026-04-06T11:00:00+05:00');
    const applicant = await applicantOf(desk);
    return { applicant, seen: await decided(desk, applicant, true) };
  }

  test('has lapsed at the midnight after its last day, before any job has run; the bar counts from the decision', async () => {
    const { applicant, seen } = await approved();
    // Should it come by just now, the job can't record it.
    const mend = await breakEventsOf(desk.product, 'residence', seen.id);
    const barred = ['BARRED', '2027-04-07', 'A new application is possible from 07.04.2027.'];
    set('2026-05-06T23:59:59+05:00');
    expect(await seenBy(applicant.client, seen)).toMatchObject({ state: 'PRELIMINARILY_APPROVED', barredUntil: null });
    set('2026-05-07T00:00:00+05:00');
    expect(await recorded(seen)).toMatchObject({ state: 'PRELIMINARILY_APPROVED' });
    expect(await seenBy(applicant.client, seen)).toMatchObject({
      state: 'LAPSED',
      barredUntil: '2027-04-06',
      availableActions: [],
    });
    const paid = { amount: '17300', paidAt: '2026-05-07T00:00:00+05:00' };
    expect(await applyAnew(applicant, '2026-05-07T00:00:00+05:00', paid)).toEqual(barred);
    expect(await applyAnew(applicant, '2027-04-06T23:59:59+05:00')).toEqual(barred);
    expect(await recorded(seen)).toMatchObject({ state: 'PRELIMINARILY_APPROVED' });
    expect(await applyAnew(applicant, '2027-04-07T00:00:00+05:00')).toBe('SUBMITTED');
    await mend();
    await runNow(desk.product);
    await jobsDone(desk.product);
  });

  test('the worklist shows it where it is by the clock', async () => {
    const { seen } = await approved();
    const among = async (state: string) => {
      const query = `{ residenceCases(first: 100, filter: { states: [${state}] }) { edges { node { id state } } } }`;
      const { residenceCases } = await desk.officer.ask(query);
      return (residenceCases.edges as { node: { id: string } }[]).some(({ node }) => node.id === seen.id);
    };
    set('2026-05-06T23:59:59+05:00');
    expect([await among('PRELIMINARILY_APPROVED'), await among('LAPSED')]).toEqual([true, false]);
    set('2026-05-07T00:00:00+05:00');
    expect([await among('PRELIMINARILY_APPROVED'), await among('LAPSED')]).toEqual([false, true]);
  });

  test('is recorded by the job: in time, late, or twice, it leaves the same', async () => {
    const { seen } = await approved();
    set('2026-05-06T23:59:59+05:00');
    await recordLapses();
    expect(await recorded(seen)).toMatchObject({ state: 'PRELIMINARILY_APPROVED' });
    set('2026-06-20T03:00:00+05:00');
    await recordLapses();
    const once = await recorded(seen);
    expect(once).toMatchObject({ state: 'LAPSED' });
    // At midnight in Astana, when it lapsed; not when the job came.
    expect(await lapsesTold(seen)).toEqual(['2026-05-06T19:00:00.000Z']);
    await recordLapses();
    expect(await recorded(seen)).toEqual(once);
    expect(await lapsesTold(seen)).toHaveLength(1);
    expect(await seenBy(desk.officer, seen)).toMatchObject({ state: 'LAPSED', barredUntil: '2027-04-06', dueAt: null });
  });
});

describe('a return that nobody reworks', () => {
  const reasons = [{ document: 'PORTRAIT_PHOTO', text: 'Размыто' }];

  test('is annulled by the clock, recorded by the job, also by one that was killed in the middle', async () => {
    set('2026-03-18T11:00:00+05:00');
    const [one, other] = [await submit(desk, await applicantOf(desk)), await submit(desk, await applicantOf(desk))];
    for (const seen of [one, other]) await onCase(desk.officer, 'returnForRework', seen, { reasons });
    set('2026-03-27T00:00:00+05:00');
    const mend = await breakEventsOf(desk.product, 'residence', other.id);
    await desk.product.database.query(`select graphile_worker.add_job('residence.recordLapses', '{}')`);
    await eventually(async () => expect(await recorded(one)).toMatchObject({ state: 'ANNULLED' }));
    expect(await recorded(other)).toMatchObject({ state: 'RETURNED' });
    expect(await seenBy(desk.officer, other)).toMatchObject({ state: 'ANNULLED' });
    await mend();
    await runNow(desk.product);
    await jobsDone(desk.product);
    expect(await recorded(other)).toMatchObject({ state: 'ANNULLED' });
    expect([await lapsesTold(one), await lapsesTold(other)]).toEqual([
      ['2026-03-26T19:00:00.000Z'],
      ['2026-03-26T19:00:00.000Z'],
    ]);
    expect((await seenBy(desk.officer, one)).history.map(({ kind }) => kind)).toEqual([
      'SUBMITTED',
      'RETURN_FOR_REWORK',
      'RECORD_LAPSE',
    ]);
  });
});

test('the job is one that runs by the calendar', async () => {
  const { rows } = await desk.product.database.query<{ identifier: string }>(
    `select identifier from graphile_worker._private_known_crontabs`,
  );
  expect(rows.map(({ identifier }) => identifier)).toContain('residence.recordLapses');
});
