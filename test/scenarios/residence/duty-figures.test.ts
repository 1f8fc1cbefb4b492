import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { loadReferenceData } from '../../../installation/reference/load.ts';
import { applicantOf, eApplication, payDuty, residenceDesk, tryToSubmit } from '../../support/residence-cases.ts';
import type { ResidenceDesk } from '../../support/residence-cases.ts';

// Section 7: the figures of the state duty are dated data that an administrator keeps, with the source beside; who proves a duty from then on goes by them.

let desk: ResidenceDesk;
beforeAll(async () => {
  desk = await residenceDesk();
});
afterAll(() => desk.product.close());
beforeEach(() => desk.product.clock.set('2026-12-14T10:00:00+05:00'));

const fields = 'id version figure from until hundredths source';
const setMutation = `mutation Set($input: SetDutyFigureInput!) { setDutyFigure(input: $input) { dutyFigure { ${fields} } } }`;
const administrator = () => desk.product.as('state_corporation');

interface Figure {
  id: string;
  version: number;
  figure: string;
  from: string;
  until: string | null;
  hundredths: number;
  source: string;
}

async function set(input: object): Promise<Figure> {
  return (await administrator().ask(setMutation, { input })).setDutyFigure.dutyFigure as Figure;
}

async function figures(told: { figure?: string; on?: string } = {}): Promise<Figure[]> {
  const query = `query F($figure: DutyFigureName, $on: Date) { dutyFigures(first: 100, figure: $figure, on: $on) {
    edges { node { ${fields} } } } }`;
  const { dutyFigures } = await desk.product.anybody().ask(query, told);
  return dutyFigures.edges.map(({ node }: { node: Figure }) => node) as Figure[];
}

/** The figure of a day, as the input that would leave it as it is. */
async function asInput(figure: string, on: string) {
  const { version, ...known } = (await figures({ figure, on }))[0]!;
  return { ...known, expectedVersion: version, reason: 'Checked' };
}

async function duty(kind: string, on: string) {
  const query = `query D($kind: DutyKind!, $on: Date!) { stateDuty(kind: $kind, on: $on) { amount index sources } }`;
  const { data, errors } = await desk.product.anybody().send(query, { kind, on });
  return errors[0]?.extensions.problems?.[0]?.code ?? data.stateDuty;
}

const problemsOf = async (input: object) =>
  (await administrator().send(setMutation, { input })).errors[0]?.extensions.problems?.map(({ code, path }) =>
    [code, ...path].join(' '),
  );

// An invented one: 4 of it are 18,400 tenge, 0.2 of it are 920.
const indexOf2027 = {
  figure: 'CALCULATION_INDEX',
  from: '2027-01-01',
  until: '2027-12-31',
  hundredths: 460_000,
  source: 'Law on the Republican Budget for 2027–2029',
  reason: 'The law was published',
};

test('the figures are read by everybody: all of them, one, those of a day', async () => {
  expect(await figures()).toHaveLength(5);
  const indices = await figures({ figure: 'CALCULATION_INDEX' });
  expect(indices.map(({ from, until, hundredths }) => [from, until, hundredths])).toEqual([
    ['2025-01-01', '2025-12-31', 393_200],
    ['2026-01-01', '2026-12-31', 432_500],
  ]);
  const on = async (day: string) => (await figures({ on: day })).map(({ figure, from }) => `${figure} ${from}`);
  expect(await on('2025-12-31')).toEqual([
    'CALCULATION_INDEX 2025-01-01',
    'PERMISSION_MULTIPLE 2025-01-01',
    'PERMIT_MULTIPLE 2025-01-01',
  ]);
  expect(await on('2026-01-01')).toEqual([
    'CALCULATION_INDEX 2026-01-01',
    'PERMISSION_MULTIPLE 2026-01-01',
    'PERMIT_MULTIPLE 2025-01-01',
  ]);
});

describe('the index of 2027', () => {
  test('is not known; an administrator adds it, and the duty of that year is', async () => {
    expect(await duty('PERMISSION', '2027-01-01')).toBe('DUTY_UNKNOWN');
    expect(await set(indexOf2027)).toMatchObject({ version: 1, from: '2027-01-01', hundredths: 460_000 });
    expect(await duty('PERMISSION', '2027-01-01')).toEqual({
      amount: '18400.00',
      index: '4600.00',
      sources: [indexOf2027.source, expect.any(String)],
    });
    expect(await duty('PERMIT', '2027-12-31')).toMatchObject({ amount: '920.00' });
    expect(await duty('PERMIT', '2026-12-31')).toMatchObject({ amount: '865.00' });
    expect(await duty('PERMIT', '2028-01-01')).toBe('DUTY_UNKNOWN');
  });

  test('is what a payment of that year is measured by', async () => {
    desk.product.clock.set('2027-01-11T10:00:00+05:00');
    const applicant = await applicantOf(desk);
    const submitPaid = async (amount: string) => {
      const dutyPaymentReference = await payDuty(desk, applicant.iin, { amount });
      return tryToSubmit(applicant, await eApplication(desk, applicant, { dutyPaymentReference }));
    };
    const { errors } = await submitPaid('18399.99');
    expect(errors[0]!.extensions.problems).toMatchObject([
      { code: 'DUTY_TOO_LITTLE', message: 'The duty is not paid in full: 18400.00 tenge are due, 18399.99 were paid.' },
    ]);
    const { data } = await submitPaid('18400');
    expect(data.submitResidenceApplication.residenceCase).toMatchObject({ state: 'SUBMITTED' });
  });
});

describe('an administrator', () => {
  test('confirms a source; what it was before stays, with who changed it, when and why, for those who administer and audit', async () => {
    const known = await asInput('PERMISSION_MULTIPLE', '2026-12-14');
    expect(known.source).toMatch(/^UNCONFIRMED/);
    const confirmed = await set({ ...known, source: 'Tax Code of 2026' });
    expect(confirmed).toMatchObject({ id: known.id, version: 2, hundredths: 400, until: null });
    const query = `{ dutyFigures(figure: PERMISSION_MULTIPLE, on: "2026-12-14") { edges { node { changes {
      at by { name } reason before { from until hundredths source } } } } } }`;
    for (const reader of [administrator(), desk.product.as('auditor')])
      expect((await reader.ask(query)).dutyFigures.edges[0].node.changes).toEqual([
        {
          at: '2026-12-14T10:00:00.000+05:00',
          by: { name: 'Aigerim Demo' },
          reason: 'Checked',
          before: { from: '2026-01-01', until: null, hundredths: 400, source: known.source },
        },
      ]);
    expect((await desk.product.as('kkq_officer').send(query)).codes[0]).toBe('FORBIDDEN');
    const { rows } = await desk.product.database.query(
      `select kind, outcome from audit.journal where action = 'setDutyFigure' and $1 = any(subjects)`,
      [known.id],
    );
    expect(rows).toEqual([{ kind: 'COMMAND', outcome: 'DONE' }]);
  });

  test('corrects the days of a figure and adds the next one: each counts on its own days', async () => {
    const known = await asInput('PERMIT_MULTIPLE', '2026-12-14');
    await set({ ...known, from: '2025-01-02', until: '2026-12-31' });
    const next = { ...indexOf2027, figure: 'PERMIT_MULTIPLE', until: null, hundredths: 50 };
    await set(next);
    expect(await duty('PERMIT', '2025-01-01')).toBe('DUTY_UNKNOWN');
    expect(await duty('PERMIT', '2026-12-31')).toMatchObject({ amount: '865.00' });
    expect(await duty('PERMIT', '2027-01-01')).toMatchObject({ amount: '2300.00' });
    // No migration changes it back.
    const kept = await figures();
    await loadReferenceData(desk.product.database, desk.product.clock.now().toString());
    expect(await figures()).toEqual(kept);
  });

  test('is nobody else', async () => {
    const input = { ...indexOf2027, from: '2031-01-01', until: '2031-12-31' };
    for (const role of ['manager', 'kkq_officer', 'psc_officer', 'auditor'] as const)
      expect((await desk.product.as(role).send(setMutation, { input })).codes).toEqual(['FORBIDDEN']);
    expect((await desk.gateway.send(setMutation, { input })).codes).toEqual(['FORBIDDEN']);
    expect((await desk.product.anybody().send(setMutation, { input })).codes).toEqual(['UNAUTHENTICATED']);
    expect(await set(input)).toMatchObject({ version: 1 });
  });

  test('is told every problem at once', async () => {
    const input = { ...indexOf2027, hundredths: 0, until: '2026-12-31', source: ' ', reason: '' };
    expect(await problemsOf(input)).toEqual([
      'FIGURE_NOT_POSITIVE hundredths',
      'PERIOD_BACKWARDS until',
      'TEXT_EMPTY source',
      'REASON_EMPTY reason',
    ]);
  });

  test('is told of a period that shares a day with another of the same figure', async () => {
    const overlapping = ['FIGURE_PERIODS_OVERLAP from'];
    expect(await problemsOf({ ...indexOf2027, from: '2026-12-31', until: '2026-12-31' })).toEqual(overlapping);
    expect(await problemsOf({ ...indexOf2027, from: '2024-01-01', until: null })).toEqual(overlapping);
    expect(await problemsOf({ ...indexOf2027, from: '2024-01-01', until: '2025-01-01' })).toEqual(overlapping);
    expect(await set({ ...indexOf2027, from: '2024-01-01', until: '2024-12-31' })).toMatchObject({ version: 1 });
  });

  test('and another one who add the same year at one moment add it once', async () => {
    const answers = await Promise.all(
      ['2029-01-01', '2029-01-02', '2029-01-03'].map((from) =>
        administrator().send(setMutation, { input: { ...indexOf2027, from, until: '2029-12-31' } }),
      ),
    );
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT']);
  });

  test('changes nothing on top of a version that is not the present one, nor what is another figure', async () => {
    const known = await asInput('CALCULATION_INDEX', '2025-06-01');
    await set({ ...known, source: 'Law' });
    for (const version of [{}, { expectedVersion: null }]) {
      const { errors } = await administrator().send(setMutation, { input: { ...known, ...version } });
      expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
    }
    for (const other of [{ figure: 'PERMIT_MULTIPLE' }, { id: 'nothing' }])
      expect((await administrator().send(setMutation, { input: { ...known, ...other } })).codes).toEqual(['NOT_FOUND']);
  });

  test('who repeats with the same key changes nothing', async () => {
    const input = { ...indexOf2027, from: '2030-01-01', until: '2030-12-31', idempotencyKey: 'once' };
    const first = await set(input);
    expect(await set(input)).toEqual(first);
  });
});
