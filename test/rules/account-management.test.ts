import { describe, expect, test } from '@jest/globals';
import { accountStates, roles } from '../../subgraphs/kit/viewer/roles.ts';
import type { AccountState, Role } from '../../subgraphs/kit/viewer/roles.ts';
import { createsAccountsOf, manageAccount } from '../../subgraphs/missions/rules/account-management.ts';
import type { AccountAction } from '../../subgraphs/missions/rules/account-management.ts';
import { fitsOffice } from '../../subgraphs/missions/rules/offices.ts';

/** By hand: the Manager's are the counters (A§8), the State Corporation's the Managers and the other officials; nobody creates applicants, partners or the system so. */
const counters: Role[] = ['consul', 'authorised_employee'];
const officials: Role[] = [
  'state_corporation',
  'manager',
  'iin_operator',
  'hub_officer',
  'mddiai_signer',
  'kkq_officer',
  'knb_officer',
  'psc_officer',
  'complaint_reviewer',
  'auditor',
];

test('who creates whose accounts', () => {
  for (const creator of roles) {
    for (const role of roles) {
      const expected =
        (creator === 'manager' && counters.includes(role)) ||
        (creator === 'state_corporation' && officials.includes(role));
      expect([creator, role, createsAccountsOf(creator, role)]).toEqual([creator, role, expected]);
    }
  }
});

const manager = { id: 'm', role: 'manager' as const };
const corporation = { id: 's', role: 'state_corporation' as const };
const account = (role: Role, state: AccountState = 'ACTIVE') => ({ id: 'a', role, state });
const attempt = (
  actor: { id: string; role: Role },
  target: ReturnType<typeof account>,
  action: AccountAction,
  administrators = 2,
) => manageAccount(actor, target, action, administrators);

describe('A§8', () => {
  test('the Manager blocks, unblocks and deletes consuls and authorised employees', () => {
    for (const role of counters) {
      expect(attempt(manager, account(role), 'BLOCK')).toEqual({ state: 'BLOCKED', role });
      expect(attempt(manager, account(role, 'BLOCKED'), 'UNBLOCK')).toEqual({ state: 'ACTIVE', role });
      expect(attempt(manager, account(role, 'BLOCKED'), 'DELETE')).toEqual({ state: 'DELETED', role });
    }
  });

  test('a Manager never manages Managers, nor anybody of another agency', () => {
    for (const role of officials) expect(attempt(manager, account(role), 'BLOCK')).toEqual({ refusal: 'NOT_MANAGED' });
  });

  test('the State Corporation grants the manager role to an employee of the MFA, and withdraws it', () => {
    expect(attempt(corporation, account('authorised_employee'), 'GRANT_MANAGER_ROLE')).toEqual({
      state: 'ACTIVE',
      role: 'manager',
    });
    expect(attempt(corporation, account('manager'), 'WITHDRAW_MANAGER_ROLE')).toEqual({
      state: 'ACTIVE',
      role: 'authorised_employee',
    });
    expect(attempt(corporation, account('consul'), 'GRANT_MANAGER_ROLE')).toEqual({ refusal: 'NOT_MANAGED' });
    expect(attempt(manager, account('authorised_employee'), 'GRANT_MANAGER_ROLE')).toEqual({ refusal: 'NOT_MANAGED' });
  });

  test('withdrawing the role opens no blocked account', () => {
    expect(attempt(corporation, account('manager', 'BLOCKED'), 'WITHDRAW_MANAGER_ROLE')).toEqual({
      state: 'BLOCKED',
      role: 'authorised_employee',
    });
  });
});

test('nobody manages the own account', () => {
  for (const actor of [manager, corporation]) {
    for (const action of ['BLOCK', 'DELETE', 'GRANT_MANAGER_ROLE', 'WITHDRAW_MANAGER_ROLE'] as const) {
      expect(attempt(actor, { ...account(actor.role), id: actor.id }, action)).toEqual({ refusal: 'OWN_ACCOUNT' });
    }
  }
});

test('the last active administrator of the State Corporation stays; a blocked one may go', () => {
  for (const action of ['BLOCK', 'DELETE'] as const) {
    expect(attempt(corporation, account('state_corporation'), action, 1)).toEqual({ refusal: 'LAST_ADMINISTRATOR' });
    expect(attempt(corporation, account('state_corporation'), action, 2)).not.toHaveProperty('refusal');
  }
  expect(attempt(corporation, account('state_corporation', 'BLOCKED'), 'DELETE', 1)).toEqual({
    state: 'DELETED',
    role: 'state_corporation',
  });
});

test('a deleted account stays deleted, and nothing is unblocked that is not blocked', () => {
  for (const action of ['BLOCK', 'UNBLOCK', 'DELETE'] as const) {
    expect(attempt(manager, account('consul', 'DELETED'), action)).toEqual({ refusal: 'WRONG_STATE' });
  }
  for (const state of accountStates.filter((each) => each !== 'BLOCKED')) {
    expect(attempt(manager, account('consul', state), 'UNBLOCK')).toEqual({ refusal: 'WRONG_STATE' });
  }
});

test('each role belongs to its kind of office, and most to none', () => {
  const kinds = ['MISSION', 'MFA', 'MIGRATION_OFFICE', 'SERVICE_CENTRE', undefined];
  const expected: Partial<Record<Role, string>> = {
    consul: 'MISSION',
    authorised_employee: 'MFA',
    manager: 'MFA',
    kkq_officer: 'MIGRATION_OFFICE',
    psc_officer: 'SERVICE_CENTRE',
  };
  for (const role of roles)
    for (const kind of kinds)
      expect([role, kind, fitsOffice(role, kind)]).toEqual([role, kind, expected[role] === kind]);
});
