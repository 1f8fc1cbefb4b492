import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import { contents } from '../support/contents.ts';
import { person, registerPerson } from '../support/counter.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A token says who somebody is; the account says whether that still holds, at every single request.

const account = demoAccount('consul')!;
let product: TestProduct;
let consul: GraphClient;
let applicantId: string;

beforeAll(async () => {
  product = await startTestProduct();
  consul = product.as('consul');
  applicantId = await registerPerson(consul);
});
afterAll(() => product.close());
afterEach(() =>
  change('state', 'ACTIVE')
    .then(() => change('role', 'consul'))
    .then(() => change('office_id', account.officeId)),
);

const change = (column: 'state' | 'role' | 'office_id' | 'city', value: string | null) =>
  product.database.query(`update kit.account_state set ${column} = $1 where id = $2`, [value, account.id]);

const requests: [name: string, send: (language?: string) => ReturnType<GraphClient['send']>][] = [
  [
    'a reading',
    (language) => consul.send('query ($id: ID!) { applicant(id: $id) { id } }', { id: applicantId }, language),
  ],
  ['a list', (language) => consul.send('{ applicants { edges { node { id } } } }', {}, language)],
  ['who one is', (language) => consul.send('{ me { role } }', {}, language)],
  [
    'a command',
    (language) =>
      consul.send(
        'mutation ($input: RegisterApplicantInput!) { registerApplicant(input: $input) { applicant { id } } }',
        { input: person() },
        language,
      ),
  ],
];

const nothingShown = /"id":"|"role":"/;

describe.each([
  ['blocked', 'state', 'BLOCKED'],
  ['deleted', 'state', 'DELETED'],
  ['only invited', 'state', 'INVITED'],
  ['of another role than the token says', 'role', 'authorised_employee'],
  ['of another office than the token says', 'office_id', '0199b2f0-0000-7000-8000-000000000001'],
  ['of no office, though the token says one', 'office_id', null],
] as const)('Of an account that is %s', (_name, column, value) => {
  test.each(requests)(
    '%s is UNAUTHENTICATED from the next request on, though the token is valid',
    async (_request, send) => {
      expect((await send()).codes).toEqual([]);
      await change(column, value);
      const before = await contents(product.database);
      const answer = await send();
      expect(answer.codes).toEqual(['UNAUTHENTICATED']);
      expect(JSON.stringify(answer.data ?? null)).not.toMatch(nothingShown);
      expect(await contents(product.database)).toEqual(before);
      // And answered again as soon as the account is as it was.
      await change('state', 'ACTIVE');
      await change('role', 'consul');
      await change('office_id', account.officeId);
      expect((await send()).codes).toEqual([]);
    },
  );
});

test('An account that does not exist is UNAUTHENTICATED', async () => {
  await product.database.query('delete from kit.account_state where id = $1', [account.id]);
  const answers = await Promise.all(requests.map(([, send]) => send()));
  await product.database.query('insert into kit.account_state (id, state, role, office_id) values ($1, $2, $3, $4)', [
    account.id,
    'ACTIVE',
    'consul',
    account.officeId,
  ]);
  expect(answers.map(({ codes }) => codes)).toEqual(requests.map(() => ['UNAUTHENTICATED']));
});

test('What everybody may know is answered to a blocked account without its token only', async () => {
  await change('state', 'BLOCKED');
  expect((await consul.send('{ mission(number: 13) { number } }')).codes).toEqual(['UNAUTHENTICATED']);
  expect(await product.anybody().ask('{ mission(number: 13) { number } }')).toEqual({ mission: { number: 13 } });
});

test('A document is not downloaded by a blocked account', async () => {
  await change('state', 'BLOCKED');
  expect((await consul.get('/documents/0199b2f0-0000-7000-8000-000000000001')).status).toBe(401);
  await change('state', 'ACTIVE');
  expect((await consul.get('/documents/0199b2f0-0000-7000-8000-000000000001')).status).toBe(404);
});
