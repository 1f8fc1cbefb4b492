import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { act, apply, presentHead } from '../../support/counter.ts';
import { eventually } from '../../support/eventually.ts';
import { approvedCase, crossing } from '../../support/final-applications.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { headOf, listenTo, toldTo } from '../../support/notices.ts';
import { actOn, PetitionDesk } from '../../support/petitions.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';
import { jobsDone, runJob, runNow } from '../../support/queue.ts';

// Who has to keep a term is reminded before it ends; whom one binds is told when it has passed, and the head of the office a day later (policy).

let product: TestProduct;
let hub: GraphClient;
let headOfHub: GraphClient;
let desk: PetitionDesk;
beforeAll(async () => {
  product = await startTestProduct();
  hub = product.as('hub_officer');
  headOfHub = await headOf(product, 'hub_officer');
  desk = new PetitionDesk(product);
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const remind = (subgraph = 'residence') => runJob(product, `${subgraph}.remind`);
/** Moves the clock and has the job run. */
async function at(moment: string, subgraph = 'residence'): Promise<void> {
  product.clock.set(moment);
  await remind(subgraph);
}
const told = async (client: GraphClient, caseId: string) =>
  (await toldTo(client)).filter((each) => each.caseId === caseId);

describe('the thirty days of an approval (B§19)', () => {
  test('are told to end from a week before the last day on, at 00:00, and once', async () => {
    // Approved on Monday 2 March: the last day is Wednesday 1 April.
    const { caseId, client } = await approvedCase(product);
    const heard = listenTo(product, caseId, client);
    await at('2026-03-24T23:59:59+05:00');
    expect(await heard()).toEqual({});
    await at('2026-03-25T00:00:00+05:00');
    expect(await heard()).toEqual({ person: ['TERM_ENDS_SOON'] });
    expect((await told(client, caseId))[0]!.text).toContain('The last day is 2026-04-01');
    await remind();
    await at('2026-04-01T23:59:59+05:00');
    expect(await heard()).toEqual({});
  });

  test('are told late where the job was late, until their last moment; nothing is told of what has ended', async () => {
    const one = await approvedCase(product);
    await at('2026-04-01T23:59:59+05:00');
    expect((await told(one.client, one.caseId)).map(({ kind }) => kind)).toEqual(['TERM_ENDS_SOON']);
    product.clock.set('2026-03-02T10:00:00+05:00');
    const other = await approvedCase(product);
    await at('2026-04-02T00:00:00+05:00');
    expect(await told(other.client, other.caseId)).toEqual([]);
  });

  test('are nothing any more to who has arrived, or has withdrawn', async () => {
    const [arrived, withdrawn, waiting] = [
      await approvedCase(product),
      await approvedCase(product),
      await approvedCase(product),
    ];
    await crossing(product, { iin: arrived.iin, crossedAt: '2026-03-02T10:00:00+05:00' });
    await jobsDone(product);
    await withdrawn.client.ask(
      'mutation W($input: ResidenceCaseInput!) { withdrawResidenceApplication(input: $input) { residenceCase { state } } }',
      { input: { id: withdrawn.caseId, expectedVersion: 1 } },
    );
    await at('2026-03-26T10:00:00+05:00');
    const kinds = async ({ client, caseId }: typeof arrived) => (await told(client, caseId)).map(({ kind }) => kind);
    expect([await kinds(arrived), await kinds(withdrawn), await kinds(waiting)]).toEqual([
      ['ARRIVAL_RECORDED'],
      [],
      ['TERM_ENDS_SOON'],
    ]);
  });

  test('that end on another day because the calendar changed are told anew, and reminded of by the new day', async () => {
    // Approved on 2 April 2026: the thirtieth day is Saturday 2 May, the next working day Monday 4 May.
    product.clock.set('2026-04-02T10:00:00+05:00');
    const { caseId, client } = await approvedCase(product, {
      decidedAt: '2026-04-02T10:00:00+05:00',
      lapsesAt: '2026-05-05T00:00:00+05:00',
    });
    await product
      .as('state_corporation')
      .ask('mutation S($input: SetCalendarDayInput!) { setCalendarDay(input: $input) { calendarYear { version } } }', {
        input: { day: '2026-05-04', kind: 'DAY_OFF', reason: 'A decree', expectedVersion: 1 },
      });
    await jobsDone(product);
    const [moved] = await told(client, caseId);
    expect(moved).toMatchObject({ kind: 'TERM_MOVED', text: expect.stringContaining('now 2026-05-05') });
    await at('2026-04-27T23:59:59+05:00');
    expect(await told(client, caseId)).toHaveLength(1);
    await at('2026-04-28T00:00:00+05:00');
    expect((await told(client, caseId))[1]).toMatchObject({
      kind: 'TERM_ENDS_SOON',
      text: expect.stringContaining('2026-05-05'),
    });
  });
});

test('the five days of a rework are told to end two days before the last one, which the holidays have prolonged (B§12)', async () => {
  // Returned on Wednesday 18 March: 23 to 25 March are off, so the last day is Thursday 26 March.
  const { caseId, client } = await approvedCase(product);
  await product.database.query(
    `update residence.residence_case set state = 'RETURNED', lapses_at = '2026-03-27T00:00:00+05:00', due_at = '2026-03-27T00:00:00+05:00' where id = $1`,
    [caseId],
  );
  await product.database.query(
    `update residence.case_term set kind = 'REWORK', started_at = '2026-03-18T12:00:00+05:00', due_at = '2026-03-27T00:00:00+05:00' where case_id = $1`,
    [caseId],
  );
  await at('2026-03-23T23:59:59+05:00');
  expect(await told(client, caseId)).toEqual([]);
  await at('2026-03-24T00:00:00+05:00');
  expect(await told(client, caseId)).toMatchObject([
    { kind: 'TERM_ENDS_SOON', text: expect.stringContaining('The last day is 2026-03-26') },
  ]);
});

describe('a term that has passed (B§6)', () => {
  test('is told to the officers whom it binds, a moment after its last one, and to the head of the office a day later; each once', async () => {
    // Screened on Friday 6 March: Monday 9 March is off, so two working days end on Wednesday 11 March at 18:30.
    product.clock.set('2026-03-06T10:00:00+05:00');
    const { petitionId: id, client } = await desk.screened();
    const heard = listenTo(product, id, client);
    await heard();
    await at('2026-03-11T18:30:00+05:00');
    expect(await heard()).toEqual({});
    await at('2026-03-11T18:30:01+05:00');
    expect(await heard()).toEqual({ hub: ['TERM_OVERDUE'] });
    expect((await told(hub, id)).at(-1)!.text).toBe(
      'The term ended at 2026-03-11 18:30 (Astana time), and nothing was done yet.',
    );
    const head = async () => (await told(headOfHub, id)).map(({ kind }) => kind);
    expect(await head()).toEqual(['PETITION_SUBMITTED', 'TERM_OVERDUE']);
    await at('2026-03-12T18:29:59+05:00');
    expect(await head()).toEqual(['PETITION_SUBMITTED', 'TERM_OVERDUE']);
    await at('2026-03-12T18:30:00+05:00');
    await remind();
    // The officers are told nothing of that.
    expect(await heard()).toEqual({});
    expect(await head()).toEqual(['PETITION_SUBMITTED', 'TERM_OVERDUE', 'TERM_OVERDUE']);
  });

  test('is told of no more once it was kept, late or not; its twin is', async () => {
    product.clock.set('2026-03-06T10:00:00+05:00');
    const [kept, late] = [await desk.screened(), await desk.screened()];
    product.clock.set('2026-03-11T18:30:01+05:00');
    await actOn(hub, 'offerInterviewTimes', kept.petitionId, {
      times: ['2026-03-16T10:00:00+05:00', '2026-03-16T11:00:00+05:00'],
    });
    await remind();
    const overdue = async (id: string) => (await told(hub, id)).filter(({ kind }) => kind === 'TERM_OVERDUE');
    expect(await overdue(kept.petitionId)).toEqual([]);
    expect(await overdue(late.petitionId)).toHaveLength(1);
  });

  test('killed in the middle, the job goes on where it was, and tells nothing twice', async () => {
    product.clock.set('2026-03-06T10:00:00+05:00');
    const [one, other] = [await desk.screened(), await desk.screened()];
    product.clock.set('2026-03-11T18:30:01+05:00');
    const { database } = product;
    await database.query(
      `create function public.fail() returns trigger language plpgsql as $$ begin raise 'killed'; end $$;
       create trigger killed before insert on kit.notice for each row when (new.case_id = '${other.petitionId}') execute function public.fail()`,
    );
    await database.query(`select graphile_worker.add_job('residence.remind', '{}')`);
    const overdue = async (id: string) => (await told(hub, id)).filter(({ kind }) => kind === 'TERM_OVERDUE').length;
    await eventually(async () => expect(await overdue(one.petitionId)).toBe(1));
    expect(await overdue(other.petitionId)).toBe(0);
    await database.query('drop trigger killed on kit.notice; drop function public.fail()');
    await eventually(async () => {
      await runNow(product);
      expect(await overdue(other.petitionId)).toBe(1);
    });
    await jobsDone(product);
    expect(await overdue(one.petitionId)).toBe(1);
  });

  test('two jobs at once tell it once', async () => {
    product.clock.set('2026-03-06T10:00:00+05:00');
    const { petitionId: id } = await desk.screened();
    product.clock.set('2026-03-11T18:30:01+05:00');
    for (let count = 0; count < 2; count++)
      await product.database.query(`select graphile_worker.add_job('residence.remind', '{}')`);
    await jobsDone(product);
    expect((await told(hub, id)).filter(({ kind }) => kind === 'TERM_OVERDUE')).toHaveLength(1);
  });
});

test.each([
  ['CASE_REGISTRATION', 'kkq_officer', 'officer'],
  ['PRELIMINARY_DECISION', 'kkq_officer', 'officer'],
  ['FINAL_REVIEW', 'kkq_officer', 'officer'],
  ['KNB_AGREEMENT', 'knb_officer', 'knb'],
  ['PSC_REGISTRATION', 'psc_officer', 'centre'],
] as const)('%s binds the %s: they are told, and nobody else', async (kind, _role, name) => {
  const { caseId, client } = await approvedCase(product);
  await product.database.query(
    `update residence.case_term set kind = $1, due_at = '2026-03-05T18:30:00+05:00' where case_id = $2`,
    [kind, caseId],
  );
  const heard = listenTo(product, caseId, client);
  await at('2026-03-05T18:30:01+05:00');
  expect(await heard()).toEqual({ [name]: ['TERM_OVERDUE'] });
});

describe('the working day of the number (A§5)', () => {
  test('is told to the operators when it has passed, and to their head; nothing of what was decided', async () => {
    const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
    const head = await headOf(product, 'iin_operator');
    const [late, decided] = [
      await apply(consul, await presentHead(consul)),
      await apply(consul, await presentHead(consul)),
    ];
    await act(operator, 'takeIinApplication', decided, 1);
    await act(operator, 'formIin', decided, 2);
    const heard = listenTo(product, late, product.as('applicant'));
    await at('2026-03-03T18:30:00+05:00', 'iin');
    expect(await heard()).toEqual({});
    await at('2026-03-03T18:30:01+05:00', 'iin');
    await remind('iin');
    expect(await heard()).toEqual({ operator: ['TERM_OVERDUE'] });
    expect(await told(head, late)).toHaveLength(1);
    await at('2026-03-04T18:30:01+05:00', 'iin');
    expect(await told(head, late)).toHaveLength(2);
    expect(await told(operator, late)).toHaveLength(1);
    expect(await told(operator, decided)).toEqual([]);
  });

  test('is told of an application that waits while the operators are out of reach once it has passed to them', async () => {
    const [consul, operator] = [product.as('consul'), product.as('iin_operator')];
    const id = await apply(consul, await presentHead(consul));
    await product.database.query('update iin.application set delivered_at = null where id = $1', [id]);
    await at('2026-03-05T10:00:00+05:00', 'iin');
    expect(await told(operator, id)).toEqual([]);
    await product.database.query(
      `update iin.application set delivered_at = '2026-03-05T11:00:00+05:00' where id = $1`,
      [id],
    );
    await remind('iin');
    expect(await told(operator, id)).toHaveLength(1);
  });
});
