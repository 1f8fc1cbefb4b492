import { EntityManager } from '@mikro-orm/core';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { act, apply, presentHead } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A consul sees what the own mission received, and nothing of another one: held twice, by the resolvers and by the database.

const tables = [
  'applicants.applicant',
  'applicants.document',
  'applicants.consent',
  'iin.application',
  'iin.record',
  'iin.printed_form',
  'iin.acceptance_refusal',
];
interface Case {
  applicant: string;
  document: string;
  application: string;
  printedForm: string;
}

let product: TestProduct;
const cases: Record<'berlin' | 'tirana', { consul: GraphClient; own: Case }> = {} as never;

beforeAll(async () => {
  product = await startTestProduct();
  for (const [name, mission] of [
    ['berlin', 13],
    ['tirana', 1],
  ] as const) {
    const consul = product.as('consul', { mission });
    cases[name] = { consul, own: await fullCase(consul) };
  }
});
afterAll(() => product.close());

async function fullCase(consul: GraphClient): Promise<Case> {
  const operator = product.as('iin_operator');
  const applicant = await presentHead(consul);
  const application = await apply(consul, applicant);
  await act(operator, 'takeIinApplication', application, 1);
  await act(operator, 'formIin', application, 2);
  const printed = await act(consul, 'printResult', application, 3);
  const found = await consul.ask('query D($id: ID!) { applicant(id: $id) { documents { id } } }', { id: applicant });
  return {
    applicant,
    application,
    document: found.applicant.documents[0].id,
    printedForm: (printed.printedForm as { id: string }).id,
  };
}

/** Everything that a consul can read by id, and its answer for one case: `true` for what was found. */
async function reach({ consul }: { consul: GraphClient }, of: Case): Promise<Record<string, boolean>> {
  const found: Record<string, boolean> = {};
  for (const [field, id] of [
    ['applicant', of.applicant],
    ['document', of.document],
    ['iinApplication', of.application],
    ['printedForm', of.printedForm],
  ] as const) {
    const answer = await consul.send(`query Reach($id: ID!) { ${field}(id: $id) { id } }`, { id });
    found[field] = answer.data[field]?.id === id;
    if (!found[field]) expect(answer.codes).toEqual(['NOT_FOUND']);
  }
  for (const id of [of.document, of.printedForm]) {
    const response = await consul.get(`/documents/${id}`);
    found[`GET ${id === of.document ? 'document' : 'printedForm'}`] = response.status === 200;
    if (response.status !== 200) expect(response.status).toBe(404);
    await response.arrayBuffer();
  }
  const lists = await consul.ask(
    '{ applicants(first: 100) { edges { node { id } } } iinApplications(first: 100) { edges { node { id } } } }',
  );
  const ids = (list: { edges: { node: { id: string } }[] }) => list.edges.map(({ node }) => node.id);
  found.applicants = ids(lists.applicants).includes(of.applicant);
  found.iinApplications = ids(lists.iinApplications).includes(of.application);
  return found;
}

const everything = {
  applicant: true,
  document: true,
  iinApplication: true,
  printedForm: true,
  'GET document': true,
  'GET printedForm': true,
  applicants: true,
  iinApplications: true,
};
const nothing = Object.fromEntries(Object.keys(everything).map((name) => [name, false]));

describe('the same queries by two consuls', () => {
  test('each sees everything of the own mission', async () => {
    expect(await reach(cases.berlin, cases.berlin.own)).toEqual(everything);
    expect(await reach(cases.tirana, cases.tirana.own)).toEqual(everything);
  });

  test('and nothing of the other one, whose ids might as well not exist', async () => {
    expect(await reach(cases.berlin, cases.tirana.own)).toEqual(nothing);
    expect(await reach(cases.tirana, cases.berlin.own)).toEqual(nothing);
  });

  test('nor can one change anything of the other: a person, a document, an application', async () => {
    const { consul } = cases.tirana;
    const { applicant, application } = cases.berlin.own;
    const uploadId = await consul.upload(new TextEncoder().encode('%PDF-1.7\n%%EOF\n'));
    const attempts = [
      [
        'AttachDocumentInput',
        'attachDocument',
        'document { id }',
        { applicantId: applicant, uploadId, kind: 'IT_DIPLOMA' },
      ],
      [
        'RecordConsentInput',
        'recordConsent',
        'consent { id }',
        { applicantId: applicant, kind: 'PERSONAL_DATA_PROCESSING', givenOn: '2026-03-01' },
      ],
      ['IinApplicationInput', 'printResult', 'application { id }', { id: application, expectedVersion: 3 }],
      ['IinApplicationInput', 'handOutResult', 'application { id }', { id: application, expectedVersion: 3 }],
      ['IinApplicationInput', 'withdrawIinApplication', 'application { id }', { id: application, expectedVersion: 3 }],
    ] as const;
    for (const [type, mutation, selection, input] of attempts) {
      const answer = await consul.send(
        `mutation Try($input: ${type}!) { ${mutation}(input: $input) { ${selection} } }`,
        { input },
      );
      expect([mutation, answer.codes]).toEqual([mutation, ['NOT_FOUND']]);
    }
    const own = await cases.berlin.consul.send(
      'mutation P($input: IinApplicationInput!) { printResult(input: $input) { application { id } } }',
      {
        input: { id: application, expectedVersion: 3 },
      },
    );
    expect(own.codes).toEqual([]);
  });
});

/** Takes the resolvers' own check, the filter of every table, off; answers how to put it back. */
function withoutResolversCheck(): () => void {
  const check = jest
    .spyOn(EntityManager.prototype, 'applyFilters')
    .mockImplementation((_table, where) => Promise.resolve(where));
  return () => check.mockRestore();
}

describe('each of the two checks holds alone', () => {
  test("without the resolvers' check, row level security hides exactly the foreign rows", async () => {
    const restore = withoutResolversCheck();
    try {
      expect(await reach(cases.berlin, cases.berlin.own)).toEqual(everything);
      expect(await reach(cases.berlin, cases.tirana.own)).toEqual(nothing);
    } finally {
      restore();
    }
  });

  test("without row level security, the resolvers' check hides exactly the foreign rows", async () => {
    for (const table of tables) await product.database.query(`alter table ${table} disable row level security`);
    try {
      expect(await reach(cases.berlin, cases.berlin.own)).toEqual(everything);
      expect(await reach(cases.berlin, cases.tirana.own)).toEqual(nothing);
    } finally {
      for (const table of tables) await product.database.query(`alter table ${table} enable row level security`);
    }
  });

  test('without both, the foreign rows are there: these tests can fail', async () => {
    const restore = withoutResolversCheck();
    for (const table of tables) await product.database.query(`alter table ${table} disable row level security`);
    try {
      expect(await reach(cases.berlin, cases.tirana.own)).toEqual(everything);
    } finally {
      restore();
      for (const table of tables) await product.database.query(`alter table ${table} enable row level security`);
    }
  });
});

describe('a case that was opened', () => {
  test('is seen by whom it was opened to, from then until it is closed', async () => {
    const { applicant } = cases.tirana.own;
    await product.database.query(
      `insert into kit.case_access (id, subject_id, role, case_id, opened_at, closed_at)
       values (gen_random_uuid(), $1, 'auditor', $1, '2026-03-02T09:00:00+05:00', '2026-03-02T11:00:00+05:00')`,
      [applicant],
    );
    const opened = async (at: string) => {
      const { rows } = await product.database.query<{ opened: boolean }>(
        `select set_config('qonaq.role', 'auditor', false), set_config('qonaq.now', $1, false), kit.was_opened($2) as opened`,
        [at, applicant],
      );
      return rows[0]!.opened;
    };
    expect(await opened('2026-03-02T08:59:59+05:00')).toBe(false);
    expect(await opened('2026-03-02T09:00:00+05:00')).toBe(true);
    expect(await opened('2026-03-02T10:59:59+05:00')).toBe(true);
    expect(await opened('2026-03-02T11:00:00+05:00')).toBe(false);
  });
});
