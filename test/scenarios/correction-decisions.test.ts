import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { newId } from '../../subgraphs/kit/ids.ts';
import {
  applyForSchmidt,
  correctionOf,
  erika,
  formNumber,
  married,
  presentAnew,
  recordOf,
  registerCorrection,
} from '../support/corrections.ts';
import { act } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { checkPaper, printPaper, valid } from '../support/papers.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Who decides a correction, and who sees one: an application for a correction has the queue, the grounds of refusal and the row rules of any other (A§9–13).

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());

const mutation = (name: string) =>
  `mutation M($input: IinApplicationInput!) { ${name}(input: $input) { application { id } } }`;

describe('The operator', () => {
  test('refuses on the grounds of A§13: the notice is printed, the record and its certificate stay', async () => {
    const birthDate = '1974-01-02';
    const { iin, applicationId } = await formNumber(consul, operator, erika(birthDate));
    const certificate = await printPaper(consul, applicationId, 3);
    const id = await applyForSchmidt(consul, iin, birthDate);
    await act(operator, 'takeIinApplication', id, 1);
    const data = await operator.ask(
      'mutation R($input: RefuseIinInput!) { refuseIin(input: $input) { application { state refusalNotice { grounds reason } } } }',
      {
        input: {
          id,
          expectedVersion: 2,
          grounds: ['UNTRUE_DOCUMENTS_OR_DATA'],
          reason: 'Свидетельство не выдавалось.',
          marks: [{ field: 'LATIN_SURNAME', remark: 'Не доказана.' }],
        },
      },
    );
    expect(data.refuseIin.application).toEqual({
      state: 'REFUSED',
      refusalNotice: { grounds: ['UNTRUE_DOCUMENTS_OR_DATA'], reason: 'Свидетельство не выдавалось.' },
    });
    const notice = await printPaper(consul, id, 3);
    expect(notice.kind).toBe('REFUSAL_NOTICE');
    for (const words of ['ХАБАРЛАМА', 'Свидетельство не', 'Шмидт']) expect(notice.words).toContain(words);
    expect(await checkPaper(product, notice)).toEqual(valid);
    expect(await checkPaper(product, certificate)).toEqual(valid);
    expect(await recordOf(operator, iin)).toMatchObject({ version: 1, latinName: { surname: 'MUSTERMANN' } });
  });

  test('corrects only what asks for that, and only what they took themselves', async () => {
    const birthDate = '1975-01-02';
    const { iin, applicationId } = await formNumber(consul, operator, erika(birthDate));
    const id = await applyForSchmidt(consul, iin, birthDate);
    const attempts = async (client: GraphClient, name: string, of: string, expectedVersion: number) =>
      (await client.send(mutation(name), { input: { id: of, expectedVersion } })).codes;
    expect(await attempts(operator, 'correctIin', id, 1)).toEqual(['WRONG_STATE']);
    await act(operator, 'takeIinApplication', id, 1);
    expect(await attempts(operator, 'formIin', id, 2)).toEqual(['WRONG_STATE']);
    expect(await attempts(operator, 'correctIin', applicationId, 3)).toEqual(['WRONG_STATE']);
    expect(await attempts((await anotherOperator()).client, 'correctIin', id, 2)).toEqual(['WRONG_STATE']);
    expect(await attempts(operator, 'correctIin', id, 1)).toEqual(['CONFLICT']);
    expect(await attempts(consul, 'correctIin', id, 2)).toEqual(['FORBIDDEN']);
    await act(operator, 'releaseIinApplication', id, 2);
    await act(operator, 'takeIinApplication', id, 3);
    expect(await act(operator, 'correctIin', id, 4)).toMatchObject({ state: 'CORRECTED' });
    expect(await attempts(operator, 'correctIin', id, 5)).toEqual(['WRONG_STATE']);
  });

  test('and another one at the same moment: one corrects the record, the other is told its present version', async () => {
    const birthDate = '1976-01-02';
    const { iin, recordId } = await formNumber(consul, operator, erika(birthDate));
    const other = await anotherOperator();
    const [one, two] = [await applyForSchmidt(consul, iin, birthDate), await applyForSchmidt(consul, iin, birthDate)];
    await act(operator, 'takeIinApplication', one, 1);
    await act(other.client, 'takeIinApplication', two, 1);
    const correct = (client: GraphClient, id: string) =>
      client.send(mutation('correctIin'), { input: { id, expectedVersion: 2 } });
    const answers = await Promise.all([correct(operator, one), correct(other.client, two)]);
    const refused = answers.flatMap(({ errors }) => errors);
    expect(refused.map(({ extensions }) => extensions)).toMatchObject([
      { code: 'CONFLICT', reason: 'RECORD_CHANGED', recordId, currentVersion: 2 },
    ]);
    const history = '{ iinRecord(id: $id) { version versions { version recordedBy { id } } } }';
    const { iinRecord } = await operator.ask(`query History($id: ID!) ${history}`, { id: recordId });
    const operatorId = demoAccount('iin_operator')!.id;
    expect(iinRecord).toEqual({
      version: 2,
      versions: [
        { version: 1, recordedBy: { id: operatorId } },
        { version: 2, recordedBy: { id: answers[0].errors.length === 0 ? operatorId : other.id } },
      ],
    });
  });
});

describe('The consul', () => {
  test('withdraws a correction at the wish of the person', async () => {
    const birthDate = '1977-01-02';
    const { iin } = await formNumber(consul, operator, erika(birthDate));
    const id = await applyForSchmidt(consul, iin, birthDate);
    expect(await act(consul, 'withdrawIinApplication', id, 1)).toMatchObject({ state: 'WITHDRAWN' });
    expect((await recordOf(operator, iin)).version).toBe(1);
  });

  test('repeats a registration with the same key: it is the same application, also after it was decided', async () => {
    const birthDate = '1978-01-02';
    const { iin } = await formNumber(consul, operator, erika(birthDate));
    const applicantId = await presentAnew(consul, erika(birthDate, married));
    const input = correctionOf(iin, applicantId, { birthDate, idempotencyKey: 'correction of 1978' });
    const first = (await consul.ask(registerCorrection, { input })).registerIinCorrection;
    await act(operator, 'takeIinApplication', first.id, 1);
    await act(operator, 'correctIin', first.id, 2);
    const again = (await consul.ask(registerCorrection, { input })).registerIinCorrection;
    expect([again.id, again.state]).toEqual([first.id, 'CORRECTED']);
  });

  test('of another mission sees nothing of a correction that Berlin received; the one of Berlin does', async () => {
    const birthDate = '1979-01-02';
    const { iin } = await formNumber(consul, operator, erika(birthDate));
    const id = await applyForSchmidt(consul, iin, birthDate);
    await act(operator, 'takeIinApplication', id, 1);
    await act(operator, 'correctIin', id, 2);
    const { id: formId } = await printPaper(consul, id, 3);
    const read = `query R($id: ID!) { iinApplication(id: $id) { iin correction { fields { after } } record { latinName { surname } } } }`;
    const tirana = product.as('consul', { mission: 1 });
    expect((await tirana.send(read, { id })).codes).toEqual(['NOT_FOUND']);
    expect((await tirana.get(`/documents/${formId}`)).status).toBe(404);
    expect((await tirana.send(mutation('printResult'), { input: { id, expectedVersion: 3 } })).codes).toEqual([
      'NOT_FOUND',
    ]);
    expect((await tirana.ask('{ iinApplications { edges { node { id } } } }')).iinApplications.edges).toEqual([]);
    expect((await consul.ask(read, { id })).iinApplication).toEqual({
      iin,
      correction: { fields: [{ after: 'SCHMIDT' }, { after: 'Шмидт' }] },
      record: { latinName: { surname: 'SCHMIDT' } },
    });
    expect((await consul.get(`/documents/${formId}`)).status).toBe(200);
  });

  test('of another mission corrects what was formed through Berlin, and Berlin sees no more than it received', async () => {
    const birthDate = '1980-01-02';
    const { iin, applicationId } = await formNumber(consul, operator, erika(birthDate));
    const tirana = product.as('consul', { mission: 1 });
    const id = await applyForSchmidt(tirana, iin, birthDate);
    const read = `query R($id: ID!) { iinApplication(id: $id) { iin latinName { surname } record { version } } }`;
    const seen = async (client: GraphClient, of: string) => (await client.ask(read, { id: of })).iinApplication;
    const [presented, anew] = [{ surname: 'MUSTERMANN' }, { surname: 'SCHMIDT' }];
    expect(await seen(tirana, id)).toEqual({ iin, latinName: anew, record: null });
    expect(await seen(consul, applicationId)).toEqual({ iin, latinName: presented, record: { version: 1 } });
    await act(operator, 'takeIinApplication', id, 1);
    await act(operator, 'correctIin', id, 2);
    expect(await seen(tirana, id)).toEqual({ iin, latinName: anew, record: { version: 2 } });
    expect(await seen(consul, applicationId)).toEqual({ iin, latinName: presented, record: null });
    expect((await consul.send(read, { id })).codes).toEqual(['NOT_FOUND']);
    expect((await printPaper(tirana, id, 3)).words).toContain('Шмидт');
  });
});

/** A second operator, made behind the product's back. */
async function anotherOperator(): Promise<{ id: string; client: GraphClient }> {
  const account = { ...demoAccount('iin_operator')!, id: newId(), name: 'Bolat Demo' };
  await product.database.query(
    `insert into missions.account (id, name, role, head_of_office, state, email) values ($1, $2, 'iin_operator', false, 'ACTIVE', 'bolat@qonaq.example')`,
    [account.id, account.name],
  );
  await product.database.query(
    `insert into kit.account_state (id, state, role) values ($1, 'ACTIVE', 'iin_operator')`,
    [account.id],
  );
  return { id: account.id, client: product.asAccount(account) };
}
