import type { AccountState, Role } from '../../kit/viewer/roles.ts';

/** What can be done with somebody's account; each is a mutation. */
export type AccountAction = 'BLOCK' | 'UNBLOCK' | 'DELETE' | 'GRANT_MANAGER_ROLE' | 'WITHDRAW_MANAGER_ROLE';

/** What the rules ask of an account. */
export interface ManagedAccount {
  id: string;
  role: Role;
  state: AccountState;
}

/** Whose accounts each role manages: the Manager those of the counters, and answers for it (A§8); the State Corporation the Managers and the officials of the other agencies (policy). */
const managed: Partial<Record<Role, readonly Role[]>> = {
  manager: ['consul', 'authorised_employee'],
  state_corporation: [
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
  ],
};

/** Whose roles the manager role is granted to and withdrawn to: responsible employees of the MFA (A§8). */
const managerRoleChanges = { GRANT_MANAGER_ROLE: 'authorised_employee', WITHDRAW_MANAGER_ROLE: 'manager' } as const;

/** From which states an action leads where; a change of role leaves the state as it is. */
const transitions: Record<AccountAction, { from: readonly AccountState[]; to?: AccountState }> = {
  BLOCK: { from: ['INVITED', 'ACTIVE'], to: 'BLOCKED' },
  UNBLOCK: { from: ['BLOCKED'], to: 'ACTIVE' },
  DELETE: { from: ['INVITED', 'ACTIVE', 'BLOCKED'], to: 'DELETED' },
  GRANT_MANAGER_ROLE: { from: ['ACTIVE'] },
  WITHDRAW_MANAGER_ROLE: { from: ['INVITED', 'ACTIVE', 'BLOCKED'] },
};

/** Why an action is not possible. */
export type AccountRefusal = 'NOT_MANAGED' | 'OWN_ACCOUNT' | 'LAST_ADMINISTRATOR' | 'WRONG_STATE';

/** Whether a role creates accounts of another one. */
export function createsAccountsOf(creator: Role, role: Role): boolean {
  return managed[creator]?.includes(role) ?? false;
}

/**
 * Whether somebody may do something with an account now: nobody with the own one, a Manager never with a Manager's, and the last active administrator of
 * the State Corporation stays.
 *
 * @param activeAdministrators how many active accounts the State Corporation has.
 * @returns the state that it leads to, or why not.
 */
export function manageAccount(
  actor: { id: string; role: Role },
  account: ManagedAccount,
  action: AccountAction,
  activeAdministrators: number,
): { state: AccountState; role: Role } | { refusal: AccountRefusal } {
  if (actor.id === account.id) return { refusal: 'OWN_ACCOUNT' };
  if (!reaches(actor.role, account.role, action)) return { refusal: 'NOT_MANAGED' };
  const { from, to = account.state } = transitions[action];
  if (!from.includes(account.state)) return { refusal: 'WRONG_STATE' };
  const endsAdministrator = account.role === 'state_corporation' && account.state === 'ACTIVE' && to !== 'ACTIVE';
  if (endsAdministrator && activeAdministrators <= 1) return { refusal: 'LAST_ADMINISTRATOR' };
  return { state: to, role: roleAfter(account.role, action) };
}

/**
 * Whether somebody may take away what an account signs in with: whoever manages it, unless it is deleted. `null` when so, or why not.
 */
export function resetsCredentials(
  actor: { id: string; role: Role },
  account: ManagedAccount,
): Exclude<AccountRefusal, 'LAST_ADMINISTRATOR'> | null {
  if (actor.id === account.id) return 'OWN_ACCOUNT';
  if (!createsAccountsOf(actor.role, account.role)) return 'NOT_MANAGED';
  return account.state === 'DELETED' ? 'WRONG_STATE' : null;
}

function reaches(actor: Role, role: Role, action: AccountAction): boolean {
  return isRoleChange(action)
    ? actor === 'state_corporation' && role === managerRoleChanges[action]
    : createsAccountsOf(actor, role);
}

function isRoleChange(action: AccountAction): action is keyof typeof managerRoleChanges {
  return action in managerRoleChanges;
}

function roleAfter(role: Role, action: AccountAction): Role {
  if (action === 'GRANT_MANAGER_ROLE') return 'manager';
  return action === 'WITHDRAW_MANAGER_ROLE' ? 'authorised_employee' : role;
}
