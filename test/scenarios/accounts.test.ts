import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { demoAccount } from '../../installation/demo/accounts.ts';
import type { GraphClient } from '../support/graph-client.ts';
import { startTestProduct } from '../support/product.ts';
import type { TestProduct } from '../support/product.ts';

// A§8, A§15-2: the State Corporation grants the manager role; the Manager creates, blocks and deletes the accounts of the counters, and answers for it.

let product: TestProduct;
let manager: GraphClient;
let corporation: GraphClient;
beforeAll(async () => {
  product = await startTestProduct();
  manager = product.as('manager');
  corporation = product.as('state_corporation');
});
afterAll(() => product.close());

const selection = 'account { id version state role changeReason office { kind mission { number } } }';
const create = `mutation Create($input: CreateAccountInput!) { createAccount(input: $input) { ${selection} } }`;
const change = (mutation: string) =>
  `mutation Change($input: ChangeAccountInput!) { ${mutation}(input: $input) { ${selection} } }`;

async function officeOf(mission: number): Promise<string> {
  const data = await product
    .anybody()
    .ask('query M($number: Int!) { mission(number: $number) { id } }', { number: mission });
  return data.mission.id as string;
}

const consulInput = async (more: Record<string, unknown> = {}) => ({
  name: 'Айгүл Сапарова',
  email: 'a.saparova@mission.example',
  role: 'consul',
  officeId: await officeOf(13),
  ...more,
});

test('the offices that accounts belong to are known to everybody, by their kind', async () => {
  const kinds = async (kind: string) => {
    const { offices } = await product
      .anybody()
      .ask(
        'query O($kind: OfficeKind) { offices(kind: $kind, first: 1) { totalCount edges { node { kind city } } } }',
        { kind },
      );
    return [offices.totalCount, offices.edges[0].node.kind];
  };
  expect(await kinds('MISSION')).toEqual([100, 'MISSION']);
  expect(await kinds('MFA')).toEqual([1, 'MFA']);
  expect(await kinds('MIGRATION_OFFICE')).toEqual([2, 'MIGRATION_OFFICE']);
  expect(await kinds('SERVICE_CENTRE')).toEqual([2, 'SERVICE_CENTRE']);
});

describe('creating', () => {
  test('the Manager creates a consul of a mission: invited, and not answered until then', async () => {
    const data = await manager.ask(create, { input: await consulInput() });
    expect(data.createAccount.account).toEqual({
      id: expect.any(String),
      version: 1,
      state: 'INVITED',
      role: 'consul',
      changeReason: null,
      office: { kind: 'MISSION', mission: { number: 13 } },
    });
    const { rows } = await product.database.query('select state from kit.account_state where id = $1', [
      data.createAccount.account.id,
    ]);
    expect(rows).toEqual([{ state: 'INVITED' }]);
  });

  test('everything that is wrong is told at once', async () => {
    const { errors } = await manager.send(create, {
      input: await consulInput({ name: ' ', email: 'nobody', role: 'iin_operator' }),
    });
    expect(errors[0]?.extensions.problems?.map(({ code, path }) => [code, ...path])).toEqual([
      ['ROLE_NOT_MANAGED', 'role'],
      ['OFFICE_DOES_NOT_FIT', 'officeId'],
      ['NAME_EMPTY', 'name'],
      ['EMAIL_INVALID', 'email'],
    ]);
  });

  test('the State Corporation creates an operator, and no consul', async () => {
    const operator = await corporation.ask(create, {
      input: await consulInput({ role: 'iin_operator', officeId: null }),
    });
    expect(operator.createAccount.account.role).toBe('iin_operator');
    const { errors } = await corporation.send(create, { input: await consulInput() });
    expect(errors[0]?.extensions.problems).toMatchObject([{ code: 'ROLE_NOT_MANAGED' }]);
  });
});

describe('blocking', () => {
  test('holds from the very next request, also with a token still valid; unblocking opens again', async () => {
    const consul = product.as('consul', { mission: 2 });
    const { id } = demoAccount('consul', { mission: 2 })!;
    const look = '{ applicants { totalCount } }';
    expect((await consul.send(look)).codes).toEqual([]);
    const blocked = await manager.ask(change('blockAccount'), {
      input: { id, expectedVersion: 1, reason: 'Left the mission.' },
    });
    expect(blocked.blockAccount.account).toMatchObject({
      state: 'BLOCKED',
      changeReason: 'Left the mission.',
      version: 2,
    });
    expect((await consul.send(look)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await consul.send('{ me { role } }')).codes).toEqual(['UNAUTHENTICATED']);
    await manager.ask(change('unblockAccount'), { input: { id, expectedVersion: 2, reason: 'Came back.' } });
    expect((await consul.send(look)).codes).toEqual([]);
  });

  test('needs a reason', async () => {
    const { id } = demoAccount('consul', { mission: 3 })!;
    const { errors } = await manager.send(change('blockAccount'), { input: { id, expectedVersion: 1, reason: ' ' } });
    expect(errors[0]?.extensions.problems).toMatchObject([{ code: 'REASON_EMPTY', path: ['reason'] }]);
  });
});

describe('deleting', () => {
  test('ends the account for good; it stays in view for who manages it', async () => {
    const { id } = demoAccount('consul', { mission: 4 })!;
    await manager.ask(change('deleteAccount'), { input: { id, expectedVersion: 1, reason: 'Retired.' } });
    expect((await product.as('consul', { mission: 4 }).send('{ me { role } }')).codes).toEqual(['UNAUTHENTICATED']);
    const { errors } = await manager.send(change('unblockAccount'), {
      input: { id, expectedVersion: 2, reason: 'Oops.' },
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'WRONG_STATE', state: 'DELETED' });
    const data = await manager.ask('query A($id: ID!) { account(id: $id) { state changeReason } }', { id });
    expect(data.account).toEqual({ state: 'DELETED', changeReason: 'Retired.' });
  });
});

describe('the manager role', () => {
  test('is granted to an employee of the MFA, whose old token ends at once, and withdrawn again', async () => {
    const { id } = demoAccount('authorised_employee')!;
    const employee = product.as('authorised_employee');
    expect((await employee.send('{ me { role } }')).codes).toEqual([]);
    const granted = await corporation.ask(change('grantManagerRole'), {
      input: { id, expectedVersion: 1, reason: 'Appointed.' },
    });
    expect(granted.grantManagerRole.account).toMatchObject({ role: 'manager', state: 'ACTIVE' });
    expect((await employee.send('{ me { role } }')).codes).toEqual(['UNAUTHENTICATED']);
    await corporation.ask(change('withdrawManagerRole'), { input: { id, expectedVersion: 2, reason: 'Term over.' } });
    expect((await employee.send('{ me { role } }')).codes).toEqual([]);
  });

  test('is not the own one to change, and a Manager does not reach another Manager', async () => {
    const own = await manager.send(change('blockAccount'), {
      input: { id: demoAccount('manager')!.id, expectedVersion: 1, reason: 'Me.' },
    });
    expect(own.errors[0]?.extensions).toMatchObject({ code: 'WRONG_STATE', reason: 'OWN_ACCOUNT' });
    const operator = await manager.send(change('blockAccount'), {
      input: { id: demoAccount('iin_operator')!.id, expectedVersion: 1, reason: 'Not mine.' },
    });
    expect(operator.codes).toEqual(['NOT_FOUND']);
    const byCorporation = await corporation.send(change('blockAccount'), {
      input: { id: demoAccount('iin_operator')!.id, expectedVersion: 1, reason: 'On leave.' },
    });
    expect(byCorporation.codes).toEqual([]);
  });

  test('the last active administrator stays: two who delete each other at once leave one', async () => {
    const first = demoAccount('state_corporation')!;
    const { rows } = await product.database.query<{ id: string }>(
      `insert into missions.account (id, name, role, head_of_office, state) values (gen_random_uuid(), 'Second', 'state_corporation', false, 'ACTIVE') returning id`,
    );
    const second = rows[0]!.id;
    await product.database.query(
      `insert into kit.account_state (id, state, role) values ($1, 'ACTIVE', 'state_corporation')`,
      [second],
    );
    const other = product.asAccount({ ...first, id: second });
    const answers = await Promise.all([
      corporation.send(change('deleteAccount'), { input: { id: second, expectedVersion: 1, reason: 'A.' } }),
      other.send(change('deleteAccount'), { input: { id: first.id, expectedVersion: 1, reason: 'B.' } }),
    ]);
    const { rows: left } = await product.database.query(
      `select from missions.account where role = 'state_corporation' and state = 'ACTIVE'`,
    );
    expect(left).toHaveLength(1);
    expect(answers.filter(({ codes }) => codes.length === 0)).toHaveLength(1);
  });
});
