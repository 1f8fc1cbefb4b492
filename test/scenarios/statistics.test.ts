import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { file, on, rejection, satisfaction } from '../support/complaints.ts';
import { act, apply, attach, consent, presentHead, registerPerson } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { closeIncident, openIncident } from '../support/incidents.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';
import { jobsDone } from '../support/queue.ts';

// What statistics say of cases that were gone through one by one; every number is counted by hand.

let product: TestProduct;
let berlin: GraphClient;
let tirana: GraphClient;
let operator: GraphClient;
/** Cases, by what became of them. */
const cases: Record<string, string> = {};

const period = 'from: "2026-03-01", until: "2026-03-31"';
const numbers = 'received inWork done refused refusedAcceptance endedOtherwise onTime late lateWithIncident';

async function statistics(client: GraphClient, filter: string, selection: string) {
  return (await client.ask(`{ statistics(filter: { ${filter} }) { ${selection} } }`)).statistics;
}

async function refuse(id: string, grounds: string[]): Promise<void> {
  const marks = [{ field: 'BIRTH_PLACE', remark: 'Another town.' }];
  const input = { id, expectedVersion: 2, grounds, reason: 'They disagree.', marks };
  await operator.ask('mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application { id } } }', {
    input,
  });
}

async function comes(consul: GraphClient): Promise<string> {
  return apply(consul, await presentHead(consul));
}

async function form(id: string): Promise<void> {
  await act(operator, 'takeIinApplication', id, 1);
  await act(operator, 'formIin', id, 2);
}

beforeAll(async () => {
  product = await startTestProduct();
  berlin = product.as('consul');
  tirana = product.as('consul', { mission: 2 });
  operator = product.as('iin_operator');
  // Monday 2 March, 10:00: due on Tuesday 3 March, 18:30.
  for (const name of ['inTime', 'late', 'untrue', 'inWork', 'withdrawn']) cases[name] = await comes(berlin);
  await act(berlin, 'withdrawIinApplication', cases.withdrawn!, 1);
  cases.notAccepted = await registerPerson(berlin);
  await attach(berlin, cases.notAccepted, 'APPLICATION_FORM');
  await consent(berlin, cases.notAccepted);
  await berlin.ask(
    `mutation A($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) { __typename } }`,
    { input: { applicantId: cases.notAccepted, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' } },
  );
  product.clock.set('2026-03-03T18:30:00+05:00');
  await form(cases.inTime!);
  product.clock.set('2026-03-04T10:00:00+05:00');
  await form(cases.late!);
  await act(operator, 'takeIinApplication', cases.untrue!, 1);
  await refuse(cases.untrue!, ['UNTRUE_DOCUMENTS_OR_DATA', 'NOT_COMPLIANT_WITH_REQUIREMENTS']);
  // Thursday 5 March, 10:00, in Tirana: due on Friday 6 March, 18:30; the link fails until Tuesday 10 March (Monday is off).
  product.clock.set('2026-03-05T10:00:00+05:00');
  cases.lateByIncident = await comes(tirana);
  const incident = await openIncident(product, false);
  product.clock.set('2026-03-10T10:00:00+05:00');
  await closeIncident(product, incident);
  await form(cases.lateByIncident);
  const about = { iinApplicationId: cases.untrue };
  cases.complaint = (await file(berlin, about)).id;
  await jobsDone(product);
});
afterAll(() => product.close());

describe('an auditor is told of the IIN service', () => {
  const auditor = () => product.as('auditor');

  test('how many were received, and what became of them', async () => {
    const { counts } = await statistics(auditor(), `service: IIN, ${period}`, `counts { ${numbers} }`);
    expect(counts).toEqual({
      received: 6,
      inWork: 1,
      done: 3,
      refused: 1,
      refusedAcceptance: 1,
      endedOtherwise: 1,
      onTime: 1,
      late: 3,
      lateWithIncident: 1,
    });
  });

  test('by mission, category, month and week', async () => {
    const { missions, categories, months, weeks } = await statistics(
      auditor(),
      `service: IIN, ${period}`,
      `missions: groups(by: MISSION) { key name { en } counts { received done late } }
       categories: groups(by: CATEGORY) { key name { en } counts { received } }
       months: groups(by: MONTH) { key name { en kk } counts { received } }
       weeks: groups(by: WEEK) { key counts { received refusedAcceptance } }`,
    );
    expect(missions.map(({ key, counts }: { key: string; counts: object }) => [key, counts])).toEqual([
      ['2', { received: 1, done: 1, late: 1 }],
      ['13', { received: 5, done: 2, late: 2 }],
    ]);
    expect(categories).toEqual([
      { key: 'LEGAL_ENTITY_HEAD', name: { en: 'Heads of legal entities' }, counts: { received: 6 } },
    ]);
    expect(months).toEqual([
      { key: '2026-03', name: { en: 'March 2026', kk: 'наурыз 2026' }, counts: { received: 6 } },
    ]);
    expect(weeks).toEqual([{ key: '2026-03-02', counts: { received: 6, refusedAcceptance: 1 } }]);
  });

  test('on which grounds was refused, and which documents were missing', async () => {
    const { refusalGrounds, missingDocuments } = await statistics(
      auditor(),
      `service: IIN, ${period}`,
      'refusalGrounds { code count } missingDocuments { code text { en } count }',
    );
    expect(refusalGrounds).toEqual([
      { code: 'NOT_COMPLIANT_WITH_REQUIREMENTS', count: 1 },
      { code: 'UNTRUE_DOCUMENTS_OR_DATA', count: 1 },
    ]);
    expect(missingDocuments).toEqual([
      { code: 'APPOINTMENT_ACT', text: { en: 'Act of appointment' }, count: 1 },
      { code: 'IDENTITY_DOCUMENT', text: { en: 'Identity document' }, count: 1 },
    ]);
  });

  test('how long it took, in hours of the clock', async () => {
    const { steps } = await statistics(
      auditor(),
      `service: IIN, ${period}`,
      'steps { step count running medianHours percentile90Hours }',
    );
    // In time 32.5 hours, late and refused 48, withdrawn at once, after the incident 120; nobody has decided on the last one.
    expect(steps[0]).toEqual({ step: 'IIN_SERVICE', count: 5, running: 1, medianHours: 48, percentile90Hours: 120 });
    expect(steps.map(({ step }: { step: string }) => step)).toEqual([
      'IIN_SERVICE',
      'DELIVERY',
      'WAITING_FOR_OPERATOR',
      'OPERATOR_REVIEW',
      'HANDING_OUT',
    ]);
  });

  test('what is in work, how old, and when it was due', async () => {
    const { queueAges, overdue, dueSoon } = await statistics(
      auditor(),
      `service: IIN, ${period}`,
      'queueAges { fromDays toDays count } overdue dueSoon(days: 2) { day count }',
    );
    // Of 2 March, asked on 10 March.
    expect(queueAges.filter(({ count }: { count: number }) => count > 0)).toEqual([
      { fromDays: 6, toDays: 10, count: 1 },
    ]);
    expect(overdue).toBe(1);
    expect(dueSoon).toEqual([
      { day: '2026-03-10', count: 0 },
      { day: '2026-03-11', count: 0 },
    ]);
  });

  test.each([
    ['a mission', `mission: 2`, 1],
    ['another mission', `mission: 13`, 5],
    ['an office', `officeId: "${demoAccount('consul')!.officeId}"`, 5],
    ['a category', `category: "HEIR"`, 0],
  ])('of %s alone', async (_what, place, received) => {
    const found = await statistics(auditor(), `service: IIN, ${period}, ${place}`, 'counts { received }');
    expect(found.counts).toEqual({ received });
  });

  test.each([
    ['from: "2026-03-03", until: "2026-03-05"', 1],
    ['from: "2026-03-02", until: "2026-03-02"', 5],
    ['from: "2026-03-06", until: "2026-03-31"', 0],
  ])('of those received %s', async (days, received) => {
    expect((await statistics(auditor(), `service: IIN, ${days}`, 'counts { received }')).counts).toEqual({ received });
  });
});

describe('a complaint', () => {
  test('is in work until it is decided, and due on the third working day', async () => {
    const of = `service: COMPLAINT, ${period}`;
    const { counts, dueSoon } = await statistics(
      product.as('auditor'),
      of,
      `counts { ${numbers} } dueSoon(days: 4) { day count }`,
    );
    expect(counts).toMatchObject({ received: 1, inWork: 1, done: 0, refused: 0 });
    // Filed on Tuesday 10 March.
    expect(dueSoon.at(-1)).toEqual({ day: '2026-03-13', count: 1 });
  });

  test('that is satisfied is done, that of the reviewing body rejected refused', async () => {
    const rejected = await file(berlin, { iinApplicationId: cases.untrue });
    const supervisor = product.as('iin_operator');
    const reviewer = product.as('complaint_reviewer');
    await on(supervisor, 'satisfyComplaint', { id: cases.complaint!, version: 1 }, satisfaction);
    const forwarded = await on(supervisor, 'forwardComplaint', rejected);
    const registered = await on(reviewer, 'registerComplaint', forwarded);
    await on(reviewer, 'decideComplaint', registered, rejection);
    await jobsDone(product);
    const { counts, groups } = await statistics(
      product.as('manager'),
      `service: COMPLAINT, ${period}`,
      `counts { ${numbers} } groups(by: CATEGORY) { key counts { received } }`,
    );
    expect(counts).toMatchObject({ received: 2, inWork: 0, done: 1, refused: 1, onTime: 2, late: 0 });
    expect(groups).toEqual([{ key: 'IIN', counts: { received: 2 } }]);
  });
});

describe('who may ask', () => {
  const ask = (client: GraphClient, service: string, more = '') =>
    client.send(`{ statistics(filter: { service: ${service}, ${period} ${more} }) { counts { received } } }`);

  test('the Manager for the IIN service and complaints about it, and for nothing else', async () => {
    const manager = product.as('manager');
    expect((await ask(manager, 'IIN')).data.statistics.counts).toEqual({ received: 6 });
    expect((await ask(manager, 'COMPLAINT')).codes).toEqual([]);
    expect((await ask(manager, 'COMPLAINT', 'category: "RESIDENCE"')).codes).toEqual(['FORBIDDEN']);
    for (const service of ['PETITION', 'RESIDENCE']) {
      expect((await ask(manager, service)).codes).toEqual(['FORBIDDEN']);
      expect((await ask(product.as('auditor'), service)).codes).toEqual([]);
    }
  });

  test('a partner with the scope, and none without', async () => {
    expect((await ask(product.as('partner', {}, ['statistics:read']), 'IIN')).codes).toEqual([]);
    expect((await ask(product.as('partner', {}, ['iin:verify']), 'IIN')).codes).toEqual(['FORBIDDEN']);
    expect((await ask(product.as('consul'), 'IIN')).codes).toEqual(['FORBIDDEN']);
    expect((await ask(product.anybody(), 'IIN')).codes).toEqual(['UNAUTHENTICATED']);
  });

  test('nobody for a period that ends before it begins, or is longer than five years', async () => {
    const problems = async (from: string, until: string) => {
      const query = `{ statistics(filter: { service: IIN, from: "${from}", until: "${until}" }) { asOf } }`;
      return (await product.as('auditor').send(query)).errors[0]?.extensions.problems?.map(({ code }) => code);
    };
    expect(await problems('2026-03-02', '2026-03-01')).toEqual(['PERIOD_BACKWARDS']);
    expect(await problems('2026-03-02', '2031-03-03')).toEqual(['PERIOD_TOO_LONG']);
    expect(await problems('2026-03-02', '2031-03-02')).toBeUndefined();
  });
});

describe('a partner', () => {
  const selection = `counts { ${numbers} } groups(by: MISSION) { key counts { received } } refusalGrounds { count } overdue`;
  const partner = () => product.as('partner', {}, ['statistics:read']);

  test('is told neither of small groups nor what they could be computed from; an auditor is', async () => {
    const told = await statistics(partner(), `service: IIN, ${period}`, selection);
    const whole = await statistics(product.as('auditor'), `service: IIN, ${period}`, selection);
    expect(told).toEqual({
      counts: {
        received: 6,
        inWork: null,
        done: null,
        refused: null,
        refusedAcceptance: null,
        endedOtherwise: null,
        onTime: null,
        late: null,
        lateWithIncident: null,
      },
      // Five of Berlin would tell of the one of Tirana.
      groups: [
        { key: '2', counts: { received: null } },
        { key: '13', counts: { received: null } },
      ],
      refusalGrounds: [{ count: null }, { count: null }],
      overdue: null,
    });
    expect(whole).toMatchObject({ counts: { refused: 1 }, groups: [{ counts: { received: 1 } }, {}], overdue: 1 });
  });

  test('asks for one period and one kind of groups in an operation; an auditor for several', async () => {
    const twoPeriods = `{ a: statistics(filter: { service: IIN, ${period} }) { asOf } b: statistics(filter: { service: IIN, from: "2026-03-03", until: "2026-03-31" }) { asOf } }`;
    const twoGroups = `{ statistics(filter: { service: IIN, ${period} }) { a: groups(by: MISSION) { key } b: groups(by: OFFICE) { key } } }`;
    for (const query of [twoPeriods, twoGroups]) {
      const { errors } = await partner().send(query);
      expect(errors[0]!.extensions.problems!.map(({ code }) => code)).toEqual(['STATISTICS_ALONE']);
      expect((await product.as('auditor').send(query)).codes).toEqual([]);
    }
  });
});

test('counted anew, everything is as before; and it holds nothing of a person', async () => {
  const { database } = product;
  const rows = async () => [
    (await database.query('select * from kit.case_statistic order by case_id')).rows,
    (await database.query('select * from kit.case_statistic_step order by case_id, ordinal')).rows,
    (await database.query('select * from kit.incident_statistic')).rows,
  ];
  const before = await rows();
  expect(before.map(({ length }) => length > 0)).toEqual([true, true, true]);
  await database.query(
    'delete from kit.case_statistic; delete from kit.case_statistic_step; delete from kit.incident_statistic',
  );
  for (const subgraph of ['iin', 'residence', 'complaints'])
    await database.query('select kit.enqueue($1, $2, $1)', [`${subgraph}.recountStatistics`, '{}']);
  await jobsDone(product);
  expect(await rows()).toEqual(before);
  expect(JSON.stringify(before)).not.toMatch(/mustermann|erika|berlin|1964-08|"T0|IIN-2026/i);
});
