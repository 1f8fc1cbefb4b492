import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { act, apply, presentHead } from '../../support/counter.ts';
import { applyForSchmidt, erika, formNumber } from '../../support/corrections.ts';
import type { GraphClient } from '../../support/graph-client.ts';
import { listenTo, toldToSystems } from '../../support/notices.ts';
import { startTestProduct } from '../../support/product.ts';
import type { TestProduct } from '../../support/product.ts';

// A§11–13: who is told what of an application for a number, and who is not. Operators aren't told of each one: their worklist is.

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

/** What the person of an application was told: whoever came to a counter has no account, so it goes to the applicant's own address. */
async function personTold(caseId: string): Promise<{ kind: string; applicantId: string }[]> {
  const { rows } = await product.database.query<{ kind: string; applicantId: string }>(
    `select kind, applicant_id as "applicantId" from kit.notice where case_id = $1 and applicant_id is not null and account_id is null order by id`,
    [caseId],
  );
  return rows;
}

test('a number that was formed is told to the person, to the mission that received the application, and to the systems that verify numbers', async () => {
  const applicantId = await presentHead(consul);
  const id = await apply(consul, applicantId);
  const heard = listenTo(product, id, product.as('applicant'));
  await act(operator, 'takeIinApplication', id, 1);
  expect(await heard()).toEqual({});
  const { iin } = await act(operator, 'formIin', id, 2);
  expect(await heard()).toEqual({
    consul: ['IIN_RESULT_TO_PRINT'],
    'number systems': ['There is a new record in the registry.'],
  });
  expect(await personTold(id)).toEqual([{ kind: 'IIN_FORMED', applicantId }]);
  const { rows } = await product.database.query('select title, text from kit.notice where case_id = $1', [id]);
  expect(JSON.stringify(rows)).not.toContain(iin);
  await act(consul, 'printResult', id, 3);
  await act(consul, 'handOutResult', id, 3);
  expect(await heard()).toEqual({});
});

test('what another mission received is told there, and what the MFA received at the MFA', async () => {
  const tirana = product.as('consul', { mission: 1 });
  const inTirana = await apply(tirana, await presentHead(tirana));
  const ministry = product.as('authorised_employee');
  const atMinistry = await apply(ministry, await presentHead(ministry), 'REPRESENTATION_STAFF');
  for (const [id, whoever] of [
    [inTirana, 'consul of Tirana'],
    [atMinistry, 'ministry'],
  ] as const) {
    const heard = listenTo(product, id, product.as('applicant'));
    await act(operator, 'takeIinApplication', id, 1);
    await act(operator, 'formIin', id, 2);
    expect(await heard()).toMatchObject({ [whoever]: ['IIN_RESULT_TO_PRINT'] });
    expect(Object.keys(await heard())).toEqual([]);
  }
});

test('a correction is told to the person, to the mission that received it, and to the systems', async () => {
  const birthDate = '1975-01-02';
  const { iin } = await formNumber(consul, operator, erika(birthDate));
  const id = await applyForSchmidt(consul, iin, birthDate);
  await act(operator, 'takeIinApplication', id, 1);
  const heard = listenTo(product, id, product.as('applicant'));
  await act(operator, 'correctIin', id, 2);
  expect(await heard()).toEqual({
    consul: ['IIN_RESULT_TO_PRINT'],
    'number systems': ['A record of the registry was corrected: what was verified before may be out of date.'],
  });
  expect((await personTold(id)).map(({ kind }) => kind)).toEqual(['IIN_CORRECTED']);
});

test('a refusal is told to the person and to the mission, without its reason; no system is told (A§13)', async () => {
  const applicantId = await presentHead(consul);
  const id = await apply(consul, applicantId);
  await act(operator, 'takeIinApplication', id, 1);
  const heard = listenTo(product, id, product.as('applicant'));
  await operator.ask('mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application { state } } }', {
    input: {
      id,
      expectedVersion: 2,
      grounds: ['NOT_COMPLIANT_WITH_REQUIREMENTS'],
      reason: 'Подпись чужая.',
      marks: [{ field: 'LATIN_SURNAME', remark: 'чужая' }],
    },
  });
  expect(await heard()).toEqual({ consul: ['IIN_RESULT_TO_PRINT'] });
  expect(await personTold(id)).toEqual([{ kind: 'IIN_REFUSED', applicantId }]);
  const { rows } = await product.database.query('select title, text from kit.notice where case_id = $1', [id]);
  expect(JSON.stringify(rows)).not.toContain('чужая');
});

test('a withdrawal tells nobody: the person stands at the counter', async () => {
  const id = await apply(consul, await presentHead(consul));
  await act(operator, 'takeIinApplication', id, 1);
  const heard = listenTo(product, id, product.as('applicant'));
  await act(consul, 'withdrawIinApplication', id, 2);
  expect(await heard()).toEqual({});
  expect(await personTold(id)).toEqual([]);
});

test('a step that is refused tells nobody', async () => {
  const id = await apply(consul, await presentHead(consul));
  await expect(act(operator, 'formIin', id, 1)).rejects.toThrow('WRONG_STATE');
  expect(await personTold(id)).toEqual([]);
  expect(await toldToSystems(product, 'iin:verify', id)).toEqual([]);
});
