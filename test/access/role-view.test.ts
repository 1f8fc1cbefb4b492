import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildClientSchema, getIntrospectionQuery } from 'graphql';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// Introspection shows a role what it may use, and nothing else.

let product: TestProduct;
beforeAll(async () => {
  product = await startTestProduct();
});
afterAll(() => product.close());

async function viewOf(client: GraphClient) {
  const schema = buildClientSchema(await client.ask(getIntrospectionQuery()));
  const fields = (name: string) => {
    const type = schema.getType(name);
    return type && 'getFields' in type ? Object.keys(type.getFields()).toSorted() : undefined;
  };
  return {
    query: fields('Query'),
    mutation: fields('Mutation'),
    applicant: fields('Applicant'),
    account: fields('Account'),
  };
}

test('without a token: the public part', async () => {
  expect(await viewOf(product.anybody())).toEqual({
    query: [
      'calendarYear',
      'conventionParties',
      'documentCheck',
      'dutyFigures',
      'foreignRepresentation',
      'foreignRepresentations',
      'iinRequirements',
      'mission',
      'missions',
      'offices',
      'pilots',
      'readMrz',
      'stateDuty',
      'term',
    ],
    mutation: undefined,
    applicant: undefined,
    account: undefined,
  });
});

test("an operator sees the operator's part", async () => {
  const { query, mutation } = await viewOf(product.as('iin_operator'));
  expect(query).toEqual([
    'calendarYear',
    'complaint',
    'complaintDocument',
    'complaints',
    'conventionParties',
    'document',
    'documentCheck',
    'dutyFigures',
    'foreignRepresentation',
    'foreignRepresentations',
    'iinApplication',
    'iinApplications',
    'iinRecord',
    'iinRecords',
    'iinRequirements',
    'incidents',
    'me',
    'mission',
    'missions',
    'offices',
    'pilots',
    'possibleDuplicates',
    'printedForm',
    'readMrz',
    'stateDuty',
    'term',
  ]);
  expect(mutation).toEqual([
    'closeIncident',
    'correctIin',
    'decideComplaint',
    'decideDuplicate',
    'formIin',
    'forwardComplaint',
    'markNotificationsRead',
    'openIncident',
    'refuseIin',
    'registerComplaint',
    'releaseIinApplication',
    'reopenIinApplication',
    'satisfyComplaint',
    'setNotificationPreferences',
    'takeIinApplication',
  ]);
});

test('a Manager sees accounts and how they are managed, and no applicant', async () => {
  const { mutation, applicant, account } = await viewOf(product.as('manager'));
  expect(mutation).toEqual([
    'blockAccount',
    'createAccount',
    'deleteAccount',
    'markNotificationsRead',
    'resetCredentials',
    'setNotificationPreferences',
    'unblockAccount',
  ]);
  expect(applicant).toBeUndefined();
  expect(account).toContain('changeReason');
  expect((await viewOf(product.as('consul'))).account).not.toContain('changeReason');
});

describe('no way around', () => {
  test('a type by its name, through an alias and a fragment', async () => {
    const byName = 'query { ...F } fragment F on Query { it: __type(name: "JournalEntry") { name } }';
    expect(await product.as('consul').ask(byName)).toEqual({ it: null });
    expect(await product.as('auditor').ask(byName)).toEqual({ it: { name: 'JournalEntry' } });
  });

  test('the schema is asked for in an operation of its own', async () => {
    const { codes } = await product.as('consul').send('{ me { role } __schema { types { name } } }');
    expect(codes).toEqual(['BAD_REQUEST']);
    expect(await product.as('consul').ask('{ __typename me { role } }')).toEqual({
      __typename: 'Query',
      me: { role: 'consul' },
    });
  });

  test('a wrong name is refused without a suggestion of what there is', async () => {
    const { errors } = await product.anybody().send('{ journa }');
    expect(errors[0]?.message).toContain('"journa"');
    expect(errors[0]?.message).not.toContain('journal');
  });
});
