import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { act, apply, consent, person, presentHead, registerPerson } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A key belongs to an account and a mutation: a repeat finds the same outcome, and changes nothing.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
let keys = 0;
let idempotencyKey: string;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());
beforeEach(() => {
  keys += 1;
  idempotencyKey = `key ${keys}`;
});

const registerMutation =
  'mutation Register($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant { id ethnicity } } }';
const applyMutation = `mutation Apply($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) {
  __typename ... on IinApplication { id number state } ... on AcceptanceRefusal { id reasons { code } } } }`;
const takeMutation =
  'mutation Take($input: IinApplicationInput!) { takeIinApplication(input: $input) { application { id version } } }';

const register = (input: object, by = consul) => by.send(registerMutation, { input });
const idIn = (answer: { data: { registerApplicant: { applicant: { id: string } } } }) =>
  answer.data.registerApplicant.applicant.id;
const count = async (table: string) => {
  const { rows } = await product.database.query<{ count: string }>(`select count(*) from ${table}`);
  return Number(rows[0]!.count);
};

describe('The same key', () => {
  test('with the same input finds the same outcome, and makes no second row', async () => {
    const input = { ...person(), idempotencyKey };
    const first = idIn(await register(input));
    const before = [await count('applicants.applicant'), await count('applicants.event')];
    expect(idIn(await register(input))).toBe(first);
    // The order of fields, and spaces around texts, are no difference.
    expect(
      idIn(
        await register({
          ...Object.fromEntries(Object.entries(input).reverse()),
          idempotencyKey: ` ${idempotencyKey} `,
        }),
      ),
    ).toBe(first);
    expect([await count('applicants.applicant'), await count('applicants.event')]).toEqual(before);
    // Twin: without the key it is another person.
    expect(idIn(await register({ ...input, idempotencyKey: null }))).not.toBe(first);
    expect(await count('applicants.applicant')).toBe(before[0]! + 1);
  });

  test('with another input is a conflict, which says so in three languages', async () => {
    const input = { ...person(), idempotencyKey };
    await register(input);
    const before = await count('applicants.applicant');
    const messages = [];
    for (const language of ['kk', 'ru', 'en']) {
      const answer = await consul.send(registerMutation, { input: { ...input, ethnicity: 'other' } }, language);
      expect(answer.codes).toEqual(['CONFLICT']);
      messages.push(answer.errors[0]!.message);
    }
    expect(messages).toEqual([
      'Бұл кілтпен басқа деректер жіберілген.',
      'С этим ключом уже отправлены другие данные.',
      'This key was used with another input.',
    ]);
    expect(await count('applicants.applicant')).toBe(before);
  });

  test('of another account, and of another mutation, is another key', async () => {
    const input = { ...person(), idempotencyKey };
    const mine = idIn(await register(input));
    const theirs = idIn(await register({ ...person(), idempotencyKey }, product.as('consul', { mission: 1 })));
    expect(theirs).not.toBe(mine);
    const data = await consul.ask(
      'mutation Consent($input: RecordConsentInput!) { recordConsent(input: $input) { consent { id } } }',
      { input: { applicantId: mine, kind: 'PERSONAL_DATA_PROCESSING', givenOn: '2026-03-02', idempotencyKey } },
    );
    expect(data.recordConsent.consent.id).not.toBe(mine);
  });

  test('sent ten times at once makes one row, and answers all ten alike', async () => {
    const input = { ...person(), idempotencyKey };
    const before = await count('applicants.applicant');
    const answers = await Promise.all(Array.from({ length: 10 }, () => register(input)));
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
    expect(new Set(answers.map(idIn)).size).toBe(1);
    expect(await count('applicants.applicant')).toBe(before + 1);
  });

  test('sent ten times at once for a number takes one number', async () => {
    const input = {
      applicantId: await presentHead(consul),
      applicantVersion: 1,
      category: 'LEGAL_ENTITY_HEAD',
      idempotencyKey,
    };
    const before = await count('iin.application');
    const answers = await Promise.all(Array.from({ length: 10 }, () => consul.ask(applyMutation, { input })));
    expect(new Set(answers.map((data) => data.registerIinApplication.number as string)).size).toBe(1);
    expect(await count('iin.application')).toBe(before + 1);
  });

  test('is looked at before the version: a repeat is no stale change', async () => {
    const id = await apply(consul, await presentHead(consul));
    const input = { id, expectedVersion: 1, idempotencyKey };
    const first = await operator.ask(takeMutation, { input });
    expect(first.takeIinApplication.application).toEqual({ id, version: 2 });
    expect(await operator.ask(takeMutation, { input })).toEqual(first);
    // Twin: without the key it is stale.
    const stale = await operator.send(takeMutation, { input: { id, expectedVersion: 1 } });
    expect(stale.errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', currentVersion: 2 });
  });

  test('answers what is true now, in the selection of now', async () => {
    const id = await apply(consul, await presentHead(consul));
    const input = { id, expectedVersion: 1, idempotencyKey };
    await operator.ask(takeMutation, { input });
    await act(operator, 'formIin', id, 2);
    const again = await operator.ask(
      'mutation Take($input: IinApplicationInput!) { takeIinApplication(input: $input) { application { state iin } } }',
      { input },
    );
    expect(again.takeIinApplication.application).toEqual({ state: 'FORMED', iin: expect.stringMatching(/^\d{12}$/) });
  });
});

describe('What a key keeps', () => {
  test('is a refusal too: it repeats, though its reason is gone', async () => {
    const applicantId = await registerPerson(consul);
    const input = { applicantId, applicantVersion: 1, category: 'DIGITAL_NOMAD', idempotencyKey };
    const refusal = (await consul.ask(applyMutation, { input })).registerIinApplication;
    expect(refusal).toMatchObject({ __typename: 'AcceptanceRefusal', id: expect.any(String) });
    const before = await count('iin.acceptance_refusal');
    await consent(consul, applicantId);
    expect((await consul.ask(applyMutation, { input })).registerIinApplication).toEqual(refusal);
    expect(await count('iin.acceptance_refusal')).toBe(before);
    // Twin: with another key it is looked at anew.
    const anew = (await consul.ask(applyMutation, { input: { ...input, idempotencyKey: `${idempotencyKey} anew` } }))
      .registerIinApplication;
    expect(anew.id).not.toBe(refusal.id);
    expect(anew.reasons).toHaveLength(refusal.reasons.length - 1);
  });

  test('is no error: the same key works once the input is right, and once the state is', async () => {
    const wrong = { ...person({ cyrillicName: { surname: 'Mustermann' } }), idempotencyKey };
    expect((await register(wrong)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await register({ ...wrong, cyrillicName: { surname: 'Мустерманн' } })).codes).toEqual([]);

    const id = await apply(consul, await presentHead(consul));
    const form = { input: { id, expectedVersion: 2, idempotencyKey } };
    const formMutation =
      'mutation Form($input: IinApplicationInput!) { formIin(input: $input) { application { state } } }';
    await act(operator, 'takeIinApplication', id, 1);
    await act(operator, 'releaseIinApplication', id, 2);
    expect((await operator.send(formMutation, form)).codes).toEqual(['CONFLICT']);
    expect((await operator.send(formMutation, { input: { ...form.input, expectedVersion: 3 } })).codes).toEqual([
      'WRONG_STATE',
    ]);
    await act(operator, 'takeIinApplication', id, 3);
    const formed = await operator.ask(formMutation, { input: { ...form.input, expectedVersion: 4 } });
    expect(formed.formIin.application).toEqual({ state: 'FORMED' });
  });

  test('is never what was answered', async () => {
    await register({ ...person({ surname: 'Quxenberg' }), idempotencyKey });
    const { rows } = await product.database.query<object>('select * from applicants.idempotency_key where key = $1', [
      idempotencyKey,
    ]);
    expect(rows).toEqual([
      {
        account_id: expect.any(String),
        command: 'registerApplicant',
        key: idempotencyKey,
        input_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        outcome_kind: 'Applicant',
        outcome_id: expect.any(String),
        at: expect.any(Date),
      },
    ]);
  });
});

test('A repeat has the rights of now: who may not see the outcome any more is told nothing of it', async () => {
  const input = { ...person(), idempotencyKey };
  const id = idIn(await register(input));
  await product.database.query(`update applicants.applicant set office_id = gen_random_uuid() where id = $1`, [id]);
  expect((await register(input)).codes).toEqual(['NOT_FOUND']);
});

test('Two mutations in one document are two transactions, in order: the first stays when the second fails', async () => {
  const before = await count('applicants.applicant');
  const answer = await consul.send(
    `mutation Both($one: RegisterApplicantInput!, $two: RegisterApplicantInput!) {
       one: registerApplicant(input: $one) { applicant { id } } two: registerApplicant(input: $two) { applicant { id } } }`,
    { one: person(), two: person({ cyrillicName: { surname: 'Mustermann' } }) },
  );
  expect(answer).toMatchObject({
    codes: ['BAD_USER_INPUT'],
    data: { one: { applicant: { id: expect.any(String) } }, two: null },
  });
  expect(await count('applicants.applicant')).toBe(before + 1);
});
