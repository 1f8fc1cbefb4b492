import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { act, apply, presentHead } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A§15-2: whoever acts answers in person for every act; the journal tells who did and read what, of whom.

let product: TestProduct;
let auditor: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  auditor = product.as('auditor');
});
afterAll(() => product.close());

const journal = `query Journal($subject: ID!) { journal(first: 100, filter: { subject: $subject }) { edges { node {
  role kind action outcome operationName operationHash } } } }`;

test('all that was done to a person, and every reading, is found by the person', async () => {
  const consul = product.as('consul');
  const operator = product.as('iin_operator');
  const person = await presentHead(consul);
  const application = await apply(consul, person);
  await act(operator, 'takeIinApplication', application, 1);
  await act(operator, 'formIin', application, 2);
  await act(consul, 'printResult', application, 3);
  await act(consul, 'handOutResult', application, 3);
  const data = await auditor.ask(journal, { subject: person });
  const lines = data.journal.edges.map(({ node }: { node: Record<string, string> }) => node);
  const commands = lines
    .filter(({ kind }: { kind: string }) => kind === 'COMMAND' || kind === 'PRINT')
    .map(({ action }: { action: string }) => action);
  expect(commands.toReversed()).toEqual([
    'registerApplicant',
    'attachDocument',
    'attachDocument',
    'attachDocument',
    'recordConsent',
    'registerIinApplication',
    'takeIinApplication',
    'formIin',
    'printResult',
    'handOutResult',
  ]);
  const readings = lines.filter(({ kind }: { kind: string }) => kind === 'READING');
  expect(new Set(readings.map(({ action }: { action: string }) => action))).toEqual(
    new Set(['Applicant', 'Document', 'IinApplication']),
  );
});

test('a line names the operation and its text, and the same text has the same hash', async () => {
  const consul = product.as('consul');
  const person = await presentHead(consul);
  for (let time = 0; time < 2; time += 1)
    await consul.ask('query WhoIsIt($id: ID!) { applicant(id: $id) { id } }', { id: person });
  const data = await auditor.ask(journal, { subject: person });
  const lines = data.journal.edges.map(({ node }: { node: { operationName: string; operationHash: string } }) => node);
  const asked = lines.filter(({ operationName }: { operationName: string }) => operationName === 'WhoIsIt');
  expect(asked).toHaveLength(2);
  expect(asked[0].operationHash).toMatch(/^[0-9a-f]{64}$/);
  expect(asked[1].operationHash).toBe(asked[0].operationHash);
});

test('a refused attempt is there, and who reads the journal is', async () => {
  const stranger = product.as('consul', { mission: 1 });
  const application = await apply(product.as('consul'), await presentHead(product.as('consul')));
  await stranger.send(
    'mutation W($input: IinApplicationInput!) { withdrawIinApplication(input: $input) { application { id } } }',
    {
      input: { id: application, expectedVersion: 1 },
    },
  );
  const { rows } = await product.database.query(
    `select action, outcome from audit.journal where kind = 'REFUSAL' and account_id <> all (
       select id from kit.account_state where role = 'system') order by id desc limit 1`,
  );
  expect(rows).toEqual([{ action: 'withdrawIinApplication', outcome: 'NOT_FOUND' }]);
  await auditor.ask('query Look { journal(first: 1) { edges { node { id } } } }');
  const { rows: looked } = await product.database.query(
    `select kind, action, cardinality(subjects) as shown from audit.journal where operation_name = 'Look'`,
  );
  expect(looked).toEqual([{ kind: 'READING', action: 'JournalEntry', shown: 1 }]);
});
