import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildASTSchema, parse } from 'graphql';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Role } from '../../subgraphs/kit/viewer/roles.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Every role against every operation. The table is written by hand, from the roles of the orders and the contract; the schema only proves that it is complete.

const receivers: Role[] = ['consul', 'authorised_employee'];
const operator: Role[] = ['iin_operator'];
const everybody = 'everybody';
const signedIn = 'signed in';
const id = '01964631-f000-7000-8000-00000000ffff';
const change = `input: { id: "${id}", expectedVersion: 1 }`;
const person = `machineReadableZone: ["A"], visualZone: { birthDate: "2000-01-01", birthPlace: "X", sex: MALE, nationality: "D", documentNumber: "1", expiryDate: "2030-01-01" }, cyrillicName: { surname: "Х" }, language: en`;

/** Who may do it, and a call of it. What it names doesn't exist: whoever may call it is told so, and whoever may not is told that. */
const table: Record<string, { may: readonly Role[] | typeof everybody | typeof signedIn; call: string }> = {
  'Query.missions': { may: everybody, call: '{ missions(first: 1) { pageInfo { hasNextPage } } }' },
  'Query.mission': { may: everybody, call: '{ mission(number: 13) { city } }' },
  'Query.readMrz': { may: everybody, call: '{ readMrz(lines: ["A"]) { format } }' },
  'Query.term': { may: everybody, call: '{ term(kind: BAR, from: "2026-03-02T10:00:00Z") { dueAt } }' },
  'Query.documentCheck': { may: everybody, call: '{ documentCheck(token: "x") { state } }' },
  'Query.me': { may: signedIn, call: '{ me { role } }' },
  'Query.accounts': {
    may: ['state_corporation', 'manager', 'auditor'],
    call: '{ accounts { pageInfo { hasNextPage } } }',
  },
  'Query.account': { may: ['state_corporation', 'manager', 'auditor'], call: `{ account(id: "${id}") { id } }` },
  'Query.applicants': { may: receivers, call: '{ applicants { pageInfo { hasNextPage } } }' },
  'Query.applicant': { may: receivers, call: `{ applicant(id: "${id}") { id } }` },
  'Query.document': {
    may: [...receivers, ...operator, 'applicant'],
    call: `{ document(id: "${id}") { id } }`,
  },
  'Query.iinApplications': {
    may: [...receivers, ...operator],
    call: '{ iinApplications { pageInfo { hasNextPage } } }',
  },
  'Query.iinApplication': {
    may: [...receivers, ...operator],
    call: `{ iinApplication(id: "${id}") { id } }`,
  },
  'Query.printedForm': { may: [...receivers, ...operator], call: `{ printedForm(id: "${id}") { id } }` },
  'Query.journal': { may: ['auditor'], call: '{ journal { pageInfo { hasNextPage } } }' },
  'Mutation.createAccount': {
    may: ['state_corporation', 'manager'],
    call: 'mutation { createAccount(input: { name: "X", email: "x", role: applicant }) { account { id } } }',
  },
  ...Object.fromEntries(
    ['blockAccount', 'unblockAccount', 'deleteAccount'].map((mutation) => [
      `Mutation.${mutation}`,
      {
        may: ['state_corporation', 'manager'] as Role[],
        call: `mutation { ${mutation}(input: { id: "${id}", expectedVersion: 1, reason: "x" }) { account { id } } }`,
      },
    ]),
  ),
  ...Object.fromEntries(
    ['grantManagerRole', 'withdrawManagerRole'].map((mutation) => [
      `Mutation.${mutation}`,
      {
        may: ['state_corporation'] as Role[],
        call: `mutation { ${mutation}(input: { id: "${id}", expectedVersion: 1, reason: "x" }) { account { id } } }`,
      },
    ]),
  ),
  'Mutation.registerApplicant': {
    may: receivers,
    call: `mutation { registerApplicant(input: { ${person} }) { applicant { id } } }`,
  },
  'Mutation.correctApplicant': {
    may: receivers,
    call: `mutation { correctApplicant(input: { id: "${id}", expectedVersion: 1, ${person} }) { applicant { id } } }`,
  },
  'Mutation.attachDocument': {
    may: [...receivers, 'applicant'],
    call: `mutation { attachDocument(input: { applicantId: "${id}", uploadId: "${id}", kind: IT_DIPLOMA }) { document { id } } }`,
  },
  'Mutation.recordConsent': {
    may: [...receivers, 'applicant'],
    call: `mutation { recordConsent(input: { applicantId: "${id}", kind: PERSONAL_DATA_PROCESSING, givenOn: "2026-03-01" }) { consent { id } } }`,
  },
  'Mutation.registerIinApplication': {
    may: receivers,
    call: `mutation { registerIinApplication(input: { applicantId: "${id}", applicantVersion: 1, category: HEIR }) { __typename } }`,
  },
  'Mutation.withdrawIinApplication': {
    may: receivers,
    call: `mutation { withdrawIinApplication(${change}) { application { id } } }`,
  },
  'Mutation.printResult': { may: receivers, call: `mutation { printResult(${change}) { application { id } } }` },
  'Mutation.handOutResult': { may: receivers, call: `mutation { handOutResult(${change}) { application { id } } }` },
  'Mutation.takeIinApplication': {
    may: operator,
    call: `mutation { takeIinApplication(${change}) { application { id } } }`,
  },
  'Mutation.releaseIinApplication': {
    may: operator,
    call: `mutation { releaseIinApplication(${change}) { application { id } } }`,
  },
  'Mutation.formIin': { may: operator, call: `mutation { formIin(${change}) { application { id } } }` },
  'Mutation.refuseIin': {
    may: operator,
    call: `mutation { refuseIin(input: { id: "${id}", expectedVersion: 1, grounds: [], reason: "" }) { application { id } } }`,
  },
};

const roles: Role[] = [
  'state_corporation',
  'manager',
  'consul',
  'authorised_employee',
  'iin_operator',
  'hub_officer',
  'mddiai_signer',
  'kkq_officer',
  'knb_officer',
  'psc_officer',
  'applicant',
  'complaint_reviewer',
  'auditor',
  'partner',
];

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

test('the table has every operation of the graph', async () => {
  const text = await readFile(join(import.meta.dirname, '../../schema/supergraph.graphql'), 'utf8');
  const schema = buildASTSchema(parse(text), { assumeValidSDL: true });
  const operations = [schema.getQueryType()!, schema.getMutationType()!].flatMap((root) =>
    Object.keys(root.getFields()).map((field) => `${root.name}.${field}`),
  );
  expect(Object.keys(table).toSorted()).toEqual(operations.toSorted());
});

describe.each(roles)('as %s', (role) => {
  test.each(Object.keys(table))('%s', async (operation) => {
    const { may, call } = table[operation]!;
    const { codes } = await product.as(role).send(call);
    const allowed = may === everybody || may === signedIn || may.includes(role);
    if (allowed)
      expect(codes).not.toEqual(expect.arrayContaining([expect.stringMatching(/FORBIDDEN|UNAUTHENTICATED|INTERNAL/)]));
    else expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
  });
});

describe('without a token', () => {
  test.each(Object.keys(table))('%s', async (operation) => {
    const { may, call } = table[operation]!;
    const { codes } = await product.anybody().send(call);
    if (may === everybody) expect(codes).not.toContain('UNAUTHENTICATED');
    else expect(new Set(codes)).toEqual(new Set(['UNAUTHENTICATED']));
  });
});

describe('no way around', () => {
  const consul = () => product.as('consul');

  test.each([
    ['an alias', 'query { harmless: journal { totalCount } }'],
    ['a fragment', 'query { ...F } fragment F on Query { journal { totalCount } }'],
    [
      'a fragment in a fragment',
      'query { ...A } fragment A on Query { ...B } fragment B on Query { journal { totalCount } }',
    ],
    ['a skipped field', 'query { journal @skip(if: true) { totalCount } mission(number: 1) { city } }'],
    ['something allowed beside it', 'query { me { role } journal { totalCount } }'],
  ])('through %s', async (_way, query) => {
    const { codes, data } = await consul().send(query);
    expect(new Set(codes)).toEqual(new Set(['FORBIDDEN']));
    expect(data).toBeUndefined();
    expect((await product.as('auditor').send(query)).codes).toEqual([]);
  });

  test('a subgraph that is asked directly answers the same denial itself', async () => {
    const subgraphs = product.subgraphs;
    const trace = { requestId: 'direct', operationName: null, operationHash: null };
    const ask = async (client: GraphClient, subgraph: 'audit' | 'applicants', query: string) => {
      const authorization = `Bearer ${await client.freshToken()}`;
      const { errors = [], data } = await subgraphs.send(subgraph, {
        query,
        authorization,
        acceptLanguage: 'en',
        trace,
      });
      return { codes: errors.map(({ extensions }) => extensions?.code), data };
    };
    const journal = '{ journal { pageInfo { hasNextPage } } }';
    expect(await ask(consul(), 'audit', journal)).toEqual({ codes: ['FORBIDDEN'], data: { journal: null } });
    expect((await ask(product.as('auditor'), 'audit', journal)).codes).toEqual([]);

    const entities = `{ _entities(representations: [{ __typename: "Applicant", id: "${id}" }]) { ... on Applicant { birthDate } } }`;
    const manager = await ask(product.as('manager'), 'applicants', entities);
    expect(JSON.stringify(manager.data ?? {})).not.toMatch(/\d{4}-/);
    expect((await ask(consul(), 'applicants', entities)).data).toEqual({ _entities: [null] });
  });
});
