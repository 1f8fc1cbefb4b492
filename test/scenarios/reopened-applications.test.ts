import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { newId } from '../../subgraphs/kit/ids.ts';
import { complaintCallingFor } from '../support/complaint-rows.ts';
import { act, apply, presentHead } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { Answer, GraphClient } from '../support/graph-client.ts';
import { checkPaper, printPaper, valid } from '../support/papers.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A§15-3: a refusal that a complaint had taken back is decided anew.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());
beforeEach(() => product.clock.set('2026-03-02T10:00:00+05:00'));

/** An application that was refused; its version is 3. */
async function refused(): Promise<string> {
  const id = await apply(consul, await presentHead(consul));
  await act(operator, 'takeIinApplication', id, 1);
  await refuse(id, 2);
  return id;
}

async function refuse(id: string, expectedVersion: number, reason = 'Расходятся.'): Promise<void> {
  const marks = [{ field: 'BIRTH_PLACE', remark: 'Другой город.' }];
  const input = { id, expectedVersion, grounds: ['UNTRUE_DOCUMENTS_OR_DATA'], reason, marks };
  await operator.ask('mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application { id } } }', {
    input,
  });
}

const reopenMutation = `mutation Reopen($input: ReopenIinApplicationInput!) { reopenIinApplication(input: $input) { application { version state } } }`;

function tryToReopen(id: string, complaintId: string, told: object = {}, client = operator): Promise<Answer> {
  return client.send(reopenMutation, { input: { id, expectedVersion: 3, complaintId, ...told } });
}

/** Has an application reopened after a complaint; answers its version. */
async function reopen(id: string, told: object = {}): Promise<number> {
  const complaintId = await complaintCallingFor(product, { about: 'IIN_APPLICATION', id });
  const { data, errors } = await tryToReopen(id, complaintId, told);
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  expect(data.reopenIinApplication.application.state).toBe('REGISTERED');
  return data.reopenIinApplication.application.version as number;
}

async function read(id: string, client = operator) {
  const fields = `version state registeredAt reopenedAt dueAt overdue remaining decidedAt handedOutAt takenBy { id } availableActions iin
    printedForm { id kind } refusalNotice { reason } earlierRefusals { grounds reason issuedOn marks { field remark } }`;
  return (await client.ask(`query A($id: ID!) { iinApplication(id: $id) { ${fields} } }`, { id })).iinApplication;
}

describe('a refusal that was taken back', () => {
  test('is to be decided anew, within one working day from the reopening (A§5, policy)', async () => {
    const id = await refused();
    await act(consul, 'printResult', id, 3);
    await act(consul, 'handOutResult', id, 3);
    // Friday; from the 21st to the 25th nobody works.
    product.clock.set('2026-03-20T17:00:00+05:00');
    await reopen(id, { expectedVersion: 4 });
    expect(await read(id)).toMatchObject({
      state: 'REGISTERED',
      registeredAt: '2026-03-02T10:00:00.000+05:00',
      reopenedAt: '2026-03-20T17:00:00.000+05:00',
      dueAt: '2026-03-26T18:30:00.000+05:00',
      overdue: false,
      decidedAt: null,
      handedOutAt: null,
      takenBy: null,
      printedForm: null,
      refusalNotice: null,
      availableActions: ['TAKE'],
      earlierRefusals: [
        {
          grounds: ['UNTRUE_DOCUMENTS_OR_DATA'],
          reason: 'Расходятся.',
          issuedOn: '2026-03-02',
          marks: [{ field: 'BIRTH_PLACE', remark: 'Другой город.' }],
        },
      ],
    });
    product.clock.set('2026-03-26T18:30:01+05:00');
    expect(await read(id)).toMatchObject({ overdue: true, remaining: -1 });
  });

  test('the history keeps what was refused, and so does the case file', async () => {
    const id = await refused();
    await reopen(id);
    const { iinApplication } = await operator.ask(
      `query F($id: ID!) { iinApplication(id: $id) { caseFile { history { kind } facts { name { en } text } } } }`,
      { id },
    );
    const { history, facts } = iinApplication.caseFile;
    expect(history.map(({ kind }: { kind: string }) => kind)).toEqual(['REGISTERED', 'TAKE', 'REFUSE', 'REOPEN']);
    const earlier = facts.find(({ name }: { name: { en: string } }) => name.en === 'earlier refusal, taken back');
    expect(earlier.text).toContain('Расходятся.');
    expect(earlier.text).toContain('Место рождения: Другой город.');
  });

  test('the number may be formed now', async () => {
    const id = await refused();
    const version = await reopen(id);
    await act(operator, 'takeIinApplication', id, version);
    expect(await act(operator, 'formIin', id, version + 1)).toMatchObject({ state: 'FORMED' });
    expect((await printPaper(consul, id, version + 2)).kind).toBe('REGISTRATION_CERTIFICATE');
  });

  test('the notice that was printed holds no more, and is not handed out for the new decision (A§12)', async () => {
    const id = await refused();
    const first = await printPaper(consul, id, 3);
    expect(await checkPaper(product, first)).toEqual(valid);
    const version = await reopen(id);
    expect((await checkPaper(product, first))[0]).toBe('REVOKED');
    await act(operator, 'takeIinApplication', id, version);
    await refuse(id, version + 1, 'Расходятся и теперь.');

    expect(await read(id, consul)).toMatchObject({ printedForm: null, availableActions: ['PRINT_RESULT'] });
    const handOut = { id, expectedVersion: version + 2 };
    const tooEarly = await consul.send(
      'mutation H($input: IinApplicationInput!) { handOutResult(input: $input) { application { id } } }',
      { input: handOut },
    );
    expect(tooEarly.codes).toEqual(['WRONG_STATE']);
    const second = await printPaper(consul, id, version + 2);
    expect(second.id).not.toBe(first.id);
    expect(second.words).toContain('Расходятся и теперь.');
    expect(await checkPaper(product, second)).toEqual(valid);
    expect((await checkPaper(product, first))[0]).toBe('REVOKED');
    expect((await act(consul, 'handOutResult', id, version + 2)).handedOutAt).not.toBeNull();
    // The bytes of the old one stay what they were, for those whose it is.
    expect((await consul.get(`/documents/${first.id}`)).status).toBe(200);
  });

  test('its term follows the calendar from the reopening, not from the registration', async () => {
    const id = await refused();
    product.clock.set('2026-04-01T11:00:00+05:00');
    await reopen(id);
    expect((await read(id)).dueAt).toBe('2026-04-02T18:30:00.000+05:00');
    const administrator = product.as('state_corporation');
    const { calendarYear } = await administrator.ask('{ calendarYear(year: 2026) { version } }');
    const input = { day: '2026-04-02', kind: 'DAY_OFF', reason: 'Decree', expectedVersion: calendarYear.version };
    await administrator.ask(
      'mutation Day($input: SetCalendarDayInput!) { setCalendarDay(input: $input) { calendarYear { version } } }',
      { input },
    );
    await eventually(async () => expect((await read(id)).dueAt).toBe('2026-04-03T18:30:00.000+05:00'));
  });
});

describe('nothing is reopened', () => {
  test.each([
    ['for a complaint whose decision does not ask for it', { follow_up: null }],
    ['for one that is not decided yet', { state: 'UNDER_REVIEW', follow_up: null }],
    ['for one about another application', { subject_id: newId() }],
    ['for one that was followed already', { follow_up_done_at: '2026-03-02T10:00:00+05:00' }],
  ])('%s', async (_why, told) => {
    const id = await refused();
    const complaintId = await complaintCallingFor(product, { about: 'IIN_APPLICATION', id }, told);
    const { errors } = await tryToReopen(id, complaintId);
    expect(errors.map(({ extensions }) => [extensions.code, extensions.state])).toEqual([['WRONG_STATE', 'REFUSED']]);
    expect(await read(id)).toMatchObject({ version: 3, state: 'REFUSED', earlierRefusals: [], availableActions: [] });
  });

  test('for a complaint that there is not, or about a residence case, which an operator does not see', async () => {
    const id = await refused();
    const ofResidence = await complaintCallingFor(product, { about: 'RESIDENCE_CASE', id });
    for (const complaintId of [newId(), 'nothing', ofResidence])
      expect((await tryToReopen(id, complaintId)).codes).toEqual(['NOT_FOUND']);
  });

  test('by a counter', async () => {
    const id = await refused();
    const complaintId = await complaintCallingFor(product, { about: 'IIN_APPLICATION', id });
    expect((await tryToReopen(id, complaintId, {}, consul)).codes).toEqual(['FORBIDDEN']);
    expect((await tryToReopen(id, complaintId)).codes).toEqual([]);
  });

  test('when it was not refused: what was formed stays formed', async () => {
    const id = await apply(consul, await presentHead(consul));
    await act(operator, 'takeIinApplication', id, 1);
    await act(operator, 'formIin', id, 2);
    const complaintId = await complaintCallingFor(product, { about: 'IIN_APPLICATION', id });
    const { errors } = await tryToReopen(id, complaintId);
    expect(errors.map(({ extensions }) => [extensions.code, extensions.state])).toEqual([['WRONG_STATE', 'FORMED']]);
  });
});

describe('each complaint has it reopened once', () => {
  test('also before the complaint knows of it; another one has it reopened again', async () => {
    const id = await refused();
    const complaintId = await complaintCallingFor(product, { about: 'IIN_APPLICATION', id });
    expect((await tryToReopen(id, complaintId)).codes).toEqual([]);
    await act(operator, 'takeIinApplication', id, 4);
    await refuse(id, 5, 'Снова.');
    await product.database.query('update complaints.complaint set follow_up_done_at = null where id = $1', [
      complaintId,
    ]);
    expect((await tryToReopen(id, complaintId, { expectedVersion: 6 })).codes).toEqual(['WRONG_STATE']);
    await reopen(id, { expectedVersion: 6 });
    const { earlierRefusals } = await read(id);
    expect(earlierRefusals.map(({ reason }: { reason: string }) => reason)).toEqual(['Расходятся.', 'Снова.']);
  });

  test('the same again with the same key changes nothing; of two at once one goes through', async () => {
    const id = await refused();
    const complaintId = await complaintCallingFor(product, { about: 'IIN_APPLICATION', id });
    const told = { idempotencyKey: newId() };
    expect((await tryToReopen(id, complaintId, told)).codes).toEqual([]);
    expect((await tryToReopen(id, complaintId, told)).data.reopenIinApplication.application.version).toBe(4);
    expect((await read(id)).earlierRefusals).toHaveLength(1);

    const other = await refused();
    const complaints = await Promise.all(
      [1, 2].map(() => complaintCallingFor(product, { about: 'IIN_APPLICATION', id: other })),
    );
    const answers = await Promise.all(complaints.map((each) => tryToReopen(other, each)));
    expect(answers.map(({ codes }) => codes.join()).toSorted()).toEqual(['', 'CONFLICT']);
  });
});
