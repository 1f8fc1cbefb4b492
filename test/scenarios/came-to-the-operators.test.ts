import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { apply, attach, presentHead, registerPerson } from '../support/counter.ts';
import { eventually } from '../support/eventually.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { closeIncident, openIncident } from '../support/incidents.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A§10: what passes to the operators is theirs to see from then on, with the person; whoever only came to a counter is not.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());

const statusOf = async (client: GraphClient, id: string) => {
  const response = await client.get(`/documents/${id}`);
  await response.arrayBuffer();
  return response.status;
};

/** What a client is told of a document: what the graph says, and whether its bytes come. */
async function isShown(client: GraphClient, id: string): Promise<boolean> {
  const { codes } = await client.send('query D($id: ID!) { document(id: $id) { kind } }', { id });
  const status = await statusOf(client, id);
  expect([codes, status]).toEqual(status === 200 ? [[], 200] : [['NOT_FOUND'], 404]);
  return status === 200;
}

/** Somebody with all that the head of a legal entity brings, and the scan of the passport. */
async function presented(): Promise<{ applicantId: string; scan: string }> {
  const applicantId = await presentHead(consul);
  return { applicantId, scan: await attach(consul, applicantId, 'IDENTITY_DOCUMENT') };
}

const personOf = `query P($id: ID!) { iinApplication(id: $id) { applicant {
  travelDocument { number } documents { kind } consents { kind } } } }`;

test('somebody who was registered, and for whom nobody applied yet, is not the operators’; an application opens the person', async () => {
  const { applicantId, scan } = await presented();
  expect([await isShown(consul, scan), await isShown(operator, scan)]).toEqual([true, false]);
  const id = await apply(consul, applicantId);
  expect([await isShown(consul, scan), await isShown(operator, scan)]).toEqual([true, true]);
  const { iinApplication } = await operator.ask(personOf, { id });
  expect(iinApplication.applicant.travelDocument.number).toEqual(expect.any(String));
  expect(iinApplication.applicant.documents).toHaveLength(4);
  expect(iinApplication.applicant.consents).toHaveLength(1);
  // To the operators, and to nobody else.
  expect(await isShown(product.as('consul', { mission: 1 }), scan)).toBe(false);
  const { rows } = await product.database.query(
    'select role, office_id, city, account_id, case_id, closed_at from kit.case_access where subject_id = $1',
    [applicantId],
  );
  const everybody = { office_id: null, city: null, account_id: null };
  expect(rows).toEqual([{ role: 'iin_operator', ...everybody, case_id: id, closed_at: null }]);
});

test('who waits because the operators’ side is closed is opened when the application passes, once', async () => {
  const incident = await openIncident(product);
  const { applicantId, scan } = await presented();
  await apply(consul, applicantId);
  expect([await isShown(consul, scan), await isShown(operator, scan)]).toEqual([true, false]);
  await closeIncident(product, incident);
  await eventually(async () => expect(await isShown(operator, scan)).toBe(true));
  const { rows } = await product.database.query('select from kit.case_access where subject_id = $1', [applicantId]);
  expect(rows).toHaveLength(1);
});

test('who was not accepted stays with the counter, and so does the slip', async () => {
  const applicantId = await registerPerson(consul);
  const { registerIinApplication: refusal } = await consul.ask(
    `mutation R($input: RegisterIinApplicationInput!) { registerIinApplication(input: $input) {
       ... on AcceptanceRefusal { slip { id } } } }`,
    { input: { applicantId, applicantVersion: 1, category: 'LEGAL_ENTITY_HEAD' } },
  );
  expect([await statusOf(consul, refusal.slip.id), await statusOf(operator, refusal.slip.id)]).toEqual([200, 404]);
});

test('an opening is found by an index, however many there are', async () => {
  await product.database.query(
    `insert into kit.case_access (id, subject_id, role, case_id, opened_at)
     select gen_random_uuid(), gen_random_uuid(), 'iin_operator', gen_random_uuid(), '2026-03-02' from generate_series(1, 20000)`,
  );
  await product.database.query('analyze kit.case_access');
  const { rows } = await product.database.query<{ 'QUERY PLAN': string }>(
    `explain select from kit.case_access where subject_id = '0199b2f0-0000-7000-8000-000000000001'`,
  );
  expect(rows[0]!['QUERY PLAN']).toMatch(/case_access_subject_id_index/);
});
