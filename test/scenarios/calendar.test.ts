import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { act, apply, presentHead } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// The working days are data: an administrator changes them, and the terms that run follow (A§5).

let product: TestProduct;
let administrator: GraphClient;
let consul: GraphClient;
let operator: GraphClient;

beforeAll(async () => {
  product = await startTestProduct({ sealing: true });
  administrator = product.as('state_corporation');
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

const dayMutation = `mutation Day($input: SetCalendarDayInput!) { setCalendarDay(input: $input) { calendarYear { year version daysOff daysWorked } } }`;
const yearMutation = `mutation Year($input: OpenCalendarYearInput!) { openCalendarYear(input: $input) { calendarYear { year version status daysOff daysWorked } } }`;

async function year(number: number) {
  const query = `query Year($year: Int!) { calendarYear(year: $year) { version status daysOff daysWorked } }`;
  return (await product.anybody().ask(query, { year: number })).calendarYear;
}

async function setDay(day: string, kind: 'WORKING' | 'DAY_OFF', reason = 'Decree') {
  const { version: expectedVersion } = await year(Number(day.slice(0, 4)));
  const { setCalendarDay } = await administrator.ask(dayMutation, { input: { day, kind, reason, expectedVersion } });
  return setCalendarDay.calendarYear;
}

/** By when a service is due that was applied for at a moment. */
async function due(from: string): Promise<string> {
  const query = 'query Due($from: DateTime!) { term(kind: IIN_SERVICE, from: $from) { dueAt } }';
  return (await product.anybody().ask(query, { from })).term.dueAt;
}

async function application(id: string, client = consul) {
  const query = `query Application($id: ID!) { iinApplication(id: $id) { state version dueAt overdue recounts { at before after } } }`;
  return (await client.ask(query, { id })).iinApplication;
}

const problemsOf = async (mutation: string, input: object) =>
  (await administrator.send(mutation, { input })).errors[0]?.extensions.problems;

describe('a day of the calendar', () => {
  test('is read by everybody', async () => {
    expect(await year(2026)).toMatchObject({ status: 'OFFICIAL', daysOff: expect.arrayContaining(['2026-03-09']) });
    expect(await year(2031)).toBeNull();
  });

  test('a Saturday that is worked counts, until it is off again', async () => {
    const friday = '2026-06-12T10:00:00+05:00';
    expect(await due(friday)).toBe('2026-06-15T18:30:00.000+05:00');
    expect((await setDay('2026-06-13', 'WORKING')).daysWorked).toEqual(['2026-06-13']);
    expect(await due(friday)).toBe('2026-06-13T18:30:00.000+05:00');
    expect((await setDay('2026-06-13', 'DAY_OFF')).daysWorked).toEqual([]);
    expect(await due(friday)).toBe('2026-06-15T18:30:00.000+05:00');
  });

  test('a weekday that is off does not count, until it is worked again', async () => {
    const thursday = '2026-06-18T10:00:00+05:00';
    await setDay('2026-06-19', 'DAY_OFF');
    expect(await due(thursday)).toBe('2026-06-22T18:30:00.000+05:00');
    await setDay('2026-06-19', 'WORKING');
    expect(await due(thursday)).toBe('2026-06-19T18:30:00.000+05:00');
  });

  test('that is so already, without a reason or in no known year is refused: all problems at once', async () => {
    const { version: expectedVersion } = await year(2026);
    const input = { day: '2026-03-08', kind: 'DAY_OFF', reason: ' ', expectedVersion };
    expect(await problemsOf(dayMutation, input)).toMatchObject([
      { code: 'DAY_IS_SO', path: ['day'] },
      { code: 'REASON_EMPTY', path: ['reason'] },
    ]);
    expect(await problemsOf(dayMutation, { ...input, day: '2031-03-10', reason: 'Decree' })).toMatchObject([
      { code: 'CALENDAR_YEAR_UNKNOWN', path: ['day'], message: expect.stringContaining('2031') },
    ]);
  });

  test('is not changed on top of a version of its year that is not the present one', async () => {
    const { version } = await year(2026);
    const input = { day: '2026-03-10', kind: 'DAY_OFF', reason: 'Decree', expectedVersion: version - 1 };
    const { errors } = await administrator.send(dayMutation, { input });
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: version });
  });

  test('keeps who made it so, when and why', async () => {
    await setDay('2026-11-02', 'DAY_OFF', 'Decree No. 7');
    const query = '{ calendarYear(year: 2026) { changes { at day kind reason by { name } } } }';
    for (const reader of [administrator, product.as('auditor')]) {
      const { changes } = (await reader.ask(query)).calendarYear;
      expect(changes.at(-1)).toEqual({
        at: '2026-03-02T10:00:00.000+05:00',
        day: '2026-11-02',
        kind: 'DAY_OFF',
        reason: 'Decree No. 7',
        by: reader === administrator ? { name: 'Aigerim Demo' } : expect.anything(),
      });
    }
    expect((await consul.send(query)).codes).toEqual(['FORBIDDEN']);
  });
});

describe('a change of the calendar recounts the terms that run', () => {
  test('tomorrow becomes a day off: what is due then is due the day after, and shows both moments', async () => {
    const registered = await apply(consul, await presentHead(consul));
    const taken = await apply(consul, await presentHead(consul));
    await act(operator, 'takeIinApplication', taken, 1);
    const formed = await apply(consul, await presentHead(consul));
    await act(operator, 'takeIinApplication', formed, 1);
    await act(operator, 'formIin', formed, 2);
    expect(await application(registered)).toMatchObject({ dueAt: '2026-03-03T18:30:00.000+05:00', recounts: [] });

    product.clock.set('2026-03-02T15:00:00+05:00');
    await setDay('2026-03-03', 'DAY_OFF');
    const moved = {
      dueAt: '2026-03-04T18:30:00.000+05:00',
      recounts: [
        {
          at: '2026-03-02T15:00:00.000+05:00',
          before: '2026-03-03T18:30:00.000+05:00',
          after: '2026-03-04T18:30:00.000+05:00',
        },
      ],
    };
    await eventually(async () => expect(await application(registered)).toMatchObject({ ...moved, version: 2 }));
    await eventually(async () => expect(await application(taken, operator)).toMatchObject({ ...moved, version: 3 }));
    // What was decided before keeps the moment by which it had to be.
    expect(await application(formed)).toMatchObject({ dueAt: '2026-03-03T18:30:00.000+05:00', recounts: [] });

    await setDay('2026-03-03', 'WORKING');
    await eventually(async () =>
      expect(await application(registered)).toMatchObject({
        dueAt: '2026-03-03T18:30:00.000+05:00',
        recounts: [moved.recounts[0], { before: moved.dueAt, after: '2026-03-03T18:30:00.000+05:00' }],
      }),
    );
  });

  test('a day that was off turns out to be worked: what is late by that shows when it became so', async () => {
    product.clock.set('2026-03-06T10:00:00+05:00');
    const id = await apply(consul, await presentHead(consul));
    expect(await application(id)).toMatchObject({ dueAt: '2026-03-10T18:30:00.000+05:00', overdue: false });
    product.clock.set('2026-03-10T12:00:00+05:00');
    await setDay('2026-03-09', 'WORKING');
    await eventually(async () =>
      expect(await application(id)).toMatchObject({
        dueAt: '2026-03-09T18:30:00.000+05:00',
        overdue: true,
        recounts: [
          {
            at: '2026-03-10T12:00:00.000+05:00',
            before: '2026-03-10T18:30:00.000+05:00',
            after: '2026-03-09T18:30:00.000+05:00',
          },
        ],
      }),
    );
    await setDay('2026-03-09', 'DAY_OFF');
    await eventually(async () => expect(await application(id)).toMatchObject({ overdue: false }));
  });
});

const ready = async () => {
  const response = await fetch(`${product.url}/readyz`);
  return { status: response.status, body: await response.json() };
};

describe('the end of the calendar', () => {
  const emptyYear = { status: 'OFFICIAL', daysOff: [], daysWorked: [], reason: 'Decree' };

  test('comes with a warning 180 days before, and the product is ready all the same', async () => {
    product.clock.set('2027-07-03T23:59:59+05:00');
    expect(await ready()).toEqual({ status: 200, body: { status: 'ready' } });
    product.clock.set('2027-07-04T00:00:00+05:00');
    expect(await ready()).toEqual({
      status: 200,
      body: { status: 'ready', warnings: [{ code: 'CALENDAR_ENDS', until: '2027-12-31' }] },
    });
  });

  test('nothing is registered whose term would be a guess', async () => {
    product.clock.set('2027-12-31T10:00:00+05:00');
    const applicantId = await presentHead(consul);
    const answer = await consul.send(
      'mutation Apply($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) { __typename } }',
      { input: { applicantId, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' } },
    );
    expect(answer.errors[0]?.extensions).toMatchObject({
      code: 'UNAVAILABLE',
      reason: 'CALENDAR_YEAR_UNKNOWN',
      year: 2028,
    });
  });

  test('a year that is entered in time takes the warning away, and its days count', async () => {
    // 3 and 4 January 2028 are a Monday and a Tuesday, 1 January is a Saturday.
    const input = { ...emptyYear, year: 2028, daysOff: ['2028-01-03', '2028-01-04'], daysWorked: ['2028-01-01'] };
    const { openCalendarYear } = await administrator.ask(yearMutation, { input });
    expect(openCalendarYear.calendarYear).toEqual({
      year: 2028,
      version: 1,
      status: 'OFFICIAL',
      daysOff: ['2028-01-03', '2028-01-04'],
      daysWorked: ['2028-01-01'],
    });
    product.clock.set('2027-12-31T10:00:00+05:00');
    expect(await ready()).toEqual({ status: 200, body: { status: 'ready' } });
    expect(await application(await apply(consul, await presentHead(consul)))).toMatchObject({
      dueAt: '2028-01-01T18:30:00.000+05:00',
    });
    expect(await due('2028-01-01T10:00:00+05:00')).toBe('2028-01-05T18:30:00.000+05:00');
  });

  test('a decreed year is not entered again, nor one apart from the others, nor days that do not fit', async () => {
    expect(await problemsOf(yearMutation, { ...emptyYear, year: 2026, reason: '' })).toMatchObject([
      { code: 'CALENDAR_YEAR_OFFICIAL', path: ['year'] },
      { code: 'REASON_EMPTY', path: ['reason'] },
    ]);
    const apart = { ...emptyYear, year: 2040, daysOff: ['2040-01-01', '2041-01-01'], daysWorked: ['2040-01-02'] };
    expect(await problemsOf(yearMutation, apart)).toMatchObject([
      { code: 'CALENDAR_YEAR_APART', path: ['year'] },
      { code: 'WEEKEND_IS_OFF', path: ['daysOff', 0] },
      { code: 'DAY_OF_ANOTHER_YEAR', path: ['daysOff', 1] },
      { code: 'WEEKDAY_IS_WORKED', path: ['daysWorked', 0] },
    ]);
  });

  test('a year that was only expected is replaced by the decreed one, and what runs into it is recounted', async () => {
    product.clock.set('2026-12-31T10:00:00+05:00');
    const id = await apply(consul, await presentHead(consul));
    // Expected are 1 and 4 January off; 2 and 3 January 2027 are a weekend.
    expect(await application(id)).toMatchObject({ dueAt: '2027-01-05T18:30:00.000+05:00' });
    const decreed = { ...emptyYear, year: 2027, daysOff: ['2027-01-01', '2027-01-04', '2027-01-05'] };
    const { errors } = await administrator.send(yearMutation, { input: decreed });
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 1 });
    const { openCalendarYear } = await administrator.ask(yearMutation, { input: { ...decreed, expectedVersion: 1 } });
    expect(openCalendarYear.calendarYear).toMatchObject({ version: 2, status: 'OFFICIAL', daysOff: decreed.daysOff });
    await eventually(async () =>
      expect(await application(id)).toMatchObject({ dueAt: '2027-01-06T18:30:00.000+05:00' }),
    );
  });
});
