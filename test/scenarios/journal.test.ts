import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
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

describe('The lines of a person', () => {
  const pageOf = `query Page($subject: ID!, $first: Int, $after: String, $last: Int, $before: String) {
    journal(filter: { subject: $subject }, first: $first, after: $after, last: $last, before: $before) {
      totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor } edges { node { id kind role } } } }`;

  /** Reads page after page until there are no more, in one direction. */
  async function pages(subject: string, direction: 'newest first' | 'oldest first') {
    const found: { id: string; kind: string; role: string }[][] = [];
    let cursor: string | null = null;
    do {
      const page = direction === 'newest first' ? { first: 2, after: cursor } : { last: 2, before: cursor };
      const { journal } = (await auditor.ask(pageOf, { subject, ...page })) as { journal: Page };
      found.push(journal.edges.map(({ node }) => node));
      const { hasNextPage, hasPreviousPage, startCursor, endCursor } = journal.pageInfo;
      const more = direction === 'newest first' ? hasNextPage : hasPreviousPage;
      cursor = more ? (direction === 'newest first' ? endCursor : startCursor) : null;
    } while (cursor !== null);
    return found;
  }

  interface Page {
    totalCount: number;
    pageInfo: Record<'hasNextPage' | 'hasPreviousPage', boolean> & Record<'startCursor' | 'endCursor', string | null>;
    edges: { node: { id: string; kind: string; role: string } }[];
  }

  test('are all there, once and in order, what others read and what was done among each other, from either end', async () => {
    const consul = product.as('consul');
    const person = await presentHead(consul);
    const read = () => consul.ask('query Again($id: ID!) { applicant(id: $id) { id } }', { id: person });
    await read();
    const application = await apply(consul, person);
    await read();
    await act(consul, 'withdrawIinApplication', application, 1);
    await read();
    const { rows } = await product.database.query<{ id: string; kind: string }>(
      'select id, kind from audit.journal where $1 = any(subjects) order by at desc, id desc',
      [person],
    );
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['READING', 'COMMAND']));
    const newestFirst = await pages(person, 'newest first');
    expect(newestFirst.flat().map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(newestFirst.slice(0, -1).every(({ length }) => length === 2)).toBe(true);
    const oldestFirst = await pages(person, 'oldest first');
    expect(
      oldestFirst
        .toReversed()
        .flat()
        .map(({ id }) => id),
    ).toEqual(rows.map(({ id }) => id));
    const { journal: page } = (await auditor.ask(pageOf, { subject: person, first: 1 })) as { journal: Page };
    expect(page.totalCount).toBe(rows.length);
  });

  test('can name somebody twice: such a line is written, and found once', async () => {
    const { rows } = await product.database.query<{ id: string; subject: string }>(
      `insert into audit.journal (id, at, account_id, role, request_id, operation_name, kind, action, subjects, outcome)
       select gen_random_uuid(), now(), $1, 'consul', 'twice', 'Twice', 'READING', 'Applicant', array[subject, subject], 'DONE'
         from gen_random_uuid() as subject returning id, subjects[1] as subject`,
      [demoAccount('consul')!.id],
    );
    const [{ id, subject } = { id: '', subject: '' }] = rows;
    expect((await pages(subject, 'newest first')).flat()).toEqual([{ id, kind: 'READING', role: 'consul' }]);
  });
});
