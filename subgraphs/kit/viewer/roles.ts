/** Every role that an account can have, as the orders name who acts. `system` is what acts when no person does. */
export const roles = [
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
  'system',
] as const;

/** One of the roles. */
export type Role = (typeof roles)[number];

/** Whether a text names a role. */
export function isRole(text: unknown): text is Role {
  return (roles as readonly unknown[]).includes(text);
}

/** The two cities of the residence pilot. */
export const cities = ['ASTANA', 'ALMATY'] as const;

/** Astana or Almaty. */
export type City = (typeof cities)[number];

/** The states of an account: invited until its person signs in for the first time; only an active one is answered; a deleted one stays for the history. */
export const accountStates = ['INVITED', 'ACTIVE', 'BLOCKED', 'DELETED'] as const;

/** A state of an account. */
export type AccountState = (typeof accountStates)[number];

/** What a partner's system can be given the right to; each opens one operation. */
export const machineScopes = [
  'iin:verify',
  'residence:status',
  'payment:write',
  'border:write',
  'fingerprint:write',
  'statistics:read',
] as const;

/** One of those rights. */
export type MachineScope = (typeof machineScopes)[number];
