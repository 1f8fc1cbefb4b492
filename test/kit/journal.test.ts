import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contents } from '../support/contents.ts';
import { act, apply, person, presentHead, registerPerson } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Who did, read or tried what, as whom, on whose data; without it there is no answer.

let product: TestProduct;
let consul: GraphClient;
let operator: GraphClient;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  operator = product.as('iin_operator');
});
afterAll(() => product.close());

const registerMutation = (name: string) =>
  `mutation ${name}($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant { id } } }`;

/** The lines of an operation, in the order in which they were written. */
async function journalOf(operationName: string) {
  const { rows } = await product.database.query<Record<string, unknown>>(
    'select kind, action, subjects, outcome from audit.journal where operation_name = $1 order by id',
    [operationName],
  );
  return rows;
}

describe('A command', () => {
  test('is one line: who, as whom, for which office, in which request, by which operation, on what', async () => {
    const query = registerMutation('Registration');
    const { data } = await consul.send(query, { input: person() });
    const id = (data.registerApplicant as { applicant: { id: string } }).applicant.id;
    const { rows } = await product.database.query<Record<string, unknown>>(
      `select * from audit.journal where operation_name = 'Registration' and kind = 'COMMAND'`,
    );
    const { rows: accounts } = await product.database.query<{ id: string; office_id: string }>(
      `select id, office_id from kit.account_state where office_id = (select id from missions.mission where number = 13)`,
    );
    expect(rows).toEqual([
      {
        id: expect.any(String),
        at: new Date('2026-03-02T05:00:00Z'),
        account_id: accounts[0]!.id,
        role: 'consul',
        office_id: accounts[0]!.office_id,
        address: '127.0.0.1',
        request_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        operation_name: 'Registration',
        operation_hash: createHash('sha256').update(query).digest('hex'),
        kind: 'COMMAND',
        action: 'registerApplicant',
        subjects: [id],
        outcome: 'DONE',
        reason: null,
        epoch: 1,
        written_by: expect.any(String),
      },
    ]);
  });

  test('that is repeated by its key is no second line', async () => {
    const input = { ...person(), idempotencyKey: 'once in the journal' };
    for (let time = 1; time <= 3; time += 1) await consul.ask(registerMutation('Repeated'), { input });
    const lines = await journalOf('Repeated');
    expect(lines.filter(({ kind }) => kind === 'COMMAND')).toHaveLength(1);
    expect(lines.filter(({ kind }) => kind === 'READING')).toHaveLength(3);
  });

  test('that is refused is a line of its own, with the code, though the command left nothing', async () => {
    const id = await apply(consul, await presentHead(consul));
    const form = 'mutation Refused($input: IinApplicationInput!) { formIin(input: $input) { application { id } } }';
    const before = await contents(product.database);
    const answers = [
      await operator.send(form, { input: { id, expectedVersion: 1 } }),
      await operator.send(form, { input: { id, expectedVersion: 9 } }),
      await operator.send(form, { input: { id: '0199b2f0-0000-7000-8000-000000000001', expectedVersion: 1 } }),
      await operator.send(form, { input: { id, expectedVersion: 1, idempotencyKey: 'k'.repeat(201) } }),
    ];
    expect(answers.flatMap(({ codes }) => codes)).toEqual(['WRONG_STATE', 'CONFLICT', 'NOT_FOUND', 'BAD_USER_INPUT']);
    expect(await contents(product.database)).toEqual(before);
    const nobodys = '0199b2f0-0000-7000-8000-000000000001';
    const tried = { WRONG_STATE: id, CONFLICT: id, NOT_FOUND: nobodys, BAD_USER_INPUT: id };
    expect(await journalOf('Refused')).toEqual(
      Object.entries(tried).map(([outcome, subject]) => ({
        kind: 'REFUSAL',
        action: 'formIin',
        subjects: [subject],
        outcome,
      })),
    );
    const { rows } = await product.database.query<{ request_id: string }>(
      `select request_id from audit.journal where operation_name = 'Refused' order by id`,
    );
    expect(rows.map((row) => row.request_id)).toEqual(answers.map(({ errors }) => errors[0]!.extensions.requestId));
  });

  test('of a job is a line of the account of its subgraph', async () => {
    const id = await apply(consul, await presentHead(consul));
    await act(operator, 'takeIinApplication', id, 1);
    await act(operator, 'formIin', id, 2);
    for (let lines: unknown[] = []; lines.length === 0;) {
      ({ rows: lines } = await product.database.query<Record<string, unknown>>(
        `select role, action, outcome from audit.journal where action = 'noteIin' and kind = 'JOB'`,
      ));
      if (lines.length > 0) expect(lines).toEqual([{ role: 'system', action: 'noteIin', outcome: 'DONE' }]);
    }
  });
});

describe('A reading', () => {
  test('of a list is one line with the ids that were shown, and no others', async () => {
    for (let time = 1; time <= 3; time += 1) await registerPerson(consul);
    const { applicants } = await consul.ask('query Listed { applicants(first: 2) { edges { node { id } } } }');
    const shown = applicants.edges.map(({ node }: { node: { id: string } }) => node.id) as string[];
    expect(shown).toHaveLength(2);
    expect(await journalOf('Listed')).toEqual([
      { kind: 'READING', action: 'Applicant', subjects: shown, outcome: 'DONE' },
    ]);
  });

  test('of one who may not be seen, or of nobody, shows nothing', async () => {
    const id = await registerPerson(consul);
    const read = 'query Elsewhere($id: ID!) { applicant(id: $id) { id } }';
    expect((await product.as('consul', { mission: 1 }).send(read, { id })).codes).toEqual(['NOT_FOUND']);
    const inVain = { kind: 'REFUSAL', action: 'Applicant', subjects: [id], outcome: 'NOT_FOUND' };
    expect(await journalOf('Elsewhere')).toEqual([inVain]);
    await consul.ask(read, { id });
    expect(await journalOf('Elsewhere')).toEqual([
      inVain,
      { kind: 'READING', action: 'Applicant', subjects: [id], outcome: 'DONE' },
    ]);
  });

  test('across two subgraphs is told by each of what it showed', async () => {
    const applicantId = await presentHead(consul);
    const id = await apply(consul, applicantId);
    await operator.ask('query Both($id: ID!) { iinApplication(id: $id) { id applicant { latinName { surname } } } }', {
      id,
    });
    const lines = await journalOf('Both');
    expect(lines.map(({ action, subjects }) => ({ action, subjects }))).toEqual(
      expect.arrayContaining([
        // The person concerned is found by a search for them, too.
        { action: 'IinApplication', subjects: [id, applicantId] },
        { action: 'Applicant', subjects: [applicantId] },
      ]),
    );
    expect(lines).toHaveLength(2);
  });

  test('of what everybody may know is no line', async () => {
    await consul.ask('query Missions { missions { edges { node { id } } } me { role } }');
    expect(await journalOf('Missions')).toEqual([]);
  });

  test('of the journal is a line in it', async () => {
    await product.as('auditor').ask('query Audit { journal(first: 1) { edges { node { id } } } }');
    expect(await journalOf('Audit')).toMatchObject([{ kind: 'READING', action: 'JournalEntry' }]);
  });
});

describe('When the journal can not be written', () => {
  test('there is no answer, and nothing is written; all is well again afterwards', async () => {
    const id = await registerPerson(consul);
    const application = await apply(consul, await presentHead(consul));
    const before = await contents(product.database);
    const read = 'query Unwritten($id: ID!) { applicant(id: $id) { id latinName { surname } } }';
    const take =
      'mutation Take($input: IinApplicationInput!) { takeIinApplication(input: $input) { application { id } } }';

    await product.database.query('revoke insert on audit.journal from qonaq_subgraph');
    product.log.length = 0;
    // More often than there are connections: none is left behind.
    const answers = [];
    for (let time = 1; time <= 7; time += 1) {
      answers.push(
        await consul.send(read, { id }),
        await consul.send('query Unwritten { applicants { edges { node { id } } } }'),
        await consul.send(registerMutation('Unwritten'), { input: person() }),
        await operator.send(take, { input: { id: application, expectedVersion: 1 } }),
        // What is refused can't be written down either.
        await operator.send(take, { input: { id: application, expectedVersion: 9 } }),
      );
    }
    const log = product.log.map((line) => JSON.parse(line) as { msg: string; error?: { code?: string } });
    const known = await consul.ask('{ mission(number: 13) { number } }');
    await product.database.query('grant insert on audit.journal to qonaq_subgraph');

    for (const { codes, data, errors } of answers) {
      expect(codes).toEqual(['UNAVAILABLE']);
      expect(JSON.stringify(data ?? null)).not.toMatch(/MUSTERMANN|[0-9a-f]{8}-/);
      expect(JSON.stringify(errors)).not.toMatch(/journal|permission/i);
    }
    expect(await contents(product.database)).toEqual(before);
    expect(log.find(({ msg }) => msg === 'unavailable')?.error?.code).toBe('42501');
    // Nobody's data are in what everybody may know.
    expect(known).toEqual({ mission: { number: 13 } });

    expect(await consul.ask(read, { id })).toEqual({ applicant: { id, latinName: { surname: 'MUSTERMANN' } } });
    expect(await operator.ask(take, { input: { id: application, expectedVersion: 1 } })).toEqual({
      takeIinApplication: { application: { id: application } },
    });
  });
});

test('Of the name of an operation 200 characters are kept, however long it is', async () => {
  await consul.ask(`query ${'N'.repeat(100_000)} { applicants { edges { node { id } } } }`);
  const { rows } = await product.database.query<{ longest: number }>(
    'select max(length(operation_name)) as longest from audit.journal',
  );
  expect(rows).toEqual([{ longest: 200 }]);
});

test('No value of a person stands in the journal', async () => {
  await registerPerson(consul, person({ surname: 'Quxenberg', ethnicity: 'Quxenberg' }));
  const { rows } = await product.database.query<{ found: string }>(
    `select count(*) as found from audit.journal entry where entry::text ilike '%quxenberg%' or entry::text ilike '%mustermann%'`,
  );
  expect(rows).toEqual([{ found: '0' }]);
});
